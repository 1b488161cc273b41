"""What surrounds page and API on the way to the browser: the right address, security headers, caching."""

from collections.abc import Container
from html import escape
from http import HTTPStatus
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coach_app.domain.errors import ServiceUnavailable
from coach_app.settings import Settings
from coach_app.web import routes
from coach_app.web.live_parts import visitors
from coach_app.web.preloads import Preloads

_HASHED = "/assets/"
_SAMPLES = "/samples/"
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
# Reflex runs what the server asks of the tab through eval; React Router's first script stands in the page.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' {websocket}; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)


class RightAddress:
    """Serves the public address alone: loopback addresses are redirected there, other hosts get a page with a link."""

    def __init__(self, app: ASGIApp, *, public_url: str) -> None:
        self._app = app
        self._public_url = public_url
        self._netloc = urlsplit(public_url).netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        host = Headers(scope=scope).get("host", "").lower()
        if host == self._netloc:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        elif _is_loopback(host):
            query = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
            await RedirectResponse(f"{self._public_url}{scope['path']}{query}")(scope, receive, send)
        else:
            await HTMLResponse(_wrong_address(self._public_url), 421)(scope, receive, send)


class RightDoor:
    """Sends visitors to the page that is theirs before one is drawn: nobody sees the other for a moment."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self._app = app
        self._cookie_name = settings.cookie_name

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"] if scope["type"] == "http" and scope["method"] == "GET" else ""
        door = await self._other_door(path, scope) if path else None
        await (RedirectResponse(door, HTTPStatus.SEE_OTHER) if door else self._app)(scope, receive, send)

    async def _other_door(self, path: str, scope: Scope) -> str | None:
        is_inside = path in {routes.COACH, routes.BRAND_KITS} or path.startswith((f"{routes.COACH}/", routes.LIBRARY))
        if not is_inside and path != routes.SIGN_IN:
            return None
        try:
            user = await visitors().recognise(Request(scope).cookies.get(self._cookie_name, ""))
        except ServiceUnavailable:
            return None
        if user is None:
            return routes.SIGN_IN if is_inside else None
        return None if is_inside else routes.COACH


class PageHeaders:
    """Adds the security headers, says what to load early, and lets browsers keep what can never change."""

    def __init__(self, app: ASGIApp, *, public_url: str, preloads: Preloads) -> None:
        self._app = app
        self._preloads = preloads
        self._headers = _HEADERS | {
            "Content-Security-Policy": _POLICY.format(websocket=public_url.replace("http", "ws", 1))
        }
        if public_url.startswith("https://"):
            self._headers["Strict-Transport-Security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                if link := self._preloads.of(scope["path"]):
                    headers.setdefault("Link", link)
                headers.setdefault("Cache-Control", _cache_control(scope["path"], message["status"]))
            await send(message)

        await self._app(scope, receive, send_with_headers)


class ApiBeside:
    """Sends /api/ to the API and everything else to the page.

    `folders` are the pages that lie in a folder of their own: the static server would redirect /coach to /coach/.
    """

    def __init__(self, page: ASGIApp, *, api: ASGIApp, folders: Container[str]) -> None:
        self._page = page
        self._api = api
        self._folders = folders

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith("/api/"):
            await self._api(scope, receive, send)
            return
        if scope["type"] == "http" and scope["path"] in self._folders:
            scope = {**scope, "path": f"{scope['path']}/"}
        elif "\0" in scope.get("path", ""):
            # No file can be called so: the static server would not even look for its own page about that.
            scope = {**scope, "path": f"/{routes.NOT_FOUND}"}
        await self._page(scope, receive, send)


def _cache_control(path: str, status: int) -> str:
    """Vite puts a file's hash into its name; our samples may be a day old; everything else is asked for again."""
    if status != HTTPStatus.OK:
        return "no-cache"
    if path.startswith(_HASHED):
        return "public, max-age=31536000, immutable"
    return "public, max-age=86400" if path.startswith(_SAMPLES) else "no-cache"


def _is_loopback(host: str) -> bool:
    name = urlsplit(f"//{host}").hostname or ""
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def _wrong_address(public_url: str) -> str:
    address = escape(public_url)
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Stream Coach is next door</title>'
        "<style>body{font:16px/1.5 system-ui;max-width:34em;margin:20vh auto;padding:0 16px}</style>"
        f'<h1>Stream Coach lives at another address</h1><p>Open it at <a href="{address}">{address}</a>.</p></html>'
    )
