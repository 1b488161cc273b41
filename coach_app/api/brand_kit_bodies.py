"""Brand kits as the API takes and shows them."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from coach_app.database.brand_kits import BrandKitRecord, LogoRecord
from coach_app.domain.brand_kits import KitEdit
from coach_app.domain.brand_looks import ColourRole, Strength, Tone
from coach_app.domain.contrast import contrast_checks
from coach_app.domain.fonts import FontName
from coach_app.domain.logos import LogoKind


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewKit(_Body):
    """A font that is null is left to the artist."""

    name: str
    colours: dict[str, str]
    title_font: str | None = None
    text_font: str | None = None
    tone: list[str] = []
    strength: str = Strength.BALANCED

    def edit(self) -> KitEdit:
        return KitEdit(**self.model_dump())


class KitChanges(_Body):
    """What is left out stays as it is; `colours` replaces all colours."""

    name: str | None = None
    colours: dict[str, str] | None = None
    title_font: str | None = None
    text_font: str | None = None
    tone: list[str] | None = None
    strength: str | None = None

    def edit(self) -> KitEdit:
        fonts = {"title_font": self.title_font, "text_font": self.text_font}
        cleared = {name: "" for name, font in fonts.items() if font is None and name in self.model_fields_set}
        return KitEdit(**self.model_dump() | cleared)


class ContrastItem(BaseModel):
    """Words of one role on the ground of another; `better` and `shade` say what to take where that is hard to read.

    `ours` names which of the two roles has a colour of ours, for want of the kit's own.
    """

    words: ColourRole
    ground: ColourRole
    ours: ColourRole | None
    ratio: float
    verdict: str
    better: ColourRole | None
    shade: str | None


class LogoItem(BaseModel):
    kind: LogoKind
    url: str
    width: int
    height: int
    bytes: int
    palette: tuple[str, ...]


class KitItem(BaseModel):
    id: UUID
    name: str
    colours: dict[ColourRole, str]
    title_font: FontName | None
    text_font: FontName | None
    tone: tuple[Tone, ...]
    strength: Strength
    is_default: bool
    contrast: list[ContrastItem]
    logos: list[LogoItem]
    picture_count: int
    created_at: datetime
    updated_at: datetime


class KitList(BaseModel):
    brand_kits: list[KitItem]


class Palette(BaseModel):
    colours: dict[ColourRole, str]


def kit_item(kit: BrandKitRecord) -> KitItem:
    """Return a kit as the API shows it."""
    design = kit.design
    return KitItem(
        id=kit.id,
        name=design.name,
        colours=dict(design.colours),
        title_font=design.title_font,
        text_font=design.text_font,
        tone=design.tone,
        strength=design.strength,
        is_default=kit.is_default,
        contrast=[
            ContrastItem(
                words=check.words.role,
                ground=check.ground.role,
                ours=next((tint.role for tint in (check.words, check.ground) if tint.is_ours), None),
                ratio=round(check.ratio, 2),
                verdict=check.verdict,
                better=check.better,
                shade=check.shade,
            )
            for check in contrast_checks(design.colours, design.strength)
        ],
        logos=[logo_item(kit.id, logo) for logo in kit.logos],
        picture_count=kit.picture_count,
        created_at=kit.created_at,
        updated_at=kit.updated_at,
    )


def logo_item(kit_id: UUID, logo: LogoRecord) -> LogoItem:
    """Return a logo as the API shows it; its address changes with the picture."""
    return LogoItem(
        kind=logo.kind,
        url=f"/api/v1/brand-kits/{kit_id}/logos/{logo.kind}?v={logo.version}",
        width=logo.width_px,
        height=logo.height_px,
        bytes=logo.bytes,
        palette=logo.palette,
    )
