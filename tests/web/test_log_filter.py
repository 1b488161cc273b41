"""What tabs send stays out of the log."""

import logging

import pytest

from coach_app.web.log_filter import keep_sent_data_out

SECRET = "coach_session=abc"


@pytest.fixture(autouse=True)
def _filter() -> None:
    keep_sent_data_out()


@pytest.mark.parametrize(
    "words",
    [
        f"Received event from session 1 with no associated token. This may indicate a bug. Event data: {{'{SECRET}'}}",
        f"Error processing event queue entry for Event(name='x', router_data={{'cookie': '{SECRET}'}}) [txid=1]:",
    ],
)
def test_a_record_ends_where_it_would_quote_an_event(words: str, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("reflex.app").warning("%s", words)
    assert SECRET not in caplog.text
    assert words[:20] in caplog.text


@pytest.mark.parametrize(
    "words", ["Event data must be a dictionary, but received {}", "Failed to deserialize event data: {}"]
)
def test_an_exception_that_quotes_an_event_leaves_its_name(words: str, caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ValueError(words.format(SECRET))
    except ValueError:
        logging.getLogger("engineio.server").exception("message async handler error")
    assert SECRET not in caplog.text
    assert "message async handler error (ValueError)" in caplog.text


def test_other_exceptions_keep_their_traceback(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise KeyError("no such thing")
    except KeyError:
        logging.getLogger("engineio.server").exception("message async handler error")
    assert "Traceback" in caplog.text
