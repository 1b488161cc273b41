"""Leaves out what a model thinks aloud before it answers: `<think>…</think>` at the beginning of a text."""

_OPENING, _CLOSING = "<think>", "</think>"


class Thoughts:
    """Fed a text piece by piece; only its beginning is looked at, since a reply may speak of such marks."""

    def __init__(self) -> None:
        self._held = ""
        self._is_over = False

    def left_out(self, piece: str) -> str:
        """Return what of the text, up to the end of this piece, can be passed on and has not been yet."""
        if self._is_over:
            return piece
        self._held += piece
        begun = self._held.lstrip()
        if begun.startswith(_OPENING):
            _, closing, after = begun.partition(_CLOSING)
            if not closing:
                return ""
            self._is_over = True
            return after
        if _OPENING.startswith(begun):
            return ""
        self._is_over = True
        return begun
