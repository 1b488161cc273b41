"""What the product adds to a provider's own time: from Send to the first word, and from the click to the picture."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from benchmarks.clicks import FIRST_WORD, SAVING
from benchmarks.figures import figure, milliseconds
from tests.journeys.running_app import RunningApp, start_app, stop_app
from tests.journeys.steps import sign_in, start_session, thread
from tests.provider.chat import ChatProvider, Play, chat_provider, turn_json
from tests.provider.running import running_provider
from tests.servers import open_data_dir

_FIRST_TOKEN_SECONDS, _TOKEN_SECONDS, _PICTURE_SECONDS = 0.05, 0.02, 0.3
_WORDS, _PICTURES = 20, 20
_IMAGED = re.compile(r"imaged in ([\d.]+) s")
_SLOTS = {"subject": "axolotl", "colour": "pink", "expression": "raging", "text": "GG"}


@dataclass(frozen=True, slots=True)
class _Product:
    app: RunningApp
    chat: ChatProvider


def measure_providers(browser: Browser) -> None:
    """Talk and generate with a model that answers on time, over real HTTP."""
    with _product() as product:
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        sign_in(page, product.app.url)
        _measure_words(page, product)
        for kind, label in (("Twitch emote", "emote, 1024 x 1024"), ("YouTube thumbnail", "thumbnail, 1376 x 768")):
            _measure_pictures(page, product, kind, label)


@contextmanager
def _product() -> Iterator[_Product]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="coach-bench-")))
        images = stack.enter_context(running_provider(folder, delay_seconds=_PICTURE_SECONDS, is_prepared=True))
        chat = stack.enter_context(chat_provider())
        app = start_app(
            stack.enter_context(open_data_dir()),
            GEMINI_API_KEY="benchmark",
            GEMINI_BASE_URL=images.url,
            OPENAI_BASE_URL=f"{chat.url}/v1",
            OPENAI_CHAT_MODEL="scripted",
            COACH_COACH="openai",
            COACH_SPENDING_CAP="1000",
            COACH_USER_SPENDING_CAP="1000",
        )
        stack.callback(stop_app, app.process)
        yield _Product(app, chat)


def _play(reply: str) -> Play:
    """Return a turn whose first token is the first of the reply, the next ones a word each."""
    first, *words = re.findall(r"\S+\s*", turn_json(reply, "Make it blue", "Add a hat", "Done", **_SLOTS))
    return Play((f"{first}{words[0]}", *words[1:]), first_seconds=_FIRST_TOKEN_SECONDS, each_seconds=_TOKEN_SECONDS)


def _measure_words(page: Page, product: _Product) -> None:
    waits = []
    for number in range(_WORDS):
        if number % 10 == 0:
            product.chat.plays(_play("Nice one, let us begin."))
            page.goto(f"{product.app.url}/coach")
            start_session(page, "Twitch emote", "a raging pink axolotl")
        product.chat.plays(_play(f"Number {number} it is, and I have it in the brief now."))
        page.get_by_role("textbox", name="Message the coach").fill("make it blue")
        expect(page.get_by_role("button", name="Send")).to_be_enabled()
        waits.append(float(page.evaluate(FIRST_WORD)) - _FIRST_TOKEN_SECONDS)
        expect(thread(page)).to_contain_text("I have it in the brief now.")
        expect(page.get_by_role("textbox", name="Message the coach")).to_be_enabled()
    figure("Send to first word, without the model's 50 ms", milliseconds(waits), "p50 ≤ 60 ms")


def _measure_pictures(page: Page, product: _Product, kind: str, label: str) -> None:
    app = product.app
    product.chat.plays(_play("Nice one, let us begin."))
    page.goto(f"{app.url}/coach")
    start_session(page, kind, "a raging pink axolotl")
    shown, loaded = [], []
    before = len(_imaged(app))
    for _ in range(_PICTURES):
        expect(page.get_by_role("button", name="Generate now")).to_be_enabled()
        seconds = page.evaluate(_PICTURE, SAVING)
        shown.append(seconds[0])
        loaded.append(seconds[1])
    imaged = _imaged(app)[before:]
    figure(f"{label}: imaging", milliseconds(imaged))
    for what, seen, target in (("its card", shown, "p50 ≤ 80 ms"), ("its pixels", loaded, "")):
        added = [at - made - _PICTURE_SECONDS for at, made in zip(seen, imaged, strict=True)]
        figure(f"    click to {what}, without it and the model's 300 ms", milliseconds(added), target)


# Measured inside the page, like the first word.
_PICTURE = """async (saving) => {
  const count = () => document.querySelectorAll(saving).length;
  const before = count();
  const began = performance.now();
  [...document.querySelectorAll('button')].find((button) => button.innerText.includes('Generate now')).click();
  while (count() === before) await new Promise(requestAnimationFrame);
  const shown = performance.now() - began;
  const picture = [...document.querySelectorAll('[role=log] article')].at(-1).querySelector('img');
  while (!(picture.complete && picture.naturalWidth)) await new Promise(requestAnimationFrame);
  return [shown / 1000, (performance.now() - began) / 1000];
}"""


def _imaged(app: RunningApp) -> list[float]:
    return [float(seconds) for seconds in _IMAGED.findall((app.data_dir / "logs" / "worker.log").read_text())]
