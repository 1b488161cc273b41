"""The OpenAI API's images against a scripted server."""

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
from tests.provider.answers import Answer, Delivery
from tests.provider.running import KEY, openai_images, running_provider
from tests.provider.server import Provider

_PROMPT = "A raging pink axolotl on a flat uniform background in #00ff00"


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[Provider]:
    with running_provider(tmp_path, side_px=128) as provider:
        yield provider


def _request(kind: str = "twitch_emote", changed: bytes | None = None, shown: tuple[bytes, ...] = ()) -> PaintRequest:
    return PaintRequest(uuid4(), asset_type(kind), Brief(), _PROMPT, 0, (), changed=changed, shown=shown)


def _painted(
    provider: Provider, request: PaintRequest | None = None, *, model: str = "test-image", seconds: float = 5.0
) -> Picture:
    artist = openai_images(provider.url, model=model, call_seconds=seconds)
    request, answer = request or _request(), BytesIO()
    artist.paint(request, answer)
    return artist.picture(request, answer.getvalue())


def _error(provider: Provider, outcome: str, *, seconds: float = 5.0) -> ArtistError:
    provider.script(outcome)
    with pytest.raises(ArtistError) as caught:
        _painted(provider, seconds=seconds)
    return caught.value


@pytest.mark.parametrize(
    ("kind", "size"),
    [("twitch_emote", "1024x1024"), ("youtube_thumbnail", "1536x1024"), ("twitch_profile_banner", "1536x1024")],
)
def test_a_picture_of_words_is_asked_for_by_json(provider: Provider, kind: str, size: str) -> None:
    _painted(provider, _request(kind))
    (call,) = provider.seen
    assert call.path == "/images/generations"
    assert call.headers["Authorization"] == f"Bearer {KEY}"
    asked = {"model": "test-image", "prompt": _PROMPT, "size": size, "n": 1, "response_format": "b64_json"}
    assert call.json == asked


def test_models_that_always_send_the_picture_are_not_told_to(provider: Provider) -> None:
    _painted(provider, model="gpt-image-1")
    assert "response_format" not in provider.seen[0].json


def test_without_a_key_nothing_is_said_of_one(provider: Provider) -> None:
    artist = openai_images(provider.url, key="")
    artist.paint(_request(), BytesIO())
    assert "Authorization" not in provider.seen[0].headers


@pytest.mark.parametrize(
    ("changed", "shown", "names"),
    [
        (b"changed", (), [b'"image"']),
        (b"changed", (b"one", b"two"), [b'"image[]"'] * 3),
        (None, (b"one",), [b'"image"']),
    ],
)
def test_pictures_to_go_by_are_sent_as_a_form(
    provider: Provider, changed: bytes | None, shown: tuple[bytes, ...], names: list[bytes]
) -> None:
    _painted(provider, _request(changed=changed, shown=shown))
    (call,) = provider.seen
    assert call.path == "/images/edits"
    parts = call.body.split(b"--" + call.headers["Content-Type"].partition("boundary=")[2].encode())
    files = [part for part in parts if b"filename=" in part]
    assert [part.partition(b"name=")[2].partition(b";")[0] for part in files] == names
    sent = [part.partition(b"\r\n\r\n")[2].rstrip() for part in files]
    assert sent == [picture for picture in (changed, *shown) if picture]
    assert _PROMPT.encode() in call.body


@pytest.mark.parametrize(("outcome", "format_"), [("200", "PNG"), ("jpeg", "JPEG"), ("url", "PNG")])
def test_the_picture_comes_with_the_answer_or_from_the_same_server(
    provider: Provider, outcome: str, format_: str
) -> None:
    provider.script(outcome)
    picture = _painted(provider)
    with Image.open(BytesIO(picture.master)) as image:
        assert image.format == format_
    assert picture.receipt is not None
    assert (picture.receipt.micro_dollars, picture.receipt.request_id) == (50_000, "req-1")
    assert (picture.receipt.usage.read, picture.receipt.usage.painted) == (50, 4160)


def test_an_address_elsewhere_is_never_asked(provider: Provider) -> None:
    error = _error(provider, "url_elsewhere")
    assert isinstance(error, NoPicture)
    assert not error.worth_another


def _asked_address(provider: Provider, *answers: Answer) -> NoPicture | None:
    """Have the address of a picture answered so; return the error, if it came to one."""
    picture = Answer.of(200, {"data": [{"url": f"{provider.url}/files/picture.png"}]})
    provider.answers.extend([picture, *answers])
    try:
        _painted(provider)
    except NoPicture as error:
        return error
    return None


def test_a_picture_that_is_gone_is_not_paid_for_again(provider: Provider) -> None:
    error = _error(provider, "url_gone")
    assert isinstance(error, NoPicture)
    assert not error.worth_another


@pytest.mark.parametrize("status", [204, 301, 302, 307, 401, 403, 404])
def test_an_address_that_gives_no_picture_is_asked_once(provider: Provider, status: int) -> None:
    elsewhere = {"Location": f"{provider.url}/files/picture.png"}
    error = _asked_address(provider, Answer(status, b"", headers=elsewhere), Answer(200, b"left over"))
    assert error
    assert not error.worth_another
    assert len(provider.answers) == 1
    assert len(provider.seen) == 1


@pytest.mark.parametrize(
    "answer", [Answer(500, b"down"), Answer(503, b"down"), Answer(429, b"busy"), Answer(200, b"", Delivery.CUT)]
)
def test_a_picture_is_asked_for_again_where_it_lies(provider: Provider, answer: Answer) -> None:
    assert _asked_address(provider, answer) is None
    assert len(provider.seen) == 1


def test_a_file_server_that_stays_away_is_left_alone(provider: Provider) -> None:
    error = _asked_address(provider, *[Answer(503, b"down")] * 3)
    assert error
    assert not error.worth_another
    assert len(provider.seen) == 1
    assert not provider.answers


@pytest.mark.parametrize("outcome", ["no_image", "null_data", "truncated", "wrong_magic", "bad_base64"])
def test_an_answer_without_a_picture_is_worth_another_call(provider: Provider, outcome: str) -> None:
    error = _error(provider, outcome)
    assert isinstance(error, NoPicture)
    assert error.worth_another


@pytest.mark.parametrize(
    ("outcome", "reason"),
    [
        ("bad_key", RestReason.KEY),
        ("region", RestReason.REGION),
        ("billing", RestReason.BILLING),
        ("quota", RestReason.BILLING),
        ("model_gone", RestReason.MODEL_GONE),
    ],
)
def test_what_only_the_operator_can_mend_is_told_apart(provider: Provider, outcome: str, reason: RestReason) -> None:
    error = _error(provider, outcome)
    assert isinstance(error, ArtistMisconfigured)
    assert error.reason is reason


@pytest.mark.parametrize(("outcome", "seconds"), [("rate_limit", 12), ("rate_limit_header", 3)])
def test_a_limit_of_a_minute_is_waited_for(provider: Provider, outcome: str, seconds: float) -> None:
    error = _error(provider, outcome)
    assert isinstance(error, ArtistBusy)
    assert error.retry_after_seconds == seconds


def test_other_failures_are_told_apart(provider: Provider) -> None:
    assert isinstance(_error(provider, "prompt_blocked"), PromptRefused)
    assert isinstance(_error(provider, "bad_argument"), RequestRejected)
    spent = _error(provider, "day_quota")
    assert isinstance(spent, ArtistQuotaSpent)
    assert spent.resets_in_seconds == 7_384


@pytest.mark.parametrize(("outcome", "was_taken"), [("500", False), ("503", False), ("504", True), ("cut", True)])
def test_a_call_that_may_have_been_paid_for_is_told_apart(provider: Provider, outcome: str, was_taken: bool) -> None:
    error = _error(provider, outcome)
    assert isinstance(error, ArtistUnavailable)
    assert error.was_taken is was_taken


def test_a_server_that_quotes_the_key_does_not_get_it_into_an_error(provider: Provider) -> None:
    error = _error(provider, "quotes_the_key")
    assert "[key]" in str(error)
    assert KEY not in str(error)


def test_slow_and_endless_answers_end(provider: Provider) -> None:
    began = monotonic()
    assert isinstance(_error(provider, "drip", seconds=1.0), ArtistUnavailable)
    assert monotonic() - began < 3
    endless = _error(provider, "huge_body")
    assert isinstance(endless, NoPicture)
    assert not endless.worth_another


def test_the_server_can_be_asked_for_nothing(provider: Provider) -> None:
    openai_images(provider.url).check()
    with pytest.raises(ArtistUnavailable):
        openai_images("http://127.0.0.1:1").check()
