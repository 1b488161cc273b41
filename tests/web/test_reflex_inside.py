"""What the adapter takes for granted of Reflex."""

from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

import pytest
from reflex.istate.manager.memory import StateManagerMemory
from reflex_base.event.context import EventContext

from coach_app.web import reflex_inside
from coach_app.web.state.app_state import AppState
from coach_app.web.state.draft_state import DraftState
from tests.web.handlers import registered_handlers

ComeFrom = Callable[..., None]


@pytest.fixture
def come_from() -> Iterator[ComeFrom]:
    """Let an event come by a connection with these router data."""
    tokens = []

    async def enqueue(token: str, *events: object) -> None:
        raise AssertionError("nothing is to be enqueued")

    def come(**router_data: object) -> None:
        manager = StateManagerMemory()  # type: ignore[abstract]  # Reflex overloads its methods in a way mypy misreads
        context = EventContext(token="tab", state_manager=manager, enqueue_impl=enqueue, router_data=router_data)
        tokens.append(EventContext.set(context))

    yield come
    for token in reversed(tokens):
        EventContext.reset(token)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("coach_session=abc", "abc"),
        ("a=1; coach_session=abc; b=2", "abc"),
        ("", ""),
        ("coach_session", ""),
        ("x" * 9_000, ""),
    ],
)
def test_the_cookie_is_that_of_the_connection(come_from: ComeFrom, raw: str, value: str) -> None:
    come_from(headers={"cookie": raw})
    assert reflex_inside.cookie("coach_session") == value


def test_without_headers_there_is_no_cookie(come_from: ComeFrom) -> None:
    come_from()
    assert reflex_inside.cookie("coach_session") == ""


def test_the_page_s_id_is_an_id_or_nothing(come_from: ComeFrom) -> None:
    session_id = uuid4()
    come_from(query={"session_id": str(session_id)})
    assert reflex_inside.page_id("session_id") == UUID(str(session_id))
    for wrong in ("x", "", None, 7, ["a"]):
        come_from(query={"session_id": wrong})
        assert reflex_inside.page_id("session_id") is None
    come_from(query="x")
    assert reflex_inside.page_id("session_id") is None
    assert reflex_inside.page_query("refused") == ""


def test_the_named_handlers_are_those_that_reflex_has_registered() -> None:
    assert registered_handlers() >= reflex_inside.HYDRATE | reflex_inside.PAGE_LOAD


def test_a_change_names_the_var_as_the_browser_knows_it() -> None:
    change = reflex_inside.change_of(AppState, trouble="away")
    (state, variables), *others = change.items()
    assert others == []
    assert set(variables) <= set(AppState(_reflex_internal_init=True).dict()[state])  # type: ignore[call-arg]  # Reflex's own switch


def test_everything_is_forgotten_in_the_whole_tree() -> None:
    tab = AppState.get_root_state()(_reflex_internal_init=True)
    draft = tab.get_substate(DraftState.get_full_name().split("."))
    assert isinstance(draft, DraftState)
    draft.pending_text = "secret"
    reflex_inside.forget_everything(draft)
    assert draft.pending_text == ""
