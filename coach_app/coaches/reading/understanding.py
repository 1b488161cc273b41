"""What a message is read against, and what comes out of it."""

from dataclasses import dataclass, field
from enum import StrEnum

from coach_app.domain.asset_types import AssetType
from coach_app.domain.brief import Brief
from coach_app.domain.ports import PropCatalogue
from coach_app.domain.slots import MAX_TEXT_CHARACTERS


class NoteKind(StrEnum):
    """What the streamer has to be told honestly; each has its sentence in `replies`."""

    ICON_SUBJECT = "icon_subject"
    UNKNOWN_SUBJECT = "unknown_subject"
    UNKNOWN_THING = "unknown_thing"
    ONE_CHARACTER = "one_character"
    UNKNOWN_DOING = "unknown_doing"
    UNKNOWN_FEELING = "unknown_feeling"
    UNKNOWN_MOOD = "unknown_mood"
    UNKNOWN_COLOUR = "unknown_colour"
    LESS_FEELING = "less_feeling"
    OWN_SIZES = "own_sizes"
    UNKNOWN_PROP = "unknown_prop"
    HOLD_WHAT = "hold_what"
    UNKNOWN_ACCESSORY = "unknown_accessory"
    TOO_MANY_ACCESSORIES = "too_many_accessories"
    PART_OF_SUBJECT = "part_of_subject"
    MANY_COLOURS = "many_colours"
    NO_BACKGROUND = "no_background"
    UNKNOWN_BACKGROUND = "unknown_background"
    LONG_TEXT = "long_text"
    WANTS_TEXT = "wants_text"
    NOTHING_TO_REMOVE = "nothing_to_remove"
    ONE_STYLE = "one_style"
    WHICH_COLOUR = "which_colour"
    ONE_LABEL = "one_label"
    PLACEMENT = "placement"
    OTHER_MEANT = "other_meant"
    MISSING_IN_PICTURE = "missing_in_picture"
    NOT_IN_BRIEF = "not_in_brief"


@dataclass(frozen=True, slots=True)
class Note:
    """`words` are the streamer's; `detail` is what stands in for them, where something does."""

    kind: NoteKind
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """`focus` is the slot that was asked for last, or that the message itself names ("change the colour to …")."""

    asset_type: AssetType
    brief: Brief
    focus: str | None
    props: PropCatalogue


@dataclass(slots=True)
class Found:
    """Slots with their new values, and notes; each finder adds its own."""

    slots: dict[str, object] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def note(self, kind: NoteKind, words: str, detail: str = "") -> None:
        self.notes.append(Note(kind, words, detail))


@dataclass(frozen=True, slots=True)
class TextWish:
    """`start` to `end` are the characters of the message that ask for it; `is_too_long` where it can't be taken."""

    text: str
    start: int
    end: int

    @property
    def is_too_long(self) -> bool:
        return len(self.text) > MAX_TEXT_CHARACTERS
