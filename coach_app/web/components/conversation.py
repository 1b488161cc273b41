"""The thread with its composer."""

import reflex as rx

from coach_app.web.components.browser_parts import Composer, StickyLog
from coach_app.web.components.buttons import button, icon_button, quiet_button
from coach_app.web.components.chat_pictures import chat_pictures
from coach_app.web.components.coach_message import coach_turn
from coach_app.web.components.connection import connection_line, is_disconnected
from coach_app.web.components.counting import count
from coach_app.web.components.drafting import is_drafting
from coach_app.web.components.icons import icon
from coach_app.web.components.messages import message
from coach_app.web.components.user_message import user_bubble
from coach_app.web.components.versions import changing_chip
from coach_app.web.state.chat_state import ChatState
from coach_app.web.state.draft_state import DraftState
from coach_app.web.state.generation_state import GenerationState
from coach_app.web.state.start_state import StartState


def conversation() -> rx.Component:
    return rx.el.section(
        rx.match(
            ChatState.phase,
            ("ready", _thread()),
            _skeleton(),
        ),
        _foot(),
        class_name="conversation",
    )


def _thread() -> rx.Component:
    return StickyLog.create(
        rx.cond(
            ChatState.thread.has_older,
            rx.el.div(quiet_button("Load older", on_click=ChatState.load_older), class_name="load-older"),
        ),
        rx.cond(
            (count(ChatState.messages) == 0) & ~is_drafting(),
            coach_turn(
                rx.el.div("What are we making? Say it in one line, I’ll ask about the rest.", class_name="coach-text")
            ),
        ),
        rx.foreach(ChatState.messages, message),
        _draft(),
        label="Conversation",
        thread_id=ChatState.thread_id,
    )


def _draft() -> rx.Component:
    return rx.cond(
        is_drafting(),
        rx.fragment(
            rx.cond(
                DraftState.pending_text != "", rx.el.div(user_bubble(DraftState.pending_text), class_name="message")
            ),
            rx.cond(
                DraftState.reply_text != "",
                # Announced once it is finished, not word by word.
                rx.el.div(
                    coach_turn(
                        rx.el.div(DraftState.reply_text, rx.el.span(class_name="caret"), class_name="coach-text")
                    ),
                    class_name="message",
                    aria_live="off",
                ),
                _writing("Coach is thinking"),
            ),
        ),
        rx.cond(
            ChatState.thread.is_coach_writing,
            _writing("Coach is writing"),
            rx.cond(ChatState.thread.is_unanswered, _unanswered()),
        ),
    )


def _writing(words: str) -> rx.Component:
    return rx.el.div(
        coach_turn(
            rx.el.div(
                rx.el.span(words),
                rx.el.span(rx.el.i(), rx.el.i(), rx.el.i(), class_name="dots", custom_attrs={"aria-hidden": "true"}),
                class_name="coach-text quiet-text",
            )
        ),
        class_name="message",
    )


def _unanswered() -> rx.Component:
    return rx.el.div(
        coach_turn(
            rx.el.div("My answer to this got lost.", class_name="coach-text quiet-text"),
            button(icon("rotate-ccw"), "Ask again", on_click=DraftState.answer),
        ),
        class_name="message",
    )


def _skeleton() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.div(class_name="bone bubble-bone"),
            rx.el.div(class_name="bone line-bone"),
            rx.el.div(class_name="bone card-bone"),
            class_name="thread skeleton",
            custom_attrs={"aria-hidden": "true"},
        ),
        class_name="thread-scroll",
    )


def _foot() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            connection_line(),
            _notices(),
            rx.cond(
                ChatState.thread.is_out_of_turns | ChatState.thread.is_full,
                rx.fragment(changing_chip(), _pictures_alone(), _no_more_turns()),
                rx.fragment(_suggestions(), changing_chip(), _composer()),
            ),
            class_name="thread-foot-column",
        ),
        class_name="thread-foot",
    )


def _notices() -> rx.Component:
    return rx.fragment(
        rx.cond(
            DraftState.error != "",
            rx.el.div(
                icon("circle-x"),
                rx.el.span(DraftState.error, class_name="grow"),
                rx.cond(DraftState.can_start_anew, _start_anew()),
                icon_button("x", "Dismiss", on_click=DraftState.dismiss_error),
                class_name="notice",
                role="alert",
            ),
        ),
        # In the thread and not beside the button: that may stand in a closed sheet, and Retry stands elsewhere.
        rx.cond(
            GenerationState.generation_error != "",
            rx.el.div(
                icon("circle-x"),
                rx.el.span(GenerationState.generation_error, class_name="grow"),
                icon_button("x", "Dismiss", on_click=GenerationState.dismiss_generation_error),
                class_name="notice",
                role="alert",
            ),
        ),
        rx.cond(
            ChatState.notice != "", rx.el.div(icon("circle-x"), ChatState.notice, class_name="notice", role="alert")
        ),
    )


def _suggestions() -> rx.Component:
    return rx.cond(
        (ChatState.phase == "ready") & ~is_drafting() & ~ChatState.thread.is_unanswered,
        rx.el.div(
            rx.foreach(
                ChatState.thread.suggestions,
                _suggestion,
            ),
            class_name="suggestions",
            role="group",
            aria_label="Suggestions",
        ),
    )


def _suggestion(words: str) -> rx.Component:
    return rx.el.button(
        words,
        type="button",
        class_name="chip",
        on_click=DraftState.send(words),  # type: ignore[misc]  # mypy cannot call Reflex's generic event
        key=words,
    )


def _composer() -> rx.Component:
    return Composer.create(
        chat_pictures(),
        # Empty until the session has been read.
        thread_id=rx.cond(ChatState.phase == "ready", ChatState.thread_id, ""),
        label="Message the coach",
        placeholder=_what_to_type(),
        accepted=DraftState.accepted,
        returned=DraftState.returned,
        newest_wish=ChatState.thread.newest_wish,
        is_waiting=is_disconnected() | is_drafting() | (ChatState.phase != "ready"),
        can_stop=~is_disconnected() & (is_drafting() | ChatState.thread.is_coach_writing),
        send_icon=icon("arrow-up"),
        stop_icon=icon("square"),
        on_send=DraftState.send,
        on_stop=DraftState.stop,
        on_generate=GenerationState.generate,
    )


def _what_to_type() -> rx.Var[str]:
    thread = ChatState.thread
    begun = rx.cond(thread.newest_wish == "", "What would you like?", "What comes next?")
    chosen = rx.cond(thread.changing.id == "", begun, "What should I change?")
    words: rx.Var[str] = rx.cond(thread.is_ended, "Write to pick this session up again", chosen)
    return words


def _pictures_alone() -> rx.Component:
    """What the next pictures go by, where nothing can be typed any more and Generate still works."""
    return rx.cond(
        count(ChatState.thread.pictures) > 0, rx.el.div(chat_pictures(), class_name="composer pictures-alone")
    )


def _no_more_turns() -> rx.Component:
    return rx.el.div(
        rx.el.p(
            rx.cond(
                ChatState.thread.is_full,
                "This session is full. Start a new one from this brief and carry on there.",
                "That was the last turn. Generate now, or start a new session with this brief.",
            )
        ),
        _start_anew(),
        class_name="last-turn",
        role="status",
    )


def _start_anew() -> rx.Component:
    return button(icon("copy-plus"), "Start new from this", on_click=StartState.start_from_this)
