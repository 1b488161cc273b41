"""Change a brand kit, also while sessions use it: their next picture has the new look, earlier ones keep theirs."""

from uuid import UUID

from coach_app.briefs import remake_prompt
from coach_app.database import brand_kits, kit_sessions
from coach_app.domain.brand_kits import KitEdit, edited, is_same_name, refuse_taken
from coach_app.domain.errors import NotFound
from coach_app.parts import Parts


def edit_brand_kit(parts: Parts, *, user_id: UUID, kit_id: UUID, changes: KitEdit) -> None:
    """Change what `changes` names, and the prompts of the kit's sessions with it. Raises: NotFound, InvalidInput."""
    with parts.database.transaction() as db:
        brand_kits.take_turns(db, user_id=user_id)
        using = kit_sessions.lock_sessions(db, user_id=user_id, kit_id=kit_id)
        kit = brand_kits.find_kit(db, user_id=user_id, kit_id=kit_id)
        if kit is None:
            raise NotFound("brand kit")
        design = edited(kit.design, changes)
        # Kits that have shared a name for long can still be changed.
        if not is_same_name(design.name, kit.design.name):
            refuse_taken(design.name, brand_kits.kit_names(db, user_id=user_id, apart_from=kit_id))
        brand_kits.set_design(db, user_id=user_id, kit_id=kit_id, design=design)
        for session_id in using:
            remake_prompt(parts, db, user_id=user_id, session_id=session_id)
    for session_id in using:
        parts.hub.publish(session_id, {"type": "session"})
