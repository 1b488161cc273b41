"""Nano Banana against a scripted server: what it asks for, what it reads, and what each failure means."""

import base64
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from time import monotonic
from uuid import uuid4

import pytest
from PIL import Image

from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.errors import (
    ArtistBusy,
    ArtistError,
    ArtistMisconfigured,
    ArtistQuotaSpent,
    ArtistUnavailable,
    NoPicture,
    PromptRefused,
    RequestRejected,
)
from coach_app.domain.ports import PaintRequest, Picture
from coach_app.domain.provider_health import RestReason
from coach_app.domain.refusals import RefusalKind
from tests.provider.running import KEY, nano_banana, running_provider
from tests.provider.server import Provider

_PROMPT = "A raging pink axolotl on a flat uniform background in #00ff00"


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[Provider]:
    with running_provider(tmp_path, side_px=128) as provider:
        yield provider


def _request(kind: str = "twitch_emote", changed: bytes | None = None, shown: tuple[bytes, ...] = ()) -> PaintRequest:
    return PaintRequest(uuid4(), asset_type(kind), Brief(), _PROMPT, 0, (), changed=changed, shown=shown)


def _painted(provider: Provider, request: PaintRequest | None = None, *, call_seconds: float = 5.0) -> Picture:
    artist, request, answer = nano_banana(provider.url, call_seconds=call_seconds), request or _request(), BytesIO()
    artist.paint(request, answer)
    return artist.picture(request, answer.getvalue())


def _error(provider: Provider, outcome: str) -> ArtistError:
    provider.script(outcome)
    with pytest.raises(ArtistError) as caught:
        _painted(provider)
    return caught.value


def test_the_key_goes_in_a_header_and_the_prompt_as_it_is(provider: Provider) -> None:
    _painted(provider)
    (call,) = provider.seen
    assert call.path == "/v1beta/models/gemini-nano-banana-2.1:generateContent"
    assert call.headers["x-goog-api-key"] == KEY
    assert KEY.encode() not in call.body
    assert call.json["contents"] == [{"role": "user", "parts": [{"text": _PROMPT}]}]
    assert call.json["generationConfig"] == {
        "responseModalities": ["TEXT", "IMAGE"],
        "imageConfig": {"aspectRatio": "1:1"},
    }


@pytest.mark.parametrize(
    ("kind", "image"),
    [
        ("youtube_thumbnail", {"aspectRatio": "16:9"}),
        ("youtube_banner", {"aspectRatio": "16:9", "imageSize": "2K"}),
    ],
)
def test_shape_and_size_come_from_the_asset_type(provider: Provider, kind: str, image: dict[str, str]) -> None:
    _painted(provider, _request(kind))
    assert provider.seen[0].json["generationConfig"]["imageConfig"] == image


def test_the_picture_to_change_comes_before_those_to_go_by(provider: Provider) -> None:
    jpeg = b"\xff\xd8\xffjpeg"
    _painted(provider, _request(changed=jpeg, shown=(b"one", b"two")))
    parts = provider.seen[0].json["contents"][0]["parts"]
    assert [base64.b64decode(part["inlineData"]["data"]) for part in parts[1:]] == [jpeg, b"one", b"two"]
    assert [part["inlineData"]["mimeType"] for part in parts[1:]] == ["image/jpeg", "image/png", "image/png"]


@pytest.mark.parametrize(
    ("outcome", "format_", "side"),
    [("200", "PNG", 128), ("jpeg", "JPEG", 128), ("thoughts", "PNG", 128), ("snake_case", "PNG", 128)],
)
def test_the_last_picture_that_is_no_thought_is_taken(
    provider: Provider, outcome: str, format_: str, side: int
) -> None:
    provider.script(outcome)
    picture = _painted(provider)
    with Image.open(BytesIO(picture.master)) as image:
        assert (image.format, image.size) == (format_, (side, side))


def test_the_receipt_says_what_it_cost(provider: Provider) -> None:
    receipt = _painted(provider).receipt
    assert receipt is not None
    assert (receipt.model, receipt.request_id) == ("gemini-nano-banana-2.1", "resp-1")
    assert (receipt.usage.read, receipt.usage.written, receipt.usage.painted) == (263, 180, 1120)
    # 263 x 1.50 + 180 x 7.50 + 1120 x 30 dollars a million.
    assert receipt.micro_dollars == 35_345


def test_a_picture_costs_about_three_cents() -> None:
    artist = nano_banana("http://localhost:1")
    assert artist.price_micro_dollars(asset_type("twitch_emote")) == 34_050
    assert artist.price_micro_dollars(asset_type("youtube_banner")) == 50_850


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [
        ("prompt_blocked", RefusalKind.WISH),
        ("prompt_blocked_other", RefusalKind.WISH),
        ("image_blocked", RefusalKind.PICTURE),
        ("image_recitation", RefusalKind.LOOKALIKE),
        ("image_prohibited", RefusalKind.LOOKALIKE),
    ],
)
def test_a_refusal_says_what_was_refused_and_what_it_cost(provider: Provider, outcome: str, kind: RefusalKind) -> None:
    error = _error(provider, outcome)
    assert isinstance(error, PromptRefused)
    assert error.kind is kind
    assert error.receipt is not None
    assert error.receipt.usage.painted == 0


@pytest.mark.parametrize(
    "outcome",
    [
        "no_image",
        "image_other",
        "text_only",
        "max_tokens",
        "no_candidates",
        "null_candidates",
        "truncated",
        "wrong_magic",
        "bad_base64",
    ],
)
def test_an_answer_without_a_picture_is_worth_another_call(provider: Provider, outcome: str) -> None:
    error = _error(provider, outcome)
    assert isinstance(error, NoPicture)
    assert error.worth_another
    assert ("axolotl" in error.said) == (outcome == "text_only")


@pytest.mark.parametrize("outcome", ["huge_body", "huge_picture"])
def test_what_is_too_large_is_not_asked_for_again(provider: Provider, outcome: str) -> None:
    error = _error(provider, outcome)
    assert isinstance(error, NoPicture)
    assert not error.worth_another


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        ("bad_key", RestReason.KEY),
        ("unauthenticated", RestReason.KEY),
        ("forbidden", RestReason.KEY),
        ("region", RestReason.REGION),
        ("payment", RestReason.BILLING),
        ("model_gone", RestReason.MODEL_GONE),
        ("no_billing", RestReason.BILLING),
        ("credits", RestReason.BILLING),
    ],
)
def test_what_only_the_operator_can_mend_is_told_apart(provider: Provider, outcome: str, reason: RestReason) -> None:
    error = _error(provider, outcome)
    assert isinstance(error, ArtistMisconfigured)
    assert error.reason is reason


@pytest.mark.parametrize(("outcome", "seconds"), [("rate_limit", 2), ("rate_limit_plain", 1.5)])
def test_a_minutes_quota_is_waited_for(provider: Provider, outcome: str, seconds: float) -> None:
    error = _error(provider, outcome)
    assert isinstance(error, ArtistBusy)
    assert error.retry_after_seconds == seconds


def test_a_days_quota_says_when_it_begins_anew(provider: Provider) -> None:
    error = _error(provider, "day_quota")
    assert isinstance(error, ArtistQuotaSpent)
    assert error.resets_in_seconds == 10 * 3_600 + 17 * 60 + 34


@pytest.mark.parametrize("outcome", ["bad_argument", "redirect"])
def test_a_request_that_is_not_understood_is_our_fault(provider: Provider, outcome: str) -> None:
    assert isinstance(_error(provider, outcome), RequestRejected)


@pytest.mark.parametrize(
    ("outcome", "was_taken"),
    [("500", False), ("502", False), ("503", False), ("504", True), ("cut", True), ("half", True)],
)
def test_a_call_that_may_have_been_paid_for_is_told_apart(provider: Provider, outcome: str, was_taken: bool) -> None:
    error = _error(provider, outcome)
    assert isinstance(error, ArtistUnavailable)
    assert error.was_taken is was_taken


def test_a_server_that_is_not_there_has_taken_nothing() -> None:
    with pytest.raises(ArtistUnavailable) as caught:
        nano_banana("http://127.0.0.1:1").paint(_request(), BytesIO())
    assert not caught.value.was_taken


def test_an_answer_that_drips_is_cut_off_in_time(provider: Provider) -> None:
    provider.script("drip")
    began = monotonic()
    with pytest.raises(ArtistUnavailable) as caught:
        _painted(provider, call_seconds=1.0)
    assert caught.value.was_taken
    assert monotonic() - began < 3


def test_a_server_that_quotes_the_key_does_not_get_it_into_an_error(provider: Provider) -> None:
    error = _error(provider, "quotes_the_key")
    assert isinstance(error, RequestRejected)
    assert "[key]" in str(error)
    assert KEY not in str(error)


def test_nothing_is_retried_in_the_client(provider: Provider) -> None:
    _error(provider, "503")
    assert len(provider.seen) == 1


def test_the_model_can_be_asked_after_for_nothing(provider: Provider) -> None:
    nano_banana(provider.url).check()
    provider.script("model_gone")
    with pytest.raises(ArtistMisconfigured) as caught:
        nano_banana(provider.url).check()
    assert caught.value.reason is RestReason.MODEL_GONE
    assert not provider.seen
