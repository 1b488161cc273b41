"""The pictures of one click, side by side: those that are there, those on their way, and those that did not come."""

import reflex as rx

from coach_app.web.components.asset_message import asset_card, deleted_picture
from coach_app.web.components.coach_message import coach_turn
from coach_app.web.components.counting import count
from coach_app.web.components.generation_message import generation_card
from coach_app.web.view_models import MessageView, VariationView


def variations_message(shown: MessageView) -> rx.Component:
    batch = shown.batch
    return coach_turn(
        rx.el.section(
            rx.el.div(
                rx.el.span(batch.title, class_name="asset-title"),
                rx.el.span(count(batch.variations), " variations", class_name="asset-meta"),
                class_name="variations-heading",
            ),
            rx.el.ul(
                rx.foreach(batch.variations, _variation),
                class_name=rx.cond(batch.is_wide, "variations wide", "variations"),
            ),
            class_name="variations-box",
            aria_label=f"Variations of {batch.title}",
        )
    )


def _variation(shown: VariationView) -> rx.Component:
    asset, job = shown.asset, shown.job
    return rx.el.li(
        rx.match(
            shown.type,
            (
                "asset",
                rx.cond(
                    asset.id != "",
                    asset_card(asset, shown.label, is_wide=True, aria_label=f"{asset.title}, {shown.label}"),
                    rx.el.article(deleted_picture(), class_name="asset-card wide"),
                ),
            ),
            (
                "generation",
                generation_card(job, shown.label, is_wide=True, aria_label=f"{job.title}, {shown.label}"),
            ),
            rx.fragment(),
        ),
        key=shown.id,
    )
