"""Queries on brand kits and their logos."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, text
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col, select

from coach_app.database.tables import BrandKit, BrandLogo
from coach_app.domain.brand_kits import KitDesign
from coach_app.domain.brand_looks import BrandLook, ColourRole, Strength, Tone
from coach_app.domain.fonts import installed_font
from coach_app.domain.logos import LogoKind


@dataclass(frozen=True, slots=True)
class LogoRecord:
    """A logo. `key` is where storage has it, `sha256` is of its bytes, in hex."""

    kind: LogoKind
    key: str
    media_type: str
    width_px: int
    height_px: int
    bytes: int
    sha256: str
    palette: tuple[str, ...]

    @property
    def version(self) -> str:
        """What tells this picture from the one that it replaced."""
        return self.sha256[:16]


@dataclass(frozen=True, slots=True)
class BrandKitRecord:
    """A kit as its owner may see it. New sessions begin with the default one."""

    id: UUID
    design: KitDesign
    is_default: bool
    logos: tuple[LogoRecord, ...]
    picture_count: int
    created_at: datetime
    updated_at: datetime

    def look(self) -> BrandLook:
        return self.design.look(self.id)

    def logo(self, kind: LogoKind) -> LogoRecord | None:
        return next((logo for logo in self.logos if logo.kind is kind), None)


@dataclass(frozen=True, slots=True)
class KitChoice:
    """A kit in a list: its colours, the main one first, and which logos it has."""

    id: UUID
    name: str
    colours: tuple[str, ...]
    is_default: bool
    logos: frozenset[LogoKind]


def take_turns(db: Session, *, user_id: UUID) -> None:
    """Make changes to this user's kits wait for one another until the transaction ends. Comes before all row locks."""
    db.connection().execute(text("SELECT pg_advisory_xact_lock(720117, hashtext(cast(:id AS text)))"), {"id": user_id})


def add_kit(db: Session, *, user_id: UUID, design: KitDesign, is_default: bool) -> UUID:
    """Insert a kit and return its id."""
    row = BrandKit(user_id=user_id, is_default=is_default, name=design.name, colours={})
    _write(row, design)
    db.add(row)
    db.flush()
    return row.id


def kit_names(db: Session, *, user_id: UUID, apart_from: UUID | None = None) -> tuple[str, ...]:
    """Return what this user's kits are called, each of them or all but one."""
    query = text("SELECT name FROM brand_kits WHERE user_id = :user_id AND id IS DISTINCT FROM :id")
    return tuple(db.connection().execute(query, {"user_id": user_id, "id": apart_from}).scalars())


def all_kits(db: Session, *, user_id: UUID) -> tuple[BrandKitRecord, ...]:
    """Return this user's kits, oldest first."""
    return _records(db, user_id, BrandKit.user_id == user_id)


def kit_choices(db: Session, *, user_id: UUID) -> tuple[KitChoice, ...]:
    """Return what this user may choose among, oldest first, by one query: every read of a session asks."""
    query = text(
        "SELECT id, name, colours, is_default, "
        "ARRAY(SELECT kind FROM brand_logos WHERE kit_id = brand_kits.id) AS logos "
        "FROM brand_kits WHERE user_id = :user_id ORDER BY created_at, id"
    )
    rows = db.connection().execute(query, {"user_id": user_id})
    return tuple(
        KitChoice(row.id, row.name, tuple(row.colours.values()), row.is_default, frozenset(map(LogoKind, row.logos)))
        for row in rows
    )


def find_kit(db: Session, *, user_id: UUID, kit_id: UUID) -> BrandKitRecord | None:
    """Return this user's kit."""
    return next(iter(_records(db, user_id, BrandKit.user_id == user_id, BrandKit.id == kit_id)), None)


def find_look(db: Session, *, user_id: UUID, kit_id: UUID | None, is_held: bool = False) -> BrandLook | None:
    """Return what this user's kit looks like. Held, it is not deleted before the transaction ends."""
    if kit_id is None:
        return None
    query = select(BrandKit).where(BrandKit.id == kit_id, BrandKit.user_id == user_id)
    if is_held:
        query = query.with_for_update(read=True, key_share=True)
    row = db.exec(query).one_or_none()
    return _design(row).look(row.id) if row else None


def default_kit(db: Session, *, user_id: UUID) -> UUID | None:
    """Return the kit that new sessions begin with; it is not deleted before the transaction ends."""
    query = text("SELECT id FROM brand_kits WHERE user_id = :id AND is_default FOR KEY SHARE")
    kit_id: UUID | None = db.connection().execute(query, {"id": user_id}).scalar_one_or_none()
    return kit_id


def set_design(db: Session, *, user_id: UUID, kit_id: UUID, design: KitDesign) -> None:
    """Store what this user's kit has become."""
    row = db.exec(select(BrandKit).where(BrandKit.id == kit_id, BrandKit.user_id == user_id)).one()
    _write(row, design)
    db.add(row)
    db.flush()
    touch(db, kit_id=kit_id)


def touch(db: Session, *, kit_id: UUID) -> None:
    """Say that the kit has changed."""
    db.connection().execute(text("UPDATE brand_kits SET updated_at = now() WHERE id = :id"), {"id": kit_id})


def delete_kit(db: Session, *, user_id: UUID, kit_id: UUID) -> None:
    """Delete this user's kit with its logos; sessions go on without it."""
    statement = text("DELETE FROM brand_kits WHERE id = :id AND user_id = :user_id")
    db.connection().execute(statement, {"id": kit_id, "user_id": user_id})


def set_default(db: Session, *, user_id: UUID, kit_id: UUID) -> None:
    """Have new sessions of this user begin with this kit."""
    connection, values = db.connection(), {"id": kit_id, "user_id": user_id}
    # One after the other, because an index takes one default a user at any moment.
    connection.execute(text("UPDATE brand_kits SET is_default = false WHERE user_id = :user_id AND id <> :id"), values)
    connection.execute(text("UPDATE brand_kits SET is_default = true WHERE user_id = :user_id AND id = :id"), values)


def find_logo(db: Session, *, user_id: UUID, kit_id: UUID, kind: LogoKind, is_held: bool = False) -> LogoRecord | None:
    """Return this user's logo. Held, it stays as it is until the transaction ends."""
    query = (
        select(BrandLogo)
        .join(BrandKit, col(BrandKit.id) == col(BrandLogo.kit_id))
        .where(BrandKit.user_id == user_id, BrandLogo.kit_id == kit_id, BrandLogo.kind == kind)
    )
    if is_held:
        query = query.with_for_update(read=True, of=BrandLogo)
    row = db.exec(query).one_or_none()
    return _logo(row) if row else None


def set_logo(db: Session, *, kit_id: UUID, logo: LogoRecord) -> None:
    """Give the kit this logo, in place of another of its kind: in the same row, so that who waits for it finds one."""
    values = asdict(logo) | {"palette": list(logo.palette)}
    statement = insert(BrandLogo).values(kit_id=kit_id, **values)
    db.connection().execute(statement.on_conflict_do_update(index_elements=["kit_id", "kind"], set_=values))


def remove_logo(db: Session, *, kit_id: UUID, kind: LogoKind) -> bool:
    """Take the logo out of the kit; False where there is none."""
    statement = text("DELETE FROM brand_logos WHERE kit_id = :kit_id AND kind = :kind")
    return db.connection().execute(statement, {"kit_id": kit_id, "kind": kind}).rowcount == 1


def _records(db: Session, user_id: UUID, *conditions: ColumnElement[bool] | bool) -> tuple[BrandKitRecord, ...]:
    rows = db.exec(select(BrandKit).where(*conditions).order_by(col(BrandKit.created_at), col(BrandKit.id))).all()
    logos = _logos(db, (row.id for row in rows))
    counts = _picture_counts(db, user_id)
    return tuple(
        BrandKitRecord(
            id=row.id,
            design=_design(row),
            is_default=row.is_default,
            logos=tuple(logo for kind in LogoKind for kit_id, logo in logos if (kit_id, logo.kind) == (row.id, kind)),
            picture_count=counts.get(str(row.id), 0),
            created_at=row.created_at,
            updated_at=row.updated_at,
        )
        for row in rows
    )


def _logos(db: Session, kit_ids: Iterable[UUID]) -> list[tuple[UUID, LogoRecord]]:
    found = db.exec(select(BrandLogo).where(col(BrandLogo.kit_id).in_(list(kit_ids))))
    return [(row.kit_id, _logo(row)) for row in found]


def _picture_counts(db: Session, user_id: UUID) -> Mapping[str, int]:
    query = text(
        "SELECT brand ->> 'kit_id' AS kit_id, count(*) AS pictures FROM assets "
        "WHERE user_id = :id AND brand IS NOT NULL GROUP BY 1"
    )
    return {row.kit_id: row.pictures for row in db.connection().execute(query, {"id": user_id})}


def _write(row: BrandKit, design: KitDesign) -> None:
    row.name = design.name
    row.colours = {str(role): colour for role, colour in design.colours.items()}
    row.title_font = design.title_font
    row.text_font = design.text_font
    row.tone = [str(tone) for tone in design.tone]
    row.strength = design.strength


def _design(row: BrandKit) -> KitDesign:
    return KitDesign(
        name=row.name,
        # JSONB keeps an order of its own.
        colours={role: row.colours[role] for role in ColourRole if role in row.colours},
        title_font=installed_font(row.title_font),
        text_font=installed_font(row.text_font),
        tone=tuple(map(Tone, row.tone)),
        strength=Strength(row.strength),
    )


def _logo(row: BrandLogo) -> LogoRecord:
    return LogoRecord(
        kind=LogoKind(row.kind),
        key=row.key,
        media_type=row.media_type,
        width_px=row.width_px,
        height_px=row.height_px,
        bytes=row.bytes,
        sha256=row.sha256,
        palette=tuple(row.palette),
    )
