"""The structured wish: what the coach fills, the streamer edits, and every artist reads."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field

Phrase = str
MAX_PHRASE_CHARACTERS = 120


class Brief(BaseModel):
    """Slots in the streamer's words, short phrases; `domain.vocabulary` tells what the built-in kit makes of them.

    `subject` "axolotl" · `colour` of the subject, a name or #rrggbb · `expression` "raging" · `action` "smashing a
    keyboard" (with its prop) · `accessories` worn ("headset") · `background` a place or look behind the subject ·
    `style`, on a badge its frame ("gold shield") · `text` and below it, smaller, `sub_text` written on the picture ·
    `palette` other colours · `mood` of the whole picture and `game` it is for (both also chosen on the start card).
    `no_text`: the streamer said that no words are wanted.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    subject: Phrase | None = Field(default=None, max_length=MAX_PHRASE_CHARACTERS)
    colour: Phrase | None = Field(default=None, max_length=MAX_PHRASE_CHARACTERS)
    expression: Phrase | None = Field(default=None, max_length=MAX_PHRASE_CHARACTERS)
    action: Phrase | None = Field(default=None, max_length=MAX_PHRASE_CHARACTERS)
    accessories: tuple[Phrase, ...] = ()
    background: Phrase | None = Field(default=None, max_length=MAX_PHRASE_CHARACTERS)
    style: Phrase | None = Field(default=None, max_length=MAX_PHRASE_CHARACTERS)
    text: Phrase | None = Field(default=None, max_length=MAX_PHRASE_CHARACTERS)
    sub_text: Phrase | None = Field(default=None, max_length=MAX_PHRASE_CHARACTERS)
    palette: tuple[Phrase, ...] = ()
    mood: Phrase | None = Field(default=None, max_length=MAX_PHRASE_CHARACTERS)
    game: Phrase | None = Field(default=None, max_length=MAX_PHRASE_CHARACTERS)
    no_text: bool = False

    def is_filled(self, slot: str) -> bool:
        """A slot is also filled where the streamer wants none of it, or where the mood says what the face shows."""
        if slot == "text":
            return self.text is not None or self.no_text
        if slot == "expression":
            return self.expression is not None or self.mood is not None
        return bool(getattr(self, slot))

    def with_slots(self, **slots: object) -> Self:
        """Return a copy with these slots replaced, validated."""
        return type(self).model_validate(self.model_dump() | slots)
