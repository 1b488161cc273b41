"""The brief: what is known, what is still open, the prompt, and Generate now. A sheet on narrow screens."""

import reflex as rx

from coach_app.use_cases.edit_prompt import MAX_PROMPT_CHARACTERS
from coach_app.web.components.browser_parts import CopyButton, EditableChip, FillButton
from coach_app.web.components.buttons import primary_button
from coach_app.web.components.drafting import is_drafting
from coach_app.web.components.icons import icon
from coach_app.web.components.picture_options import picture_options
from coach_app.web.components.prompt_editor import PromptEditor
from coach_app.web.state.app_state import AppState
from coach_app.web.state.brief_state import BriefState
from coach_app.web.state.chat_state import ChatState
from coach_app.web.state.generation_state import GenerationState
from coach_app.web.state.options_state import OptionsState
from coach_app.web.view_models import ReasonView, SlotView

_SHEET = "brief"


def brief_panel() -> rx.Component:
    return rx.el.aside(
        rx.el.header(
            rx.el.h2("Brief"),
            rx.el.span(f"{ChatState.thread.turns_used} of {ChatState.thread.turn_limit} turns", class_name="turns"),
            rx.el.button(
                icon("x"),
                type="button",
                class_name="icon-button sheet-only",
                aria_label="Close the brief",
                custom_attrs={"popoverTarget": _SHEET, "popoverTargetAction": "hide"},
            ),
            class_name="brief-header",
        ),
        rx.el.div(_meter(), _slots(), picture_options(), _prompt(), class_name="brief-scroll"),
        rx.el.footer(_generate(), class_name="brief-foot"),
        id=_SHEET,
        aria_label="Brief",
        class_name="brief",
        custom_attrs={"popover": "auto"},
    )


def brief_bar() -> rx.Component:
    """Return the bar that stands for the panel on narrow screens and opens it."""
    return rx.el.div(
        rx.el.button(
            rx.el.span(
                "Brief, ", ChatState.brief.heading.lower(), icon("chevron-up", 14), class_name="brief-bar-title"
            ),
            _bar(),
            rx.cond(AppState.is_artist_ai, rx.el.span(_price(), class_name="brief-bar-price")),
            type="button",
            class_name="brief-bar-open",
            custom_attrs={"popoverTarget": _SHEET},
        ),
        _generate_button(),
        class_name="brief-bar",
    )


def _price() -> str:
    """What the next click costs, and who draws."""
    return ChatState.thread.prices[OptionsState.variations - 1]


def _meter() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.span(ChatState.brief.heading, class_name="meter-title"),
            rx.el.span(rx.el.b(ChatState.brief.score), " / 100", class_name="meter-score"),
            class_name="meter-line",
        ),
        _bar(),
        rx.el.ul(rx.foreach(ChatState.brief.reasons, _reason), class_name="reasons"),
        class_name="brief-section",
    )


def _bar() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            class_name=rx.cond(ChatState.brief.is_ready, "meter-fill ready", "meter-fill"),
            style={"width": f"{ChatState.brief.score}%"},
        ),
        class_name="meter",
        custom_attrs={"aria-hidden": "true"},
    )


def _reason(reason: ReasonView) -> rx.Component:
    return rx.el.li(
        rx.cond(
            reason.is_done,
            rx.el.span(icon("check"), reason.text, class_name="reason done"),
            rx.cond(
                reason.question != "",
                FillButton.create(icon("plus"), reason.text, text=reason.question, class_name="reason open"),
                rx.el.span(icon("plus"), reason.text, class_name="reason"),
            ),
        ),
        key=reason.text,
    )


def _slots() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            rx.el.span("Type", class_name="slot-label"),
            rx.el.span(ChatState.thread.type_label, class_name="slot-chip fixed"),
            class_name="slot-row",
        ),
        rx.foreach(ChatState.brief.slots, _slot),
        class_name="brief-section slots",
        aria_label="What the picture shows",
    )


def _slot(slot: SlotView) -> rx.Component:
    is_wrong = BriefState.wrong_slot == slot.slot
    return rx.el.div(
        rx.el.span(slot.label, class_name="slot-label"),
        EditableChip.create(
            slot=slot.slot,
            label=slot.label,
            value=slot.value,
            is_wrong=is_wrong,
            add_icon=icon("plus", 14),
            edit_icon=icon("pencil", 14),
            on_keep=BriefState.keep_slot,
            on_leave=BriefState.leave_slot,
        ),
        rx.cond(
            is_wrong,
            rx.el.p(icon("circle-x", 14), BriefState.slot_error, class_name="field-error", role="alert"),
        ),
        class_name="slot-row",
        key=slot.slot,
    )


def _prompt() -> rx.Component:
    return rx.cond(
        ChatState.brief.prompt != "",
        rx.el.section(
            rx.el.div(
                rx.el.h3("Refined prompt"),
                CopyButton.create(
                    text=ChatState.brief.prompt,
                    label="Copy the prompt",
                    icon=icon("copy"),
                    done_icon=icon("check"),
                ),
                class_name="prompt-line",
            ),
            rx.cond(
                ChatState.brief.is_prompt_sent, _sent_prompt(), rx.el.p(ChatState.brief.prompt, class_name="prompt")
            ),
            class_name="brief-section",
        ),
    )


def _sent_prompt() -> rx.Component:
    """The words that a model gets, as they are."""
    return rx.fragment(
        rx.cond(
            ChatState.brief.has_prompt_aside,
            rx.el.p(
                rx.cond(
                    ChatState.brief.is_prompt_edited,
                    "An earlier prompt of yours was put aside. ",
                    "The prompt that you wrote was put aside. ",
                ),
                rx.el.button("Put it back", type="button", class_name="text-link", on_click=BriefState.put_back_prompt),
                class_name="prompt-note",
                role="status",
            ),
        ),
        PromptEditor.create(
            prompt=ChatState.brief.prompt,
            max_length=MAX_PROMPT_CHARACTERS,
            edit_icon=icon("pencil", 14),
            on_keep=BriefState.keep_prompt,
        ),
        rx.cond(
            ChatState.brief.is_prompt_edited,
            rx.el.p(
                "Edited by you: the brief doesn’t change it. ",
                rx.el.button(
                    "Use the brief’s",
                    type="button",
                    class_name="text-link",
                    on_click=BriefState.keep_prompt(""),  # type: ignore[operator]  # mypy cannot call Reflex's generic event
                ),
                class_name="prompt-note",
            ),
        ),
        rx.cond(
            ChatState.brief.ground_left_out != "",
            rx.el.p(
                "It asks for nothing that can be cut away behind the subject. Say ",
                rx.el.b(ChatState.brief.ground_left_out),
                " in it, or the background stays.",
                class_name="prompt-note",
            ),
        ),
        rx.cond(
            BriefState.prompt_error != "",
            rx.el.p(icon("circle-x", 14), BriefState.prompt_error, class_name="field-error", role="alert"),
        ),
    )


def _generate() -> rx.Component:
    return rx.fragment(
        _generate_button(),
        rx.el.p(
            rx.el.span(_price()),
            rx.el.span(rx.el.kbd("Ctrl"), rx.el.kbd("↵"), class_name="keys"),
            class_name="generate-hint",
        ),
        rx.cond(
            ChatState.brief.is_prompt_edited, rx.el.p("Draws the prompt that you wrote.", class_name="generate-hint")
        ),
        rx.cond(
            ChatState.thread.pictures_note != "", rx.el.p(ChatState.thread.pictures_note, class_name="generate-hint")
        ),
        rx.cond(ChatState.thread.spent != "", rx.el.p(ChatState.thread.spent, class_name="generate-hint")),
    )


def _generate_button() -> rx.Component:
    is_busy = GenerationState.status == "generating"
    # What the coach is about to understand belongs into the picture.
    is_coach_at_it = is_drafting() | ChatState.thread.is_coach_writing | (ChatState.phase != "ready")
    return primary_button(
        rx.cond(is_busy, rx.fragment(icon("loader-circle"), "On its way…"), rx.fragment("Generate now")),
        type="button",
        on_click=GenerationState.generate,
        disabled=is_busy | is_coach_at_it,
        # The picture comes in the thread, which the sheet would cover.
        custom_attrs={"popoverTarget": _SHEET, "popoverTargetAction": "hide"},
        class_name=rx.cond(is_busy, "generate busy", "generate"),
    )
