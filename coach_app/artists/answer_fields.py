"""Fields of answers that nothing hangs on: what is odd in them counts as absent, and costs nobody a picture."""

from typing import Annotated

from pydantic import BeforeValidator, ValidationError, ValidatorFunctionWrapHandler


def _count(value: object) -> object:
    return value if type(value) is int else None


def _text(value: object) -> object:
    return value if isinstance(value, str) else None


def or_absent(value: object, read: ValidatorFunctionWrapHandler) -> object:
    """Return a part of the answer, or None for one that cannot be read: the function of a WrapValidator."""
    try:
        found: object = read(value)
    except ValidationError:
        return None
    return found


Count = Annotated[int | None, BeforeValidator(_count)]
Text = Annotated[str | None, BeforeValidator(_text)]
