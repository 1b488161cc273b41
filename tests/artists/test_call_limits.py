"""No call of a provider takes longer, or more memory, than it may, and what was never sent is not paid for."""

import socket
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any
from uuid import uuid4

import pytest

from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.errors import ArtistError, ArtistMisconfigured, ArtistUnavailable, NoPicture
from coach_app.domain.ports import Artist, PaintRequest
from coach_app.domain.provider_health import RestReason
from tests.provider.answers import Answer, Delivery
from tests.provider.running import nano_banana, openai_images, running_provider
from tests.provider.server import Provider

MakeArtist = Callable[..., Artist]
both = pytest.mark.parametrize("make", [nano_banana, openai_images])
# Far more than a system holds back of what nobody reads.
_FEW_BYTES = 2**26
_NEVER = [
    Answer(200, b"", Delivery.SLOW_HEADERS),
    Answer(200, b"", Delivery.PROMISES),
    Answer(500, b"x" * 1_000, Delivery.DRIP),
]
_WITHOUT_LENGTH = Answer(200, b"x" * 1_000, Delivery.DRIP, {"Connection": "close"})
never = pytest.mark.parametrize("answer", _NEVER, ids=["slow headers", "promises", "slow error"])


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[Provider]:
    with running_provider(tmp_path, side_px=128) as provider:
        yield provider


def _paint(artist: Artist) -> bytes:
    answer = BytesIO()
    artist.paint(PaintRequest(uuid4(), asset_type("twitch_emote"), Brief(), "A cat", 0, ()), answer)
    return answer.getvalue()


@both
@never
def test_the_whole_call_has_an_end_in_time(provider: Provider, make: MakeArtist, answer: Answer) -> None:
    provider.answers.append(answer)
    began = monotonic()
    with pytest.raises(ArtistUnavailable) as caught:
        _paint(make(provider.url, call_seconds=1.0))
    assert caught.value.was_taken
    assert monotonic() - began < 3


@both
def test_an_answer_without_a_length_that_is_cut_off_is_lost(provider: Provider, make: MakeArtist) -> None:
    provider.answers.append(_WITHOUT_LENGTH)
    with pytest.raises(ArtistUnavailable) as caught:
        _paint(make(provider.url, call_seconds=0.6))
    assert caught.value.was_taken


@both
@never
def test_the_free_question_has_an_end_in_time(provider: Provider, make: MakeArtist, answer: Answer) -> None:
    provider.answers.append(answer)
    began = monotonic()
    with pytest.raises(ArtistUnavailable):
        make(provider.url, call_seconds=1.0).check()
    assert monotonic() - began < 3


@pytest.fixture
def lost_names(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No name is found before the test has ended."""
    has_ended = Event()
    find = socket.getaddrinfo

    def wait(*asked: Any, **more: Any) -> Any:  # noqa: ANN401 - as the system has it
        has_ended.wait(30)
        return find(*asked, **more)

    monkeypatch.setattr(socket, "getaddrinfo", wait)
    yield
    has_ended.set()


@both
@pytest.mark.usefixtures("lost_names")
def test_a_name_that_is_not_found_in_time_ends_the_call(provider: Provider, make: MakeArtist) -> None:
    artist = make(provider.url.replace("127.0.0.1", "localhost"), call_seconds=0.3)
    for ask in (artist.check, lambda: _paint(artist)):
        began = monotonic()
        with pytest.raises(ArtistUnavailable) as caught:
            ask()
        assert not caught.value.was_taken
        assert monotonic() - began < 3
    assert not provider.seen


@both
def test_a_name_that_nobody_has_is_not_waited_for(make: MakeArtist, monkeypatch: pytest.MonkeyPatch) -> None:
    def not_known(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", not_known)
    began = monotonic()
    with pytest.raises(ArtistUnavailable) as caught:
        _paint(make("http://nowhere.example", call_seconds=60.0))
    assert not caught.value.was_taken
    assert monotonic() - began < 3


@both
def test_nothing_is_read_of_a_good_answer_to_the_free_question(provider: Provider, make: MakeArtist) -> None:
    provider.answers.append(Answer(200, b"", Delivery.ENDLESS))
    make(provider.url).check()
    assert provider.endless_bytes < _FEW_BYTES


@both
def test_no_more_than_the_beginning_of_an_error_is_read(provider: Provider, make: MakeArtist) -> None:
    provider.answers.extend([Answer(401, b"", Delivery.ENDLESS)] * 2)
    artist = make(provider.url)
    for ask in (artist.check, lambda: _paint(artist)):
        with pytest.raises(ArtistMisconfigured):
            ask()
    assert provider.endless_bytes < _FEW_BYTES


@both
@pytest.mark.parametrize("key", ["line\nend", "return\rhere", "nul\0"])
def test_a_key_that_cannot_be_sent_is_the_operators_to_mend(provider: Provider, make: MakeArtist, key: str) -> None:
    artist = make(provider.url, key=key)
    for ask in (artist.check, lambda: _paint(artist)):
        with pytest.raises(ArtistMisconfigured) as caught:
            ask()
        assert caught.value.reason is RestReason.KEY
    assert not provider.seen


@both
def test_a_key_that_is_no_ascii_is_the_servers_to_judge(provider: Provider, make: MakeArtist) -> None:
    provider.answers.append(Answer(401, b""))
    with pytest.raises(ArtistError) as caught:
        _paint(make(provider.url, key="clé"))
    assert isinstance(caught.value, ArtistMisconfigured)
    assert len(provider.seen) == 1


@both
@pytest.mark.parametrize("encoding", ["gzip", "gzip, gzip", "br", "identity, deflate", "GZIP"])
def test_nothing_that_is_packed_is_unpacked(provider: Provider, make: MakeArtist, encoding: str) -> None:
    packed = {"Content-Encoding": encoding}
    provider.answers.extend([Answer(200, b"not packed", headers=packed), Answer(500, b"not packed", headers=packed)])
    artist = make(provider.url)
    with pytest.raises(NoPicture) as caught:
        _paint(artist)
    assert not caught.value.worth_another
    with pytest.raises(ArtistUnavailable) as failed:
        _paint(artist)
    assert failed.value.is_server_fault
    assert {call.headers["Accept-Encoding"] for call in provider.seen} == {"identity"}


@both
def test_an_answer_that_says_it_is_not_packed_is_taken(provider: Provider, make: MakeArtist) -> None:
    provider.answers.append(Answer(200, b"{}", headers={"Content-Encoding": "identity"}))
    assert _paint(make(provider.url)).endswith(b"{}")


@both
@pytest.mark.parametrize("url", ["http://xn--/v1", "http://127.0.0.1:port", "http://127.0.0.1\n"])
def test_an_address_that_is_none_is_the_operators_to_mend(make: MakeArtist, url: str) -> None:
    artist = make(url)
    for ask in (artist.check, lambda: _paint(artist)):
        with pytest.raises(ArtistMisconfigured) as caught:
            ask()
        assert caught.value.reason is None
