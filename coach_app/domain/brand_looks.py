"""What a channel looks like, as artists and prompts read it: a copy of a brand kit as it stood at the click."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from coach_app.domain.fonts import FontName, installed_font
from coach_app.domain.logos import LogoOptions

# A look is read for as long as its pictures are kept, and fonts come and go.
StoredFont = Annotated[FontName | None, BeforeValidator(installed_font)]
HexColour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]


class ColourRole(StrEnum):
    """What a colour is for. A kit has each role at most once, and always a main colour."""

    MAIN = "main"
    SECOND = "second"
    THIRD = "third"
    LIGHT = "light"
    DARK = "dark"
    ACCENT = "accent"
    HIGHLIGHT = "highlight"
    DETAIL = "detail"

    @property
    def label(self) -> str:
        return self.value.capitalize()


PRIMARY_ROLES = (ColourRole.MAIN, ColourRole.SECOND, ColourRole.THIRD, ColourRole.LIGHT, ColourRole.DARK)
ACCENT_ROLES = (ColourRole.ACCENT, ColourRole.HIGHLIGHT, ColourRole.DETAIL)


class Tone(StrEnum):
    WARM = "warm"
    PLAYFUL = "playful"
    CALM = "calm"
    LOUD = "loud"
    DRY = "dry"


class Strength(StrEnum):
    """How much of the picture takes the kit's colours.

    Subtle: letters and small accents. Balanced: the ground and frames too. Strong: also what the subject wears, and the
    subject itself where the brief names no colour for it.
    """

    SUBTLE = "subtle"
    BALANCED = "balanced"
    STRONG = "strong"


class BrandLook(BaseModel):
    """`title_font` writes the large words and `text_font` the small ones; without them the artist chooses."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    kit_id: UUID
    name: str
    colours: dict[ColourRole, HexColour]
    title_font: StoredFont = None
    text_font: StoredFont = None
    tone: tuple[Tone, ...] = ()
    strength: Strength = Strength.BALANCED

    @property
    def main(self) -> str:
        return self.colours[ColourRole.MAIN]


class BrandSnapshot(BrandLook):
    """What a picture was made with: the look as it stood at the click, and the logo on it, if there is one."""

    logo: LogoOptions | None = None
