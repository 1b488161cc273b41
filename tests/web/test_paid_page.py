"""Pictures that a model draws, in a real browser: its prompt, its refusals, and changes begun from a picture's page."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.running_app import RunningApp, start_app, stop_app
from tests.provider.server import Provider
from tests.servers import open_data_dir
from tests.web.acting import execute, guest_of, start

_OWN = "A teapot, drawn by hand."


@pytest.fixture(scope="module")
def paid_product(built_page: None, provider: Provider) -> Iterator[RunningApp]:
    """The product with a key, whose Nano Banana is the scripted server."""
    with open_data_dir() as folder:
        running = start_app(
            folder / "data", GEMINI_API_KEY="canary", GEMINI_BASE_URL=provider.url, COACH_COACH="built-in"
        )
        yield running
        stop_app(running.process)


@pytest.fixture
def page(browser: Browser, paid_product: RunningApp, provider: Provider) -> Iterator[Page]:
    """A guest's session with a brief that is ready."""
    with guest_of(browser, paid_product) as made:
        start(made)
        provider.seen.clear()
        yield made


def _told(provider: Provider) -> str:
    (call,) = provider.seen
    text: str = call.json["contents"][0]["parts"][0]["text"]
    return text


def _editor(page: Page) -> Locator:
    page.get_by_role("button", name="Edit the prompt").first.click()
    return page.get_by_role("textbox", name="The prompt")


def _generate(page: Page) -> Locator:
    return page.get_by_role("button", name="Generate now").first


def _downloads(page: Page) -> Locator:
    return page.get_by_role("link", name="Download")


@pytest.mark.parametrize("way", ["click", "keys"])
def test_generate_takes_what_stands_in_the_prompts_field(page: Page, provider: Provider, way: str) -> None:
    field = _editor(page)
    field.fill(_OWN)
    if way == "click":
        _generate(page).click()
    else:
        field.press("Control+Enter")
    expect(_downloads(page)).to_have_count(1)
    assert _told(provider) == _OWN
    expect(page.get_by_text("Draws the prompt that you wrote.").first).to_be_visible()


def test_a_prompt_is_kept_and_given_up_again(page: Page, provider: Provider) -> None:
    prompt = page.locator("p.prompt").first
    made = prompt.inner_text()
    field = _editor(page)
    field.fill("Never mind.")
    field.press("Escape")
    expect(prompt).to_have_text(made)
    field = _editor(page)
    field.fill(_OWN)
    page.get_by_role("button", name="Keep").click()
    expect(prompt).to_have_text(_OWN)
    page.reload()
    expect(prompt).to_have_text(_OWN)
    page.get_by_role("button", name="Use the brief’s").first.click()
    expect(prompt).to_have_text(made)
    _generate(page).click()
    expect(_downloads(page)).to_have_count(1)
    assert _told(provider) == made


def test_a_refused_wish_is_made_milder_by_one_click(page: Page, provider: Provider) -> None:
    provider.script("prompt_blocked")
    _generate(page).click()
    expect(page.get_by_text("Try instead:")).to_be_visible()
    page.get_by_role("button", name="Use this wish").click()
    expect(page.get_by_text("Your brief says so now.")).to_be_visible()
    offers = page.get_by_role("button", name="Use this wish")
    expect(offers).to_have_count(0)
    provider.script("prompt_blocked")
    _generate(page).click()
    # The older of the two has had its turn.
    expect(offers).to_have_count(1)
    expect(page.get_by_text("Your brief says so now.")).to_have_count(0)
    offers.click()
    _generate(page).click()
    expect(_downloads(page)).to_have_count(1)
    expect(offers).to_have_count(0)
    expect(page.get_by_text("Your brief says so now.")).to_have_count(0)


def test_a_change_is_begun_from_a_pictures_own_page(page: Page, provider: Provider) -> None:
    _generate(page).click()
    expect(_downloads(page)).to_have_count(1)
    page.get_by_role("link", name="View in Library").click()
    page.wait_for_url(re.compile(r"/dashboard/assets/"))
    page.get_by_role("button", name="Make a change").click()
    page.wait_for_url(re.compile(r"/coach/"))
    expect(page.get_by_role("button", name="Stop changing this picture")).to_be_visible()
    _generate(page).click()
    expect(_downloads(page)).to_have_count(2)
    shown = [part for part in provider.seen[-1].json["contents"][0]["parts"] if "text" not in part]
    assert len(shown) == 1
    # What it tells the model is no description of it.
    expect(page.get_by_role("img", name=re.compile("^Change the first picture"))).to_have_count(0)


def test_a_prompt_that_a_milder_wish_replaces_is_put_aside_and_back(page: Page, provider: Provider) -> None:
    prompt = page.locator("p.prompt").first
    made = prompt.inner_text()
    _editor(page).fill(_OWN)
    provider.script("prompt_blocked")
    _generate(page).click()
    page.get_by_role("button", name="Use this wish").click()
    expect(prompt).not_to_have_text(_OWN)
    page.reload()
    expect(page.get_by_text("The prompt that you wrote was put aside.").first).to_be_visible()
    assert prompt.inner_text() != made
    page.get_by_role("button", name="Put it back").first.click()
    expect(prompt).to_have_text(_OWN)
    expect(page.get_by_text("Say a flat, uniform background in #00ff00 in it").filter(visible=True)).to_be_visible()
    expect(page.get_by_text("The prompt that you wrote was put aside.")).to_have_count(0)


def test_a_prompt_put_aside_is_told_from_the_one_that_is_kept(page: Page) -> None:
    prompt = page.locator("p.prompt").first
    for own in (_OWN, "A kettle, drawn by hand."):
        _editor(page).fill(own)
        page.get_by_role("button", name="Keep").first.click()
        expect(prompt).to_have_text(own)
        if own == _OWN:
            page.get_by_role("button", name="Use the brief’s").first.click()
    expect(page.get_by_text("An earlier prompt of yours was put aside.").first).to_be_visible()
    expect(page.get_by_text("The prompt that you wrote was put aside.")).to_have_count(0)
    page.get_by_role("button", name="Put it back").first.click()
    expect(prompt).to_have_text(_OWN)


def test_the_words_of_a_wait_count_down(page: Page, paid_product: RunningApp) -> None:
    execute(
        paid_product,
        "INSERT INTO provider_breakers (provider, reason, open_until) VALUES (%s, 'failing', now() + interval '50 s') "
        "ON CONFLICT (provider) DO UPDATE SET reason = excluded.reason, open_until = excluded.open_until",
        "gemini gemini-nano-banana-2.1",
    )
    _generate(page).click()
    words = page.get_by_role("timer").filter(has_text="in about")
    first = words.inner_text()
    expect(page.get_by_text("Nano Banana can’t draw right now").filter(visible=True)).to_be_visible()
    assert re.fullmatch(r"in about \d\d seconds", first)
    expect(words).not_to_have_text(first)
    expect(words).to_have_text(re.compile(r"in about \d+ seconds"))
    expect(words).to_have_attribute("aria-live", "off")
    assert float(words.inner_text().split()[2]) < float(first.split()[2])
    execute(paid_product, "DELETE FROM provider_breakers")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("You canceled this one.")).to_be_visible()
    expect(page.get_by_text("About $0.03, Nano Banana").filter(visible=True)).to_be_visible()
