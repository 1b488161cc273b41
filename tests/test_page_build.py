import gzip
from pathlib import Path

import pytest

from coach_app.page_build import follow_own_origin

COMPILED = "var e={PING:`http://page.invalid/ping`,EVENT:`ws://page.invalid/_event`,TEST_MODE:!1};export{e as t};"


def test_the_compiled_page_talks_to_where_it_came_from(tmp_path: Path) -> None:
    script = tmp_path / "reflex-env-a1.js"
    script.write_text(COMPILED)
    follow_own_origin(tmp_path)
    text = script.read_text()
    assert 'PING:location.origin+"/ping"' in text
    assert 'EVENT:location.origin.replace("http","ws")+"/_event"' in text
    assert "page.invalid" not in text
    assert gzip.decompress((tmp_path / "reflex-env-a1.js.gz").read_bytes()).decode() == text


@pytest.mark.parametrize("text", ["var e={};", "var e={PING:host(`page.invalid`),A:`http://page.invalid/a`};"])
def test_addresses_of_an_unknown_form_stop_the_build(tmp_path: Path, text: str) -> None:
    (tmp_path / "reflex-env-a1.js").write_text(text)
    with pytest.raises(SystemExit, match="unknown form"):
        follow_own_origin(tmp_path)
