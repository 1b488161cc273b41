"""What the kit has no drawing of, for an artist that draws whatever it is told."""

from collections.abc import Mapping
from dataclasses import replace

from coach_app.coaches.reading.message import Reading
from coach_app.coaches.reading.understanding import Note, NoteKind
from coach_app.domain.brief import Brief
from coach_app.domain.errors import InvalidInput
from coach_app.domain.slots import MAX_ACCESSORIES, free_slot

_SLOTS = {
    NoteKind.UNKNOWN_SUBJECT: "subject",
    NoteKind.UNKNOWN_THING: "subject",
    NoteKind.UNKNOWN_DOING: "action",
    NoteKind.UNKNOWN_FEELING: "expression",
    NoteKind.UNKNOWN_MOOD: "mood",
    NoteKind.UNKNOWN_COLOUR: "colour",
    NoteKind.UNKNOWN_BACKGROUND: "background",
    NoteKind.UNKNOWN_ACCESSORY: "accessories",
}


def taken_as_said(reading: Reading, brief: Brief) -> Reading:
    """Return the reading with the words that no drawing is known for in their slots, where these are free."""
    slots, notes = dict(reading.slots), []
    for note in reading.notes:
        taken = _taken(note, slots, brief)
        if note.kind is not NoteKind.ICON_SUBJECT and not taken:
            notes.append(note)
        slots |= taken
    return replace(reading, slots=slots, notes=tuple(notes))


def _taken(note: Note, slots: Mapping[str, object], brief: Brief) -> dict[str, object]:
    slot = _SLOTS.get(note.kind)
    if slot is None:
        return {}
    if slot == "accessories":
        worn = slots.get(slot, brief.accessories)
        assert isinstance(worn, tuple)
        return {slot: (*worn, note.words)} if len(worn) < MAX_ACCESSORIES and note.words not in worn else {}
    # What a message names first counts, and a thing is no second subject.
    if slot in slots or (note.kind is NoteKind.UNKNOWN_THING and brief.subject):
        return {}
    try:
        return {slot: free_slot(slot, note.words)}
    except InvalidInput:
        return {}
