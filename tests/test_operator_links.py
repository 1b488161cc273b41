import re
import subprocess
import sys
from uuid import UUID

import pytest

from coach_app.operator_links import sign_in_link
from coach_app.parts import Parts
from coach_app.settings import Settings
from coach_app.use_cases import sign_in
from tests.working_parts import new_guest


def _whose(parts: Parts, link: str) -> UUID:
    found = re.fullmatch(r"http://localhost:3000/sign-in#([\w-]{43})", link)
    assert found
    user = sign_in.recognise(parts, token=sign_in.use_link(parts, link_token=found[1]))
    assert user is not None
    return user.id


def test_the_only_user_gets_the_link(parts: Parts) -> None:
    user_id = new_guest(parts)
    assert _whose(parts, sign_in_link(parts, user_id=None)) == user_id


def test_one_of_several_users_is_chosen_by_id(parts: Parts) -> None:
    first, second = new_guest(parts), new_guest(parts)
    with pytest.raises(SystemExit, match=rf"--user {second}; .*\n{second}  Guest, seen .*, 0 pictures\n{first}  Guest"):
        sign_in_link(parts, user_id=None)
    assert _whose(parts, sign_in_link(parts, user_id=str(first))) == first


def test_without_users_there_is_no_link(parts: Parts) -> None:
    with pytest.raises(SystemExit, match="no user yet"):
        sign_in_link(parts, user_id=None)


def test_the_command_prints_the_link_and_nothing_else(
    parts: Parts, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    user_id = new_guest(parts)
    monkeypatch.setenv("COACH_DATABASE_URL", settings.effective_database_url)
    command = [sys.executable, "-m", "coach_app", "sign-in-link"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True)
    assert _whose(parts, printed.stdout.strip()) == user_id


def test_a_product_that_is_not_running_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_DATABASE_URL", "postgresql://coach@127.0.0.1:1/coach")
    command = [sys.executable, "-m", "coach_app", "sign-in-link"]
    printed = subprocess.run(command, capture_output=True, text=True, check=False)
    assert printed.returncode == 1
    assert printed.stderr == "The database cannot be reached: start Stream Coach first, then ask again.\n"
