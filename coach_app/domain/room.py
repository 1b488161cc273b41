"""How much reads well on a picture: letters, words, and things beside the subject."""

from dataclasses import dataclass

from coach_app.domain.asset_types import AssetType, AssetTypeId, Composition
from coach_app.domain.brief import Brief

# On the smallest emote a word up to this long stands alone, and a longer one is left out.
LONGEST_WORD_AT_28_PX = 3
_NO_LIMIT = 99


@dataclass(frozen=True, slots=True)
class Room:
    """The most that stays readable. `things` stand beside the subject: an action, letters, what is worn, colours."""

    letters: int = _NO_LIMIT
    words: int = _NO_LIMIT
    things: int = _NO_LIMIT


ROOM: dict[Composition, Room] = {
    Composition.EMOTE: Room(letters=4, things=2),
    Composition.BADGE: Room(letters=3, things=1),
    Composition.PORTRAIT: Room(letters=5, things=2),
    Composition.THUMBNAIL: Room(words=5),
    Composition.PANEL: Room(letters=20, words=3),
    Composition.BANNER: Room(letters=30, words=5),
    Composition.FRAME: Room(letters=16, words=3),
}
# A sticker is shown ten times as wide as the smallest emote.
_ROOM_OF_TYPE = {AssetTypeId.DISCORD_STICKER: Room(letters=12, things=3)}


def room_of(asset_type: AssetType) -> Room:
    return _ROOM_OF_TYPE.get(asset_type.id, ROOM[asset_type.composition])


def smallest_px(asset_type: AssetType) -> int:
    """Return the width of the smallest file, which has to stay readable."""
    return min(export.width_px for export in asset_type.exports)


def letters_in(text: str) -> int:
    return sum(letter.isalnum() for letter in text)


def has_long_text(asset_type: AssetType, brief: Brief) -> bool:
    """More letters than stay readable at the smallest size, or more words than a glance takes in."""
    if brief.text is None:
        return False
    room = room_of(asset_type)
    return letters_in(brief.text) > room.letters or len(brief.text.split()) > room.words


def is_crowded(asset_type: AssetType, brief: Brief) -> bool:
    return _things_beside_the_subject(brief) > room_of(asset_type).things


def has_room(asset_type: AssetType, brief: Brief) -> bool:
    """Whether one more thing can be added without crowding the picture."""
    return _things_beside_the_subject(brief) < room_of(asset_type).things


def _things_beside_the_subject(brief: Brief) -> int:
    return bool(brief.action) + bool(brief.text) + len(brief.accessories) + bool(brief.palette)
