"""A whole set for a channel in its own colours: made in the page, and saved as one ZIP."""

import io
import re
import zipfile

import numpy as np
from PIL import Image
from playwright.sync_api import Page, expect

from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.file_checks import findings
from coach_app.imaging.measuring import measured
from tests.journeys.running_app import RunningApp
from tests.journeys.steps import generate, sign_in, start_session, thread

MAIN = (245, 154, 60)
SET = (
    (AssetTypeId.TWITCH_EMOTE, "a happy fox waving", "happy-fox_emote"),
    (AssetTypeId.TWITCH_BADGE, "my fox on a shield", "fox_badge"),
    (AssetTypeId.TWITCH_PANEL, "a donate panel with a pizza", "donate-panel_panel"),
    (AssetTypeId.OFFLINE_BANNER, "a happy fox, says “currently offline”", "currently-offline_offline-banner"),
    (AssetTypeId.YOUTUBE_THUMBNAIL, "a happy fox with the text “day one”", "day-one_thumbnail"),
)


def make_kit(page: Page, app: RunningApp) -> None:
    page.get_by_role("link", name="Brand kits").first.click()
    page.get_by_role("button", name="Make a kit").click()
    page.get_by_role("textbox", name="Name of the kit").fill("Sunday Mug")
    main = page.get_by_role("textbox", name="Main colour as hex")
    main.fill("#f59a3c")
    main.press("Enter")
    page.get_by_role("radio", name="Strong").check()
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    expect(page.get_by_role("textbox", name="Main colour as hex")).to_have_value("#F59A3C")


def share_near(image: Image.Image, colour: tuple[int, int, int]) -> float:
    pixels = np.asarray(image.convert("RGB")).astype(int)
    return float((np.abs(pixels - np.array(colour)).max(axis=-1) < 48).mean())


def test_a_set_in_brand_colours_is_one_zip(page: Page, app: RunningApp) -> None:
    sign_in(page, app.url)
    make_kit(page, app)
    for kind, wish, _ in SET:
        page.goto(f"{app.url}/coach")
        expect(page.get_by_role("combobox", name="Brand kit")).to_have_text(re.compile("Sunday Mug"))
        start_session(page, ASSET_TYPES[kind].label, wish)
        generate(page)
        expect(thread(page).get_by_role("link", name="Download")).to_be_visible()
    page.get_by_role("link", name="Library", exact=True).first.click()
    expect(page.get_by_role("checkbox")).to_have_count(len(SET))
    for box in page.get_by_role("checkbox").all():
        box.check()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Download as ZIP").click()
    with zipfile.ZipFile(saved.value.path()) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        for kind, _, folder in SET:
            asset_type = ASSET_TYPES[kind]
            for export in asset_type.exports:
                for upload in export.uploads:
                    path = f"{folder}/{upload.platform}/{export.name}"
                    assert path in names
                    facts = measured(archive.read(path), asset_type)
                    assert [finding for finding in findings(asset_type, export, facts) if not finding.is_met] == []
            main = archive.read(f"{folder}/{asset_type.platforms[0]}/{asset_type.main.name}")
            assert share_near(Image.open(io.BytesIO(main)), MAIN) > 0.03, folder
