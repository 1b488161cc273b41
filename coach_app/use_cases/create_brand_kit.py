"""Make a brand kit."""

from uuid import UUID

from coach_app.database import brand_kits
from coach_app.domain.brand_kits import MAX_KITS, KitEdit, new_design, refuse_taken
from coach_app.domain.errors import TooManyKits
from coach_app.parts import Parts


def create_brand_kit(parts: Parts, *, user_id: UUID, kit: KitEdit) -> UUID:
    """Store the kit and return its id; the first one is the one for new sessions. Raises: InvalidInput, TooManyKits."""
    design = new_design(kit)
    with parts.database.transaction() as db:
        brand_kits.take_turns(db, user_id=user_id)
        names = brand_kits.kit_names(db, user_id=user_id)
        if len(names) >= MAX_KITS:
            raise TooManyKits
        refuse_taken(design.name, names)
        return brand_kits.add_kit(db, user_id=user_id, design=design, is_default=not names)
