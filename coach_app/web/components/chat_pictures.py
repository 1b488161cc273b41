"""Pictures to go by, in the composer: picked, dropped on the conversation, or pasted."""

from typing import Any

import reflex as rx

from coach_app.domain.chat_pictures import MAX_CHAT_PICTURES
from coach_app.domain.error_sentences import error_sentence
from coach_app.domain.errors import TooManyPictures
from coach_app.web.components.icons import icon
from coach_app.web.components.uploading import Upload
from coach_app.web.state.chat_state import ChatState
from coach_app.web.view_models import ChatPictureView


class ChatPictures(Upload):
    """The Python side of chat_pictures.jsx; `refusal` is why the artist takes none, or empty."""

    library = rx.asset("chat_pictures.jsx", shared=True).importable_path
    tag = "ChatPictures"
    pictures: rx.Var[list[ChatPictureView]]
    most: rx.Var[int]
    too_many: rx.Var[str]
    refusal: rx.Var[str]
    icon: rx.Var[Any]
    remove_icon: rx.Var[Any]
    error_icon: rx.Var[Any]


def chat_pictures() -> rx.Component:
    return ChatPictures.create(
        # Empty until the session has been read.
        url=rx.cond(ChatState.phase == "ready", ChatState.thread.pictures_url, ""),
        pictures=ChatState.thread.pictures,
        most=MAX_CHAT_PICTURES,
        too_many=error_sentence(TooManyPictures()),
        refusal=ChatState.thread.pictures_refusal,
        icon=icon("image-plus", 18),
        remove_icon=icon("x", 14),
        error_icon=icon("circle-x"),
    )
