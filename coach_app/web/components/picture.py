"""A picture on the checkerboard that shows what is see-through."""

import reflex as rx

from coach_app.domain.asset_types import Shown
from coach_app.web.components.counting import count
from coach_app.web.view_models import AreaView, AssetView, SizeView


def picture(asset: AssetView, *, is_lazy: bool = False) -> rx.Component:
    """Return the picture in a box whose shape is known before the bytes are."""
    return rx.el.div(
        rx.el.img(
            src=asset.preview_url,
            alt=asset.alt,
            width=asset.width,
            height=asset.height,
            loading="lazy" if is_lazy else "eager",
        ),
        class_name=f"picture {asset.ground}",
    )


def framed_picture(asset: AssetView, class_name: rx.Var[str] | str) -> rx.Component:
    """Return the picture with its safe areas over it, which `lens_switch` shows and hides."""
    return rx.el.div(
        picture(asset),
        rx.el.div(rx.foreach(asset.areas, area), class_name="lens"),
        class_name=class_name,
        style={"--ratio": asset.ratio},
    )


def lens_switch(asset: AssetView) -> rx.Component:
    """Return the switch that shows what platforms keep of the picture, and what they cover."""
    return rx.cond(
        count(asset.areas) > 0,
        rx.el.label(
            rx.el.input(type="checkbox", role="switch", class_name="lens-switch"), "Safe area", class_name="switch"
        ),
    )


def area(shown: AreaView) -> rx.Component:
    """Return the outline of a part that platforms keep, or the shade of one that they cover."""
    return rx.el.div(
        rx.el.span(shown.label),
        class_name=rx.cond(shown.is_covered, "area covered", "area"),
        style={"left": shown.left, "top": shown.top, "width": shown.width, "height": shown.height},
        key=shown.label,
    )


def chat_line(asset: AssetView, *, name: str, words: str, ground: str) -> rx.Component:
    """Return the emote or badge at its true size in a line of chat; `ground` is dark or light."""
    side = f"{asset.chat_side}px"
    small = rx.el.img(src=asset.chat_url, alt="", style={"width": side, "height": side})
    is_badge = asset.shown == Shown.BESIDE_NAME.value
    return rx.el.div(
        rx.cond(is_badge, small),
        rx.el.b(name + ":"),
        rx.el.span(words),
        rx.cond(is_badge, rx.fragment(), small),
        class_name=f"chat-line {ground}",
        custom_attrs={"aria-hidden": "true"},
    )


def as_people_see_it(asset: AssetView) -> rx.Component:
    """Return the picture as it will be seen: in chat, beside a name, or cut to a circle."""
    return rx.match(
        asset.shown,
        (Shown.IN_CHAT.value, _in_chat(asset)),
        (Shown.BESIDE_NAME.value, _in_chat(asset)),
        (Shown.ROUND.value, _in_circles(asset)),
        rx.fragment(),
    )


def _in_chat(asset: AssetView) -> rx.Component:
    return rx.el.div(
        rx.el.div(
            chat_line(asset, name="viewer", words="morning", ground="dark"),
            chat_line(asset, name="mod", words="same", ground="light"),
            class_name="chat-lines",
        ),
        rx.foreach(asset.sizes, _at_size),
        class_name="chat-preview",
    )


def _at_size(size: SizeView) -> rx.Component:
    return rx.el.figure(
        rx.el.img(src=size.url, alt="", style={"width": f"{size.side}px", "height": f"{size.side}px"}),
        rx.el.figcaption(size.side),
        class_name="at-size",
        key=size.url,
    )


def _in_circles(asset: AssetView) -> rx.Component:
    return rx.el.div(
        *(_circle(asset, ground, side) for ground in ("dark", "light") for side in (64, 36)),
        class_name="circles",
        custom_attrs={"aria-hidden": "true"},
    )


def _circle(asset: AssetView, ground: str, side: int) -> rx.Component:
    return rx.el.span(
        rx.el.img(src=asset.preview_url, alt="", width=str(side), height=str(side)), class_name=f"circle {ground}"
    )
