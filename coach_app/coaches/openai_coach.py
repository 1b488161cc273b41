"""A coach that asks a server with OpenAI's API: OpenAI itself, Ollama, llama.cpp, vLLM, LM Studio, LocalAI.

Source: platform.openai.com, chat completions with streaming and structured outputs, read 2026-11.
"""

import json
from collections.abc import AsyncGenerator
from contextlib import aclosing

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from coach_app.coaches.model_coach import Model, ModelCoach, Piece
from coach_app.coaches.sse import events
from coach_app.coaches.thoughts import Thoughts
from coach_app.coaches.turn_prompt import conversation, instruction
from coach_app.coaches.turn_schema import JsonObject, json_schema
from coach_app.coaches.upstream import Patience, Upstream
from coach_app.domain.errors import CoachFailed, CoachRefused, CoachUnavailable, CoachUnusable
from coach_app.domain.hidden_key import HiddenKey
from coach_app.domain.ports import PropCatalogue, TurnRequest
from coach_app.domain.provider_words import tokens
from coach_app.domain.spending import TokenUsage

_USAGE: JsonObject = {"stream_options": {"include_usage": True}}
# Not every server knows all that this asks for: each step asks for less.
_WISHES: tuple[JsonObject, ...] = (
    {
        **_USAGE,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "turn", "strict": True, "schema": json_schema()},
        },
    },
    {**_USAGE, "response_format": {"type": "json_object"}},
    {},
)
_SCHEMA = f"\n\nThe JSON Schema of your answer:\n{json.dumps(json_schema())}"


class _Wire(BaseModel):
    """Everything may be missing or null."""

    model_config = ConfigDict(extra="ignore")


class _Delta(_Wire):
    """Thoughts come as `reasoning_content`, which is nobody's business here."""

    content: str | None = None
    refusal: str | None = None


class _Choice(_Wire):
    delta: _Delta | None = None
    finish_reason: str | None = None


class _Usage(_Wire):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None


class _Chunk(_Wire):
    id: str | None = None
    choices: list[_Choice] | None = None
    usage: _Usage | None = None
    error: JsonValue = None

    @property
    def choice(self) -> _Choice:
        return self.choices[0] if self.choices else _Choice()

    @property
    def delta(self) -> _Delta:
        return self.choice.delta or _Delta()

    @property
    def token_usage(self) -> TokenUsage | None:
        return (
            TokenUsage(tokens(self.usage.prompt_tokens), tokens(self.usage.completion_tokens)) if self.usage else None
        )


class OpenAiCoach(ModelCoach):
    """`key` is empty for servers that want none."""

    def __init__(
        self, model: Model, props: PropCatalogue, *, base_url: str, key: str, patience: Patience | None = None
    ) -> None:
        super().__init__(model, props, HiddenKey(key))
        headers = {"Authorization": b"Bearer " + key.strip().encode()} if key.strip() else {}
        self._models = f"{base_url}/models"
        self._upstream = Upstream(f"{base_url}/chat/completions", headers, self._key, patience or Patience())

    async def check(self) -> None:
        """Ask for the list of models. Raises CoachFailed's kinds."""
        await self._upstream.check(self._models)

    async def _pieces(self, request: TurnRequest) -> AsyncGenerator[Piece, None]:
        thoughts, is_finished = Thoughts(), False
        failure: CoachFailed | None = None
        bodies = (_body(self._model.name, request, wish) for wish in _WISHES)
        async with self._upstream.post(*bodies) as answer:
            answer.check()
            try:
                async with aclosing(events(answer.chunks())) as data:
                    async for event in data:
                        chunk = _read(event)
                        yield Piece(thoughts.left_out(chunk.delta.content or ""), chunk.token_usage, chunk.id or "")
                        # The tokens are counted in a chunk of their own, after the one that says why it ended.
                        failure = failure or _failure(chunk)
                        is_finished = is_finished or chunk.choice.finish_reason is not None
            except CoachFailed as exc:
                failure = failure or exc
        if failure:
            raise failure
        if not is_finished:
            raise CoachUnavailable("a stream that ends early")


def _read(event: str) -> _Chunk:
    try:
        return _Chunk.model_validate_json(event)
    except ValidationError as exc:
        raise CoachUnusable("not an event of a chat completion") from exc


def _failure(chunk: _Chunk) -> CoachFailed | None:
    """Return what the chunk says went wrong, if anything."""
    if chunk.error is not None:
        return CoachUnavailable("an error in mid-stream")
    if chunk.delta.refusal or chunk.choice.finish_reason == "content_filter":
        return CoachRefused("declined")
    return CoachUnusable("cut off") if chunk.choice.finish_reason == "length" else None


def _body(model: str, request: TurnRequest, wish: JsonObject) -> JsonObject:
    # A server that enforces the shape need not be told of it.
    system = instruction(request) + ("" if wish is _WISHES[0] else _SCHEMA)
    messages: list[JsonValue] = [{"role": "system", "content": system}]
    messages += [
        {"role": "assistant" if said.who == "coach" else "user", "content": said.text} for said in conversation(request)
    ]
    return {"model": model, "messages": messages, "stream": True, **wish}
