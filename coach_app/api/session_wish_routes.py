"""What a session draws next: the prompt written by hand, and the picture that is changed."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from coach_app.api.access import CurrentUser, PartsDependency
from coach_app.api.session_answers import SessionDetail, session_detail
from coach_app.use_cases import change_picture as changing
from coach_app.use_cases.edit_prompt import edit_prompt

router = APIRouter(prefix="/coach/sessions/{session_id}")


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class WrittenPrompt(_Body):
    """An empty one goes back to the prompt that is made from the brief."""

    prompt: str


class ChosenPicture(_Body):
    asset_id: UUID


@router.put("/prompt")
def write_prompt(session_id: UUID, body: WrittenPrompt, user_id: CurrentUser, parts: PartsDependency) -> SessionDetail:
    """Have the artist told this prompt from now on, word for word; an empty one goes back to the brief's."""
    edit_prompt(parts, user_id=user_id, session_id=session_id, prompt=body.prompt)
    return session_detail(parts, user_id, session_id)


@router.put("/change")
def change(session_id: UUID, body: ChosenPicture, user_id: CurrentUser, parts: PartsDependency) -> SessionDetail:
    """Have the next picture be a change of this one, beginning with its brief; an earlier version is one as well."""
    changing.change_picture(parts, user_id=user_id, session_id=session_id, asset_id=body.asset_id)
    return session_detail(parts, user_id, session_id)


@router.delete("/change")
def stop_changing(session_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> SessionDetail:
    """Have the next picture be a new one; the brief stays as it is."""
    changing.stop_changing(parts, user_id=user_id, session_id=session_id)
    return session_detail(parts, user_id, session_id)


@router.put("/brief")
def use_as_brief(session_id: UUID, body: ChosenPicture, user_id: CurrentUser, parts: PartsDependency) -> SessionDetail:
    """Begin a new picture with the brief of this one."""
    changing.use_as_brief(parts, user_id=user_id, session_id=session_id, asset_id=body.asset_id)
    return session_detail(parts, user_id, session_id)
