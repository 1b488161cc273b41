"""Every page in a real browser: no trouble in the console, nothing wider than the screen, keyboard alone."""

import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.journeys.running_app import RunningApp
from tests.web.acting import WISH, conversation, send_button, sign_in_link, start
from tests.web.conftest import new_guest_cookie, new_session

OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, product: RunningApp) -> Iterator[OpenPage]:
    """Open pages of one guest at any width, and see to it that none complained."""
    contexts = []
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    def open_at(path: str, *, width: int = 1440, cookie: str = "", scheme: str = "dark") -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]  # a literal there
        contexts.append(context)
        context.set_default_timeout(15_000)
        if cookie:
            name, _, value = cookie.partition("=")
            context.add_cookies([{"name": name, "value": value, "url": product.url}])
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(product.url + path)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="module")
def cookie(product: RunningApp, browser: Browser) -> str:
    """A guest who has an emote and a thumbnail."""
    made = new_guest_cookie(product)
    with browser.new_context() as context:
        name, _, value = made.partition("=")
        context.add_cookies([{"name": name, "value": value, "url": product.url}])
        page = context.new_page()
        for kind, wish in (("Twitch emote", WISH), ("YouTube thumbnail", "a smug wolf with the text “1 vs 5 clutch”")):
            page.goto(f"{product.url}/coach")
            start(page, wish, kind)
            page.get_by_role("button", name="Generate now").click()
            expect(conversation(page).get_by_role("link", name="Download")).to_have_count(1)
    return made


def _paths(product: RunningApp, cookie: str) -> list[str]:
    """Return the pages of the guest's two sessions and pictures."""
    token_sha256 = sha256(cookie.partition("=")[2].encode()).hexdigest()
    found = product.rows(
        "SELECT coach_session_id, a.id FROM assets a JOIN sign_ins s ON s.user_id = a.user_id "
        f"WHERE s.token_sha256 = '\\x{token_sha256}' ORDER BY a.created_at"
    )
    return [f"/coach/{session}" for session, _ in found] + [f"/dashboard/assets/{asset}" for _, asset in found]


def test_nothing_is_wider_than_the_screen(open_page: OpenPage, product: RunningApp, cookie: str) -> None:
    for path in ("/", "/sign-in", "/coach", "/dashboard/assets", "/brand-kits", *_paths(product, cookie)):
        page = open_page(path, cookie="" if path in {"/", "/sign-in"} else cookie)
        expect(page.locator("h1").first).to_be_visible()
        for width in (360, 390, 768, 1100, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            # No sideways scroll means no overhang, two frames after the change.
            overhang = page.evaluate(
                """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
                    const root = document.documentElement;
                    done(root.scrollWidth - root.clientWidth);
                })))"""
            )
            assert overhang <= 0, (path, width)


def test_each_file_s_download_stands_within_its_card(open_page: OpenPage, product: RunningApp, cookie: str) -> None:
    page = open_page(_paths(product, cookie)[-1], cookie=cookie)
    expect(page.locator(".files li").first).to_be_visible()
    for width in (390, 768, 1200, 1280, 1366, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        row, link = page.locator(".files").bounding_box(), page.locator(".files li a").first.bounding_box()
        assert row is not None
        assert link is not None
        assert link["x"] + link["width"] <= row["x"] + row["width"] + 1, width


def test_a_session_or_picture_of_somebody_else_is_not_here(
    open_page: OpenPage, product: RunningApp, cookie: str
) -> None:
    stranger = new_guest_cookie(product)
    for path in [*_paths(product, cookie), f"/dashboard/assets/{uuid4()}", "/dashboard/assets/x", "/coach/x"]:
        page = open_page(path, cookie=stranger)
        expect(page.get_by_role("heading", name="That isn’t here")).to_be_visible()


@pytest.mark.parametrize("path", ["/coach", "/dashboard/assets", "/brand-kits", f"/coach/{uuid4()}"])
def test_without_a_cookie_every_page_leads_to_the_first(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    expect(page.get_by_role("button", name="Try it now")).to_be_visible()


def test_who_is_signed_in_goes_straight_to_the_coach(open_page: OpenPage, cookie: str) -> None:
    page = open_page("/", cookie=cookie)
    page.wait_for_url("**/coach")
    expect(page.get_by_role("textbox", name="Your wish")).to_be_visible()


def test_an_empty_library_says_what_to_do(open_page: OpenPage, product: RunningApp) -> None:
    page = open_page("/dashboard/assets", cookie=new_guest_cookie(product))
    expect(page.get_by_text("Nothing here yet")).to_be_visible()
    page.get_by_role("link", name="Make your first emote").click()
    expect(page.get_by_role("textbox", name="Your wish")).to_be_visible()


def test_the_library_shows_both_pictures_and_opens_them(open_page: OpenPage, cookie: str) -> None:
    page = open_page("/dashboard/assets", cookie=cookie)
    expect(page.get_by_text("2 pictures")).to_be_visible()
    page.get_by_role("link", name=re.compile("Raging pink axolotl")).last.click()
    expect(page.get_by_role("link", name=re.compile("^Save"))).to_have_count(10)
    expect(page.get_by_text("under 25 KB")).to_have_count(3)
    page.get_by_role("link", name="its session").click()
    expect(conversation(page)).to_contain_text(WISH)


def test_the_whole_way_by_keyboard_alone(open_page: OpenPage, product: RunningApp) -> None:
    page = open_page("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Try it now")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/coach")
    page.get_by_role("radio", name="Twitch emote").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Twitch badge")).to_be_checked()
    page.keyboard.press("ArrowLeft")
    page.get_by_role("textbox", name="Your wish").focus()
    page.keyboard.type("a happy cat")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/coach/[0-9a-f-]{36}"))
    generate = page.get_by_role("button", name="Generate now")
    expect(generate).to_be_enabled()
    generate.focus()
    page.keyboard.press("Enter")
    expect(conversation(page).get_by_role("link", name="Download")).to_have_count(1)


def test_the_brief_is_a_sheet_on_a_phone(open_page: OpenPage, product: RunningApp, cookie: str) -> None:
    page = open_page(_paths(product, cookie)[0], width=390, cookie=cookie)
    expect(page.get_by_role("heading", name="Brief")).to_have_count(0)
    page.get_by_role("button", name=re.compile("^Brief, ")).click()
    expect(page.get_by_role("heading", name="Brief")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Brief")).to_have_count(0)


def test_a_small_phone_shows_the_start_card_down_to_its_button(open_page: OpenPage, cookie: str) -> None:
    page = open_page("/coach", width=360, cookie=cookie)
    page.set_viewport_size({"width": 360, "height": 640})
    button, bar = page.get_by_role("button", name="Let’s go"), page.locator(".bottom-bar")
    expect(button).to_be_visible()
    button_box, bar_box = button.bounding_box(), bar.bounding_box()
    assert button_box is not None
    assert bar_box is not None
    assert button_box["y"] + button_box["height"] <= bar_box["y"]


def test_a_start_card_without_anything_chosen_asks_for_a_wish(open_page: OpenPage, cookie: str) -> None:
    page = open_page("/coach", cookie=cookie)
    page.get_by_role("button", name="Let’s go").click()
    expect(page.get_by_role("alert")).to_contain_text("Say in a few words what you'd like")
    page.get_by_role("textbox", name="Your wish").press("Enter")
    expect(page).to_have_url(re.compile("/coach$"))


def test_tap_targets_on_a_phone_are_at_least_44_px(open_page: OpenPage, product: RunningApp, cookie: str) -> None:
    page = open_page(_paths(product, cookie)[0], width=390, cookie=cookie)
    expect(send_button(page)).to_be_visible()
    for button in page.locator(".button:visible, .icon-button:visible, .bottom-bar a").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44, button.inner_text()


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_the_page_follows_the_system_and_can_be_switched(open_page: OpenPage, cookie: str, scheme: str) -> None:
    page = open_page("/coach", cookie=cookie, scheme=scheme)
    root = page.locator("html")
    expect(root).to_have_class(scheme)
    page.get_by_role("button", name="Switch between dark and light").click()
    expect(root).not_to_have_class(scheme)


def test_a_one_time_link_signs_in_and_leaves_the_address_bar(open_page: OpenPage, product: RunningApp) -> None:
    session_id = new_session(product, new_guest_cookie(product))
    user_id = product.rows(f"SELECT user_id FROM coach_sessions WHERE id = '{session_id}'")[0][0]
    link = sign_in_link(product, user_id)
    page = open_page(link)
    page.wait_for_url("**/sign-in")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/coach")
    expect(page.get_by_role("navigation", name="Recent sessions").get_by_role("link")).to_have_count(1)
    again = open_page(link)
    again.get_by_role("button", name="Sign in").click()
    expect(again.get_by_text("This link has been used or is too old.")).to_be_visible()
