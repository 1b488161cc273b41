"""The frozen bundle of everything that use cases work with; `wiring` builds it, tests build their own."""

from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import Session

from coach_app.database import users
from coach_app.database.engine import Database
from coach_app.domain.ports import Artist, Bell, Choice, Coach, Hub, Imaging, PropCatalogue, Spool, Storage
from coach_app.domain.running_replies import RunningReplies
from coach_app.settings import Settings


@dataclass(frozen=True, slots=True)
class Parts:
    """One of each: who coaches, who paints, where rows and bytes live, who is told."""

    settings: Settings
    database: Database
    coaches: Choice[Coach]
    artists: Choice[Artist]
    imaging: Imaging
    storage: Storage
    spool: Spool
    bell: Bell
    hub: Hub
    props: PropCatalogue
    running_replies: RunningReplies = field(default_factory=RunningReplies)

    def coach_of(self, db: Session, user_id: UUID) -> Coach:
        """Return who coaches this user."""
        return self.coaches.of(may_spend=self._may_spend(db, user_id))

    def artist_of(self, db: Session, user_id: UUID) -> Artist:
        """Return who draws for this user."""
        return self.artists.of(may_spend=self._may_spend(db, user_id))

    def _may_spend(self, db: Session, user_id: UUID) -> bool:
        return users.may_spend(db, user_id=user_id, may_guests=self.settings.guests_may_spend)
