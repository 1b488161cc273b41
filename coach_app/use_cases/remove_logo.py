"""Take a logo out of a brand kit."""

from uuid import UUID

from coach_app.database import brand_kits
from coach_app.domain.errors import NotFound
from coach_app.domain.logos import LogoKind
from coach_app.parts import Parts


def remove_logo(parts: Parts, *, user_id: UUID, kit_id: UUID, kind: LogoKind) -> None:
    """Remove the logo; the reconciler removes its file once no job needs it. Raises NotFound."""
    with parts.database.transaction() as db:
        brand_kits.take_turns(db, user_id=user_id)
        is_theirs = brand_kits.find_look(db, user_id=user_id, kit_id=kit_id) is not None
        if not is_theirs or not brand_kits.remove_logo(db, kit_id=kit_id, kind=kind):
            raise NotFound("logo")
        brand_kits.touch(db, kit_id=kit_id)
