"""The built-in artist keeps the product's own rules: in no kit is a picture of it lost in dark or in light chat.

Bits badges are laid out as badges are. Stickers are shown large, and not measured.
"""

from dataclasses import replace
from itertools import product
from uuid import UUID

import pytest

from coach_app.artists.offline.drawing import draw
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.brand_looks import BrandLook, ColourRole, Strength
from coach_app.domain.brief import Brief
from coach_app.domain.ports import PaintRequest
from coach_app.domain.readability import readability
from coach_app.imaging.files import make_files
from coach_app.imaging.legibility import legibility
from coach_app.imaging.pixels import decode

KINDS = (AssetTypeId.TWITCH_BADGE, AssetTypeId.TWITCH_EMOTE, AssetTypeId.TWITCH_REWARD_ICON)
KITS: dict[str, dict[ColourRole, str]] = {
    "teal": {ColourRole.MAIN: "#0f766e"},
    "brown": {ColourRole.MAIN: "#5a3423", ColourRole.SECOND: "#f59a3c"},
    "slate": {ColourRole.MAIN: "#1f2937"},
    "violet": {ColourRole.MAIN: "#4c1d95", ColourRole.SECOND: "#1f2937", ColourRole.DARK: "#0b0b12"},
    "bright": {ColourRole.MAIN: "#ff6b1a", ColourRole.SECOND: "#5ce1ff", ColourRole.ACCENT: "#7c2dff"},
    "pastel": {ColourRole.MAIN: "#ffd1dc", ColourRole.SECOND: "#cdeffd", ColourRole.LIGHT: "#ffffff"},
    "grey": {ColourRole.MAIN: "#808080"},
    "white": {ColourRole.MAIN: "#ffffff", ColourRole.SECOND: "#f4f4f5"},
    "black": {ColourRole.MAIN: "#000000", ColourRole.SECOND: "#111111"},
}
# Wide heads, dark and white ones, things, letters; each other one stands in another frame.
BRIEFS = (
    Brief(subject="hamster", expression="love"),
    Brief(subject="axolotl", expression="raging"),
    Brief(subject="frog", expression="dead", text="12"),
    Brief(subject="ghost", colour="white"),
    Brief(subject="tiger", expression="laughing"),
    Brief(subject="cat", colour="black", accessories=("crown",)),
    Brief(subject="sword", text="1000", style="bronze shield"),
    Brief(subject="raccoon", expression="cozy", style="round"),
)


def lost(name: AssetTypeId, brief: Brief, variant: int, look: BrandLook | None) -> list[str]:
    """Return what is bad to read about the smallest file that is made of a picture."""
    export = min(ASSET_TYPES[name].exports, key=lambda export: export.width_px)
    kind = replace(ASSET_TYPES[name], exports=(export,), master_width_px=64, master_height_px=64)
    picture = draw(PaintRequest(UUID(int=1), kind, brief, "", variant, kind.drawn_sizes, look))
    file = make_files(picture, kind).files[0]
    # A reward icon is not shown in chat, but beside it, on the same page.
    figures = (file.facts and file.facts.legibility) or legibility(file.data, decode(file.data).convert("RGBA"))
    remarks = readability(figures, export.width_px, kind.composition).remarks
    return [f"{brief.subject}, variant {variant}: {remark.said}" for remark in remarks if not remark.is_good]


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_in_any_kit_stands_out_in_dark_and_in_light_chat(kind: AssetTypeId, kit: str) -> None:
    looks = [BrandLook(kit_id=UUID(int=1), name=kit, colours=KITS[kit], strength=strength) for strength in Strength]
    first = list(KITS).index(kit)
    drawn = [(BRIEFS[(first + place) % len(BRIEFS)], place % 4, looks[place % 3]) for place in range(6)]
    assert [said for brief, variant, look in drawn for said in lost(kind, brief, variant, look)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_without_a_kit_stands_out_in_dark_and_in_light_chat(kind: AssetTypeId) -> None:
    shown = [*zip(BRIEFS, range(8), strict=True), *product(BRIEFS[1:2], range(4))]
    assert [said for brief, variant in shown for said in lost(kind, brief, variant % 4, None)] == []
