"""A picture's row in, its view out: files with their marks, menus, safe areas, and how it reads in chat."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from coach_app.database.assets import AssetFile, AssetRecord
from coach_app.domain.asset_table import asset_type
from coach_app.domain.asset_types import AssetType, Box, Shown
from coach_app.domain.exports import PREVIEW, THUMB, Export, Platform, Upload
from coach_app.domain.file_checks import Finding, Rule, findings, total_finding
from coach_app.domain.image_prompts import CHANGE
from coach_app.domain.readability import Other, readability
from coach_app.domain.spending import dollars
from coach_app.domain.words_measures import pixels, weight
from coach_app.web import routes
from coach_app.web.slot_views import slot_views
from coach_app.web.view_models import (
    AreaView,
    AssetView,
    FileView,
    MarkView,
    MenuItemView,
    SizeView,
    SlotView,
    VersionView,
)
from coach_app.web.words_times import age

_WIDE_FROM = 1.3
_MOST_SIZES = 2


def ratio(kind: AssetType) -> float:
    """Return width by height of the type's main file."""
    return round(kind.main.width_px / kind.main.height_px, 4)


def is_wide(kind: AssetType) -> bool:
    """Whether a picture stands over its words, and not beside them."""
    return ratio(kind) > _WIDE_FROM


def card_view(asset: AssetRecord) -> AssetView:
    """Return what the thread shows of a picture."""
    kind = asset_type(asset.asset_type)
    main = asset.file(kind.main.name)
    preview = PREVIEW if asset.file(PREVIEW) else kind.main.name
    file = f" · {kind.main.format}, {weight(main.bytes)}" if main else ""
    chat = _smallest(kind) if kind.shown in (Shown.IN_CHAT, Shown.BESIDE_NAME) else None
    return AssetView(
        id=str(asset.id),
        title=asset.title,
        type_label=kind.label,
        ground=kind.ground,
        shown=kind.shown,
        is_wide=is_wide(kind),
        ratio=ratio(kind),
        width=asset.width_px,
        height=asset.height_px,
        meta=f"{kind.label} · {pixels(asset.width_px, asset.height_px)}{file}",
        alt=asset.prompt.removeprefix(CHANGE).strip().partition(". ")[0].rstrip(".") or asset.title,
        note=asset.note,
        artist=asset.artist,
        model=asset.model,
        cost=dollars(asset.price_micro_dollars) if asset.price_micro_dollars else "",
        preview_url=routes.file_url(asset.id, preview),
        download_url=routes.download_url(asset.id, kind.main.name),
        page=routes.asset_page(asset.id),
        session_page=routes.session_page(asset.session_id) if asset.session_id else "",
        chat_url=routes.file_url(asset.id, chat.name) if chat else "",
        chat_side=chat.width_px if chat else 0,
        sizes=_sizes(asset, kind, chat),
        areas=[AreaView(area.label, area.is_covered, *_percentages(area.box)) for area in kind.safe_areas],
        file_menu=_file_menu(asset, kind),
        pack_menu=_pack_menu(asset, kind),
    )


def version_views(versions: Sequence[AssetRecord], *, current: UUID) -> list[VersionView]:
    """Return the versions, oldest first; nothing where there is but one."""
    views = [
        VersionView(
            str(asset.id),
            number,
            len(versions),
            asset.title,
            routes.file_url(asset.id, THUMB),
            routes.asset_page(asset.id),
            is_current=asset.id == current,
        )
        for number, asset in enumerate(versions, 1)
    ]
    return views if len(views) > 1 else []


def shelf_view(asset: AssetRecord) -> AssetView:
    """Return what the library shows of a picture."""
    return replace(card_view(asset), day=age(asset.created_at))


def asset_view(asset: AssetRecord, *, others: Iterable[Other] = (), versions: Sequence[AssetRecord] = ()) -> AssetView:
    """Return the picture with all that its own page tells. `others` are the streamer's other pictures of the type,
    `versions` those that are changes of one another with this one, oldest first."""
    kind = asset_type(asset.asset_type)
    read, files = _readability(asset, kind, others), _file_views(asset, kind)
    return replace(
        card_view(asset),
        day=age(asset.created_at),
        prompt=asset.prompt,
        files=files,
        fitting=sum(file.is_met for file in files),
        brief=[*(slot for slot in slot_views(kind, asset.brief) if slot.value), *_brand(asset)],
        score=read[0],
        remarks=read[1],
        versions=version_views(versions, current=asset.id),
    )


def _brand(asset: AssetRecord) -> list[SlotView]:
    """Return the kit and the logo that the picture was made with."""
    if asset.brand is None:
        return []
    kit, logo = SlotView("kit", "Brand kit", asset.brand.name), asset.brand.logo
    return [kit, SlotView("logo", "Logo", f"{logo.kind.label}, {logo.position.label.lower()}")] if logo else [kit]


def _readability(asset: AssetRecord, kind: AssetType, others: Iterable[Other]) -> tuple[int, list[MarkView]]:
    """Return score and remarks; nothing where the picture is not for chat, or was not measured."""
    smallest = _smallest(kind)
    file = asset.file(smallest.name)
    if file is None or file.facts is None or file.facts.legibility is None:
        return 0, []
    read = readability(file.facts.legibility, smallest.width_px, kind.composition, others)
    return read.score, [MarkView(remark.is_good, remark.said, remark.advice) for remark in read.remarks]


def _smallest(kind: AssetType) -> Export:
    return min(kind.exports, key=lambda export: export.width_px)


def _there(asset: AssetRecord, kind: AssetType) -> list[tuple[Export, AssetFile]]:
    return [(export, file) for export in kind.exports if (file := asset.file(export.name))]


def _sizes(asset: AssetRecord, kind: AssetType, chat: Export | None) -> list[SizeView]:
    """Return the main platform's larger files, the smallest first, of what chat shows."""
    if chat is None:
        return []
    platform = kind.platforms[0]
    larger = [
        SizeView(routes.file_url(asset.id, file.name), export.width_px)
        for export, file in _there(asset, kind)
        if export is not chat and any(upload.platform is platform for upload in export.uploads)
    ]
    return sorted(larger, key=lambda size: size.side)[:_MOST_SIZES]


def _percentages(box: Box) -> tuple[str, str, str, str]:
    left, top, width, height = (f"{share * 100:.4g}%" for share in (box.left, box.top, box.width, box.height))
    return left, top, width, height


def _file_menu(asset: AssetRecord, kind: AssetType) -> list[MenuItemView]:
    return [
        MenuItemView(file.name, f"{export.format}, {weight(file.bytes)}", routes.download_url(asset.id, file.name))
        for export, file in _there(asset, kind)
    ]


def _pack_menu(asset: AssetRecord, kind: AssetType) -> list[MenuItemView]:
    """Return a pack for each platform that takes a file of the picture, and one of all where there are several."""
    there = [export for export, _ in _there(asset, kind)]
    packs = [
        _pack(asset.id, platform, exports)
        for platform in kind.platforms
        if (exports := [export for export in there if _takes(platform, export)])
    ]
    everything = MenuItemView("Every platform", "ZIP", routes.pack_url([asset.id]))
    return [*packs, everything] if len(packs) > 1 else packs


def _pack(asset_id: UUID, platform: Platform, exports: list[Export]) -> MenuItemView:
    sizes = ", ".join(export.name.rpartition(".")[0].replace("x", " × ") for export in exports)
    return MenuItemView(platform.label, sizes, routes.pack_url([asset_id], platform))


def _takes(platform: Platform, export: Export) -> bool:
    return any(upload.platform is platform for upload in export.uploads)


def _file_views(asset: AssetRecord, kind: AssetType) -> list[FileView]:
    """Return a line for each place that takes a file, in the order of the platforms."""
    return [
        _file_view(asset, kind, export, upload)
        for platform in kind.platforms
        for export in sorted(kind.exports, key=lambda export: export.width_px)
        for upload in export.uploads
        if upload.platform is platform
    ]


def _file_view(asset: AssetRecord, kind: AssetType, export: Export, upload: Upload) -> FileView:
    file = asset.file(export.name)
    faults = _faults(asset, kind, export, upload.platform)
    return FileView(
        key=f"{upload.platform} {upload.purpose} {export.name}",
        label=f"{upload.platform.label} {upload.purpose}",
        size=pixels(export.width_px, export.height_px),
        format=export.format,
        weight=weight(file.bytes) if file else "",
        is_met=not faults,
        rule=faults[0].said if faults else f"under {weight(upload.max_bytes)}",
        fix=("Shrink" if faults[0].rule is Rule.BYTES else "Make it") if faults else "",
        url=routes.file_url(asset.id, export.name) if file else "",
        download_url=routes.download_url(asset.id, export.name) if file else "",
    )


def _faults(asset: AssetRecord, kind: AssetType, export: Export, platform: Platform) -> list[Finding]:
    """Return what is wrong with a file where that platform is to take it."""
    file = asset.file(export.name)
    if file is None:
        return [Finding(Rule.PIXELS, False, "not made yet")]
    found = list(findings(kind, export, file.facts)) if file.facts else []
    if platform is kind.platforms[0]:
        together = total_finding(kind, {file.name: file.bytes for file in asset.files})
        found += [replace(together, said=f"together {together.said}")] if together else []
    return [finding for finding in found if finding.platform in (None, platform) and not finding.is_met]
