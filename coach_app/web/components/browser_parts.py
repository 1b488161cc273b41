"""The Python side of browser_parts.jsx."""

from typing import Any

import reflex as rx
from reflex.event import no_args_event_spec, passthrough_event_spec
from reflex_components_core.el.elements.base import BaseHTML

_LIBRARY = rx.asset("browser_parts.jsx", shared=True).importable_path


class _BrowserPart(rx.Component):
    library = _LIBRARY


class HtmlForm(BaseHTML):
    """A plain form that the browser itself posts: only an HTTP answer can set an HttpOnly cookie."""

    tag = "form"
    action: rx.Var[str]
    method: rx.Var[str]


class Composer(_BrowserPart):
    """Where messages are typed: keeps the text over a reload, and waits for an input method to finish. While
    `can_stop`, its button and Esc stop the reply. A click on what has `data-then="compose"` leaves the focus in it.
    Children stand before the field."""

    tag = "Composer"
    thread_id: rx.Var[str]
    label: rx.Var[str]
    placeholder: rx.Var[str]
    accepted: rx.Var[int]
    returned: rx.Var[int]
    newest_wish: rx.Var[str]
    is_waiting: rx.Var[bool]
    can_stop: rx.Var[bool]
    send_icon: rx.Var[Any]
    stop_icon: rx.Var[Any]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        own = {
            "on_send": passthrough_event_spec(str),
            "on_stop": no_args_event_spec,
            "on_generate": no_args_event_spec,
        }
        return super().get_event_triggers() | own


class MenuButton(_BrowserPart):
    """A button that opens a menu under or over itself; arrow keys move in it, Esc closes it. `name` is for a button
    without a label."""

    tag = "MenuButton"
    label: rx.Var[str]
    name: rx.Var[str]
    icon: rx.Var[Any]
    menu_label: rx.Var[str]


class WishField(_BrowserPart):
    """The start card's line; it outlives a reload."""

    tag = "WishField"
    draft_key: rx.Var[str]
    label: rx.Var[str]
    placeholder: rx.Var[str]


class EditableChip(_BrowserPart):
    """A slot of the brief: click edits in place, Enter keeps, Esc reverts."""

    tag = "EditableChip"
    slot: rx.Var[str]
    label: rx.Var[str]
    value: rx.Var[str]
    is_wrong: rx.Var[bool]
    add_icon: rx.Var[Any]
    edit_icon: rx.Var[Any]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        return super().get_event_triggers() | {
            "on_keep": passthrough_event_spec(str, str),
            "on_leave": no_args_event_spec,
        }


class FillButton(_BrowserPart):
    """Puts its text into the composer."""

    tag = "FillButton"
    text: rx.Var[str]


class CopyButton(_BrowserPart):
    """Copies its text and says so."""

    tag = "CopyButton"
    text: rx.Var[str]
    label: rx.Var[str]
    icon: rx.Var[Any]
    done_icon: rx.Var[Any]


class Elapsed(_BrowserPart):
    """Counts on from `seconds`."""

    tag = "Elapsed"
    seconds: rx.Var[float]


class WaitingWords(_BrowserPart):
    """Says `words`, and `late_words` once `patience` seconds have gone by since the start `seconds` ago. A "{when}" in
    them counts down from `rest_seconds`."""

    tag = "WaitingWords"
    seconds: rx.Var[float]
    patience: rx.Var[float]
    rest_seconds: rx.Var[float]
    words: rx.Var[str]
    late_words: rx.Var[str]


class PageTitle(_BrowserPart):
    """What the browser's tab is called."""

    tag = "PageTitle"
    title: rx.Var[str]


class KeysOnQuestionMark(_BrowserPart):
    """Opens and closes the popover of that id by `?`, outside of text fields."""

    tag = "KeysOnQuestionMark"
    popover_id: rx.Var[str]


class StickyLog(_BrowserPart):
    """The thread: stays at its end unless the reader has scrolled up."""

    tag = "StickyLog"
    label: rx.Var[str]
    thread_id: rx.Var[str]


class CookieRenewal(_BrowserPart):
    """Starts the sign-in cookie's lifetime anew, once a visit."""

    tag = "CookieRenewal"
    url: rx.Var[str]


class LinkToken(_BrowserPart):
    """The one-time token behind the # of a sign-in link, as a form field; it leaves the address bar."""

    tag = "LinkToken"
