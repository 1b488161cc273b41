"""A start says in its log what is spent without being counted."""

import logging
from collections.abc import Callable

import pytest

from coach_app.parts import Parts
from coach_app.use_cases.check_prices import check_prices

MakeParts = Callable[..., Parts]


def test_a_start_says_once_that_chat_has_no_price(make_parts: MakeParts, caplog: pytest.LogCaptureFixture) -> None:
    check_prices(make_parts(openai_chat_model="gpt"))
    assert [(record.levelno, record.getMessage()) for record in caplog.records] == [
        (
            logging.WARNING,
            "Chat at api.openai.com costs money but is counted as nothing, and no spending cap ends it, until "
            "OPENAI_CHAT_PRICES is set.",
        )
    ]


def test_a_start_where_all_is_counted_says_nothing(make_parts: MakeParts, caplog: pytest.LogCaptureFixture) -> None:
    check_prices(make_parts())
    check_prices(make_parts(openai_chat_model="gpt", openai_chat_prices="1/4"))
    assert not caplog.records
