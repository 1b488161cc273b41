"""Providers that answer what no provider should: each answer becomes what it means, whichever API it speaks."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest

from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.errors import ArtistBusy, ArtistError, ArtistUnavailable, NoPicture, RequestRejected
from coach_app.domain.ports import Artist, PaintRequest, Picture
from tests.provider.answers import Answer
from tests.provider.running import nano_banana, openai_images, running_provider
from tests.provider.server import Provider

MakeArtist = Callable[[str], Artist]
both = pytest.mark.parametrize("make", [nano_banana, openai_images])


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
