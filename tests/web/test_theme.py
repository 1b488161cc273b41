"""The tokens against WCAG 2.2: what is written can be read, in dark and in light."""

import re
from pathlib import Path

import pytest

from coach_app.web import theme

STYLESHEET = Path(__file__).resolve().parents[2] / "assets" / "coach.css"
GROUNDS = ("page", "panel", "raised", "hover")
# Text on each of its grounds needs 4.5; edges that carry meaning need 3.
TEXT_PAIRS = [(text, ground) for text in ("text", "text-soft", "text-quiet") for ground in GROUNDS] + [
    ("accent-text", "page"),
    ("accent-text", "accent-soft"),
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("danger", "danger-soft"),
    ("danger", "panel"),
    ("success", "panel"),
]
EDGE_PAIRS = [("control", "panel"), ("control", "raised"), ("focus", "page"), ("accent-fill", "hover")]


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [theme.DARK, theme.LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_is_readable_on_its_grounds(tokens: dict[str, str], text: str, ground: str) -> None:
    assert _contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize("tokens", [theme.DARK, theme.LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_that_mean_something_are_visible(tokens: dict[str, str], edge: str, ground: str) -> None:
    assert _contrast(tokens[edge], tokens[ground]) >= 3


def test_both_themes_have_the_same_roles() -> None:
    assert theme.DARK.keys() == theme.LIGHT.keys()


def test_the_stylesheet_names_roles_and_no_colours() -> None:
    rules = STYLESHEET.read_text()
    # The shape of a picture comes with the element, and so does what belongs to a brand kit.
    known = theme.DARK.keys() | theme.FIXED.keys() | {"ratio"}
    named = {name for name in re.findall(r"var\(--([a-z0-9-]+)", rules) if not name.startswith("kit-")}
    assert named <= known
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", rules) == []


def test_the_tokens_can_stand_inside_a_style_element() -> None:
    assert not set("<>&\"'") & set(theme.css())
