"""A card that asks before something is gone."""

import reflex as rx

from coach_app.web.components.buttons import button, quiet_button


def confirm_card(
    name: str,
    question: rx.Var[str] | str,
    consequence: rx.Var[str] | rx.Component | str,
    *,
    deed: str,
    on_click: object,
    within: str = "",
) -> rx.Component:
    """Return the card; a button with `popoverTarget=name` opens it, Esc or Keep closes it.

    `within` names the menu that the button stands in: both close together.
    """
    closing = {"popoverTarget": within or name, "popoverTargetAction": "hide"}
    return rx.el.div(
        rx.el.h2(question),
        rx.el.p(consequence),
        rx.el.div(
            quiet_button("Keep", custom_attrs=closing, auto_focus=True),
            button(
                deed,
                on_click=on_click,
                custom_attrs=closing,
                class_name="danger",
            ),
            class_name="asset-actions",
        ),
        id=name,
        class_name="menu confirm-card",
        role="dialog",
        aria_label=question,
        custom_attrs={"popover": "auto"},
    )
