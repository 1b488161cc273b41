"""Whether the session on show is being answered through this very tab."""

from coach_app.web.state.chat_state import ChatState
from coach_app.web.state.draft_state import DraftState


def is_drafting() -> bool:
    return DraftState.is_replying & (DraftState.draft_thread_id == ChatState.thread_id)
