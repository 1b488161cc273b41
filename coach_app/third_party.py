"""What comes from others, with its licences, as the installed packages themselves state them."""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import Distribution, PackageMetadata, PackageNotFoundError, distribution
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
_ARTWORK = PROJECT / "coach_app" / "artists" / "offline"
_PAGE = PROJECT / ".web"
_REQUIREMENT = re.compile(r"^([A-Za-z0-9._-]+)")
_TITLE = re.compile(r"licen[cs]e|copying", re.IGNORECASE)


@cache
def third_party_notices() -> str:
    """Return one text: a line for each package, and below the whole licences of fonts and icons."""
    artwork, page = sorted(_node_packages(_ARTWORK)), sorted(_node_packages(_PAGE))
    texts = [
        f"{_node_line(package)}\n\n{_licence_text(package)}"
        for package in (*artwork, *page)
        if "font" in package.as_posix()
    ]
    sections = (
        "Stream Coach is free software under the MIT licence. It stands on the packages below.",
        _section("Fonts and icons that the built-in artist draws with", map(_node_line, artwork)),
        _section("The page", map(_node_line, page)),
        _section("The server", _python_lines()),
        *texts,
    )
    return f"\n\n{'-' * 72}\n\n".join(sections) + "\n"


def _section(heading: str, lines: Iterator[str]) -> str:
    return "\n".join((heading, "", *lines))


def _node_packages(folder: Path) -> Iterator[Path]:
    """Yield the folders of the installed packages that this one asks for by name."""
    names = json.loads((folder / "package.json").read_text())["dependencies"]
    return (found for name in names if (found := folder / "node_modules" / name).is_dir())


def _node_line(package: Path) -> str:
    about = json.loads((package / "package.json").read_text())
    return f"{about['name']} {about['version']}: {about.get('license', 'see its package')}"


def _python_lines() -> Iterator[str]:
    for line in (PROJECT / "requirements.in").read_text().splitlines():
        if found := _REQUIREMENT.match(line):
            try:
                yield _python_line(distribution(found[1]))
            except PackageNotFoundError:
                continue


def _python_line(package: Distribution) -> str:
    about = package.metadata
    classifiers = [value.rpartition(":: ")[2] for value in about.get_all("Classifier", []) if "License ::" in value]
    stated = [value.partition("\n")[0] for name in ("License-Expression", "License") if (value := _value(about, name))]
    licence = next(iter(stated), "") or ", ".join(classifiers) or "see its package"
    return f"{about['Name']} {package.version}: {licence}"


def _value(about: PackageMetadata, name: str) -> str:
    return next(iter(about.get_all(name, [])), "")


def _licence_text(package: Path) -> str:
    texts = [path.read_text(errors="replace") for path in sorted(package.iterdir()) if _TITLE.search(path.name)]
    return "\n".join(texts) or "Its licence stands in the list above."
