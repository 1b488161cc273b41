"""Words become paths: letters, lines, layers."""

import re
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from coach_app.artists.offline import fonts
from coach_app.artists.offline.fonts import set_line, writable
from coach_app.artists.offline.interpret import interpret
from coach_app.artists.offline.layout_emote import emote_svg
from coach_app.artists.offline.layout_thumbnail import thumbnail_svg
from coach_app.artists.offline.lettering import broken_into_rows
from coach_app.artists.offline.variants import pose
from coach_app.artists.offline.words import Words
from coach_app.domain.asset_table import ASSET_TYPES
from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.brief import Brief
from coach_app.domain.fonts import FontName

_WIDTH, _HEIGHT = 620.0, 600.0


@pytest.mark.parametrize("font", FontName)
def test_every_font_writes_letters_and_digits(font: FontName) -> None:
    assert writable("GG WP 1V5!?", font) == (font, "GG WP 1V5!?", "")
    line = set_line("GG WP 1V5!?", font, 100)
    assert line.width > 200
    assert 40 < line.height < 130


def test_a_text_in_cyrillic_moves_to_a_font_that_has_it() -> None:
    assert writable("ПРИВЕТ", FontName.BANGERS) == (FontName.RUSSO_ONE, "ПРИВЕТ", "")


def test_letters_without_a_font_are_named_once() -> None:
    assert writable("日本日 GG 😀", FontName.BANGERS) == (FontName.BANGERS, "GG", "日本😀")


def test_three_short_words_stand_in_three_lines() -> None:
    rows = broken_into_rows("WE FOUND LIFE?!", FontName.RUSSO_ONE, _WIDTH, _HEIGHT)
    assert [row.text for row in rows] == ["WE", "FOUND", "LIFE?!"]


@pytest.mark.parametrize("text", ["GG", "1 VS 5 CLUTCH", "I SURVIVED 100 DAYS", "A" * 120, "WORD " * 24, "A B C D E F"])
def test_every_text_fits_its_box_in_lines_of_like_size(text: str) -> None:
    rows = broken_into_rows(text, FontName.LUCKIEST_GUY, _WIDTH, _HEIGHT)
    assert 1 <= len(rows) <= 4
    assert max(row.line.width for row in rows) <= _WIDTH + 1
    assert sum(row.line.height for row in rows) <= _HEIGHT + 1
    assert max(row.size for row in rows) <= 1.76 * min(row.size for row in rows)
    assert "".join(row.text for row in rows).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\"/><image href='x'/>", "&lt;b&gt; ]]>"])
def test_a_users_text_is_never_markup(text: str) -> None:
    brief = Brief(subject="cat", text=text)
    wish, placed = interpret(brief, ASSET_TYPES[AssetTypeId.TWITCH_EMOTE]), pose(brief, 0)
    for font in (FontName.LUCKIEST_GUY, FontName.BANGERS):
        words = Words(font, text.upper(), "")
        for svg in (
            emote_svg(wish, placed, font, text.upper(), 112),
            thumbnail_svg(wish, placed, words, words, 1280, 720),
        ):
            tags = set(re.findall(r"<(\w+)", svg))
            assert tags <= {"svg", "defs", "g", "path", "linearGradient", "radialGradient", "stop", "clipPath"}
            assert "alert" not in svg.lower()
            assert "<text" not in svg


def test_two_threads_may_be_the_first_to_write() -> None:
    """A worker draws two pictures at a time, also right after its start."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            for _ in range(20):
                fonts._font_file.cache_clear()
                fonts._glyph.cache_clear()
                begun = Barrier(4)

                def write(letters: str, begun: Barrier = begun) -> str:
                    begun.wait()
                    return set_line(letters, FontName.BANGERS, 10).d

                lines = list(threads.map(write, ["RAGE", "EGAR", "GEAR", "AREG"]))
                assert all(lines)
    finally:
        sys.setswitchinterval(interval)
