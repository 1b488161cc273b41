"""A kit's logos: their kinds, and how one is put on a picture."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

MAX_LOGO_BYTES = 10_000_000
LEAST_LOGO_PX = 32
"""The longer side has so many pixels at least: of fewer, nothing could be made out on a picture."""
SMALL_LOGO_PX = 256
"""A logo whose longer side is below that stays small on banners, since enlarging would blur it."""
MIN_OPACITY_PERCENT = 10
MAX_OPACITY_PERCENT = 100

Opacity = Annotated[int, Field(ge=MIN_OPACITY_PERCENT, le=MAX_OPACITY_PERCENT)]


class LogoKind(StrEnum):
    """What a logo is for. A kit has each kind at most once."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    ICON = "icon"
    MONOCHROME = "monochrome"
    WATERMARK = "watermark"

    @property
    def label(self) -> str:
        return "One colour" if self is LogoKind.MONOCHROME else self.value.capitalize()


class LogoPosition(StrEnum):
    TOP_LEFT = "top-left"
    TOP_RIGHT = "top-right"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM_RIGHT = "bottom-right"
    CENTER = "center"

    @property
    def label(self) -> str:
        return "Middle" if self is LogoPosition.CENTER else self.value.replace("-", " ").capitalize()


class LogoSize(StrEnum):
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"

    @property
    def share(self) -> float:
        """Of the picture's width."""
        return _SHARES[self]


_SHARES = {LogoSize.SMALL: 0.10, LogoSize.MEDIUM: 0.15, LogoSize.LARGE: 0.20}


class LogoPlacement(BaseModel):
    """Where a logo goes, how large, and how see-through it is, in percent: 100 is not at all."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    position: LogoPosition = LogoPosition.BOTTOM_RIGHT
    size: LogoSize = LogoSize.MEDIUM
    opacity: Opacity = MAX_OPACITY_PERCENT


class LogoOptions(LogoPlacement):
    """Which of the kit's logos, and where it goes."""

    kind: LogoKind = LogoKind.PRIMARY


class LogoRequest(LogoOptions):
    """The very file that a job puts on its picture: `key` is where storage has it, `sha256` is of its bytes, in hex."""

    key: str
    sha256: str

    @property
    def options(self) -> LogoOptions:
        """What the picture's owner may see of it."""
        return LogoOptions(**self.model_dump(exclude={"key", "sha256"}))
