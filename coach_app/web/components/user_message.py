"""What the streamer said."""

import reflex as rx

from coach_app.web.view_models import MessageView


def user_message(shown: MessageView) -> rx.Component:
    return user_bubble(shown.text)


def user_bubble(text: str) -> rx.Component:
    return rx.el.div(rx.el.span("You said: ", class_name="sr-only"), text, class_name="user-bubble")
