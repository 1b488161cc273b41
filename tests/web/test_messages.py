"""The table of message types."""

from typing import cast, get_args

import reflex as rx

from coach_app.domain.coach_sessions import Message
from coach_app.web.components.messages import MESSAGE_COMPONENTS, message
from coach_app.web.view_models import VARIATIONS, MessageView


def test_every_stored_type_of_message_has_its_component() -> None:
    union = get_args(Message)[0]
    stored = {kind.model_fields["type"].default for kind in get_args(union)}
    # The pictures of one click are stored one by one and shown as one.
    assert stored | {VARIATIONS} == MESSAGE_COMPONENTS.keys()


def test_each_component_is_drawn_for_its_type_only() -> None:
    # A State's attribute looks like its value, and is a Var of it where components see it.
    shown = cast(MessageView, rx.Var("shown", _var_type=MessageView).guess_type())
    drawn = str(message(shown))
    for name in MESSAGE_COMPONENTS:
        assert f'"{name}"' in drawn
