"""Providers that answer what no provider should: each answer becomes what it means, whichever API it speaks."""

import base64
import json
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image

from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.errors import (
    ArtistBusy,
    ArtistError,
    ArtistUnavailable,
    NoPicture,
    PicturesNotTaken,
    PromptRefused,
    RequestRejected,
)
from coach_app.domain.ports import Artist, PaintRequest, Picture
from tests.provider.answers import Answer
from tests.provider.pictures import painted
from tests.provider.running import KEY, nano_banana, openai_images, running_provider
from tests.provider.server import Provider

MakeArtist = Callable[..., Artist]
both = pytest.mark.parametrize("make", [nano_banana, openai_images])


_MOST_TOKENS = 10_000_000
_PICTURE = base64.b64encode(painted("", (128, 128))).decode()
_COUNTS = ["1" + "0" * 30, "3000000000", "-1000000000", "1.5", "1e400", "NaN", '"7"', "true", "[]"]


def _gemini(*parts: object, usage: str = "{}", **more: object) -> Answer:
    body = {"candidates": [{"content": {"parts": parts}, "finishReason": "STOP"}], **more}
    return Answer(200, json.dumps(body).replace("{", f'{{"usageMetadata": {usage}, ', 1).encode())


def _openai(item: object, usage: str = "{}", **headers: str) -> Answer:
    body = json.dumps({"data": [item]}).replace("{", f'{{"usage": {usage}, ', 1)
    return Answer(200, body.encode(), headers=headers)


def _drawn(data: str = _PICTURE) -> dict[str, object]:
    return {"inlineData": {"mimeType": "image/png", "data": data}}


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[Provider]:
    with running_provider(tmp_path, side_px=128) as provider:
        yield provider


def _painted(artist: Artist, *, kind: str = "twitch_emote") -> Picture:
    request, answer = PaintRequest(uuid4(), asset_type(kind), Brief(), "A cat", 0, ()), BytesIO()
    artist.paint(request, answer)
    return artist.picture(request, answer.getvalue())


def _error(artist: Artist) -> ArtistError:
    with pytest.raises(ArtistError) as caught:
        _painted(artist)
    return caught.value


@both
@pytest.mark.parametrize(
    ("status", "kind"), [(400, RequestRejected), (429, ArtistBusy), (500, ArtistUnavailable), (200, NoPicture)]
)
@pytest.mark.parametrize("body", [b"[" * 60_000, b'{"error":' * 7_000, b'{"error": {"message": ' + b"[" * 990])
def test_what_is_nested_without_an_end_cannot_be_read(
    provider: Provider, make: MakeArtist, status: int, kind: type[ArtistError], body: bytes
) -> None:
    provider.answers.append(Answer(status, body))
    assert isinstance(_error(make(provider.url)), kind)


@both
@pytest.mark.parametrize("error", [7, [], {"message": {"a": 1}, "status": [1], "details": {"a": 1}, "code": {}}])
def test_an_error_of_other_types_leaves_the_status(provider: Provider, make: MakeArtist, error: object) -> None:
    provider.answers.append(Answer.of(400, {"error": error}))
    assert isinstance(_error(make(provider.url)), RequestRejected)


@pytest.mark.parametrize("count", _COUNTS)
def test_tokens_are_counted_within_reason(provider: Provider, count: str) -> None:
    usage = f'{{"promptTokenCount": {count}, "candidatesTokenCount": {count}, "thoughtsTokenCount": {count}}}'
    answers: dict[MakeArtist, Answer] = {nano_banana: _gemini(_drawn(), usage=usage)}
    answers[openai_images] = _openai({"b64_json": _PICTURE}, f'{{"input_tokens": {count}, "output_tokens": {count}}}')
    for make, answer in answers.items():
        provider.answers.append(answer)
        receipt = _painted(make(provider.url)).receipt
        assert receipt is not None
        counted = (receipt.usage.read, receipt.usage.written, receipt.usage.painted)
        assert all(0 <= number <= _MOST_TOKENS for number in counted)
        assert 0 <= receipt.micro_dollars < 1_000_000_000


@pytest.mark.parametrize("usage", ["7", "[]", '{"candidatesTokensDetails": 7}', '{"candidatesTokensDetails": [null]}'])
def test_an_odd_bill_does_not_cost_the_picture(provider: Provider, usage: str) -> None:
    provider.answers.extend([_gemini(_drawn(), usage=usage), _openai({"b64_json": _PICTURE}, usage)])
    assert _painted(nano_banana(provider.url)).master
    assert _painted(openai_images(provider.url)).master


@pytest.mark.parametrize("name", ["a\0b", "x" * 100_000, "a\nb\u202e", "\0", 7, None, {}])
def test_names_are_short_and_can_be_stored(provider: Provider, name: object) -> None:
    provider.answers.append(_gemini(_drawn(), modelVersion=name, responseId=name))
    receipt = _painted(nano_banana(provider.url)).receipt
    assert receipt is not None
    assert receipt.model
    for kept in (receipt.model, receipt.request_id):
        assert len(kept) <= 200
        assert kept.isprintable()


def test_the_number_of_a_request_is_short(provider: Provider) -> None:
    provider.answers.append(_openai({"b64_json": _PICTURE}, **{"x-request-id": "r" * 3_000}))
    receipt = _painted(openai_images(provider.url)).receipt
    assert receipt is not None
    assert receipt.request_id == "r" * 200


@pytest.mark.parametrize("data", ["éé", "%%%", "\0", "AAA"])
def test_a_picture_that_cannot_be_read_is_none(provider: Provider, data: str) -> None:
    provider.answers.extend([_gemini(_drawn(data)), _openai({"b64_json": data})])
    for make in (nano_banana, openai_images):
        error = _error(make(provider.url))
        assert isinstance(error, NoPicture)
        assert error.worth_another
        assert error.receipt is not None


_URLS = [
    "{url}/\0",
    "{url}/\n/a",
    "ht\ttp://127.0.0.1/a",
    "{url}/\x7f",
    "{url}/" + "a" * 100_000,
    "http://[/a",
    "http://[::1/",
    "http://127.0.0.1:99999999/a",
    "http://xn--/a",
    "file:///etc/passwd",
    "/files/picture.png",
    "{url}@example.org/a",
    "{user}/files/picture.png",
    "",
]


@pytest.mark.parametrize("url", _URLS)
def test_an_address_that_is_none_is_never_asked(provider: Provider, url: str) -> None:
    address = url.format(url=provider.url, user=provider.url.replace("//", "//somebody@"))
    provider.answers.append(_openai({"url": address}))
    error = _error(openai_images(provider.url))
    assert isinstance(error, NoPicture)
    assert error.worth_another == (not url)


def test_a_models_own_words_can_be_stored_and_shown(provider: Provider) -> None:
    provider.answers.append(_gemini({"text": "I can not\0\n draw \u202ethat." + "x" * 100_000}, {"text": "\n\0"}))
    error = _error(nano_banana(provider.url))
    assert isinstance(error, NoPicture)
    assert error.said.startswith("I can not draw that.xxx")
    assert len(error.said) == 300
    assert error.said.isprintable()


_QUOTED = [KEY, f"Bearer {KEY}", KEY.replace("-", "\\u002d"), KEY[:4] + "\\u202e" + KEY[4:]]


@pytest.mark.parametrize("quoted", _QUOTED)
def test_no_word_of_a_model_and_no_error_shows_the_key(provider: Provider, quoted: str) -> None:
    said = f'{{"candidates": [{{"content": {{"parts": [{{"text": "It is {quoted}, {quoted}."}}]}}}}]}}'
    provider.answers.append(Answer(200, said.encode()))
    error = _error(nano_banana(provider.url))
    assert isinstance(error, NoPicture)
    assert "[key]" in error.said
    assert KEY not in error.said
    for make in (nano_banana, openai_images):
        provider.answers.append(Answer(400, f'{{"error": {{"message": "It is {quoted}"}}}}'.encode()))
        rejected = str(_error(make(provider.url)))
        assert "[key]" in rejected
        assert KEY not in rejected


def test_no_receipt_tells_the_key(provider: Provider) -> None:
    provider.answers.append(_gemini(_drawn(), modelVersion=f"m-{KEY}", responseId=KEY))
    receipt = _painted(nano_banana(provider.url)).receipt
    assert receipt
    assert (receipt.model, receipt.request_id) == ("m-[key]", "[key]")
    provider.answers.append(_openai({"b64_json": _PICTURE}, **{"x-request-id": f"Bearer {KEY}"}))
    receipt = _painted(openai_images(provider.url)).receipt
    assert receipt
    assert receipt.request_id == "Bearer [key]"


@both
def test_a_page_that_forbids_one_request_tells_nothing_of_the_key(provider: Provider, make: MakeArtist) -> None:
    provider.answers.append(Answer(403, b"<html>Blocked by the content firewall</html>"))
    assert isinstance(_error(make(provider.url)), RequestRejected)


@pytest.mark.parametrize("status", [400, 403])
def test_a_filter_of_contents_refuses_the_wish(provider: Provider, status: int) -> None:
    provider.answers.append(Answer.of(status, {"error": {"code": "content_filter", "message": "Filtered."}}))
    assert isinstance(_error(openai_images(provider.url)), PromptRefused)


@pytest.mark.parametrize("status", [404, 405, 501])
def test_a_server_that_only_draws_is_told_from_one_without_the_model(provider: Provider, status: int) -> None:
    request = PaintRequest(uuid4(), asset_type("twitch_emote"), Brief(), "A cat", 0, (), changed=painted("", (64, 64)))
    provider.answers.append(Answer(status, b"<html>Nothing here</html>"))
    with pytest.raises(PicturesNotTaken):
        openai_images(provider.url).paint(request, BytesIO())


def test_no_word_of_a_key_is_shown(provider: Provider) -> None:
    provider.answers.append(Answer.of(400, {"error": {"message": "I do not know secret-word, nor  password."}}))
    rejected = str(_error(nano_banana(provider.url, key="secret-word password")))
    assert rejected == "I do not know [key], nor [key]."


@both
def test_an_error_writes_one_short_line(provider: Provider, make: MakeArtist) -> None:
    message = "Bad.\nERROR everything is lost\r\u2028\x1b[31m" + "x" * 10_000
    provider.answers.append(Answer.of(400, {"error": {"message": message}}))
    rejected = str(_error(make(provider.url)))
    assert rejected.isprintable()
    assert len(rejected) < 320


def _sent(size: tuple[int, int], *, turned: bool = False) -> list[Answer]:
    picture = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6 if turned else 1
    Image.new("RGB", size, "red").save(picture, "JPEG", exif=exif)
    data = base64.b64encode(picture.getvalue()).decode()
    return [_gemini(_drawn(data)), _openai({"b64_json": data})]


@pytest.mark.parametrize(
    ("kind", "size"),
    [
        ("twitch_emote", (1, 1)),
        ("twitch_emote", (1, 4096)),
        ("twitch_emote", (63, 64)),
        ("twitch_emote", (64, 193)),
        ("twitch_emote", (400, 100)),
        ("youtube_thumbnail", (100, 300)),
    ],
)
def test_a_picture_that_is_of_no_use_is_none(provider: Provider, kind: str, size: tuple[int, int]) -> None:
    provider.answers.extend(_sent(size))
    for make in (nano_banana, openai_images):
        with pytest.raises(NoPicture, match="of no use") as caught:
            _painted(make(provider.url), kind=kind)
        assert caught.value.worth_another
        assert caught.value.receipt is not None


@pytest.mark.parametrize(
    ("kind", "size", "turned"),
    [
        ("twitch_emote", (64, 64), False),
        ("twitch_emote", (64, 192), False),
        ("youtube_thumbnail", (160, 90), False),
        ("youtube_thumbnail", (90, 160), True),
        ("twitch_profile_banner", (210, 90), False),
    ],
)
def test_a_picture_of_about_the_asked_shape_is_taken(
    provider: Provider, kind: str, size: tuple[int, int], turned: bool
) -> None:
    provider.answers.extend(_sent(size, turned=turned))
    for make in (nano_banana, openai_images):
        assert _painted(make(provider.url), kind=kind).master
