"""Fonts and icons come as pinned packages."""

import json
import re

import pytest

from coach_app.artists.offline import packages
from coach_app.artists.offline.packages import package_file
from coach_app.domain.errors import ArtistMisconfigured

FOLDER = packages.FOLDER


def test_versions_are_pinned_exactly() -> None:
    wanted = json.loads((FOLDER / "package.json").read_text())["dependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())


def test_the_lock_names_no_registry() -> None:
    assert "http" not in (FOLDER / "bun.lock").read_text()


def test_a_missing_package_is_the_operators_to_mend() -> None:
    with pytest.raises(ArtistMisconfigured, match="bun install"):
        package_file("@fontsource/nothing", "nothing.woff")
