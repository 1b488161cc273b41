"""Kits and logos to work with, for the tests beside this file."""

import io
from uuid import UUID

from PIL import Image
from sqlalchemy import text

from coach_app.database import brand_kits
from coach_app.database.brand_kits import BrandKitRecord
from coach_app.domain.brand_kits import KitEdit
from coach_app.parts import Parts
from coach_app.use_cases.create_brand_kit import create_brand_kit

MUG = KitEdit(
    name="Sunday Mug",
    colours={"main": "#f59a3c", "light": "#fff1dc", "dark": "#2a1710"},
    title_font="chewy",
    tone=["warm"],
)


def new_kit(parts: Parts, user_id: UUID, name: str = "Sunday Mug") -> UUID:
    return create_brand_kit(parts, user_id=user_id, kit=KitEdit(name=name, colours=MUG.colours, tone=["warm"]))


def kit_of(parts: Parts, user_id: UUID, kit_id: UUID) -> BrandKitRecord:
    with parts.database.transaction() as db:
        kit = brand_kits.find_kit(db, user_id=user_id, kit_id=kit_id)
    assert kit is not None
    return kit


def kits_of(parts: Parts, user_id: UUID) -> tuple[BrandKitRecord, ...]:
    with parts.database.transaction() as db:
        return brand_kits.all_kits(db, user_id=user_id)


def picture(colour: str = "hotpink", size: tuple[int, int] = (64, 32)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def logo_keys(parts: Parts) -> list[str]:
    """What storage has of logos."""
    return list(parts.storage.keys("brand-kits/"))


def file_rows(parts: Parts) -> list[str]:
    with parts.database.transaction() as db:
        return list(db.connection().execute(text("SELECT key FROM uploaded_files ORDER BY key")).scalars())
