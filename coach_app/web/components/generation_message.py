"""A picture on its way, in the place and size of the card that will follow it; or why it did not come."""

import reflex as rx

from coach_app.web.components.browser_parts import Elapsed, WaitingWords
from coach_app.web.components.buttons import button, quiet_button
from coach_app.web.components.coach_message import coach_turn
from coach_app.web.components.icons import icon, mark
from coach_app.web.state.generation_state import GenerationState
from coach_app.web.view_models import JobView, MessageView

# In the order of the work; the third is true for what comes after it too.
_STAGES = (("queued", "Queued"), ("drawing", "Drawing"), ("saving", "Saving"))
_PATIENCE_SECONDS = 15


def generation_message(shown: MessageView) -> rx.Component:
    job = shown.job
    return coach_turn(
        generation_card(
            job,
            job.title,
            is_wide=job.is_wide,
            aria_label=job.title,
        )
    )


def generation_card(job: JobView, title: str, *, is_wide: bool, **props: object) -> rx.Component:
    """Return the card of a job that has given no picture."""
    return rx.el.article(
        _empty_picture(job, is_wide=is_wide),
        rx.el.div(
            _heading(job, title), rx.cond(job.is_active, _progress(job), _failure(job)), class_name="asset-details"
        ),
        class_name=rx.cond(is_wide, "asset-card wide", "asset-card"),
        **props,
    )


def _empty_picture(job: JobView, *, is_wide: bool) -> rx.Component:
    return rx.el.div(
        rx.cond(job.is_active, mark(64), icon("brush", 40)),
        class_name=rx.cond(is_wide, "picture-box wide waiting", "picture-box waiting"),
        style={"--ratio": job.ratio},
    )


def _heading(job: JobView, title: str) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.div(title, class_name="asset-title"),
            rx.el.div(job.meta, class_name="asset-meta"),
            class_name="grow",
        ),
        rx.cond(job.is_active, Elapsed.create(seconds=_live(job).elapsed_seconds)),
        class_name="asset-heading",
    )


def _live(job: JobView) -> JobView:
    """Return what changes while the job goes on; nothing of it is there before the page has been told."""
    return GenerationState.jobs[job.id]


def _progress(job: JobView) -> rx.Component:
    live = _live(job)
    return rx.el.div(
        rx.el.div(
            rx.el.div(class_name=f"bar-fill {live.stage}"),
            class_name="bar",
            role="progressbar",
            aria_label="Drawing the picture",
        ),
        rx.el.ol(
            *(_stage(name, label, position, live.stage) for position, (name, label) in enumerate(_STAGES)),
            class_name="stages",
        ),
        rx.el.div(
            WaitingWords.create(
                seconds=live.drawing_seconds,
                patience=_PATIENCE_SECONDS,
                rest_seconds=live.rest_seconds,
                words=live.waiting,
                late_words=rx.cond(
                    (live.stage == "drawing") & live.is_cancelable,
                    "Taking longer than usual. It goes on by itself, even if it has to start again.",
                    live.waiting,
                ),
            ),
            class_name="asset-hint",
        ),
        rx.el.div(
            quiet_button(
                "Cancel",
                on_click=GenerationState.cancel(job.id),  # type: ignore[misc]  # mypy cannot call Reflex's generic event
                disabled=~live.is_cancelable,
            ),
            class_name="asset-actions",
        ),
        class_name="progress",
    )


def _stage(name: str, label: str, position: int, stage: str) -> rx.Component:
    later = [later_name for later_name, _ in _STAGES[position + 1 :]]
    is_done = rx.Var.create([*later, "done"]).to(list).contains(stage)
    return rx.el.li(
        rx.cond(is_done, icon("check", 14)),
        label,
        class_name=rx.cond(stage == name, "current", rx.cond(is_done, "done", "")),
    )


def _rewrite(job: JobView) -> rx.Component:
    return rx.el.div(
        rx.el.p("Try instead: ", rx.el.span(job.rewrite, class_name="rewrite-wish"), class_name="rewrite"),
        rx.cond(
            job.is_rewrite_taken,
            rx.el.p(
                icon("check"),
                "Your brief says so now. Generate when you like.",
                class_name="rewrite taken",
                role="status",
            ),
            rx.el.div(
                button(icon("check"), "Use this wish", on_click=GenerationState.accept_rewrite(job.id)),  # type: ignore[misc]  # mypy cannot call Reflex's generic event
                class_name="asset-actions",
            ),
        ),
        class_name="rewriting",
    )


def _failure(job: JobView) -> rx.Component:
    return rx.el.div(
        rx.el.p(
            rx.cond(job.is_canceled, icon("x"), icon("circle-x")),
            rx.el.span(job.failure),
            class_name=rx.cond(job.is_canceled, "failure canceled", "failure"),
            role="alert",
        ),
        rx.cond(job.rewrite != "", _rewrite(job)),
        rx.cond(
            job.can_retry,
            rx.el.div(
                button(
                    icon("rotate-ccw"),
                    rx.cond(job.is_canceled, "Draw it after all", "Retry"),
                    on_click=GenerationState.retry(job.id),  # type: ignore[misc]  # mypy cannot call Reflex's generic event
                    disabled=GenerationState.status == "generating",
                ),
                class_name="asset-actions",
            ),
        ),
        class_name="failed",
    )
