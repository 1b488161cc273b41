"""What we send, and what the scripted provider answers, held against the types that the vendors publish."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from google.genai import types as gemini_types
from openai.types import ImagesResponse
from openai.types.chat import ChatCompletionChunk
from openai.types.chat.completion_create_params import CompletionCreateParamsStreaming
from openai.types.image_edit_params import ImageEditParamsNonStreaming
from openai.types.image_generate_params import ImageGenerateParamsNonStreaming
from pydantic import TypeAdapter

from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetType, AssetTypeId
from coach_app.domain.brief import Brief
from coach_app.domain.ports import PaintRequest
from tests.coaches.asking_models import ask, gemini, openai
from tests.provider import gemini as gemini_answers
from tests.provider import openai as openai_answers
from tests.provider.chat import chat_provider
from tests.provider.running import nano_banana, openai_images, running_provider
from tests.provider.server import Provider

_KINDS = pytest.mark.parametrize("kind", ASSET_TYPES.values(), ids=lambda kind: kind.id)
# What is no JSON, or is wrong on purpose.
_UNLIKE = {"hang", "cut", "drip", "half", "truncated", "huge_body", "502", "redirect", "snake_case", "bad_base64"}


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[Provider]:
    with running_provider(tmp_path, side_px=64) as provider:
        yield provider


def _request(kind: AssetType, *, shown: tuple[bytes, ...] = ()) -> PaintRequest:
    return PaintRequest(uuid4(), kind, Brief(), "A cat", 0, (), shown=shown)


def _checked_gemini(body: dict[str, Any]) -> gemini_types.GenerateContentConfig:
    """Return the request's settings; the SDK's types take no field that they do not know."""
    config = gemini_types.GenerateContentConfig.model_validate(body["generationConfig"])
    for content in body["contents"]:
        gemini_types.Content.model_validate(content)
    if "systemInstruction" in body:
        gemini_types.Content.model_validate(body["systemInstruction"])
    assert set(body) <= {"contents", "generationConfig", "systemInstruction"}
    # The SDK refuses these for the Gemini API, which is not Vertex.
    if image := config.image_config:
        assert (image.person_generation, image.output_mime_type, image.output_compression_quality) == (None,) * 3
    return config


@_KINDS
def test_a_picture_is_asked_of_gemini_in_its_own_types(provider: Provider, kind: AssetType) -> None:
    nano_banana(provider.url).paint(_request(kind, shown=(b"png",)), BytesIO())
    image = _checked_gemini(provider.seen[0].json).image_config
    assert image is not None
    assert (image.aspect_ratio, image.image_size or "1K") == (kind.ask_ratio, kind.ask_size)


def test_a_turn_is_asked_of_gemini_in_its_own_types() -> None:
    with chat_provider() as server:
        ask(gemini(server.url))
        assert _checked_gemini(server.calls[0].body).response_mime_type == "application/json"


@_KINDS
def test_a_picture_is_asked_of_openai_in_its_own_types(provider: Provider, kind: AssetType) -> None:
    openai_images(provider.url).paint(_request(kind), BytesIO())
    asked = provider.seen[0].json
    assert set(asked) <= set(ImageGenerateParamsNonStreaming.__annotations__)
    TypeAdapter(ImageGenerateParamsNonStreaming).validate_python(asked)


def test_a_change_is_asked_of_openai_in_its_own_fields(provider: Provider) -> None:
    openai_images(provider.url).paint(_request(ASSET_TYPES[AssetTypeId.TWITCH_EMOTE], shown=(b"a", b"b")), BytesIO())
    names = {part.partition(b'"')[0].decode() for part in provider.seen[0].body.split(b'; name="')[1:]}
    assert {name.removesuffix("[]") for name in names} <= set(ImageEditParamsNonStreaming.__annotations__)


def test_a_turn_is_asked_of_openai_in_its_own_types() -> None:
    with chat_provider() as server:
        ask(openai(server.url))
        asked = server.calls[0].body
    assert set(asked) <= set(CompletionCreateParamsStreaming.__annotations__)
    TypeAdapter(CompletionCreateParamsStreaming).validate_python(asked)


@pytest.mark.parametrize("outcome", [name for name in gemini_answers.OUTCOMES if name not in _UNLIKE])
def test_the_scripted_gemini_answers_as_the_types_say(outcome: str) -> None:
    request = {
        "contents": [{"parts": [{"text": "A cat"}]}],
        "generationConfig": {"imageConfig": {"aspectRatio": "1:1"}},
    }
    answer = gemini_answers.answer(outcome, request, side_px=64)
    body = json.loads(answer.body)
    if answer.status != 200:
        assert body["error"]["code"] == answer.status
        assert set(body["error"]) == {"code", "message", "status", "details"}
        return
    response = gemini_types.GenerateContentResponse.model_validate(body)
    reasons = [candidate.finish_reason for candidate in response.candidates or []]
    assert all(reason in list(gemini_types.FinishReason) for reason in reasons)
    assert reasons or response.prompt_feedback or outcome in ("no_candidates", "null_candidates")


@pytest.mark.parametrize("outcome", ["200", "jpeg", "url", "no_image"])
def test_the_scripted_openai_answers_as_the_types_say(outcome: str) -> None:
    answer = openai_answers.answer(outcome, b"A cat 1024x1024", "http://localhost", side_px=64)
    response = ImagesResponse.model_validate_json(answer.body, strict=True)
    assert len(response.data or []) == (0 if outcome == "no_image" else 1)


def test_the_scripted_chat_answers_as_the_types_say() -> None:
    with chat_provider() as server:
        gemini_chunks = list(_events(f"{server.url}/v1beta/models/m:streamGenerateContent?alt=sse", {"contents": []}))
        openai_chunks = list(_events(f"{server.url}/v1/chat/completions", {"messages": []}))
    for chunk in gemini_chunks:
        gemini_types.GenerateContentResponse.model_validate_json(chunk)
    for chunk in openai_chunks:
        ChatCompletionChunk.model_validate_json(chunk)
    assert min(len(gemini_chunks), len(openai_chunks)) > 3


def _events(url: str, body: dict[str, object]) -> Iterator[str]:
    with httpx.stream("POST", url, json=body, trust_env=False) as response:
        for line in response.iter_lines():
            data = line.removeprefix("data: ")
            if data and data != "[DONE]":
                yield data
