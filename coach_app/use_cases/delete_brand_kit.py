"""Delete a brand kit with its logos; pictures made with it keep their copy of its look."""

from uuid import UUID

from coach_app.briefs import remake_prompt
from coach_app.database import brand_kits, kit_sessions
from coach_app.domain.errors import NotFound
from coach_app.parts import Parts


def delete_brand_kit(parts: Parts, *, user_id: UUID, kit_id: UUID) -> None:
    """Delete the kit: its sessions go on without one, and of the kits that are left the oldest takes its place for new
    sessions. The reconciler removes the logos' files once no job needs them. Raises NotFound."""
    with parts.database.transaction() as db:
        brand_kits.take_turns(db, user_id=user_id)
        using = kit_sessions.lock_sessions(db, user_id=user_id, kit_id=kit_id)
        kit = brand_kits.find_kit(db, user_id=user_id, kit_id=kit_id)
        if kit is None:
            raise NotFound("brand kit")
        brand_kits.delete_kit(db, user_id=user_id, kit_id=kit_id)
        left = brand_kits.all_kits(db, user_id=user_id)
        if kit.is_default and left:
            brand_kits.set_default(db, user_id=user_id, kit_id=left[0].id)
        for session_id in using:
            remake_prompt(parts, db, user_id=user_id, session_id=session_id)
    for session_id in using:
        parts.hub.publish(session_id, {"type": "session"})
