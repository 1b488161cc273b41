"""An answer that is not 200, and what can be read of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pydantic import JsonValue, TypeAdapter, ValidationError

from coach_app.domain.errors import ArtistError
from coach_app.domain.hidden_key import HiddenKey

JsonObject = dict[str, JsonValue]

# Unlike json.loads it calls what is nested too deeply an error, too.
_JSON: TypeAdapter[JsonValue] = TypeAdapter(JsonValue)


@dataclass(frozen=True, slots=True)
class ErrorAnswer:
    """The status, the headers with their names in small letters, and the beginning of the body; what is told of it goes
    without our `key`."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    key: HiddenKey

    @property
    def error(self) -> JsonObject:
        """Return what the body says of the error; nothing where it cannot be read."""
        try:
            value = _JSON.validate_json(self.body)
        except ValidationError:
            return {}
        # Some streams answer with a list of one.
        value = value[0] if isinstance(value, list) and value else value
        error = value.get("error") if isinstance(value, dict) else None
        return error if isinstance(error, dict) else {}


Explain = Callable[[ErrorAnswer], ArtistError]
"""Tells what went wrong."""


def text_of(value: JsonValue) -> str:
    """Return a text; empty where it is none."""
    return value if isinstance(value, str) else ""


def objects_of(value: JsonValue) -> list[JsonObject]:
    """Return the objects of a list; none where it is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
