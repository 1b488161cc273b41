"""Banners, looked at as pixels: a scene to every edge, what matters inside the part that all platforms show."""

import io
from functools import cache
from uuid import UUID

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from coach_app.artists.offline import layout_banner
from coach_app.artists.offline.commission import Commission
from coach_app.artists.offline.drawing import draw
from coach_app.artists.offline.interpret import interpret
from coach_app.artists.offline.layout_banner import banner
from coach_app.artists.offline.offline_artist import OfflineArtist
from coach_app.artists.offline.placing import placed_figure
from coach_app.artists.offline.render import View
from coach_app.artists.offline.variants import pose
from coach_app.artists.offline.visible_area import visible_area, words_area
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetType, AssetTypeId, Composition
from coach_app.domain.brief import Brief
from coach_app.domain.ports import PaintRequest, Picture
from coach_app.domain.vocabulary import Species

OFFLINE = ASSET_TYPES[AssetTypeId.OFFLINE_BANNER]
BANNERS = [kind for name in OfflineArtist.asset_types if (kind := ASSET_TYPES[name]).composition is Composition.BANNER]
Pixels = NDArray[np.uint8]


@cache
def painted(brief: Brief, kind: AssetTypeId = OFFLINE.id, variant: int = 0) -> Picture:
    return draw(PaintRequest(UUID(int=1), ASSET_TYPES[kind], brief, "", variant, ASSET_TYPES[kind].drawn_sizes))


def pixels(data: bytes) -> Pixels:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGBA"))


def laid_out(kind: AssetType, brief: Brief) -> bytes:
    return banner(Commission(kind, brief, interpret(brief, kind), pose(brief, 0), ())).master


def changed_box(first: bytes, second: bytes) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom of what differs clearly, in shares of the picture."""
    differs = np.abs(pixels(first).astype(int) - pixels(second).astype(int)).max(axis=2) > 40
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    height, width = differs.shape
    return (columns[0] / width, rows[0] / height, (columns[-1] + 1) / width, (rows[-1] + 1) / height)


@pytest.mark.parametrize("kind", BANNERS, ids=lambda kind: str(kind.id))
def test_every_kind_of_banner_is_filled_to_its_exact_size(kind: AssetType) -> None:
    for subject in (None, "fox", "pizza"):
        shown = pixels(painted(Brief(subject=subject, text="CURRENTLY OFFLINE", sub_text="back at 8"), kind.id).master)
        assert shown.shape == (kind.master_height_px, kind.master_width_px, 4)
        assert (shown[..., 3] == 255).all()
        assert shown[..., :3].std() > 25


@pytest.mark.parametrize("kind", BANNERS, ids=lambda kind: str(kind.id))
@pytest.mark.parametrize("text", ["BRB", "A" * 40, "the quiet reading stream for night owls"])
def test_words_stay_inside_what_every_platform_shows(
    kind: AssetType, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = Brief(subject="fox", background="sunburst", text=text, sub_text="Tuesday and Thursday at 8 pm")
    worded = laid_out(kind, brief)
    monkeypatch.setattr(layout_banner, "banner_words", lambda *_: ())
    left, top, right, bottom = changed_box(worded, laid_out(kind, brief))
    seen = visible_area(kind, (0.0, 0.0, 1.0, 1.0))
    assert left >= seen.left - 0.004
    assert top >= seen.top - 0.004
    assert right <= seen.right
    assert bottom <= seen.bottom + 0.004


@pytest.mark.parametrize("kind", BANNERS, ids=lambda kind: str(kind.id))
@pytest.mark.parametrize("species", Species)
def test_every_head_stays_inside_what_every_platform_shows(kind: AssetType, species: Species) -> None:
    brief = Brief(subject=species.value, text="BRB")
    view: View = (0.0, 0.0, 1280.0, 1280.0 * kind.master_height_px / kind.master_width_px)
    seen = visible_area(kind, view)
    x = seen.left + seen.width * 0.78
    placed = placed_figure(interpret(brief, kind), pose(brief, 0), seen, x, view)
    assert placed.left > seen.left + seen.width * 0.4
    assert 2 * x - placed.left <= seen.right + 1


def test_words_keep_clear_of_what_a_platform_lays_over_the_picture() -> None:
    kind = ASSET_TYPES[AssetTypeId.TWITCH_PROFILE_BANNER]
    view: View = (0.0, 0.0, 1.0, 1.0)
    seen = visible_area(kind, view)
    assert (seen.left, round(seen.right, 3)) == (0.2, 0.8)
    assert words_area(kind, view, seen, 0.6).bottom == 0.7


def test_where_only_a_strip_shows_the_figure_looks_out_of_a_window() -> None:
    kind = ASSET_TYPES[AssetTypeId.YOUTUBE_BANNER]
    view: View = (0.0, 0.0, 1280.0, 720.0)
    brief = Brief(subject="cat", text="HI")
    seen = visible_area(kind, view)
    placed = placed_figure(interpret(brief, kind), pose(brief, 0), seen, 900.0, view)
    assert placed.clip
    offline = placed_figure(interpret(brief, OFFLINE), pose(brief, 0), visible_area(OFFLINE, view), 900.0, view)
    assert not offline.clip


@pytest.mark.parametrize("text", ["", "   ", "😀", "日本", "СКОРО НАЧНЁМ", "<script>", "A" * 120])
def test_awkward_words_still_give_a_banner(text: str) -> None:
    assert pixels(painted(Brief(text=text)).master)[..., :3].std() > 25


def test_the_next_variants_look_different() -> None:
    brief = Brief(subject="cat", text="BRB")
    shown = [pixels(painted(brief, variant=variant).master).astype(float) for variant in range(3)]
    assert min(np.abs(one - other).mean() for place, one in enumerate(shown) for other in shown[:place]) > 10


def test_the_same_request_gives_the_same_bytes() -> None:
    brief = Brief(subject="fox", expression="cool", text="CURRENTLY OFFLINE")
    assert painted.__wrapped__(brief) == painted.__wrapped__(brief)
