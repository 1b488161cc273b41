"""Signing in: guests by one click, and one-time links for a lost cookie."""

from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID

from sqlmodel import Session

from coach_app.database import guest_arrivals, users
from coach_app.database.users import UserRecord
from coach_app.domain.errors import GuestsNotAllowed, NotFound, TooManyGuests
from coach_app.parts import Parts

TOKEN_BYTES = 32


def start_guest(parts: Parts, *, address: str | None = None) -> str:
    """Make a guest account and return its cookie's token; without an address the guest sits at this machine.

    Raises: GuestsNotAllowed, TooManyGuests.
    """
    settings = parts.settings
    if not settings.allow_guests:
        raise GuestsNotAllowed
    with parts.database.transaction() as db:
        if address is not None and not guest_arrivals.arrive(
            db, address_sha256=_hashed(address), most=settings.guests_per_address
        ):
            raise TooManyGuests
        return _add_cookie(db, users.add_guest(db))


def recognise(parts: Parts, *, token: str) -> UserRecord | None:
    """Return whose cookie this is."""
    with parts.database.transaction() as db:
        return users.find_user(db, token_sha256=_hashed(token))


def renew(parts: Parts, *, token: str) -> bool:
    """Start the cookie's lifetime anew, as each visit does; False where it is unknown."""
    with parts.database.transaction() as db:
        return users.renew_cookie(db, token_sha256=_hashed(token))


def create_link(parts: Parts, *, user_id: UUID) -> str:
    """Return a link that signs this user in once, within 30 minutes."""
    token = token_urlsafe(TOKEN_BYTES)
    with parts.database.transaction() as db:
        users.add_sign_in(db, user_id=user_id, token_sha256=_hashed(token), is_link=True)
    # Behind the #, the token reaches neither a log nor a Referer header.
    return f"{parts.settings.public_url}/sign-in#{token}"


def use_link(parts: Parts, *, link_token: str) -> str:
    """Exchange a one-time link's token for a cookie's token. Raises NotFound where it is unknown, used or too old."""
    with parts.database.transaction() as db:
        user_id = users.use_link(db, token_sha256=_hashed(link_token))
        if user_id is None:
            raise NotFound("link")
        return _add_cookie(db, user_id)


def sign_out(parts: Parts, *, token: str) -> None:
    """Forget the cookie."""
    with parts.database.transaction() as db:
        users.remove_sign_in(db, token_sha256=_hashed(token))


def _add_cookie(db: Session, user_id: UUID) -> str:
    token = token_urlsafe(TOKEN_BYTES)
    users.add_sign_in(db, user_id=user_id, token_sha256=_hashed(token))
    return token


def _hashed(token: str) -> bytes:
    """A token of 256 random bits needs no salt and no slow hash."""
    return sha256(token.encode("utf-8", "replace")).digest()
