"""`python -m coach_app sign-in-link`: a way back in for somebody who lost the cookie."""

from uuid import UUID

from coach_app.database.users import KnownUser, known_users
from coach_app.domain.errors import ServiceUnavailable
from coach_app.parts import Parts
from coach_app.use_cases.sign_in import create_link


def sign_in_link(parts: Parts, *, user_id: str | None) -> str:
    """Return a one-time link for this user, or for the only one there is. Raises SystemExit with what helps."""
    try:
        with parts.database.transaction() as db:
            users = known_users(db)
        return create_link(parts, user_id=_choose(users, user_id))
    except ServiceUnavailable:
        raise SystemExit("The database cannot be reached: start Stream Coach first, then ask again.") from None


def _choose(users: tuple[KnownUser, ...], user_id: str | None) -> UUID:
    if not users:
        raise SystemExit("There is no user yet: open the page and try it.")
    if user_id is None and len(users) == 1:
        return users[0].id
    chosen = [user.id for user in users if str(user.id) == user_id]
    if chosen:
        return chosen[0]
    listed = "\n".join(map(_described, users))
    raise SystemExit(f"Choose a user, like --user {users[0].id}; the one seen last stands first:\n{listed}")


def _described(user: KnownUser) -> str:
    newest = f", the newest “{user.newest_picture}”" if user.newest_picture else ""
    return f"{user.id}  {user.name}, seen {user.last_seen:%Y-%m-%d %H:%M}, {user.picture_count} pictures{newest}"
