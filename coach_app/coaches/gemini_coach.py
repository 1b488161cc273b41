"""A coach that asks Google's Gemini API.

Source: generativelanguage.googleapis.com v1beta, streamGenerateContent and structured output, read 2026-11.
"""

from collections.abc import AsyncGenerator
from contextlib import aclosing

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from coach_app.coaches.model_coach import Model, ModelCoach, Piece
from coach_app.coaches.sse import events
from coach_app.coaches.turn_prompt import conversation, instruction
from coach_app.coaches.turn_schema import JsonObject, gemini_schema
from coach_app.coaches.upstream import Patience, Upstream
from coach_app.domain.errors import CoachRefused, CoachUnavailable, CoachUnusable
from coach_app.domain.hidden_key import HiddenKey
from coach_app.domain.ports import PropCatalogue, TurnRequest
from coach_app.domain.provider_words import tokens
from coach_app.domain.spending import TokenUsage

_FINISHED = "STOP"
# Why an answer ended before it was whole, without that anybody has declined it.
_CUT_OFF = frozenset({"MAX_TOKENS", "OTHER", "MALFORMED_RESPONSE", "MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL"})
# Many times what a turn takes; it is there for a model that goes on and on.
_MAX_TOKENS = 8_192


class _Wire(BaseModel):
    """Everything may be missing or null."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)


class _Part(_Wire):
    text: str | None = None
    thought: bool | None = None


class _Content(_Wire):
    parts: list[_Part] | None = None


class _Candidate(_Wire):
    content: _Content | None = None
    finish_reason: str | None = Field(default=None, alias="finishReason")


class _Feedback(_Wire):
    block_reason: str | None = Field(default=None, alias="blockReason")


class _Usage(_Wire):
    read: int | None = Field(default=None, alias="promptTokenCount")
    written: int | None = Field(default=None, alias="candidatesTokenCount")
    thought: int | None = Field(default=None, alias="thoughtsTokenCount")


class _Chunk(_Wire):
    candidates: list[_Candidate] | None = None
    feedback: _Feedback | None = Field(default=None, alias="promptFeedback")
    usage: _Usage | None = Field(default=None, alias="usageMetadata")
    response_id: str | None = Field(default=None, alias="responseId")
    error: JsonValue = None

    @property
    def piece(self) -> Piece:
        """What it says, thoughts left out, and what has been counted up to it."""
        contents = [candidate.content for candidate in (self.candidates or [])[:1]]
        parts = [part for content in contents if content for part in content.parts or []]
        text = "".join(part.text or "" for part in parts if not part.thought)
        used = self.usage
        usage = TokenUsage(tokens(used.read), tokens(used.written, used.thought)) if used else None
        return Piece(text, usage, self.response_id or "")

    @property
    def finish_reason(self) -> str | None:
        return self.candidates[0].finish_reason if self.candidates else None


class GeminiCoach(ModelCoach):
    """The key goes in a header: an address would take it into logs."""

    def __init__(
        self, model: Model, props: PropCatalogue, *, base_url: str, key: str, patience: Patience | None = None
    ) -> None:
        super().__init__(model, props, HiddenKey(key))
        self._description = f"{base_url}/v1beta/models/{model.name}"
        url = f"{self._description}:streamGenerateContent?alt=sse"
        self._upstream = Upstream(url, {"x-goog-api-key": key.strip().encode()}, self._key, patience or Patience())

    async def check(self) -> None:
        """Ask for the model's description. Raises CoachFailed's kinds."""
        await self._upstream.check(self._description)

    async def _pieces(self, request: TurnRequest) -> AsyncGenerator[Piece, None]:
        is_finished = False
        async with self._upstream.post(*_bodies(request)) as answer:
            answer.check()
            async with aclosing(events(answer.chunks())) as data:
                async for event in data:
                    chunk = _read(event)
                    yield chunk.piece
                    _refuse(chunk)
                    is_finished = is_finished or chunk.finish_reason == _FINISHED
        if not is_finished:
            raise CoachUnavailable("a stream that ends early")


def _read(event: str) -> _Chunk:
    try:
        return _Chunk.model_validate_json(event)
    except ValidationError as exc:
        raise CoachUnusable("not an event of Gemini") from exc


def _refuse(chunk: _Chunk) -> None:
    """Raise what the chunk says went wrong."""
    if chunk.error is not None:
        raise CoachUnavailable("an error in mid-stream")
    if chunk.feedback and chunk.feedback.block_reason:
        raise CoachRefused("prompt blocked")
    if chunk.finish_reason in _CUT_OFF:
        raise CoachUnusable("cut off")
    if chunk.finish_reason and chunk.finish_reason != _FINISHED:
        raise CoachRefused("answer blocked")


def _bodies(request: TurnRequest) -> tuple[JsonObject, JsonObject]:
    """Return what is sent, and what to models that do not think in levels."""
    contents: list[JsonValue] = [
        {"role": "model" if said.who == "coach" else "user", "parts": [{"text": said.text}]}
        for said in conversation(request)
    ]
    said: JsonObject = {"systemInstruction": {"parts": [{"text": instruction(request)}]}, "contents": contents}
    config: JsonObject = {
        "responseMimeType": "application/json",
        "responseSchema": gemini_schema(),
        "maxOutputTokens": _MAX_TOKENS,
    }
    thinking: JsonObject = {"thinkingConfig": {"thinkingLevel": "low"}}
    return said | {"generationConfig": config | thinking}, said | {"generationConfig": config}
