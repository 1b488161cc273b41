"""Default deny: every event runs as whom its cookie names, and without one only a few handlers run at all."""

import logging

import reflex as rx
from reflex.event import Event, EventSpec
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, StateUpdate

from coach_app.database.users import UserRecord
from coach_app.domain.errors import ServiceUnavailable
from coach_app.settings import load_settings
from coach_app.web import routes
from coach_app.web.live_parts import visitors
from coach_app.web.reflex_inside import HYDRATE, PAGE_LOAD, change_of, cookie, forget_everything, handler_names, root_of
from coach_app.web.service_watch import DATABASE_AWAY
from coach_app.web.state.app_state import AppState
from coach_app.web.state.brand_kit_state import BrandKitState
from coach_app.web.state.brief_state import BriefState
from coach_app.web.state.change_state import ChangeState
from coach_app.web.state.chat_state import ChatState
from coach_app.web.state.draft_state import DraftState
from coach_app.web.state.generation_state import GenerationState
from coach_app.web.state.library_state import AssetState, LibraryState
from coach_app.web.state.options_state import OptionsState
from coach_app.web.state.recent_state import RecentState
from coach_app.web.state.start_state import StartState

_log = logging.getLogger(__name__)

# Reflex makes every public method of a State, and some of its own, callable from anywhere: what is not named here
# does not run.
FOR_EVERYBODY = PAGE_LOAD | handler_names(AppState, "welcome", "watch_services", "own_up")
FOR_SIGNED_IN = frozenset[str]().union(
    handler_names(RecentState, "load_recent"),
    handler_names(StartState, "reset_start", "start", "start_idea", "start_from_this"),
    handler_names(ChatState, "watch", "load_older", "end_session", "delete_session"),
    handler_names(DraftState, "send", "answer", "stop", "dismiss_error"),
    handler_names(ChangeState, "make_change", "use_as_brief", "stop_changing"),
    handler_names(BriefState, "keep_slot", "leave_slot", "keep_prompt", "put_back_prompt"),
    handler_names(GenerationState, "generate", "retry", "accept_rewrite", "cancel", "dismiss_generation_error"),
    handler_names(OptionsState, "load_kits", "choose_kit", "choose_variations", "take_logo", "place_logo"),
    handler_names(LibraryState, "load_library"),
    handler_names(AssetState, "load_asset", "delete_asset", "change_asset", "fix_files"),
    handler_names(BrandKitState, "load_kits", "make_kit", "keep_kit", "use_by_default", "delete_kit", "remove_logo"),
)
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
        if event.name in FOR_EVERYBODY:
            return None
        if event.name not in FOR_SIGNED_IN:
            _log.warning("A tab called a handler that is not for tabs.")
            return StateUpdate()
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
    return StateUpdate(
        delta=change_of(AppState, trouble=DATABASE_AWAY), events=_instead(rx.call_script(_RELOAD_LATER)).events
    )


def _instead(event: EventSpec) -> StateUpdate:
    return StateUpdate(events=Event.from_event_type(event))
