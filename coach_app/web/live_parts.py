"""What this web process keeps beside the parts: its hub, its service watch, its visitors; made on first use."""

from functools import cache

from coach_app import wiring
from coach_app.live.hub import LiveHub
from coach_app.parts import Parts
from coach_app.web.service_watch import ServiceWatch
from coach_app.web.visitors import Visitors


def parts() -> Parts:
    return wiring.parts()


def hub() -> LiveHub:
    return wiring.live_hub()


@cache
def service_watch() -> ServiceWatch:
    return ServiceWatch(parts(), hub())


@cache
def visitors() -> Visitors:
    return Visitors(parts())
