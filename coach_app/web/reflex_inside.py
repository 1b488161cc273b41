"""The one place that leans on Reflex's inner parts; its test fails where an upgrade has moved them."""

from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from uuid import UUID

from reflex.state import BaseState, OnLoadInternalState, State
from reflex_base.event.context import EventContext
from reflex_base.utils.format import format_event_handler

# What a (re)connecting tab sends first, and what follows each navigation: they run for everybody.
HYDRATE = frozenset(format_event_handler(State.event_handlers[name]) for name in ("hydrate", "hydrate_and_load"))
PAGE_LOAD = frozenset(
    format_event_handler(OnLoadInternalState.event_handlers[name]) for name in ("on_load_internal", "set_is_hydrated")
)


def cookie(name: str) -> str:
    """Return a cookie of the connection that this event came by, or an empty string."""
    headers = EventContext.get().router_data.get("headers")
    raw = headers.get("cookie", "") if isinstance(headers, Mapping) else ""
    try:
        found = SimpleCookie(raw).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def page_id(name: str) -> UUID | None:
    """Return the id in the address of the page that this event came from; None where there is none, or a bad one."""
    query = EventContext.get().router_data.get("query")
    value = query.get(name) if isinstance(query, Mapping) else None
    try:
        return UUID(value)
    except (TypeError, ValueError, AttributeError):
        return None


def page_query(name: str) -> str:
    """Return a value of the page's query string, or an empty string."""
    query = EventContext.get().router_data.get("query")
    value = query.get(name) if isinstance(query, Mapping) else None
    return value if isinstance(value, str) else ""


def root_of(state: BaseState) -> BaseState:
    """Return the tab's whole tree of states."""
    return state._get_root_state()


def forget_everything(state: BaseState) -> None:
    """Give every state of the tab its defaults back."""
    root_of(state).reset()  # type: ignore[no-untyped-call]  # Reflex leaves it untyped
