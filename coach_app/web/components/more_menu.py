"""What else can be done with a picture of the thread."""

import reflex as rx

from coach_app.web.components.browser_parts import MenuButton
from coach_app.web.components.icons import icon
from coach_app.web.state.change_state import ChangeState
from coach_app.web.view_models import AssetView


def more_menu(asset: AssetView) -> rx.Component:
    return MenuButton.create(
        rx.el.button(
            icon("notebook-pen"),
            "Use as new brief",
            type="button",
            on_click=ChangeState.use_as_brief(asset.id),  # type: ignore[misc]  # mypy cannot call Reflex's generic event
            role="menuitem",
            class_name="menu-item",
        ),
        name=f"More for {asset.title}",
        icon=icon("ellipsis"),
        menu_label=f"More for {asset.title}",
        class_name="more",
    )
