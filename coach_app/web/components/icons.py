"""Icons by their one size scale: 16 in controls, 18 in the rail, 20 on phones."""

import reflex as rx


def icon(name: str, size: int = 16) -> rx.Component:
    """Return a lucide icon that screen readers skip: the words beside it, or a label, say it."""
    return rx.icon(name, size=size, custom_attrs={"aria-hidden": "true"})


def mark(size: int) -> rx.Component:
    """Return our own mark: a speech bubble that smiles."""
    return rx.el.svg(
        rx.el.svg.path(
            d="M7 1h14a6 6 0 0 1 6 6v10a6 6 0 0 1-6 6h-6.5L8 28v-5H7a6 6 0 0 1-6-6V7a6 6 0 0 1 6-6Z",
            class_name="mark-bubble",
        ),
        rx.el.svg.circle(cx="10", cy="10", r="2", class_name="mark-face"),
        rx.el.svg.circle(cx="18", cy="10", r="2", class_name="mark-face"),
        rx.el.svg.path(d="M8.5 14.5c1.2 2.4 3.2 3.4 5.5 3.4s4.3-1 5.5-3.4", class_name="mark-smile"),
        view_box="0 0 28 29",
        width=str(size),
        height=str(size),
        class_name="mark",
        custom_attrs={"aria-hidden": "true"},
    )
