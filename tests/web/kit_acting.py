"""What tests do on the page of brand kits."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.running_app import RunningApp


def api_kit(page: Page, product: RunningApp, name: str, **colours: str) -> str:
    """Make a kit by the API and return its id."""
    made = page.request.post(
        f"{product.url}/api/v1/brand-kits",
        data={"name": name, "colours": {"main": "#f59a3c"} | colours},
        headers={"Origin": product.url},
    )
    kit_id: str = made.json()["id"]
    return kit_id


def name_field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Name of the kit")


def pair(page: Page, label: str) -> Locator:
    pairs = page.get_by_role("list", name="How well words read").get_by_role("listitem")
    return pairs.filter(has=page.get_by_text(label, exact=True))


def set_colour(page: Page, role: str, colour: str) -> None:
    field = page.get_by_role("textbox", name=f"{role} colour as hex")
    field.fill(colour)
    field.press("Enter")


def saved(page: Page) -> None:
    """Wait until the page says so."""
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()


def upload(page: Page, kind: str, data: bytes, media_type: str = "image/png") -> None:
    page.get_by_label(f"File for the {kind} logo").set_input_files(
        {"name": "logo", "mimeType": media_type, "buffer": data}
    )


def specimen_ground(page: Page) -> str:
    ground: str = page.locator(".spec-panel.main").evaluate("panel => getComputedStyle(panel).backgroundColor")
    return ground


def specimen_pairs(page: Page) -> list[tuple[str, str]]:
    """Return words and ground, as #rrggbb, of the title, of the word that is set apart, and of the panels."""
    found = page.evaluate(
        """() => {
            const colour = (element, name) => getComputedStyle(element)[name];
            const one = (selector) => document.querySelector(`.specimen ${selector}`);
            const ground = colour(one(".spec-banner"), "backgroundColor");
            const panels = [one(".spec-panel.main"), one(".spec-panel.second")];
            return [
                [colour(one(".spec-title"), "color"), ground],
                [colour(one(".spec-title span"), "color"), ground],
                ...panels.map((panel) => [colour(panel, "color"), colour(panel, "backgroundColor")]),
            ];
        }"""
    )
    return [(_hex(words), _hex(ground)) for words, ground in found]


def _hex(colour: str) -> str:
    red, green, blue = (int(channel) for channel in colour.removeprefix("rgb(").removesuffix(")").split(","))
    return f"#{red:02x}{green:02x}{blue:02x}"
