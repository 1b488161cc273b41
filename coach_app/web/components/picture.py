"""A picture on the checkerboard that shows what is see-through."""

import reflex as rx

from coach_app.web.view_models import AssetView


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
        class_name=rx.cond(asset.is_cutout, "picture cutout", "picture wide"),
    )


def chat_line(asset: AssetView, *, name: str, words: str, ground: str) -> rx.Component:
    """Return the emote at 28 px in a line of chat; `ground` is dark or light."""
    return rx.el.div(
        rx.el.b(name + ":"),
        rx.el.span(words),
        rx.el.img(src=asset.url_28, alt="", width="28", height="28"),
        class_name=f"chat-line {ground}",
        custom_attrs={"aria-hidden": "true"},
    )
