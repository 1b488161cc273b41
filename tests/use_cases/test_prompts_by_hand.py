"""Prompts that were written by hand: what takes their place sets them aside, and they can be put back."""

import pytest

from coach_app.domain.errors import NotFound
from coach_app.parts import Parts
from coach_app.use_cases.cancel_generation import cancel_generation
from coach_app.use_cases.change_picture import change_picture
from coach_app.use_cases.edit_prompt import edit_prompt
from coach_app.use_cases.put_back_prompt import put_back_prompt
from coach_app.use_cases.request_generation import request_generation
from tests.provider.server import Provider
from tests.use_cases.generating import drawn, job_of, session_of
from tests.working_parts import new_guest, ready_session

_OWN = "Paint me a teapot."
_OTHER = "Paint me a kettle."


def test_a_prompt_that_a_change_replaces_can_be_put_back(paid: Parts, provider: Provider) -> None:
    user_id, job_id = drawn(paid, provider, "200")
    job = job_of(paid, user_id, job_id)
    assert job.session_id
    assert job.asset_id
    edit_prompt(paid, user_id=user_id, session_id=job.session_id, prompt=_OWN)
    for _ in range(2):
        change_picture(paid, user_id=user_id, session_id=job.session_id, asset_id=job.asset_id)
    session = session_of(paid, user_id, job.session_id)
    assert (session.edited_prompt, session.set_aside_prompt) == (None, _OWN)
    with pytest.raises(NotFound):
        put_back_prompt(paid, user_id=new_guest(paid), session_id=job.session_id)
    for _ in range(2):
        put_back_prompt(paid, user_id=user_id, session_id=job.session_id)
    session = session_of(paid, user_id, job.session_id)
    assert (session.edited_prompt, session.set_aside_prompt) == (_OWN, None)


def test_a_prompt_written_meanwhile_changes_places_with_the_one_that_is_put_back(paid: Parts) -> None:
    user_id = new_guest(paid)
    session_id = ready_session(paid, user_id)
    for prompt in (_OWN, "", _OTHER):
        edit_prompt(paid, user_id=user_id, session_id=session_id, prompt=prompt)
    put_back_prompt(paid, user_id=user_id, session_id=session_id)
    session = session_of(paid, user_id, session_id)
    assert (session.edited_prompt, session.set_aside_prompt) == (_OWN, _OTHER)


def test_a_prompt_is_set_aside_until_the_next_picture_is_asked_for(paid: Parts) -> None:
    user_id = new_guest(paid)
    session_id = ready_session(paid, user_id)
    for prompt in (_OWN, ""):
        edit_prompt(paid, user_id=user_id, session_id=session_id, prompt=prompt)
    job_id = request_generation(paid, user_id=user_id, session_id=session_id, idempotency_key="x").job_id
    cancel_generation(paid, user_id=user_id, job_id=job_id)
    assert session_of(paid, user_id, session_id).set_aside_prompt is None
    put_back_prompt(paid, user_id=user_id, session_id=session_id)
    assert session_of(paid, user_id, session_id).edited_prompt is None
