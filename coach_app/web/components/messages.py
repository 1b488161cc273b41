"""How each type of message is drawn: one table. A new type is one file and one line here."""

from collections.abc import Callable

import reflex as rx

from coach_app.web.components.asset_message import asset_message
from coach_app.web.components.coach_message import coach_message
from coach_app.web.components.generation_message import generation_message
from coach_app.web.components.user_message import user_message
from coach_app.web.components.variations_message import variations_message
from coach_app.web.view_models import VARIATIONS, MessageView

MESSAGE_COMPONENTS: dict[str, Callable[[MessageView], rx.Component]] = {
    "user": user_message,
    "coach": coach_message,
    "generation": generation_message,
    "asset": asset_message,
    VARIATIONS: variations_message,
}


def message(shown: MessageView) -> rx.Component:
    """Return the message's component; a type that nobody draws stays invisible."""
    cases = [(name, component(shown)) for name, component in MESSAGE_COMPONENTS.items()]
    return rx.el.div(rx.match(shown.type, *cases, rx.fragment()), key=shown.id, class_name="message")
