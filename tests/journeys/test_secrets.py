"""The providers' keys, after good days and bad ones: in no log, no row, no key of Valkey and no page."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect
from redis import Redis

from coach_app.settings import Settings
from tests.journeys.running_app import RunningApp, start_app, stop_app
from tests.journeys.steps import generate, say, sign_in, start_session, thread
from tests.provider.chat import ChatProvider, Ending, Play, chat_provider, pieces_of, turn_json
from tests.provider.running import running_provider
from tests.provider.server import Provider
from tests.servers import open_data_dir

_IMAGE_KEY, _CHAT_KEY = "canary-image-3e8a51", "canary-chat-77b0c2"
_WISH = "a raging pink axolotl"
_SLOTS = {"subject": "axolotl", "colour": "pink", "expression": "raging"}


@pytest.fixture(scope="module")
def images(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    with running_provider(tmp_path_factory.mktemp("provider"), side_px=128) as provider:
        yield provider


@pytest.fixture(scope="module")
def chat() -> Iterator[ChatProvider]:
    with chat_provider() as provider:
        yield provider


@pytest.fixture(scope="module")
def app(built_page: None, images: Provider, chat: ChatProvider) -> Iterator[RunningApp]:
    with open_data_dir() as folder:
        app = start_app(
            folder,
            GEMINI_API_KEY=_IMAGE_KEY,
            GEMINI_BASE_URL=images.url,
            OPENAI_BASE_URL=f"{chat.url}/v1",
            OPENAI_API_KEY=_CHAT_KEY,
            OPENAI_CHAT_MODEL="scripted",
            COACH_COACH="openai",
        )
        yield app
        stop_app(app.process)


def test_no_key_leaves_the_processes_that_need_it(
    browser: Browser, app: RunningApp, images: Provider, chat: ChatProvider
) -> None:
    page = browser.new_page()
    sign_in(page, app.url)
    pages = [page.content(), *_talk(page, chat), *_draw(page, app, images)]
    pages += [httpx.get(f"{app.url}{path}").text for path in ("/api/v1/jobs/x", "/nowhere", "/coach/x", "/api/v1/x")]
    for key in (_IMAGE_KEY, _CHAT_KEY):
        assert key in str([call.headers for call in images.seen]) + str([call.headers for call in chat.calls])
        assert not [found for found in pages if key in found]
        assert not _files_with(app.data_dir, key)
        assert not _rows_with(app, key)
        assert not _valkey_keys_with(app, key)


def _talk(page: Page, chat: ChatProvider) -> Iterator[str]:
    """Have the model answer well, refuse, break off, and quote the key that it does not like."""
    chat.plays(Play(pieces_of(turn_json("Nice one.", "Blue", "Hat", "Done", **_SLOTS))))
    start_session(page, "Twitch emote", _WISH)
    expect(thread(page)).to_contain_text("Nice one.")
    yield page.content()
    for play in (Play(status=401), Play(ending=Ending.RAW_ERROR), Play(ending=Ending.BLOCKED), Play(status=500)):
        chat.plays(play)
        before = thread(page).get_by_text(re.compile("so the built-in coach did")).count()
        say(page, "make it blue")
        expect(thread(page).get_by_text(re.compile("so the built-in coach did"))).to_have_count(before + 1)
        yield page.content()


def _draw(page: Page, app: RunningApp, images: Provider) -> Iterator[str]:
    """Have the provider draw well, refuse, and quote the key that it does not like."""
    said = (
        "112 × 112 · PNG",
        "won't draw what these words ask for",
        "did not understand our request",
        "not set up right",
    )
    for outcome, words in zip(("200", "prompt_blocked", "quotes_the_key", "forbidden"), said, strict=True):
        images.script(outcome)
        generate(page)
        expect(thread(page)).to_contain_text(words)
        yield page.content()
    statuses = app.rows("SELECT coalesce(error_code, status) FROM generation_jobs ORDER BY created_at")
    assert [status for (status,) in statuses] == ["succeeded", "refused", "rejected", "artist_misconfigured"]


def _files_with(folder: Path, key: str) -> list[str]:
    """Logs, spool, storage and what the servers have written: PostgreSQL's files too, its write-ahead log included."""
    return [str(path) for path in folder.rglob("*") if path.is_file() and key.encode() in path.read_bytes()]


def _rows_with(app: RunningApp, key: str) -> list[str]:
    tables = [str(name) for (name,) in app.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
    assert len(tables) > 10
    return [name for name in tables if app.rows(f"SELECT 1 FROM {name} t WHERE t::text LIKE '%{key}%' LIMIT 1")]


def _valkey_keys_with(app: RunningApp, key: str) -> list[bytes]:
    with Redis.from_url(Settings(data_dir=app.data_dir).effective_redis_url) as client:
        found = list(client.scan_iter())
        assert found
        return [name for name in found if key.encode() in (client.dump(name) or b"")]
