"""The web process: the page, the API beside it, and what both need while they run."""

import asyncio
import logging
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress

import reflex as rx
from reflex.event import EventSpec
from reflex.utils.exec import is_prod_mode
from reflex.utils.prerequisites import get_web_dir
from reflex_base.constants import Dirs
from starlette.types import ASGIApp

from coach_app.api.app import create_api
from coach_app.domain.errors import ServiceUnavailable
from coach_app.settings import load_settings
from coach_app.use_cases.check_artist import check_artist
from coach_app.use_cases.check_coach import check_coach
from coach_app.use_cases.check_prices import check_prices
from coach_app.web import routes, theme
from coach_app.web.components.inter_font import InterFont
from coach_app.web.components.waiting import waiting_shell
from coach_app.web.error_boundary import error_boundary
from coach_app.web.guard import Guard
from coach_app.web.http_shell import ApiBeside, PageHeaders, RightAddress, RightDoor
from coach_app.web.live_parts import hub, parts, service_watch
from coach_app.web.log_filter import keep_sent_data_out
from coach_app.web.pages.asset import asset_page
from coach_app.web.pages.brand_kits import brand_kits_page
from coach_app.web.pages.coach_session import coach_session_page
from coach_app.web.pages.coach_start import coach_start_page
from coach_app.web.pages.library import library_page
from coach_app.web.pages.not_found import not_found_page
from coach_app.web.pages.sign_in import sign_in_link_page, sign_in_page
from coach_app.web.preloads import Preloads
from coach_app.web.state.app_state import AppState
from coach_app.web.state.brand_kit_state import BrandKitState
from coach_app.web.state.chat_state import ChatState
from coach_app.web.state.library_state import AssetState, LibraryState
from coach_app.web.state.options_state import OptionsState
from coach_app.web.state.recent_state import RecentState
from coach_app.web.state.start_state import StartState

_log = logging.getLogger(__name__)
_NAME = "Stream Coach"
_ICON = "/favicon.svg"
_FOLDERS = {routes.SIGN_IN_LINK, routes.COACH, routes.LIBRARY, routes.BRAND_KITS}
_SIGNED_IN = [RecentState.load_recent, AppState.watch_services]


# The look-ups of providers' names are done in them too, and a slow one holds its thread for however long it takes.
_THREADS = 32


@asynccontextmanager
async def _live() -> AsyncIterator[None]:
    """Listen to hints and watch the services while this process serves, and ask once after prices, artist and coach."""
    check_prices(parts())
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(_THREADS, thread_name_prefix="web"))
    async with hub().running(), service_watch().running():
        asking = [asyncio.create_task(asyncio.to_thread(_ask_after_artist)), asyncio.create_task(_ask_after_coach())]
        yield
        await asyncio.gather(*asking)


def _ask_after_artist() -> None:
    with suppress(ServiceUnavailable):
        check_artist(parts())


async def _ask_after_coach() -> None:
    with suppress(ServiceUnavailable):
        await check_coach(parts())


def _log_and_own_up(exception: Exception) -> EventSpec:
    """Reflex's own handler would show an alert."""
    _log.error("A handler broke.", exc_info=exception)
    own_up: EventSpec = AppState.event_handlers["own_up"]()
    return own_up


def _surround(page: ASGIApp) -> ASGIApp:
    settings = load_settings()
    app: ASGIApp = ApiBeside(page, api=create_api(), folders=_FOLDERS)
    # In development the page has a server of its own, and this one answers under another port.
    if is_prod_mode():
        app = RightAddress(RightDoor(app, settings=settings), public_url=settings.public_url)
    return PageHeaders(app, public_url=settings.public_url, preloads=Preloads(get_web_dir() / Dirs.STATIC))


app = rx.App(
    html_lang="en",
    stylesheets=["/coach.css"],
    head_components=[
        InterFont.create(),
        rx.el.style(theme.css()),
        rx.el.link(rel="icon", href=_ICON, type="image/svg+xml"),
        rx.el.meta(name="color-scheme", content="dark light"),
    ],
    hydrate_fallback=waiting_shell,
    toaster=None,
    app_wraps={(55, "ErrorBoundary"): error_boundary},
    api_transformer=_surround,
    backend_exception_handler=_log_and_own_up,
)
for page, route, title, on_load in (
    (sign_in_page, routes.SIGN_IN, f"{_NAME}: say it in a line, get the emote", [AppState.welcome]),
    (sign_in_link_page, routes.SIGN_IN_LINK, f"Sign in · {_NAME}", []),
    (coach_start_page, routes.COACH, f"Coach · {_NAME}", [StartState.reset_start, OptionsState.load_kits, *_SIGNED_IN]),
    (coach_session_page, routes.SESSION, f"Coach · {_NAME}", [*_SIGNED_IN, ChatState.watch]),
    (library_page, routes.LIBRARY, f"Library · {_NAME}", [*_SIGNED_IN, LibraryState.load_library]),
    (asset_page, routes.ASSET, f"Library · {_NAME}", [*_SIGNED_IN, AssetState.load_asset]),
    (brand_kits_page, routes.BRAND_KITS, f"Brand kits · {_NAME}", [*_SIGNED_IN, BrandKitState.load_kits]),
    (not_found_page, routes.NOT_FOUND, f"Not here · {_NAME}", []),
):
    app.add_page(page, route, title, image=_ICON, on_load=on_load)
app.add_middleware(Guard())
app.register_lifespan_task(_live)
keep_sent_data_out()
