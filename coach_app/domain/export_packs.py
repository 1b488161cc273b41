"""Packs: which files go together, under which names, and a note that says where to upload each."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from coach_app.domain.asset_types import AssetType
from coach_app.domain.exports import Export, Platform
from coach_app.domain.file_names import picture_name
from coach_app.domain.words_measures import pixels, weight

README = "README.txt"


@dataclass(frozen=True, slots=True)
class PackItem:
    """A picture that goes into a pack. `names` are the exports that it has, `faults` says what is wrong with some."""

    title: str
    kind: AssetType
    names: frozenset[str]
    faults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PackEntry:
    """One file of a pack: its path, and which export of the item at `place` it is."""

    path: str
    place: int
    name: str


def pack_entries(items: Sequence[PackItem], platform: Platform | None = None) -> tuple[PackEntry, ...]:
    """Return the files of all platforms, or of one: "twitch/28.png", in a folder for each of several pictures."""
    folders = _folders(items)
    return tuple(
        PackEntry(f"{folder}{taker}/{export.name}", place, export.name)
        for place, (item, folder) in enumerate(zip(items, folders, strict=True))
        for taker in item.kind.platforms
        if platform in (None, taker)
        for export in _taken(item, taker)
    )


def pack_name(items: Sequence[PackItem], platform: Platform | None = None) -> str:
    """Return the name of the ZIP file."""
    if len(items) == 1:
        name = picture_name(items[0].title, items[0].kind)
        return f"{name}_{platform}.zip" if platform else f"{name}.zip"
    return f"stream-coach_{len(items)}-pictures.zip"


def pack_readme(items: Sequence[PackItem], platform: Platform | None = None) -> str:
    """Return the text that says what each file is for and where it is uploaded."""
    sections = [_section(item, folder, platform) for item, folder in zip(items, _folders(items), strict=True)]
    return "\n".join(["Files from Stream Coach, ready to upload.", "", *sections])


def _section(item: PackItem, folder: str, platform: Platform | None) -> str:
    lines = [f"{item.title} ({item.kind.label})", ""]
    for taker in item.kind.platforms:
        files = _taken(item, taker) if platform in (None, taker) else ()
        if files:
            lines += [taker.label, *_lines(item, files, taker, folder), ""]
    return "\n".join(lines)


def _lines(item: PackItem, files: Iterable[Export], taker: Platform, folder: str) -> Iterable[str]:
    for export in files:
        size = pixels(export.width_px, export.height_px)
        for upload in export.uploads:
            if upload.platform is taker:
                path = f"{folder}{taker}/{export.name}"
                yield f"  {path}: {upload.purpose}, {size}, under {weight(upload.max_bytes)}. {upload.place}"
        if export.name in item.faults:
            yield f"    Look at this one before you upload it: {item.faults[export.name]}."


def _taken(item: PackItem, taker: Platform) -> tuple[Export, ...]:
    """Return the exports that the platform takes and the picture has."""
    takes = (export for export in item.kind.exports if any(upload.platform is taker for upload in export.uploads))
    return tuple(export for export in takes if export.name in item.names)


def _folders(items: Sequence[PackItem]) -> tuple[str, ...]:
    """Return a folder for each picture, none for a single one; pictures of one name are numbered."""
    if len(items) == 1:
        return ("",)
    seen: Counter[str] = Counter()
    folders = []
    for item in items:
        name = picture_name(item.title, item.kind)
        seen[name] += 1
        folders.append(f"{name}/" if seen[name] == 1 else f"{name}-{seen[name]}/")
    return tuple(folders)
