"""What a tab sends as an argument: anything at all, since type hints are not enforced."""

from uuid import UUID

_MOST_TEXTS = 20


def text_of(value: object) -> str:
    """Return the text, or an empty one where it is none; lone surrogates could not be sent back and are dropped."""
    return value.encode("utf-8", "ignore").decode() if isinstance(value, str) else ""


def uuid_of(value: object) -> UUID | None:
    """Return the id, or None where it is none."""
    try:
        return UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None


def texts_of(value: object) -> dict[str, str]:
    """Return the texts by name, up to twenty."""
    pairs = list(value.items())[:_MOST_TEXTS] if isinstance(value, dict) else ()
    return {text_of(name): text_of(text) for name, text in pairs}
