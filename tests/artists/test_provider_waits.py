"""How long a provider wants to be left alone: what it says is believed within reason, whichever API it speaks."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest

from coach_app.domain.asset_table import asset_type
from coach_app.domain.brief import Brief
from coach_app.domain.errors import ArtistBusy, ArtistError, ArtistQuotaSpent
from coach_app.domain.ports import Artist, PaintRequest
from tests.provider.answers import Answer
from tests.provider.running import nano_banana, openai_images, running_provider
from tests.provider.server import Provider

_DEFAULT_SECONDS, _DEFAULT_RESET_SECONDS, _A_DAY = 10, 3_600, 86_400


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[Provider]:
    with running_provider(tmp_path) as provider:
        yield provider


def _error(artist: Artist) -> ArtistError:
    with pytest.raises(ArtistError) as caught:
        artist.paint(PaintRequest(uuid4(), asset_type("twitch_emote"), Brief(), "A cat", 0, ()), BytesIO())
    return caught.value


def _retry_info(wait: str) -> Answer:
    quota = {"violations": [{"quotaId": "GenerateRequestsPerMinute"}]}
    return Answer.of(429, {"error": {"message": "Slow down.", "details": [quota, {"retryDelay": wait}]}})


def _retry_after(wait: str) -> Answer:
    return Answer(429, b'{"error": {"message": "Slow down."}}', headers={"Retry-After": wait})


def _in_words(wait: str) -> Answer:
    return Answer.of(429, {"error": {"message": f"Slow down. Please retry in {wait}, or try again in {wait}."}})


_NO_WAITS = ["infs", "inf", "nan", "-5s", "-5", "1e300s", "9" * 400 + "s", "1.2.3.s", "...s", "soon"]
_SAID: tuple[tuple[Callable[[str], Artist], Callable[[str], Answer]], ...] = (
    (nano_banana, _retry_info),
    (nano_banana, _in_words),
    (openai_images, _retry_after),
    (openai_images, _in_words),
)
said = pytest.mark.parametrize(
    ("make", "answer"), _SAID, ids=["RetryInfo", "words of Gemini", "Retry-After", "words of OpenAI"]
)


@said
@pytest.mark.parametrize(
    "wait", ["infs", "inf", "nan", "-5s", "-5", "1e300s", "9" * 400 + "s", "1.2.3.s", "...s", "soon"]
)
def test_a_wait_that_makes_no_sense_is_none(
    provider: Provider, make: Callable[[str], Artist], answer: Callable[[str], Answer], wait: str
) -> None:
    provider.answers.append(answer(wait))
    error = _error(make(provider.url))
    assert isinstance(error, ArtistBusy)
    assert error.retry_after_seconds == _DEFAULT_SECONDS


@said
@pytest.mark.parametrize("wait", ["0s", "0.001s", "0.0s"])
def test_nobody_is_asked_again_within_the_second(
    provider: Provider, make: Callable[[str], Artist], answer: Callable[[str], Answer], wait: str
) -> None:
    provider.answers.append(answer(wait))
    error = _error(make(provider.url))
    assert isinstance(error, ArtistBusy)
    assert error.retry_after_seconds == 1


@said
@pytest.mark.parametrize("wait", ["1000000000000s", "90000s", "90000.5s"])
def test_no_quota_takes_longer_than_a_day_to_begin_anew(
    provider: Provider, make: Callable[[str], Artist], answer: Callable[[str], Answer], wait: str
) -> None:
    provider.answers.append(answer(wait))
    error = _error(make(provider.url))
    assert isinstance(error, ArtistQuotaSpent)
    assert error.resets_in_seconds == _A_DAY


@pytest.mark.parametrize("wait", ["infs", "nan", "-1s"])
def test_a_days_quota_that_does_not_say_when_it_begins_anew_is_asked_after_in_an_hour(
    provider: Provider, wait: str
) -> None:
    quota = {"violations": [{"quotaId": "GenerateRequestsPerDayPerProjectPerModel"}]}
    provider.answers.append(Answer.of(429, {"error": {"details": [quota, {"retryDelay": wait}]}}))
    error = _error(nano_banana(provider.url))
    assert isinstance(error, ArtistQuotaSpent)
    assert error.resets_in_seconds == _DEFAULT_RESET_SECONDS


def test_the_longer_of_two_waits_counts(provider: Provider) -> None:
    provider.answers.append(
        Answer.of(429, {"error": {"message": "Please retry in 1m30.5s.", "details": [{"retryDelay": "47s"}]}})
    )
    error = _error(nano_banana(provider.url))
    assert isinstance(error, ArtistBusy)
    assert error.retry_after_seconds == 90.5
