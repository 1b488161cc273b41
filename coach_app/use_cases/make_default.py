"""Choose the brand kit that new sessions begin with."""

from uuid import UUID

from coach_app.database import brand_kits
from coach_app.domain.errors import NotFound
from coach_app.parts import Parts


def make_default(parts: Parts, *, user_id: UUID, kit_id: UUID) -> None:
    """Have new sessions begin with this kit instead of another. Raises NotFound."""
    with parts.database.transaction() as db:
        brand_kits.take_turns(db, user_id=user_id)
        if brand_kits.find_kit(db, user_id=user_id, kit_id=kit_id) is None:
            raise NotFound("brand kit")
        brand_kits.set_default(db, user_id=user_id, kit_id=kit_id)
