"""Pictures for a brand kit, in a real browser: its logos, and what its colours are taken from."""

import re

from playwright.sync_api import Page, expect

from tests.imaging.corpus import SVG
from tests.use_cases.branding import picture
from tests.web.kit_acting import saved, upload

SVG_REFUSED = "SVG files can carry scripts, so they aren't taken. Save the picture as a PNG."


def test_a_logo_is_uploaded_replaced_and_removed(kit_page: Page) -> None:
    upload(kit_page, "primary", picture("hotpink"))
    shown = kit_page.get_by_role("img", name="Primary logo of Sunday Mug")
    expect(shown).to_be_visible()
    first = shown.get_attribute("src")
    kit_page.wait_for_function("document.querySelector('.spec-logo')?.naturalWidth === 64")
    upload(kit_page, "primary", picture("teal"))
    expect(shown).not_to_have_attribute("src", str(first))
    kit_page.get_by_role("button", name="Remove the primary logo").click()
    expect(kit_page.get_by_role("button", name="Add the primary logo")).to_be_visible()
    expect(kit_page.locator(".spec-logo")).to_have_count(0)


def test_a_file_can_be_dropped_on_its_place(kit_page: Page) -> None:
    dropped = kit_page.evaluate_handle(
        """bytes => {
            const files = new DataTransfer();
            files.items.add(new File([new Uint8Array(bytes)], "logo.png", { type: "image/png" }));
            return files;
        }""",
        list(picture()),
    )
    place = kit_page.get_by_role("button", name="Add the icon logo")
    place.dispatch_event("drop", {"dataTransfer": dropped})
    expect(kit_page.get_by_role("img", name="Icon logo of Sunday Mug")).to_be_visible()


def test_a_wrong_file_says_why_and_loses_nothing(kit_page: Page) -> None:
    upload(kit_page, "icon", picture())
    expect(kit_page.get_by_role("img", name="Icon logo of Sunday Mug")).to_be_visible()
    kit_page.get_by_role("radio", name="Strong").check(force=True)
    saved(kit_page)
    upload(kit_page, "icon", SVG, "image/svg+xml")
    expect(kit_page.get_by_role("alert").filter(has_text=SVG_REFUSED)).to_be_visible()
    expect(kit_page.get_by_text("Saved", exact=True)).to_have_count(0)
    expect(kit_page.get_by_role("img", name="Icon logo of Sunday Mug")).to_be_visible()
    upload(kit_page, "icon", bytes(10_000_001))
    expect(kit_page.get_by_role("alert").filter(has_text="That file has more than 10 MB.")).to_be_visible()
    upload(kit_page, "icon", picture("teal"))
    expect(kit_page.locator(".logo-slot").get_by_role("alert")).to_have_count(0)


def test_a_logo_of_few_pixels_says_so_under_it(kit_page: Page) -> None:
    upload(kit_page, "icon", picture(size=(64, 64)))
    hint = kit_page.get_by_text("Only 64 px wide: on banners it stays small.")
    expect(hint).to_be_visible()
    expect(kit_page.get_by_role("button", name="Replace the icon logo")).to_have_accessible_description(
        re.compile("^Only 64 px wide")
    )
    upload(kit_page, "icon", picture(size=(1, 1)))
    expect(kit_page.get_by_role("alert").filter(has_text="That logo has only 1 × 1 pixels.")).to_be_visible()
    upload(kit_page, "icon", picture(size=(512, 512)))
    expect(hint).to_have_count(0)


def test_colours_are_taken_from_a_picture_and_from_a_logo(kit_page: Page) -> None:
    kit_page.get_by_label("Picture to take colours from").set_input_files(
        {"name": "pink.png", "mimeType": "image/png", "buffer": picture("#d9476b")}
    )
    offer = kit_page.get_by_role("group", name="Colours of the picture")
    expect(offer).to_contain_text("Main")
    offer.get_by_role("button", name="No thanks").click()
    upload(kit_page, "icon", picture("#3355aa"))
    expect(kit_page.get_by_role("img", name="Icon logo of Sunday Mug")).to_be_visible()
    kit_page.get_by_role("button", name="Pick from a picture").click()
    kit_page.get_by_role("menuitem", name="Icon logo").click()
    kit_page.get_by_role("button", name="Use these colours").click()
    expect(kit_page.get_by_role("textbox", name="Main colour as hex")).to_have_value("#3355AA")
    expect(kit_page.get_by_role("textbox", name="Second colour as hex")).to_have_value("#5A3423")


def test_a_first_kit_is_made_from_a_picture(guest_page: Page) -> None:
    guest_page.get_by_role("link", name="Brand kits").first.click()
    field = guest_page.get_by_label("Picture to take colours from")
    field.set_input_files({"name": "a.svg", "mimeType": "image/svg+xml", "buffer": SVG})
    expect(guest_page.get_by_role("alert")).to_have_text(SVG_REFUSED)
    field.set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": picture("#d9476b")})
    expect(guest_page.get_by_role("textbox", name="Main colour as hex")).to_have_value("#D9476B")
