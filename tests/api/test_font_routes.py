"""The letters of brand kits, for the page."""

import pytest
from fastapi.testclient import TestClient

from coach_app.domain.fonts import FontName


@pytest.mark.parametrize("name", FontName)
def test_every_font_of_a_kit_is_there_for_anybody_and_for_long(client: TestClient, name: FontName) -> None:
    client.cookies.clear()
    answer = client.get(f"/api/v1/fonts/{name}.woff")
    assert answer.status_code == 200
    assert answer.content.startswith(b"wOFF")
    assert answer.headers["content-type"] == "font/woff"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("name", ["comic-sans", "..%2f..%2fpackage", "CHEWY", "%00"])
def test_there_are_no_other_files(client: TestClient, name: str) -> None:
    assert client.get(f"/api/v1/fonts/{name}.woff").status_code == 404
