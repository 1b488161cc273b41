"""Says honestly what can't be taken as it was said, and what can be had instead."""

from coach_app.coaches.reading.understanding import Note, NoteKind
from coach_app.domain.asset_types import AssetType
from coach_app.domain.brief import Brief
from coach_app.domain.prompts import with_article
from coach_app.domain.slots import MAX_ACCESSORIES, MAX_TEXT_CHARACTERS
from coach_app.domain.vocabulary import Scene

_SENTENCES = {
    NoteKind.OTHER_MEANT: "Ah, the {words}. Say what to change about it, and the {detail_plain} stays as it is.",
    NoteKind.MISSING_IN_PICTURE: "The brief still says {words}, so the picture should show it. Try Generate now again.",
    NoteKind.NOT_IN_BRIEF: "The brief has no {words} so far. Say “add {words}” if you want that.",
    NoteKind.WANTS_TEXT: "Sure, some words.",
    NoteKind.ICON_SUBJECT: "I have no {words} in my kit, so the artist will use an icon{detail}.",
    NoteKind.UNKNOWN_SUBJECT: "I can't draw {a_words} yet. An axolotl, a fox or a capybara I can.",
    NoteKind.UNKNOWN_THING: "I can't draw {a_words} yet. A crown, a coffee or a guitar would work.",
    NoteKind.ONE_CHARACTER: "One character reads best, so I kept the {words}.",
    NoteKind.UNKNOWN_DOING: "“{words}” is beyond me so far. It can smash things, sip coffee or wave, for example.",
    NoteKind.UNKNOWN_PROP: "I have no {words} to draw. A keyboard, a coffee or a guitar would work.",
    NoteKind.HOLD_WHAT: "For “{words}” I need a thing, like a heart, a pizza or a sword.",
    NoteKind.UNKNOWN_FEELING: "I have no face for “{words}” yet. Try raging, smug or crying.",
    NoteKind.UNKNOWN_MOOD: "I don't know “{words}” as a mood. Try cozy, hype or spooky.",
    NoteKind.UNKNOWN_COLOUR: "“{words}” is no colour I know. Try pink, neon green or #8e44d6.",
    NoteKind.LESS_FEELING: "I can't turn “{words}” down a notch, but I can switch the face: grumpy, calm or happy?",
    NoteKind.OWN_SIZES: "Sizes I leave to the artist, so that everything fits and stays readable.",
    NoteKind.UNKNOWN_ACCESSORY: "I have no {words} to put on yet. A headset, a crown or sunglasses I do have.",
    NoteKind.TOO_MANY_ACCESSORIES: f"{MAX_ACCESSORIES} things to wear are the most, so the first one went.",
    NoteKind.PART_OF_SUBJECT: "I can colour the {subject} as a whole, but not do {words} apart.",
    NoteKind.MANY_COLOURS: "Rainbow is too many colours for me, one main colour works best.",
    NoteKind.NO_BACKGROUND: "{Kinds} are see-through, so I left the {words} out.",
    NoteKind.UNKNOWN_BACKGROUND: "I have no {words} backdrop. There's {places}.",
    NoteKind.LONG_TEXT: f"Those words are too long to fit, up to {MAX_TEXT_CHARACTERS} characters work.",
    NoteKind.NOTHING_TO_REMOVE: "There's no {words} in it, so nothing to take away.",
    NoteKind.WHICH_COLOUR: "",
    NoteKind.ONE_LABEL: "One {kind} at a time, the others get their own.",
    NoteKind.PLACEMENT: "Where things stand I leave to the artist, that can't be chosen yet.",
    NoteKind.ONE_STYLE: "I draw one style, bold outlines and clear colours, so no {words} from me.",
}
# Where something can't be taken, the suggestions are what can.
OFFERED_FOR = {
    NoteKind.UNKNOWN_DOING: "action",
    NoteKind.UNKNOWN_PROP: "action",
    NoteKind.HOLD_WHAT: "action",
    NoteKind.UNKNOWN_FEELING: "expression",
    NoteKind.LESS_FEELING: "expression",
    NoteKind.UNKNOWN_MOOD: "mood",
    NoteKind.UNKNOWN_COLOUR: "colour",
    NoteKind.MANY_COLOURS: "colour",
    NoteKind.UNKNOWN_BACKGROUND: "background",
    NoteKind.UNKNOWN_ACCESSORY: "accessories",
    NoteKind.UNKNOWN_SUBJECT: "subject",
}
_LONGEST_QUOTE = 40
# What is said first where several things are to be told: what is missing in the picture, then the smaller matters.
_ORDER = tuple(_SENTENCES)


def notice(notes: tuple[Note, ...], asset_type: AssetType, brief: Brief) -> str:
    """Return the sentence for the weightiest note, or an empty string."""
    if not notes:
        return ""
    note = min(notes, key=lambda note: _ORDER.index(note.kind))
    places = [scene.value.replace("_", " ") for scene in Scene][:4]
    shares_a_word = bool(set(note.detail.split()) & set(note.words.split()))
    words = note.words if len(note.words) <= _LONGEST_QUOTE else f"{note.words[:_LONGEST_QUOTE]}…"
    return _SENTENCES[note.kind].format(
        words=words,
        a_words=with_article(words),
        detail="" if shares_a_word or not note.detail else f" ({note.detail})",
        detail_plain=note.detail,
        subject=brief.subject or asset_type.noun,
        kind=asset_type.noun,
        Kinds=f"{asset_type.noun.capitalize()}s",
        places=f"{', '.join(places[:-1])} or {places[-1]}",
    )
