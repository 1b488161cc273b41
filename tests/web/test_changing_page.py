"""Changing a picture on its session's page, in a real browser: chosen, drawn again, and back to any version."""

from playwright.sync_api import Locator, Page, expect

from tests.web.acting import composer, conversation, start, wait_for_replies


def chip(page: Page) -> Locator:
    return page.get_by_role("group", name="Changing")


def versions(page: Page) -> Locator:
    return conversation(page).get_by_role("group", name="Versions of").get_by_role("button")


def change(page: Page) -> None:
    """Choose the newest picture to be changed."""
    conversation(page).get_by_role("button", name="Make a change").last.click()


def generate(page: Page, count: int) -> None:
    """Draw, and wait until so many pictures are there."""
    page.get_by_role("button", name="Generate now").click()
    expect(conversation(page).get_by_role("link", name="Download")).to_have_count(count, timeout=15_000)


def test_a_picture_is_changed_and_its_versions_lead_back(guest_page: Page) -> None:
    start(guest_page)
    generate(guest_page, 1)
    expect(chip(guest_page)).to_have_count(0)
    expect(composer(guest_page)).to_have_attribute("placeholder", "What comes next?")
    change(guest_page)
    expect(chip(guest_page)).to_have_text("Changing:Raging pink axolotl")
    expect(composer(guest_page)).to_have_attribute("placeholder", "What should I change?")
    # What is to change can be typed at once.
    expect(composer(guest_page)).to_be_focused()
    guest_page.keyboard.type("make it blue")
    guest_page.keyboard.press("Enter")
    wait_for_replies(guest_page, 2)
    generate(guest_page, 2)
    expect(chip(guest_page)).to_have_text("Changing version 2:Raging blue axolotl")
    expect(versions(guest_page)).to_have_count(2)
    expect(versions(guest_page).nth(1)).to_have_attribute("aria-pressed", "true")
    expect(versions(guest_page).nth(1)).to_have_accessible_name("Change version 2 of 2: Raging blue axolotl")
    expect(versions(guest_page)).to_have_text(["1", "2"])

    versions(guest_page).nth(0).click()
    expect(chip(guest_page)).to_have_text("Changing version 1:Raging pink axolotl")
    expect(guest_page.get_by_role("button", name="Colour: pink")).to_be_visible()
    guest_page.reload()
    expect(chip(guest_page)).to_contain_text("Raging pink axolotl")
    chip(guest_page).get_by_role("button", name="Stop changing this picture").click()
    expect(chip(guest_page)).to_have_count(0)
    generate(guest_page, 3)
    # A new picture has no versions; those of the changed one stay where they are.
    expect(versions(guest_page)).to_have_count(2)

    conversation(guest_page).get_by_role("link", name="View in Library").nth(1).click()
    row = guest_page.get_by_role("navigation", name="Versions").get_by_role("link")
    expect(row).to_have_count(2)
    expect(row.nth(1)).to_have_accessible_name("Version 2 of 2: Raging blue axolotl")
    expect(row).to_have_text(["Version 1", "Version 2"])
    expect(row.nth(1)).to_have_attribute("aria-current", "page")
    guest_page.set_viewport_size({"width": 280, "height": 900})
    # All of them are in sight, the newest as well, wherever there is room for one.
    assert row.nth(1).evaluate("link => link.parentElement.scrollWidth <= link.parentElement.clientWidth")
    guest_page.set_viewport_size({"width": 1440, "height": 900})
    row.nth(0).click()
    expect(guest_page.get_by_role("heading", name="Raging pink axolotl")).to_be_visible()
    expect(row.nth(0)).to_have_attribute("aria-current", "page")
    guest_page.get_by_role("button", name="Make a change").click()
    expect(chip(guest_page)).to_contain_text("Raging pink axolotl")


def test_a_brief_is_taken_up_again_by_keyboard(guest_page: Page) -> None:
    start(guest_page)
    generate(guest_page, 1)
    change(guest_page)
    guest_page.get_by_role("button", name="Colour: pink").click()
    guest_page.get_by_role("textbox", name="Colour").fill("blue")
    guest_page.get_by_role("textbox", name="Colour").press("Enter")
    expect(guest_page.get_by_role("button", name="Colour: blue")).to_be_visible()
    conversation(guest_page).get_by_role("button", name="More for").focus()
    guest_page.keyboard.press("Enter")
    expect(guest_page.get_by_role("menuitem", name="Use as new brief")).to_be_focused()
    guest_page.keyboard.press("Enter")
    expect(guest_page.get_by_role("button", name="Colour: pink")).to_be_visible()
    expect(chip(guest_page)).to_have_count(0)


def test_a_deleted_picture_is_no_longer_changed(guest_page: Page) -> None:
    start(guest_page)
    generate(guest_page, 1)
    change(guest_page)
    expect(chip(guest_page)).to_be_visible()
    other = guest_page.context.new_page()
    other.goto(guest_page.url)
    conversation(other).get_by_role("link", name="View in Library").click()
    other.get_by_role("button", name="Delete picture").first.click()
    other.get_by_role("dialog").get_by_role("button", name="Delete picture").click()
    expect(chip(guest_page)).to_have_count(0)
