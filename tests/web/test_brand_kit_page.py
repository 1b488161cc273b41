"""The page of brand kits in a real browser: made, edited as it is typed, and out of others' reach."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from coach_app.domain.brand_kits import MAX_KITS
from coach_app.domain.brand_looks import ColourRole, Strength
from coach_app.domain.contrast import drawn_pairs
from coach_app.web.state.brand_kit_state import BrandKitState
from tests.journeys.running_app import RunningApp
from tests.use_cases.branding import picture
from tests.web.conftest import new_guest_cookie
from tests.web.kit_acting import api_kit, name_field, pair, saved, set_colour, specimen_ground, specimen_pairs, upload
from tests.web.raw_tab import raw_tab


def test_a_first_kit_is_made_and_named_in_one_go(guest_page: Page) -> None:
    guest_page.get_by_role("link", name="Brand kits").first.click()
    expect(guest_page.get_by_role("heading", name="Give your channel its colours")).to_be_visible()
    guest_page.get_by_role("button", name="Make a kit").click()
    expect(name_field(guest_page)).to_be_focused()
    guest_page.keyboard.type("Neon  Fox ")
    saved(guest_page)
    # A pause at the end of a word does not take its space.
    guest_page.keyboard.type("TV")
    expect(name_field(guest_page)).to_have_value("Neon  Fox TV")
    expect(guest_page.get_by_role("navigation", name="Your kits")).to_contain_text("Neon Fox TV")
    expect(guest_page.get_by_role("switch", name="Used for new sessions")).to_be_checked()
    guest_page.reload()
    expect(name_field(guest_page)).to_have_value("Neon Fox TV")


def test_colours_show_while_they_are_edited_and_the_contrast_follows(kit_page: Page) -> None:
    expect(pair(kit_page, "Light on Main")).to_contain_text("Hard to read")
    expect(pair(kit_page, "Light on Main")).to_contain_text("Dark on Main reads well")
    set_colour(kit_page, "Main", "402010")
    assert specimen_ground(kit_page) == "rgb(64, 32, 16)"
    expect(pair(kit_page, "Light on Main")).to_contain_text("Easy to read")
    expect(pair(kit_page, "Dark on Main")).to_contain_text("Hard to read")
    kit_page.get_by_label("Light colour", exact=True).fill("#ffffff")
    saved(kit_page)
    kit_page.reload()
    expect(kit_page.get_by_role("textbox", name="Main colour as hex")).to_have_value("#402010")
    expect(kit_page.get_by_role("textbox", name="Light colour as hex")).to_have_value("#FFFFFF")


def test_colours_come_and_go_by_keyboard(kit_page: Page) -> None:
    kit_page.get_by_role("button", name="Add accent colour").press("Enter")
    accent = kit_page.get_by_role("textbox", name="Accent colour as hex")
    expect(accent).to_be_focused()
    kit_page.keyboard.type("#d9476b")
    kit_page.keyboard.press("Enter")
    saved(kit_page)
    kit_page.get_by_role("button", name="Remove dark colour").press("Enter")
    expect(kit_page.get_by_role("button", name="Add dark colour")).to_be_focused()
    expect(kit_page.get_by_role("button", name="Remove main colour")).to_have_count(0)
    expect(pair(kit_page, "Dark on Main")).to_have_count(0)
    kit_page.reload()
    expect(accent).to_have_value("#D9476B")
    expect(kit_page.get_by_role("button", name="Add dark colour")).to_be_visible()


def test_one_click_mends_a_pair_where_no_colour_of_the_kit_reads(kit_page: Page, product: RunningApp) -> None:
    kit_id = api_kit(kit_page, product, "Grey", main="#999999", light="#cccccc")
    kit_page.goto(f"{product.url}/brand-kits?kit={kit_id}")
    expect(pair(kit_page, "Light on Main")).to_contain_text("Hard to read")
    pair(kit_page, "Light on Main").get_by_role("button", name=re.compile("^Use #[0-9A-F]{6} for ")).click()
    expect(pair(kit_page, "Light on Main")).to_contain_text("Easy to read")


@pytest.mark.parametrize(
    "colours",
    [
        {"main": "#0f766e"},
        {"main": "#5a3423", "third": "#d9476b", "light": "#fff1dc"},
        {"main": "#7c5cff", "second": "#3d2a8c", "light": "#fff4e6", "dark": "#8a5a2a"},
        {"main": "#222222", "accent": "#ffd23d", "dark": "#1d1433"},
    ],
)
def test_the_specimen_draws_the_pairs_that_are_judged(
    guest_page: Page, product: RunningApp, colours: dict[str, str]
) -> None:
    kit_id = api_kit(guest_page, product, "Drawn", **colours)
    guest_page.goto(f"{product.url}/brand-kits?kit={kit_id}")
    for strength in (Strength.BALANCED, Strength.SUBTLE):
        guest_page.get_by_role("radio", name=strength.value.capitalize()).check(force=True)
        expect(guest_page.locator(f"[data-strength={strength}]")).to_be_visible()
        judged = drawn_pairs({ColourRole(role): colour for role, colour in colours.items()}, strength)
        assert specimen_pairs(guest_page)[: len(judged)] == [(words.colour, ground.colour) for words, ground in judged]


def test_the_specimen_shows_how_strong_the_kit_is(kit_page: Page) -> None:
    kit_page.get_by_role("radio", name="Subtle").check(force=True)
    expect(kit_page.locator(".spec-banner")).to_have_css("background-color", "rgb(24, 24, 27)")
    expect(kit_page.locator(".spec-banner")).to_have_css("background-image", "none")
    assert specimen_pairs(kit_page) == [
        ("#fff1dc", "#18181b"),
        ("#f59a3c", "#18181b"),
        ("#fff1dc", "#18181b"),
        ("#fff1dc", "#18181b"),
    ]
    kit_page.get_by_role("radio", name="Balanced").check(force=True)
    expect(kit_page.locator(".spec-banner")).to_have_css("background-color", "rgb(42, 23, 16)")
    expect(kit_page.locator(".spec-banner")).to_have_css("background-image", re.compile("gradient.*245, 154, 60"))
    assert specimen_ground(kit_page) == "rgb(245, 154, 60)"
    note = kit_page.get_by_text("In your pictures the character and its clothes take your colours too.")
    expect(note).to_be_hidden()
    kit_page.get_by_role("radio", name="Strong").check(force=True)
    expect(note).to_be_visible()


def test_words_on_a_ground_of_ours_are_mended_by_the_kits_own_colour(guest_page: Page, product: RunningApp) -> None:
    kit_id = api_kit(guest_page, product, "Teal", main="#0f766e")
    guest_page.goto(f"{product.url}/brand-kits?kit={kit_id}")
    hard = pair(guest_page, "Main on our dark")
    expect(hard).to_contain_text("Hard to read")
    hard.get_by_role("button", name=re.compile("^Use #[0-9A-F]{6} for Main$")).click()
    expect(hard).to_contain_text("Easy to read")
    expect(guest_page.get_by_text("Hard to read")).to_have_count(0)


def test_what_is_refused_stays_typed_and_the_rest_is_stored(kit_page: Page) -> None:
    name_field(kit_page).fill("")
    set_colour(kit_page, "Main", "#12")
    expect(kit_page.get_by_text("I can't read the colour “#12”. Write it like #ff8fbf.")).to_be_visible()
    expect(kit_page.get_by_text("Give the kit a name, for example that of your channel.")).to_be_visible()
    expect(kit_page.get_by_text("Not all saved")).to_be_visible()
    kit_page.get_by_role("radio", name="Strong").check(force=True)
    expect(kit_page.get_by_text("Even what the character wears")).to_be_visible()
    expect(kit_page.get_by_role("textbox", name="Main colour as hex")).to_have_value("#12")
    expect(name_field(kit_page)).to_have_value("")
    name_field(kit_page).fill("Mug")
    set_colour(kit_page, "Main", "#123")
    saved(kit_page)
    kit_page.reload()
    expect(name_field(kit_page)).to_have_value("Mug")
    expect(kit_page.get_by_role("textbox", name="Main colour as hex")).to_have_value("#112233")
    expect(kit_page.get_by_role("radio", name="Strong")).to_be_checked()


def test_a_name_that_another_kit_has_is_refused(kit_page: Page, product: RunningApp) -> None:
    api_kit(kit_page, product, "Kit 3")
    kit_page.reload()
    name_field(kit_page).fill("kit 3")
    expect(kit_page.get_by_text("You have a kit “kit 3” already. Give this one another name.")).to_be_visible()
    name_field(kit_page).fill("Kit 2")
    saved(kit_page)
    kit_page.get_by_role("button", name="New kit").click()
    expect(name_field(kit_page)).to_have_value("Kit 4")


def test_fonts_and_tones_are_kept_and_letters_are_loaded(kit_page: Page) -> None:
    kit_page.get_by_label("Title").select_option("Chewy")
    kit_page.get_by_role("checkbox", name="Loud").check(force=True)
    kit_page.get_by_role("checkbox", name="Warm").check(force=True)
    saved(kit_page)
    font = kit_page.locator(".spec-title").evaluate("title => getComputedStyle(title).fontFamily")
    assert font.startswith("kit-chewy,")
    kit_page.wait_for_function("[...document.fonts].some(f => f.family === 'kit-chewy' && f.status === 'loaded')")
    kit_page.reload()
    expect(kit_page.get_by_label("Title")).to_have_value("chewy")
    for tone, is_chosen in (("Loud", True), ("Warm", True), ("Dry", False)):
        expect(kit_page.get_by_role("checkbox", name=tone)).to_be_checked(checked=is_chosen)


def test_another_kit_becomes_the_default_and_takes_over_when_that_is_deleted(
    kit_page: Page, product: RunningApp
) -> None:
    kit_page.get_by_role("button", name="New kit").click()
    expect(name_field(kit_page)).to_have_value("Kit 2")
    kit_page.get_by_role("switch", name="Use for new sessions").click()
    kits = kit_page.get_by_role("navigation", name="Your kits")
    expect(kits.get_by_role("link", name="Kit 2")).to_contain_text("Default")
    expect(kits.get_by_role("link", name="Sunday Mug")).not_to_contain_text("Default")
    kit_page.get_by_role("button", name="Delete kit").click()
    dialog = kit_page.get_by_role("dialog", name="Delete “Kit 2”?")
    expect(dialog).to_contain_text("Pictures made with it stay as they are. New sessions then begin with “Sunday Mug”.")
    dialog.get_by_role("button", name="Keep").click()
    expect(kits.get_by_role("link")).to_have_count(2)
    kit_page.get_by_role("button", name="Delete kit").click()
    dialog.get_by_role("button", name="Delete kit").click()
    expect(kits.get_by_role("link")).to_have_count(1)
    expect(kits.get_by_role("link", name="Sunday Mug")).to_contain_text("Default")
    expect(name_field(kit_page)).to_have_value("Sunday Mug")


def test_what_was_just_typed_is_stored_when_another_kit_is_opened(kit_page: Page, product: RunningApp) -> None:
    api_kit(kit_page, product, "Neon Fox")
    kit_page.reload()
    name_field(kit_page).fill("Monday Mug")
    kit_page.get_by_role("link", name="Neon Fox").click()
    expect(name_field(kit_page)).to_have_value("Neon Fox")
    expect(kit_page).to_have_url(re.compile(r"\?kit="))
    kit_page.get_by_role("link", name="Monday Mug").click()
    expect(name_field(kit_page)).to_have_value("Monday Mug")


def test_two_tabs_keep_what_the_other_has_written(kit_page: Page) -> None:
    other = kit_page.context.new_page()
    other.goto(kit_page.url)
    expect(name_field(other)).to_have_value("Sunday Mug")
    set_colour(kit_page, "Main", "#123456")
    saved(kit_page)
    name_field(other).fill("Second tab")
    saved(other)
    expect(other.get_by_role("textbox", name="Main colour as hex")).to_have_value("#123456")
    name_field(kit_page).fill("First tab")
    saved(kit_page)
    for page in (kit_page, other):
        page.reload()
        expect(name_field(page)).to_have_value("First tab")


def test_ten_kits_are_the_most_and_the_page_says_so(kit_page: Page, product: RunningApp) -> None:
    for number in range(2, MAX_KITS):
        api_kit(kit_page, product, f"Kit {number}")
    kit_page.reload()
    new_kit = kit_page.get_by_role("button", name="New kit")
    new_kit.click()
    expect(name_field(kit_page)).to_have_value("Kit 10")
    expect(kit_page.get_by_text("10 kits are as many as fit.")).to_be_visible()
    expect(new_kit).to_be_disabled()


def test_a_kit_of_somebody_else_is_neither_shown_nor_changed(kit_page: Page, product: RunningApp) -> None:
    kit_id = api_kit(kit_page, product, "Secret zebra")
    before = product.rows(f"SELECT name, colours, is_default, updated_at FROM brand_kits WHERE id = '{kit_id}'")
    path = f"/brand-kits?kit={kit_id}"
    calls: dict[str, dict[str, object]] = {
        "load_kits": {},
        "keep_kit": {"kit_id": kit_id, "number": 7, "written": {"name": "Mine", "colours.main": "#000000"}},
        "use_by_default": {"kit_id": kit_id},
        "remove_logo": {"kit_id": kit_id, "kind": "primary"},
        "delete_kit": {"kit_id": kit_id},
    }
    nonsense: list[object] = [None, 7, [], {"a": []}, "\x00\ud800"]

    async def intrude() -> None:
        async with raw_tab(product.url, cookie=new_guest_cookie(product), path=path) as tab:
            heard = await tab.listen()
            for name, arguments in calls.items():
                await tab.call(f"{BrandKitState.get_full_name()}.{name}", arguments, path=path)
                for value in nonsense:
                    wrong = dict.fromkeys(arguments, value)
                    await tab.call(f"{BrandKitState.get_full_name()}.{name}", wrong, path=path)
            heard += await tab.listen()
            assert "zebra" not in heard
            assert "Something broke" not in heard

    # In a thread of its own: Playwright keeps a loop in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, intrude()).result()
    assert product.rows(f"SELECT name, colours, is_default, updated_at FROM brand_kits WHERE id = '{kit_id}'") == before


def test_an_address_with_a_kit_that_is_not_there_opens_the_default_one(kit_page: Page, product: RunningApp) -> None:
    for kit_id in (str(uuid4()), "x", ""):
        kit_page.goto(f"{product.url}/brand-kits?kit={kit_id}")
        expect(name_field(kit_page)).to_have_value("Sunday Mug")


def test_on_a_small_phone_everything_fits_and_can_be_tapped(kit_page: Page) -> None:
    upload(kit_page, "icon", picture())
    expect(kit_page.get_by_role("img", name="Icon logo of Sunday Mug")).to_be_visible()
    kit_page.set_viewport_size({"width": 360, "height": 740})
    assert kit_page.evaluate("document.documentElement.scrollWidth") <= 360
    targets = kit_page.locator(".content").locator("button:visible, select:visible, .chip:visible, .segments label")
    for target in targets.all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44, target.inner_text()
        assert box["x"] + box["width"] <= 360 or "kit-tile" in (target.get_attribute("class") or "")
