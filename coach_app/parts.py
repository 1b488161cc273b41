"""The frozen bundle of everything that use cases work with; `wiring` builds it, tests build their own."""

from dataclasses import dataclass

from coach_app.database.engine import Database
from coach_app.domain.ports import Artist, Bell, Choice, Coach, Hub, Imaging, PropCatalogue, Spool, Storage
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
