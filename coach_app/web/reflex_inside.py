"""The one place that leans on Reflex's inner parts; its test fails where an upgrade has moved them."""

from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from uuid import UUID

from reflex.state import BaseState, OnLoadInternalState, State
from reflex_base.constants.state import FIELD_MARKER
from reflex_base.event.context import EventContext
from reflex_base.utils.format import format_event_handler

from coach_app.web.arguments import text_of, uuid_of


def handler_names(state: type[BaseState], *names: str) -> frozenset[str]:
    """Return these handlers' full names, as events carry them."""
    return frozenset(format_event_handler(state.event_handlers[name]) for name in names)


# What a (re)connecting tab sends first, and what follows each navigation.
HYDRATE = handler_names(State, "hydrate", "hydrate_and_load")
PAGE_LOAD = handler_names(OnLoadInternalState, "on_load_internal", "set_is_hydrated")


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
    return uuid_of(query.get(name)) if isinstance(query, Mapping) else None


def page_query(name: str) -> str:
    """Return a value of the page's query string, or an empty string."""
    query = EventContext.get().router_data.get("query")
    return text_of(query.get(name)) if isinstance(query, Mapping) else ""


def root_of(state: BaseState) -> BaseState:
    """Return the tab's whole tree of states."""
    return state._get_root_state()


def change_of(state: type[BaseState], **values: str) -> dict[str, dict[str, str]]:
    """Return what tells a tab that these vars have changed."""
    return {state.get_full_name(): {f"{name}{FIELD_MARKER}": value for name, value in values.items()}}


def forget_everything(state: BaseState) -> None:
    """Give every state of the tab its defaults back."""
    root_of(state).reset()  # type: ignore[no-untyped-call]  # Reflex leaves it untyped
