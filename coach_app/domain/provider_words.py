"""What a provider says of an answer, held to what can be stored, shown and counted: some servers mean harm."""

from coach_app.domain.coach_sessions import storable

_MOST_CHARACTERS = 300
_MOST_NAME_CHARACTERS = 200
READ_CHARACTERS = 10 * _MOST_CHARACTERS
"""Of texts without an end no more is looked at."""
# Many times what any answer takes.
_MOST_TOKENS = 10_000_000


def unbroken(text: str) -> str:
    """Return what is looked at of a text, as it cannot write lines of its own into a log."""
    return " ".join(storable(text[:READ_CHARACTERS]).split())


def one_line(text: str) -> str:
    """Return the beginning of a text as it may be shown and logged."""
    return unbroken(text)[:_MOST_CHARACTERS]


def name(text: str) -> str:
    """Return the name of a model, or the number of an answer."""
    return one_line(text)[:_MOST_NAME_CHARACTERS]


def tokens(*counts: int | None) -> int:
    """Return the sum of what was counted, within reason."""
    return min(sum(max(count or 0, 0) for count in counts), _MOST_TOKENS)
