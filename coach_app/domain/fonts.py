"""The letters that are installed with the app; a value is the name of its package, a label what people call it."""

from enum import StrEnum


class FontName(StrEnum):
    LUCKIEST_GUY = "luckiest-guy"
    BANGERS = "bangers"
    LILITA_ONE = "lilita-one"
    CREEPSTER = "creepster"
    ORBITRON = "orbitron"
    RUSSO_ONE = "russo-one"
    CHEWY = "chewy"

    @property
    def label(self) -> str:
        return self.value.replace("-", " ").title()


def installed_font(name: object) -> FontName | None:
    """Return the font of that name, or None for one that is no longer installed."""
    return next((font for font in FontName if font.value == name), None)
