"""Leaves out what a model thinks aloud before it answers: `<think>…</think>` at the beginning of a text."""

_OPENING, _CLOSING = "<think>", "</think>"


class Thoughts:
    """Fed a text piece by piece; only its beginning is looked at, since a reply may speak of such marks."""

    def __init__(self) -> None:
        self._held = ""
        self._is_thinking = False
        self._is_over = False

    def left_out(self, piece: str) -> str:
        """Return what of the text, up to the end of this piece, can be passed on and has not been yet."""
        if self._is_over:
            return piece
        self._held += piece
        if not self._is_thinking:
            self._held = self._held.lstrip()
            self._is_thinking = self._held.startswith(_OPENING)
        if self._is_thinking:
            return self._after_thoughts()
        if _OPENING.startswith(self._held):
            return ""
        self._is_over = True
        return self._held

    def _after_thoughts(self) -> str:
        _, closing, after = self._held.partition(_CLOSING)
        self._is_over = bool(closing)
        # Of the thoughts no more is kept than may be the beginning of the mark that ends them.
        self._held = self._held[1 - len(_CLOSING) :]
        return after
