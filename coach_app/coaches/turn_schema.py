"""The shape of a model's turn, as each kind of server wants it described."""

from pydantic import JsonValue

from coach_app.coaches.turn_prompt import FLAG_SLOTS, LIST_SLOTS, SLOT_MEANINGS

JsonObject = dict[str, JsonValue]

# The order in which a model shall write them: what is read first comes first.
TURN_FIELDS: tuple[JsonValue, ...] = ("reply", "brief", "missing", "suggestions", "ready")
_TEXTS: JsonObject = {"type": "array", "items": {"type": "string"}}


def gemini_schema() -> JsonObject:
    """Return Gemini's `responseSchema`: a part of OpenAPI's, in which what may be null says so beside its type."""
    slots: JsonObject = {
        slot: {"type": "boolean"}
        if slot in FLAG_SLOTS
        else _TEXTS
        if slot in LIST_SLOTS
        else {"type": "string", "nullable": True}
        for slot in SLOT_MEANINGS
    }
    brief = _object(slots) | {"propertyOrdering": list[JsonValue](slots)}
    return _object(_turn(brief)) | {"propertyOrdering": [*TURN_FIELDS]}


def json_schema() -> JsonObject:
    """Return the JSON Schema of OpenAI's strict mode: everything is required, and nothing else may come."""
    slots: JsonObject = {
        slot: {"type": "boolean"}
        if slot in FLAG_SLOTS
        else _TEXTS
        if slot in LIST_SLOTS
        else {"type": ["string", "null"]}
        for slot in SLOT_MEANINGS
    }
    closed: JsonObject = {"additionalProperties": False}
    return _object(_turn(_object(slots) | closed)) | closed


def _turn(brief: JsonObject) -> JsonObject:
    return {
        "reply": {"type": "string"},
        "brief": brief,
        "missing": _TEXTS,
        "suggestions": _TEXTS,
        "ready": {"type": "boolean"},
    }


def _object(properties: JsonObject) -> JsonObject:
    return {"type": "object", "properties": properties, "required": list[JsonValue](properties)}
