"""Coach sessions: start, list, talk, generate."""

from asyncio import to_thread
from http import HTTPStatus
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import APIRouter, Header, Query
from pydantic import BaseModel, ConfigDict, Strict, StrictBool

from coach_app.api.access import CurrentUser, PartsDependency
from coach_app.api.asset_answers import AssetList, asset_list
from coach_app.api.session_answers import (
    CoachAnswer,
    SessionDetail,
    SessionList,
    coach_answer,
    session_detail,
    session_item,
)
from coach_app.api.started import GenerationStarted, generation_started
from coach_app.database import assets, sessions
from coach_app.domain.errors import NotFound
from coach_app.domain.generation_jobs import GenerationOptions, Variations
from coach_app.domain.logos import (
    MAX_OPACITY_PERCENT,
    LogoKind,
    LogoOptions,
    LogoPosition,
    LogoSize,
    Opacity,
)
from coach_app.use_cases import end_session as ending
from coach_app.use_cases import request_generation as generation
from coach_app.use_cases.choose_brand_kit import choose_brand_kit
from coach_app.use_cases.delete_session import delete_session
from coach_app.use_cases.send_message import accept_message
from coach_app.use_cases.start_session import start_session
from coach_app.use_cases.stop_reply import stop_reply
from coach_app.use_cases.write_reply import write_reply

router = APIRouter(prefix="/coach/sessions")


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewSession(_Body):
    """Without `brand_kit_id` the session begins with the default kit, with null without any."""

    asset_type: str
    mood: str | None = None
    game_context: str | None = None
    brand_kit_id: UUID | None = None


class SessionChanges(_Body):
    """`brand_kit_id` null stands for no kit."""

    brand_kit_id: UUID | None


class NewMessage(_Body):
    text: str


class GenerateOptions(_Body):
    """Without `brand_kit_id` the session's kit is used; without `change_of` the picture that is chosen on the page is
    changed, if one is."""

    brand_kit_id: UUID | None = None
    include_logo: StrictBool = False
    logo_type: LogoKind = LogoKind.PRIMARY
    logo_position: LogoPosition = LogoPosition.BOTTOM_RIGHT
    logo_size: LogoSize = LogoSize.MEDIUM
    logo_opacity: Annotated[Opacity, Strict()] = MAX_OPACITY_PERCENT
    variations: Annotated[Variations, Strict()] = 1
    change_of: UUID | None = None

    def options(self) -> GenerationOptions:
        logo = LogoOptions(
            kind=self.logo_type, position=self.logo_position, size=self.logo_size, opacity=self.logo_opacity
        )
        return GenerationOptions(
            brand_kit_id=self.brand_kit_id,
            include_logo=self.include_logo,
            logo=logo,
            variations=self.variations,
            change_of=self.change_of,
        )


@router.post("", status_code=HTTPStatus.CREATED)
def create(body: NewSession, user_id: CurrentUser, parts: PartsDependency) -> SessionDetail:
    """Start a session."""
    session_id = start_session(
        parts,
        user_id=user_id,
        asset_type=body.asset_type,
        mood=body.mood,
        game_context=body.game_context,
        brand_kit_id=body.brand_kit_id if "brand_kit_id" in body.model_fields_set else "default",
    )
    return session_detail(parts, user_id, session_id)


@router.get("/{session_id}")
def show(session_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> SessionDetail:
    """Return the session with its brief, and with what the artist would be told now."""
    return session_detail(parts, user_id, session_id)


@router.patch("/{session_id}")
def change(session_id: UUID, body: SessionChanges, user_id: CurrentUser, parts: PartsDependency) -> SessionDetail:
    """Use another brand kit from now on, or none."""
    choose_brand_kit(parts, user_id=user_id, session_id=session_id, kit_id=body.brand_kit_id)
    return session_detail(parts, user_id, session_id)


@router.get("")
def list_sessions(
    user_id: CurrentUser,
    parts: PartsDependency,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> SessionList:
    """Return this user's sessions, the last touched first."""
    with parts.database.transaction() as db:
        found = sessions.recent_sessions(db, user_id=user_id, limit=limit, offset=offset)
        total = sessions.count_sessions(db, user_id=user_id)
    return SessionList(sessions=[session_item(summary) for summary in found], total=total)


@router.post("/{session_id}/messages")
async def send(session_id: UUID, body: NewMessage, user_id: CurrentUser, parts: PartsDependency) -> CoachAnswer:
    """Send a message and return the coach's whole reply."""
    message_id = await to_thread(accept_message, parts, user_id=user_id, session_id=session_id, text=body.text)
    async for _ in write_reply(parts, user_id=user_id, session_id=session_id):
        pass
    return await to_thread(coach_answer, parts, user_id, session_id, message_id)


@router.post("/{session_id}/stop", status_code=HTTPStatus.NO_CONTENT)
async def stop(session_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> None:
    """Stop the reply that is being written; what there is of it is kept."""
    await stop_reply(parts, user_id=user_id, session_id=session_id)


@router.post("/{session_id}/generate", status_code=HTTPStatus.ACCEPTED)
def generate(
    session_id: UUID,
    user_id: CurrentUser,
    parts: PartsDependency,
    body: GenerateOptions | None = None,
    idempotency_key: Annotated[str | None, Header()] = None,
) -> GenerationStarted:
    """Queue pictures of the brief, a job for each. The same Idempotency-Key is the same jobs, however often it is sent;
    while another job of the session is active the answer is 409 with its `job_id`."""
    requested = generation.request_generation(
        parts,
        user_id=user_id,
        session_id=session_id,
        idempotency_key=str(uuid4()) if idempotency_key is None else idempotency_key,
        options=(body or GenerateOptions()).options(),
    )
    return generation_started(requested)


@router.post("/{session_id}/end", status_code=HTTPStatus.NO_CONTENT)
def end(session_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> None:
    """End the session; a new message reopens it."""
    ending.end_session(parts, user_id=user_id, session_id=session_id)


@router.delete("/{session_id}", status_code=HTTPStatus.NO_CONTENT)
def delete(session_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> None:
    """Delete the session and cancel its jobs; its pictures stay."""
    delete_session(parts, user_id=user_id, session_id=session_id)


@router.get("/{session_id}/assets")
def list_assets(session_id: UUID, user_id: CurrentUser, parts: PartsDependency) -> AssetList:
    """Return the session's pictures, oldest first; `url` is the main file of each."""
    with parts.database.transaction() as db:
        if sessions.find_session(db, user_id=user_id, session_id=session_id) is None:
            raise NotFound("session")
        found = assets.session_assets(db, user_id=user_id, session_id=session_id)
    return asset_list(found)
