"""Everything that comes from others is named with its licence."""

import json
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from coach_app.third_party import third_party_notices
from tests.journeys.running_app import PROJECT, RunningApp


@pytest.mark.parametrize("folder", ["coach_app/artists/offline", ".web"])
def test_each_package_is_named_with_version_and_licence(product: RunningApp, folder: str) -> None:
    lines = httpx.get(f"{product.url}/api/v1/licences").text.splitlines()
    wanted = json.loads((PROJECT / folder / "package.json").read_text())["dependencies"]
    assert wanted
    for name in wanted:
        line = next(line for line in lines if line.startswith(f"{name} "))
        assert not line.endswith("see its package"), line


def test_the_server_s_packages_are_named(product: RunningApp) -> None:
    text = httpx.get(f"{product.url}/api/v1/licences").text
    for line in ("reflex 0.10.1: Apache-2.0", "dramatiq 2.2.1: GNU Lesser"):
        assert line in text
    assert "see its package" not in text


def test_fonts_bring_their_whole_licence() -> None:
    text = third_party_notices()
    fonts = [path.name for path in Path(PROJECT, "coach_app/artists/offline/node_modules/@fontsource").iterdir()]
    assert len(fonts) >= 2
    for font in fonts:
        _, _, below = text.partition(f"{'-' * 72}\n\n@fontsource/{font} ")
        # Apache's names the copyright at its end only.
        assert "Licen" in below[:3_000]
        assert "Copyright" in below[:20_000]


def test_the_licences_are_one_click_away(guest_page: Page) -> None:
    with guest_page.context.expect_page() as opened:
        guest_page.get_by_role("link", name="Licences").first.click()
    expect(opened.value.get_by_text("SIL OPEN FONT LICENSE").first).to_be_visible()
