"""The scripted provider in a thread of a test."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coach_app.artists.nano_banana import NanoBanana
from coach_app.artists.openai_images import OpenAIImages
from coach_app.domain.spending import Price
from tests.provider.server import Provider

KEY = "canary-5d1f0c77"
PRICE = Price(read=1.5, written=7.5, painted=30.0)


@contextmanager
def running_provider(
    folder: Path, *, side_px: int | None = None, delay_seconds: float = 0.0, is_prepared: bool = False
) -> Iterator[Provider]:
    """Serve from a thread; `provider.seen` are its calls, `provider.script(…)` what comes next."""
    provider = Provider(0, folder, side_px=side_px, delay_seconds=delay_seconds, is_prepared=is_prepared)
    thread = threading.Thread(target=provider.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        provider.shutdown()
        provider.server_close()


def openai_images(url: str, *, key: str = KEY, model: str = "test-image", call_seconds: float = 5.0) -> OpenAIImages:
    """Return the artist that asks this provider by the OpenAI API."""
    return OpenAIImages(base_url=url, key=key, model=model, price_dollars=0.05, call_seconds=call_seconds)


def nano_banana(url: str, *, key: str = KEY, call_seconds: float = 5.0) -> NanoBanana:
    """Return the artist that asks this provider."""
    return NanoBanana(base_url=url, key=key, model="gemini-nano-banana-2.1", price=PRICE, call_seconds=call_seconds)
