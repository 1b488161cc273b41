"""A tab without a browser: the page's socket.io protocol, spoken by hand, so that it can lie."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl
from uuid import uuid4

import aiohttp

NAMESPACE = "/_event"
# Long enough for every answer of a local server; the tests wait for it only where nothing may come.
QUIET_SECONDS = 0.7


class RawTab:
    """One websocket. `updates` are the state updates that it got."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self.updates: list[dict[str, Any]] = []

    async def call(self, name: str, payload: dict[str, Any] | None = None, *, path: str = "/coach") -> None:
        """Call a handler by its full name, as the page at that path would."""
        event = {"name": name, "payload": payload or {}, "router_data": router_data(path)}
        await self._socket.send_str(f"42{NAMESPACE},{json.dumps(['event', event])}")

    async def send_anything(self, event: object) -> None:
        """Send as an event what no page would."""
        await self._socket.send_str(f"42{NAMESPACE},{json.dumps(['event', event])}")

    async def listen(self, *, until: str = "") -> str:
        """Return everything that comes, as text, until those words come or it is quiet for a while."""
        heard = ""
        while not (until and until in heard):
            try:
                message = await asyncio.wait_for(self._socket.receive_str(), 10 if until else QUIET_SECONDS)
            except TimeoutError:
                break
            if message == "2":
                await self._socket.send_str("3")
            elif message.startswith(f"42{NAMESPACE},"):
                self.updates.append(json.loads(message.removeprefix(f"42{NAMESPACE},"))[1])
                heard += message
        return heard

    def asked_of_the_browser(self) -> list[str]:
        """Return the names of what the server told the browser to do."""
        return [event["name"] for update in self.updates for event in update.get("events", [])]

    def state_changes(self) -> list[str]:
        """Return the names of the vars that were sent."""
        return [name for update in self.updates for state in update.get("delta", {}).values() for name in state]


@asynccontextmanager
async def raw_tab(
    url: str, *, cookie: str = "", token: str = "", origin: str | None = None, path: str | None = "/coach"
) -> AsyncIterator[RawTab]:
    """Connect a tab; it hydrates at `path`, or skips that for None. Raises: WSServerHandshakeError."""
    headers = {"Origin": origin or url} | ({"Cookie": cookie} if cookie else {})
    address = f"{url.replace('http', 'ws', 1)}/_event/?EIO=4&transport=websocket&token={token or uuid4()}"
    async with aiohttp.ClientSession() as session, session.ws_connect(address, headers=headers) as socket:
        await socket.receive_str()
        hydrate = {"name": f"{STATE}.hydrate_and_load", "payload": {}, "router_data": router_data(path or "/coach")}
        auth = json.dumps({"event": hydrate}) if path else ""
        await socket.send_str(f"40{NAMESPACE},{auth}")
        yield RawTab(socket)


STATE = "reflex___state____state"


def router_data(path: str) -> dict[str, Any]:
    """Return what a page sends of its address: the id in it is named as the route names it."""
    pathname, _, query = path.partition("?")
    parts = pathname.strip("/").split("/")
    ids = {"coach": "session_id", "dashboard": "asset_id"}
    has_id = (parts[0], len(parts)) in {("coach", 2), ("dashboard", 3)}
    named = {ids[parts[0]]: parts[-1]} if has_id else {}
    return {"pathname": pathname, "asPath": path, "query": named | dict(parse_qsl(query))}
