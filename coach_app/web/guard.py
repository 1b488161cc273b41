"""Default deny: every event runs as whom its cookie names, and without one only a few handlers run at all."""

import logging

import reflex as rx
from reflex.event import Event, EventSpec
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, StateUpdate
from reflex_base.utils.format import format_event_handler

from coach_app.database.users import UserRecord
from coach_app.domain.errors import ServiceUnavailable
from coach_app.settings import load_settings
from coach_app.web import routes
from coach_app.web.live_parts import visitors
from coach_app.web.reflex_inside import HYDRATE, PAGE_LOAD, cookie, forget_everything, root_of
from coach_app.web.service_watch import DATABASE_AWAY
from coach_app.web.state.app_state import AppState

_log = logging.getLogger(__name__)

# What a visitor without a cookie may call.
FOR_EVERYBODY = frozenset(format_event_handler(AppState.event_handlers[name]) for name in ("welcome", "watch_services"))
_RELOAD = "location.reload()"
_RELOAD_LATER = "setTimeout(() => location.reload(), 3000)"


class Guard(Middleware):
    """Runs before every event, under the tab's lock: one remembered look-up, and no more."""

    async def preprocess(
        self,
        app: rx.App,  # noqa: ARG002 - Reflex passes it by name
        state: BaseState,
        event: Event,
    ) -> StateUpdate | None:
        """Return None to let the event run, or what the tab gets instead."""
        app_state = await root_of(state).get_state(AppState)
        try:
            user = await visitors().recognise(cookie(load_settings().cookie_name))
        except ServiceUnavailable:
            return _nobody_knows_now()
        if event.name in HYDRATE:
            _adopt(app_state, user)
            return None
        if event.name in PAGE_LOAD or event.name in FOR_EVERYBODY:
            return None
        if user is None:
            return _instead(rx.redirect(routes.SIGN_IN))
        if app_state._user_id != user.id:
            _log.info("A tab whose state belongs to another sign-in is told to reload.")
            return _instead(rx.call_script(_RELOAD))
        return None


def _adopt(app_state: AppState, user: UserRecord | None) -> None:
    """Make the tab this user's; whatever it held for another identity is dropped first."""
    if app_state._user_id != (user.id if user else None):
        forget_everything(app_state)
    app_state._adopt(user)


def _nobody_knows_now() -> StateUpdate:
    """Show the banner and nothing else, and have the tab ask again."""
    delta = {AppState.get_full_name(): {"trouble_rx_state_": DATABASE_AWAY}}
    return StateUpdate(delta=delta, events=_instead(rx.call_script(_RELOAD_LATER)).events)


def _instead(event: EventSpec) -> StateUpdate:
    return StateUpdate(events=Event.from_event_type(event))
