"""The Python side of prompt_editor.jsx."""

from typing import Any

import reflex as rx
from reflex.event import passthrough_event_spec


class PromptEditor(rx.Component):
    """Shows the prompt, and lets it be rewritten; Esc leaves it as it was."""

    library = rx.asset("prompt_editor.jsx", shared=True).importable_path
    tag = "PromptEditor"
    prompt: rx.Var[str]
    max_length: rx.Var[int]
    edit_icon: rx.Var[Any]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        return super().get_event_triggers() | {"on_keep": passthrough_event_spec(str)}
