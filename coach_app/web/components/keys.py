"""Which keys do what: opened by `?`, or from the session's menu."""

import reflex as rx

from coach_app.web.components.browser_parts import KeysOnQuestionMark

KEYS = "keys"
_KEYS = (
    (("Enter",), "Send the message"),
    (("Shift", "Enter"), "Start a new line"),
    (("Ctrl", "Enter"), "Generate now"),
    (("Esc",), "Stop the coach, leave a chip as it was, close a menu"),
    (("?",), "Show and hide these keys"),
)


def keys_overview() -> rx.Component:
    return rx.fragment(
        KeysOnQuestionMark.create(popover_id=KEYS),
        rx.el.div(
            rx.el.h2("Keys"),
            rx.el.dl(
                *(
                    part
                    for keys, what in _KEYS
                    for part in (rx.el.dt(*(rx.el.kbd(key) for key in keys)), rx.el.dd(what))
                ),
                class_name="keys-list",
            ),
            id=KEYS,
            class_name="menu keys-card",
            role="dialog",
            aria_label="Keys",
            custom_attrs={"popover": "auto"},
        ),
    )
