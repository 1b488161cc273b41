"""When a failing provider is left alone, and when it is tried again."""

import pytest

from coach_app.domain.provider_health import (
    FIRST_REST_SECONDS,
    LONGEST_QUOTA_SECONDS,
    LONGEST_REST_SECONDS,
    PROBE_SECONDS,
    SHORTEST_REST_SECONDS,
    Health,
    RestReason,
)

_NOW = 1_000_000.0


def _failing(times: int, *, every_seconds: float = 1.0) -> Health:
    health = Health()
    for number in range(times):
        health = health.failed(_NOW + number * every_seconds)
    return health


def test_four_failures_are_no_reason_to_rest_and_five_are() -> None:
    assert _failing(4).wait_seconds(_NOW + 4) == 0
    assert _failing(5).reason is RestReason.FAILING
    assert _failing(5).wait_seconds(_NOW + 4) == FIRST_REST_SECONDS


def test_failures_far_apart_do_not_add_up() -> None:
    assert _failing(10, every_seconds=20).reason is None


def test_five_of_the_last_ten_are_enough_whatever_came_between() -> None:
    health = Health()
    for number in range(5):
        health = health.failed(_NOW + number).answered(_NOW + number) if number < 4 else health.failed(_NOW + number)
    assert health.reason is RestReason.FAILING


def test_after_the_rest_one_job_tries_and_the_others_wait() -> None:
    health = _failing(5)
    later = _NOW + 4 + FIRST_REST_SECONDS
    assert health.wait_seconds(later) == 0
    assert health.needs_probe
    assert health.probed(later).wait_seconds(later) == PROBE_SECONDS


def test_an_answer_ends_the_rest_and_a_failure_doubles_it() -> None:
    later = _NOW + 4 + FIRST_REST_SECONDS
    probed = _failing(5).probed(later)
    assert probed.answered(later).reason is None
    assert probed.failed(later).wait_seconds(later) == 2 * FIRST_REST_SECONDS


def test_no_rest_of_a_failing_provider_is_longer_than_ten_minutes() -> None:
    health, now = _failing(5), _NOW
    for _ in range(10):
        now += LONGEST_REST_SECONDS
        health = health.probed(now).failed(now)
    assert health.wait_seconds(now) == LONGEST_REST_SECONDS


def test_who_was_only_busy_takes_everybody_again() -> None:
    health = Health().rested(_NOW, RestReason.BUSY, 7)
    assert health.wait_seconds(_NOW) == 7
    assert health.wait_seconds(_NOW + 7) == 0
    assert not health.needs_probe
    assert health.openings == 0


def test_a_quota_rests_until_it_begins_anew() -> None:
    assert Health().rested(_NOW, RestReason.QUOTA, 37_054).wait_seconds(_NOW) == 37_054


@pytest.mark.parametrize("reason", [RestReason.KEY, RestReason.BILLING, RestReason.REGION, RestReason.MODEL_GONE])
def test_what_is_the_operators_to_mend_rests_at_once(reason: RestReason) -> None:
    assert reason.is_operators
    assert Health().rested(_NOW, reason).wait_seconds(_NOW) == FIRST_REST_SECONDS


def test_being_busy_does_not_shorten_another_rest() -> None:
    health = Health().rested(_NOW, RestReason.KEY)
    assert health.rested(_NOW, RestReason.BUSY, 1) == health


@pytest.mark.parametrize("asked", [0.0, 0.001, -5.0, float("-inf")])
def test_who_is_busy_is_left_alone_for_a_second_at_least(asked: float) -> None:
    assert Health().rested(_NOW, RestReason.BUSY, asked).wait_seconds(_NOW) == SHORTEST_REST_SECONDS


@pytest.mark.parametrize("reason", [RestReason.BUSY, RestReason.QUOTA])
@pytest.mark.parametrize("asked", [1e9, float("inf")])
def test_no_rest_that_a_provider_asks_for_is_longer_than_a_day(reason: RestReason, asked: float) -> None:
    assert Health().rested(_NOW, reason, asked).wait_seconds(_NOW) == LONGEST_QUOTA_SECONDS


@pytest.mark.parametrize("reason", [RestReason.REGION, RestReason.QUOTA])
def test_a_failure_of_another_kind_takes_the_place_of_an_old_reason(reason: RestReason) -> None:
    later = _NOW + FIRST_REST_SECONDS
    assert Health().rested(_NOW, reason).probed(later).failed(later + 1).reason is RestReason.FAILING


def test_a_call_from_before_the_rest_does_not_change_its_reason() -> None:
    assert Health().rested(_NOW, RestReason.KEY).failed(_NOW + 1).reason is RestReason.KEY
