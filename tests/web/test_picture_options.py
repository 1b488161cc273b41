"""A logo for the next pictures, chosen in the page: it stays with its session."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.running_app import RunningApp
from tests.use_cases.branding import picture
from tests.web.acting import session_id, start
from tests.web.kit_acting import upload


def look(page: Page) -> Locator:
    return page.get_by_role("region", name="Look")


def generate(page: Page) -> None:
    page.get_by_role("button", name="Generate now").first.click()
    expect(page.get_by_role("link", name="Download")).to_have_count(1)


def start_anew(page: Page, product: RunningApp, wish: str, kind: str) -> None:
    page.goto(f"{product.url}/coach")
    start(page, wish, kind)


def test_a_logo_is_chosen_for_one_session_and_is_remembered_there(kit_page: Page, product: RunningApp) -> None:
    upload(kit_page, "icon", picture("teal", (300, 300)))
    expect(kit_page.get_by_role("img", name="Icon logo of Sunday Mug")).to_be_visible()
    start_anew(kit_page, product, "an about me panel with a happy fox", "Twitch panel")
    switch = look(kit_page).get_by_role("switch")
    expect(switch).not_to_be_checked()
    switch.click()
    expect(switch).to_be_checked()
    place = look(kit_page).get_by_role("combobox", name="Where the logo goes")
    place.select_option("Top right")
    look(kit_page).get_by_role("combobox", name="How see-through the logo is").select_option("50 % solid")
    expect(look(kit_page).get_by_role("combobox", name="Which logo")).to_have_value("icon")
    generate(kit_page)
    with_logo = session_id(kit_page)
    kit_page.get_by_role("link", name="View in Library").click()
    expect(kit_page.get_by_text("Icon, top right")).to_be_visible()
    expect(kit_page.get_by_role("definition").filter(has_text="Sunday Mug")).to_be_visible()

    start_anew(kit_page, product, "my fox on a shield", "Twitch badge")
    expect(look(kit_page)).to_be_visible()
    expect(look(kit_page).get_by_role("switch")).to_have_count(0)
    generate(kit_page)

    kit_page.goto(f"{product.url}/coach/{with_logo}")
    expect(look(kit_page).get_by_role("switch")).to_be_checked()
    expect(place).to_have_value("top-right")
    expect(look(kit_page).get_by_role("combobox", name="How see-through the logo is")).to_have_value("50")
    start_anew(kit_page, product, "a donate panel with a pizza", "Twitch panel")
    expect(look(kit_page).get_by_role("switch")).not_to_be_checked()
