"""Files in the page: the menu of all sizes, marks that can be mended, safe areas, and many pictures as one ZIP."""

import re
import zipfile

from playwright.sync_api import Page, expect

from tests.journeys.running_app import RunningApp
from tests.web.acting import conversation, execute, start


def drawn(page: Page, wish: str, kind: str) -> None:
    start(page, wish, kind)
    page.get_by_role("button", name="Generate now").click()
    expect(conversation(page).get_by_role("link", name="Download")).to_have_count(1)


def test_the_menu_of_sizes_saves_files_and_packs_and_works_by_keyboard(guest_page: Page) -> None:
    drawn(guest_page, "a raging pink axolotl", "Twitch emote")
    button = guest_page.get_by_role("button", name="All sizes")
    button.focus()
    guest_page.keyboard.press("Enter")
    menu = guest_page.get_by_role("menu", name="Files of Raging pink axolotl")
    expect(menu.get_by_role("menuitem")).to_have_count(14)
    expect(menu.get_by_role("menuitem", name="112.png")).to_be_focused()
    guest_page.keyboard.press("ArrowUp")
    expect(menu.get_by_role("menuitem", name="Every platform")).to_be_focused()
    guest_page.keyboard.press("Home")
    guest_page.keyboard.press("ArrowDown")
    expect(menu.get_by_role("menuitem", name="56.png")).to_be_focused()
    with guest_page.expect_download() as saved:
        guest_page.keyboard.press("Enter")
    assert saved.value.suggested_filename == "raging-pink-axolotl_emote_56.png"
    expect(menu).to_be_hidden()
    button.click()
    with guest_page.expect_download() as packed:
        menu.get_by_role("menuitem", name="Discord").click()
    assert packed.value.suggested_filename == "raging-pink-axolotl_emote_discord.zip"
    with zipfile.ZipFile(packed.value.path()) as archive:
        assert archive.namelist() == ["discord/128.png", "README.txt"]
    button.click()
    guest_page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_the_menu_stays_on_the_screen_of_a_phone(guest_page: Page) -> None:
    drawn(guest_page, "a sleepy cat", "Twitch emote")
    guest_page.set_viewport_size({"width": 360, "height": 640})
    guest_page.get_by_role("button", name="All sizes").click()
    box = guest_page.get_by_role("menu").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= 360
    assert box["y"] + box["height"] <= 640


def test_safe_areas_are_shown_when_asked_for(guest_page: Page) -> None:
    drawn(guest_page, "a smug wolf with the text “1 vs 5 clutch”", "YouTube thumbnail")
    covered = guest_page.get_by_text("The running time covers this")
    expect(covered).to_be_hidden()
    guest_page.get_by_role("switch", name="Safe area").check()
    expect(covered).to_be_visible()
    shade = guest_page.locator(".area.covered").bounding_box()
    picture = guest_page.locator(".picture-box img").bounding_box()
    assert shade is not None
    assert picture is not None
    assert abs(shade["width"] / picture["width"] - 0.12) < 0.01
    assert abs(shade["x"] + shade["width"] - picture["x"] - picture["width"]) < 2


def test_a_file_that_was_never_made_can_be_made(guest_page: Page, product: RunningApp) -> None:
    drawn(guest_page, "a happy fox", "Twitch emote")
    guest_page.get_by_role("link", name="View in Library").click()
    expect(guest_page.get_by_text("10 fit")).to_be_visible()
    asset_id = guest_page.url.rpartition("/")[2]
    execute(
        product,
        "UPDATE assets SET files = (SELECT jsonb_agg(file) FROM jsonb_array_elements(files) AS file"
        " WHERE file->>'name' <> '480.png') WHERE id = %s",
        asset_id,
    )
    guest_page.reload()
    expect(guest_page.get_by_text("not made yet")).to_be_visible()
    expect(guest_page.get_by_text("1 doesn’t")).to_be_visible()
    guest_page.get_by_role("button", name="Make it: YouTube membership emoji").click()
    expect(guest_page.get_by_text("10 fit")).to_be_visible()
    expect(guest_page.get_by_role("link", name=re.compile("Save YouTube"))).to_be_visible()


def test_picked_pictures_come_as_one_zip(guest_page: Page) -> None:
    drawn(guest_page, "a raging pink axolotl", "Twitch emote")
    guest_page.goto(guest_page.url.partition("/coach")[0] + "/coach")
    drawn(guest_page, "a smug wolf with the text “1 vs 5 clutch”", "YouTube thumbnail")
    guest_page.get_by_role("link", name="Library", exact=True).first.click()
    save = guest_page.get_by_role("button", name="Download as ZIP")
    expect(save).to_be_hidden()
    guest_page.get_by_role("checkbox", name="Pick Raging pink axolotl").check()
    guest_page.get_by_role("checkbox", name="Pick 1 vs 5 clutch").check()
    with guest_page.expect_download() as packed:
        save.click()
    assert packed.value.suggested_filename == "stream-coach_2-pictures.zip"
    with zipfile.ZipFile(packed.value.path()) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
    assert "raging-pink-axolotl_emote/twitch/28.png" in names
    assert "1-vs-5-clutch_thumbnail/youtube/1280x720.jpg" in names
    guest_page.get_by_role("button", name="Clear").click()
    expect(save).to_be_hidden()
