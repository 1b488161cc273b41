"""Inter, from its npm package: one variable font, of which a browser loads the alphabets that it meets."""

import reflex as rx
from reflex.utils.imports import ImportDict


class InterFont(rx.Fragment):
    """Brings the font's stylesheet into the bundle; draws nothing. rxconfig.py pins the package."""

    def add_imports(self) -> ImportDict:
        return {"": "@fontsource-variable/inter/index.css"}
