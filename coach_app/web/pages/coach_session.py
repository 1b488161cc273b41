"""The coach's page: thread, brief, Generate now."""

import reflex as rx

from coach_app.web.components.brief_panel import brief_bar, brief_panel
from coach_app.web.components.browser_parts import PageTitle
from coach_app.web.components.buttons import icon_button
from coach_app.web.components.confirming import confirm_card
from coach_app.web.components.conversation import conversation
from coach_app.web.components.icons import icon
from coach_app.web.components.keys import KEYS, keys_overview
from coach_app.web.components.not_here import not_here
from coach_app.web.components.rail import new_session_link
from coach_app.web.components.shell import page_header, shell
from coach_app.web.state.chat_state import ChatState
from coach_app.web.state.generation_state import GenerationState

_MENU = "session-menu"
_DELETE = "delete-session"


def coach_session_page() -> rx.Component:
    return shell(
        PageTitle.create(title=rx.cond(ChatState.phase == "ready", f"{ChatState.thread.title} · Stream Coach", "")),
        keys_overview(),
        rx.cond(
            ChatState.phase == "missing",
            not_here(),
            rx.el.div(
                rx.el.div(_header(), conversation(), brief_bar(), class_name="coach-main"),
                brief_panel(),
                class_name="coach-page",
            ),
        ),
        current="Coach",
    )


def _header() -> rx.Component:
    return page_header(
        rx.cond(
            ChatState.phase == "ready",
            rx.fragment(
                rx.el.h1(ChatState.thread.title),
                rx.el.span(ChatState.thread.type_label, class_name="tag"),
                rx.cond(ChatState.thread.is_ended, rx.el.span("Ended", class_name="tag")),
            ),
            rx.el.span(class_name="bone title-bone"),
        ),
        actions=rx.el.div(
            new_session_link(),
            icon_button("ellipsis", "Session menu", custom_attrs={"popoverTarget": _MENU}, class_name="menu-opener"),
            rx.el.div(
                rx.el.button(
                    icon("circle-check"),
                    "End session",
                    type="button",
                    class_name="menu-item",
                    on_click=ChatState.end_session,
                    disabled=ChatState.thread.is_ended,
                    custom_attrs={"popoverTarget": _MENU, "popoverTargetAction": "hide"},
                ),
                rx.el.button(
                    icon("keyboard"),
                    "Keys",
                    rx.el.kbd("?"),
                    type="button",
                    class_name="menu-item",
                    custom_attrs={"popoverTarget": KEYS},
                ),
                rx.el.button(
                    icon("trash-2"),
                    "Delete session…",
                    type="button",
                    class_name="menu-item",
                    custom_attrs={"popoverTarget": _DELETE},
                ),
                id=_MENU,
                class_name="menu",
                custom_attrs={"popover": "auto"},
            ),
            confirm_card(
                _DELETE,
                "Delete this session?",
                rx.cond(
                    GenerationState.status == "generating",
                    "The conversation goes for good, and the picture on its way is canceled unless it is already being "
                    "drawn. Pictures stay in the library.",
                    "The conversation goes for good. Its pictures stay in the library.",
                ),
                deed="Delete session",
                on_click=ChatState.delete_session,
                within=_MENU,
            ),
            class_name="page-actions",
        ),
    )
