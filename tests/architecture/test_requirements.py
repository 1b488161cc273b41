"""Everything is pinned in a way that every pip understands."""

import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]


def pins(path: Path) -> dict[str, Requirement]:
    lines = re.findall(r"^[a-z0-9].*?(?= \\$)", path.read_text(), re.MULTILINE)
    return {canonicalize_name(pin.name): pin for pin in map(Requirement, lines)}


def installed(pin: Requirement) -> Distribution | None:
    return distribution(pin.name) if pin.marker is None or pin.marker.evaluate() else None


def is_wanted(dependency: Requirement, *, of: Requirement) -> bool:
    marker = dependency.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in (*of.extras, ""))


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_extras_that_packages_ask_for_stand_in_the_pins(name: str) -> None:
    """pip before 23.3 does not hold `granian[reload]` to a pin of plain `granian`: it takes the newest release,
    for which the file has no hash, and the installation ends."""
    pinned = pins(ROOT / name)
    assert len(pinned) > 50
    asked = [
        dependency
        for pin in pinned.values()
        if (package := installed(pin)) is not None
        for dependency in map(Requirement, package.requires or [])
        if dependency.extras and is_wanted(dependency, of=pin)
    ]
    assert asked
    for dependency in asked:
        assert dependency.extras <= pinned[canonicalize_name(dependency.name)].extras, str(dependency)
