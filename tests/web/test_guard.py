"""The Guard against a client that lies: whatever a browser can send, this sends."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import aiohttp
import httpx
import pytest

from coach_app.web.guard import FOR_EVERYBODY, FOR_SIGNED_IN
from coach_app.web.reflex_inside import HYDRATE
from coach_app.web.state.chat_state import ChatState
from coach_app.web.state.draft_state import DraftState
from coach_app.web.state.generation_state import GenerationState
from tests.journeys.running_app import RunningApp
from tests.web.conftest import new_guest_cookie, new_session, say
from tests.web.handlers import registered_handlers
from tests.web.raw_tab import RawTab, raw_tab

SECRET = "zebra"
# The reviewed list: what tabs may call, and what Reflex brings along, which they may not.
PAGE_HANDLERS = {
    "app_state": {"welcome", "watch_services", "own_up"},
    "recent_state": {"load_recent"},
    "start_state": {"reset_start", "start", "start_idea", "start_from_this"},
    "chat_state": {"watch", "load_older", "end_session", "delete_session"},
    "draft_state": {"send", "answer", "stop", "dismiss_error"},
    "change_state": {"make_change", "use_as_brief", "stop_changing"},
    "brief_state": {"keep_slot", "leave_slot", "keep_prompt", "put_back_prompt"},
    "generation_state": {"generate", "retry", "accept_rewrite", "cancel", "dismiss_generation_error"},
    "library_state": {"load_library"},
    "options_state": {"load_kits", "choose_kit", "choose_variations", "take_logo", "place_logo"},
    "asset_state": {"load_asset", "delete_asset", "change_asset", "fix_files"},
    "brand_kit_state": {"load_kits", "make_kit", "keep_kit", "use_by_default", "delete_kit", "remove_logo"},
    "on_load_internal_state": {"on_load_internal", "set_is_hydrated"},
    "state": {"hydrate", "hydrate_and_load"},
}
REFUSED_OF_REFLEX = {
    "state": {"set_is_hydrated"},
    "frontend_event_exception_state": {"handle_frontend_exception"},
    "update_vars_internal_state": {"update_vars_internal"},
}


def _run(coroutine: Coroutine[Any, Any, None]) -> None:
    """In a thread of its own: Playwright keeps a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, coroutine).result()


def _short(full_names: frozenset[str]) -> dict[str, set[str]]:
    """Group full names by their state's short name; `setvar` comes with every state."""
    found: dict[str, set[str]] = {}
    for full_name in full_names:
        state, _, handler = full_name.rpartition(".")
        if handler != "setvar":
            found.setdefault(state.rpartition("____")[2], set()).add(handler)
    return found


def _name(state: type, handler: str) -> str:
    return f"{state.get_full_name()}.{handler}"  # type: ignore[attr-defined]  # every State has it


@pytest.fixture
def owner(product: RunningApp) -> tuple[str, str]:
    """A guest's cookie, and a session whose messages hold the secret."""
    cookie = new_guest_cookie(product)
    session_id = new_session(product, cookie)
    say(product, cookie, session_id, f"a happy {SECRET} with a crown")
    return cookie, session_id


def test_every_callable_handler_has_been_reviewed() -> None:
    assert _short(FOR_EVERYBODY | FOR_SIGNED_IN | HYDRATE) == PAGE_HANDLERS
    reviewed = {state: set(names) for state, names in PAGE_HANDLERS.items()}
    for state, names in REFUSED_OF_REFLEX.items():
        reviewed.setdefault(state, set()).update(names)
    assert _short(registered_handlers()) == reviewed


@pytest.mark.parametrize("origin", ["https://evil.example", "http://localhost:1", "null"])
def test_another_origin_gets_no_websocket(product: RunningApp, owner: tuple[str, str], origin: str) -> None:
    async def connect() -> None:
        async with raw_tab(product.url, cookie=owner[0], origin=origin):
            pytest.fail("the websocket was accepted")

    with pytest.raises(aiohttp.WSServerHandshakeError):
        _run(connect())


def test_the_owner_sees_the_session(product: RunningApp, owner: tuple[str, str]) -> None:
    async def look() -> None:
        async with raw_tab(product.url, cookie=owner[0], path=f"/coach/{owner[1]}") as tab:
            assert SECRET in await tab.listen(until=SECRET)

    _run(look())


def test_nobody_gets_anything_but_the_way_to_the_sign_in_page(product: RunningApp, owner: tuple[str, str]) -> None:
    _, session_id = owner
    before = product.rows("SELECT count(*), sum(jsonb_array_length(messages)) FROM coach_sessions")
    refused = registered_handlers() - FOR_EVERYBODY - HYDRATE

    async def call_everything() -> None:
        async with raw_tab(product.url, path=f"/coach/{session_id}") as tab:
            assert SECRET not in await tab.listen()
            tab.updates.clear()
            for name in refused:
                await tab.call(name, _arguments(name), path=f"/coach/{session_id}")
            assert SECRET not in await tab.listen(until="_redirect") + await tab.listen()
            assert set(tab.asked_of_the_browser()) == {"_redirect"}
            assert tab.state_changes() == []

    _run(call_everything())
    assert product.rows("SELECT count(*), sum(jsonb_array_length(messages)) FROM coach_sessions") == before


@pytest.mark.parametrize("hydrates", [True, False])
@pytest.mark.parametrize("has_cookie", [True, False])
def test_a_stolen_tab_token_opens_nothing(
    product: RunningApp, owner: tuple[str, str], hydrates: bool, has_cookie: bool
) -> None:
    cookie, session_id = owner
    path, token = f"/coach/{session_id}", str(uuid4())
    thief = new_guest_cookie(product) if has_cookie else ""

    async def steal() -> None:
        async with raw_tab(product.url, cookie=cookie, token=token, path=path) as tab:
            assert SECRET in await tab.listen(until=SECRET)
        async with raw_tab(product.url, cookie=thief, token=token, path=path if hydrates else None) as tab:
            await _try_to_read(tab, path)
            assert SECRET not in await tab.listen()

    _run(steal())


def test_a_session_of_somebody_else_is_missing_for_all_handlers(product: RunningApp, owner: tuple[str, str]) -> None:
    _, session_id = owner
    path, stranger = f"/coach/{session_id}", new_guest_cookie(product)
    before = product.rows(f"SELECT messages, brief, status FROM coach_sessions WHERE id = '{session_id}'")

    async def intrude() -> None:
        async with raw_tab(product.url, cookie=stranger, path=path) as tab:
            heard = await tab.listen(until='"missing"')
            for name in FOR_SIGNED_IN:
                await tab.call(name, _arguments(name), path=path)
            assert SECRET not in heard + await tab.listen()

    _run(intrude())
    assert product.rows(f"SELECT messages, brief, status FROM coach_sessions WHERE id = '{session_id}'") == before
    assert product.rows(f"SELECT count(*) FROM generation_jobs WHERE coach_session_id = '{session_id}'") == [(0,)]


def test_arguments_of_any_type_break_nothing(product: RunningApp, owner: tuple[str, str]) -> None:
    cookie, session_id = owner
    path = f"/coach/{session_id}"
    wrong: list[object] = [None, 7, [], {"a": []}, "x" * 5_000, "\x00\ud800"]

    async def send_nonsense() -> None:
        async with raw_tab(product.url, cookie=cookie, path=path) as tab:
            await tab.listen(until=SECRET)
            for value in wrong:
                await tab.call(_name(DraftState, "send"), {"text": value}, path=path)
                await tab.call(_name(GenerationState, "retry"), {"job_id": value}, path=path)
            heard = await tab.listen()
            assert "Traceback" not in heard
            await tab.call(_name(ChatState, "watch"), path=path)

    _run(send_nonsense())
    messages = product.rows(f"SELECT jsonb_array_length(messages) FROM coach_sessions WHERE id = '{session_id}'")
    assert messages == [(2,)]


def test_a_signed_out_cookie_is_refused_within_seconds(product: RunningApp, owner: tuple[str, str]) -> None:
    cookie, session_id = owner
    path = f"/coach/{session_id}"

    async def outlive() -> None:
        async with raw_tab(product.url, cookie=cookie, path=path) as tab:
            await tab.listen(until=SECRET)
            httpx.post(f"{product.url}/api/v1/sign-out", headers={"Origin": product.url, "Cookie": cookie})
            async with asyncio.timeout(10):
                while "_redirect" not in tab.asked_of_the_browser():
                    await tab.call(_name(DraftState, "dismiss_error"), path=path)
                    await tab.listen()

    _run(outlive())


def test_a_malformed_event_leaves_neither_traceback_nor_its_words_in_the_log(
    product: RunningApp, owner: tuple[str, str]
) -> None:
    log = product.data_dir / "logs" / "web.log"
    before = len(log.read_text())

    async def send_malformed() -> None:
        async with raw_tab(product.url, cookie=owner[0], path=f"/coach/{owner[1]}") as tab:
            await tab.listen(until=SECRET)
            for event in ("quokka", ["quokka"], None, 7, {"quokka": 1}, {"name": 7, "payload": "quokka"}):
                await tab.send_anything(event)
            # And the tab still works.
            await tab.call(_name(DraftState, "dismiss_error"), path=f"/coach/{owner[1]}")
            await tab.listen()

    _run(send_malformed())
    written = log.read_text()[before:]
    assert "quokka" not in written
    assert "Traceback" not in written


async def _try_to_read(tab: RawTab, path: str) -> None:
    for handler in ("watch", "load_older"):
        await tab.call(_name(ChatState, handler), path=path)
    await tab.call(_name(DraftState, "send"), {"text": "tell me"}, path=path)


def _arguments(name: str) -> dict[str, Any]:
    """Return arguments with which each handler would do something."""
    arguments: dict[str, dict[str, Any]] = {
        "send": {"text": "let me in"},
        "start": {"choices": {"asset_type": "twitch_emote", "wish": "let me in"}},
        "start_idea": {"number": 0},
        "keep_slot": {"slot": "subject", "value": "fox"},
        "retry": {"job_id": str(uuid4())},
        "make_kit": {"colours": {}},
        "keep_kit": {"kit_id": str(uuid4()), "number": 1, "written": {"name": "Mine"}},
        "use_by_default": {"kit_id": str(uuid4())},
        "delete_kit": {"kit_id": str(uuid4())},
        "remove_logo": {"kit_id": str(uuid4()), "kind": "primary"},
        "setvar": {"var_name": "is_hydrated", "value": True},
        "set_is_hydrated": {"value": True},
        "update_vars_internal": {"vars": {}},
        "handle_frontend_exception": {"info": "x", "component_stack": "x"},
    }
    return arguments.get(name.rpartition(".")[2], {})
