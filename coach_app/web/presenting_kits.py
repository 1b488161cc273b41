"""Brand kits' rows in, their views out: swatches, pairs that read or don't, logos on a ground that shows them."""

from collections.abc import Mapping, Sequence
from itertools import chain, count

from coach_app.database.brand_kits import BrandKitRecord, LogoRecord
from coach_app.domain.brand_kits import KitDesign, KitEdit, is_same_name
from coach_app.domain.brand_looks import ACCENT_ROLES, PRIMARY_ROLES, ColourRole
from coach_app.domain.contrast import (
    EASY_RATIO,
    PLAIN,
    ContrastCheck,
    contrast_checks,
    contrast_ratio,
    mended,
    ours_that_reads,
)
from coach_app.domain.logos import SMALL_LOGO_PX, LogoKind
from coach_app.domain.palettes import suggested_colours
from coach_app.web import routes
from coach_app.web.view_models_kits import KitTileView, KitView, LogoView, PairView, PaletteView, SwatchView

_COLOURS_ON_TILE = 3
# What a new kit begins with, and what Add puts into an empty place.
_SUGGESTIONS: Mapping[ColourRole, str] = {
    ColourRole.MAIN: "#a48bff",
    ColourRole.SECOND: "#3d2a8c",
    ColourRole.THIRD: "#2bb3a3",
    ColourRole.LIGHT: "#fff4e6",
    ColourRole.DARK: "#1d1433",
    ColourRole.ACCENT: "#ff6b9d",
    ColourRole.HIGHLIGHT: "#ffd23d",
    ColourRole.DETAIL: "#8fd8ff",
}
_FIRST_ROLES = (ColourRole.MAIN, ColourRole.SECOND, ColourRole.LIGHT, ColourRole.DARK)
_GROUNDS: Mapping[LogoKind, ColourRole] = {
    LogoKind.PRIMARY: ColourRole.DARK,
    LogoKind.SECONDARY: ColourRole.MAIN,
    LogoKind.ICON: ColourRole.LIGHT,
    LogoKind.MONOCHROME: ColourRole.DARK,
    LogoKind.WATERMARK: ColourRole.SECOND,
}
# Below that, a logo's main colour melts into the ground.
_SHOWS_FROM = 1.6


def first_edit(taken: Sequence[str], colours: Mapping[str, str]) -> KitEdit:
    """Return what a new kit begins with, beside those of the streamer, in colours of a picture if there are any."""
    numbered = (f"Kit {number}" for number in count(len(taken) + 1))
    names = numbered if taken else chain(["My channel"], numbered)
    name = next(name for name in names if not any(is_same_name(name, other) for other in taken))
    return KitEdit(name=name, colours=colours or {role: _SUGGESTIONS[role] for role in _FIRST_ROLES})


def kit_tile(kit: BrandKitRecord) -> KitTileView:
    pictures = {0: "No pictures yet", 1: "1 picture"}.get(kit.picture_count, f"{kit.picture_count} pictures")
    return KitTileView(
        id=str(kit.id),
        name=kit.design.name,
        page=routes.kit_page(kit.id),
        meta=f"Default, {pictures[0].lower()}{pictures[1:]}" if kit.is_default else pictures,
        colours=list(kit.design.colours.values())[:_COLOURS_ON_TILE],
    )


def open_kit(kits: Sequence[BrandKitRecord], wanted: str) -> KitView:
    """Return the kit of that id, else the default one; an empty view where there is none at all."""
    kit = next((kit for kit in kits if str(kit.id) == wanted), None)
    kit = kit or next((kit for kit in kits if kit.is_default), None)
    return _kit_view(kit, [other for other in kits if other is not kit]) if kit else KitView()


def _kit_view(kit: BrandKitRecord, others: Sequence[BrandKitRecord]) -> KitView:
    design, primary = kit.design, kit.logo(LogoKind.PRIMARY)
    return KitView(
        id=str(kit.id),
        name=design.name,
        is_default=kit.is_default,
        colours={role.value: colour for role, colour in design.colours.items()},
        primary=[_swatch(role, design.colours) for role in PRIMARY_ROLES],
        accents=[_swatch(role, design.colours) for role in ACCENT_ROLES],
        pairs=[_pair(check, design) for check in contrast_checks(design.colours, design.strength)],
        title_font=design.title_font or "",
        text_font=design.text_font or "",
        tone=[tone.value for tone in design.tone],
        strength=design.strength,
        logos=[_logo_view(kit, kind) for kind in LogoKind],
        palettes=[_palette(logo) for logo in kit.logos],
        logo_url=routes.logo_url(kit.id, primary.kind, primary.version) if primary else "",
        question=f"Delete “{design.name}”?",
        farewell=_farewell(kit, others),
    )


def _swatch(role: ColourRole, colours: Mapping[ColourRole, str]) -> SwatchView:
    return SwatchView(role, role.label, colours.get(role, ""), _SUGGESTIONS[role], role is ColourRole.MAIN)


def _pair(check: ContrastCheck, design: KitDesign) -> PairView:
    colours = design.colours
    mend = None if check.is_easy or check.better else mended(check, colours, design.strength)
    ours = None if check.is_easy or mend else ours_that_reads(check, colours)
    reading = check.better.label if check.better else ours.label.capitalize() if ours else ""
    return PairView(
        label=check.label,
        words=check.words.colour,
        ground=check.ground.colour,
        # 4.46 must not look like the 4.5 that is easy.
        ratio=f"{check.ratio if check.is_easy else min(check.ratio, EASY_RATIO - 0.1):.1f} : 1",
        is_easy=check.is_easy,
        verdict=check.verdict,
        advice=f"{reading} on {check.ground.label} reads well" if reading else "",
        offer=f"Use {mend.shade.upper()} for {mend.role.label}" if mend else "",
        role=mend.role if mend else "",
        shade=mend.shade if mend else "",
    )


def _logo_view(kit: BrandKitRecord, kind: LogoKind) -> LogoView:
    logo = kit.logo(kind)
    return LogoView(
        kind=kind,
        label=kind.label,
        url=routes.logo_url(kit.id, kind),
        picture_url=routes.logo_url(kit.id, kind, logo.version) if logo else "",
        alt=f"{kind.label} logo of {kit.design.name}",
        ground=_ground(logo, kit.design.colours) if logo else _GROUNDS[kind],
        hint=_size_hint(logo) if logo else "",
    )


def _size_hint(logo: LogoRecord) -> str:
    name, longer = ("wide", logo.width_px) if logo.width_px >= logo.height_px else ("high", logo.height_px)
    if longer >= SMALL_LOGO_PX:
        return ""
    return f"Only {longer} px {name}: on banners it stays small. 512 px or more is best."


def _ground(logo: LogoRecord, colours: Mapping[ColourRole, str]) -> ColourRole:
    """Return the first ground that the logo's most frequent colour stands out on."""
    usual = _GROUNDS[logo.kind]
    main = logo.palette[0] if logo.palette else PLAIN[ColourRole.DARK]
    known = {ColourRole.SECOND: colours[ColourRole.MAIN]} | dict(PLAIN) | dict(colours)
    grounds = (usual, ColourRole.LIGHT, ColourRole.DARK)
    return next((role for role in grounds if contrast_ratio(main, known[role]) >= _SHOWS_FROM), usual)


def _palette(logo: LogoRecord) -> PaletteView:
    colours = suggested_colours(logo.palette)
    return PaletteView(f"{logo.kind.label} logo", {role.value: colour for role, colour in colours.items()})


def _farewell(kit: BrandKitRecord, others: Sequence[BrandKitRecord]) -> str:
    sentence = (
        "Its logos go for good, and sessions that use it go on without a kit. Pictures made with it stay as they are."
    )
    if kit.is_default and others:
        return f"{sentence} New sessions then begin with “{others[0].design.name}”."
    return sentence
