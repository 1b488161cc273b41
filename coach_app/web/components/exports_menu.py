"""All sizes: a menu of every file of a picture, and of packs that are ready to upload."""

import reflex as rx

from coach_app.web.components.browser_parts import MenuButton
from coach_app.web.components.icons import icon
from coach_app.web.view_models import AssetView, MenuItemView


def exports_menu(asset: AssetView) -> rx.Component:
    """Return the button and its menu; each line saves a file."""
    return MenuButton.create(
        rx.el.div("Files", class_name="menu-heading", role="presentation"),
        rx.foreach(asset.file_menu, _file),
        rx.el.div("Ready to upload", class_name="menu-heading", role="presentation"),
        rx.foreach(asset.pack_menu, _pack),
        label="All sizes",
        icon=icon("chevron-down"),
        menu_label=f"Files of {asset.title}",
    )


def _file(item: MenuItemView) -> rx.Component:
    return _item(item, "image-down")


def _pack(item: MenuItemView) -> rx.Component:
    return _item(item, "package")


def _item(item: MenuItemView, icon_name: str) -> rx.Component:
    return rx.el.a(
        icon(icon_name),
        rx.el.span(item.label, class_name="menu-label"),
        rx.el.span(item.detail, class_name="menu-detail"),
        href=item.url,
        download=True,
        # rx.el.a is the router's link, which would look for a page there.
        reload_document=True,
        role="menuitem",
        class_name="menu-item",
        key=item.url,
    )
