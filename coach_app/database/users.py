"""Queries on users and their ways to sign in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, func, text
from sqlmodel import Session, col, select

from coach_app.database.tables import SignIn, User

COOKIE_DAYS = 400
LINK_MINUTES = 30


@dataclass(frozen=True, slots=True)
class UserRecord:
    id: UUID
    name: str
    is_guest: bool


@dataclass(frozen=True, slots=True)
class KnownUser:
    """What an operator has to know to tell one guest from another."""

    id: UUID
    name: str
    last_seen: datetime
    picture_count: int
    newest_picture: str


def add_guest(db: Session) -> UUID:
    """Insert a guest and return its id."""
    user = User()
    db.add(user)
    db.flush()
    return user.id


def add_sign_in(db: Session, *, user_id: UUID, token_sha256: bytes, is_link: bool = False) -> None:
    """Insert a cookie of 400 days, or a one-time link of 30 minutes."""
    lifetime = timedelta(minutes=LINK_MINUTES) if is_link else timedelta(days=COOKIE_DAYS)
    db.connection().execute(
        text(
            "INSERT INTO sign_ins (token_sha256, user_id, kind, expires_at) "
            "VALUES (:token, :user_id, :kind, now() + :lifetime)"
        ),
        {"token": token_sha256, "user_id": user_id, "kind": "link" if is_link else "cookie", "lifetime": lifetime},
    )


def find_user(db: Session, *, token_sha256: bytes) -> UserRecord | None:
    """Return whose cookie this is, if it is still good."""
    query = (
        select(User)
        .join(SignIn, col(SignIn.user_id) == col(User.id))
        .where(SignIn.token_sha256 == token_sha256, SignIn.kind == "cookie", col(SignIn.expires_at) > func.now())
    )
    user = db.exec(query).one_or_none()
    return UserRecord(user.id, user.name, user.is_guest) if user else None


def may_spend(db: Session, *, user_id: UUID, may_guests: bool) -> bool:
    """Tell whether this user may have what costs money."""
    return may_guests or db.exec(select(User.is_guest).where(User.id == user_id)).one_or_none() is False


def renew_cookie(db: Session, *, token_sha256: bytes) -> bool:
    """Start the cookie's 400 days anew; False where there is no such cookie."""
    result = db.connection().execute(
        text(
            "UPDATE sign_ins SET expires_at = now() + :lifetime "
            "WHERE token_sha256 = :token AND kind = 'cookie' AND expires_at > now()"
        ),
        {"token": token_sha256, "lifetime": timedelta(days=COOKIE_DAYS)},
    )
    return result.rowcount == 1


def use_link(db: Session, *, token_sha256: bytes) -> UUID | None:
    """Take the one-time link away and return whose it was; None where it is unknown, used or too old."""
    found = db.connection().execute(
        text(
            "DELETE FROM sign_ins WHERE token_sha256 = :token AND kind = 'link' AND expires_at > now() "
            "RETURNING user_id"
        ),
        {"token": token_sha256},
    )
    user_id: UUID | None = found.scalar_one_or_none()
    return user_id


def remove_sign_in(db: Session, *, token_sha256: bytes) -> None:
    """Forget a cookie."""
    db.connection().execute(delete(SignIn).where(col(SignIn.token_sha256) == token_sha256))


def known_users(db: Session) -> tuple[KnownUser, ...]:
    """Return every user, the one seen last first."""
    rows = db.connection().execute(
        text(
            "SELECT users.id, users.name, coalesce(max(coach_sessions.updated_at), users.created_at) AS last_seen, "
            "(SELECT count(*) FROM assets WHERE assets.user_id = users.id) AS pictures, "
            "coalesce((SELECT title FROM assets WHERE assets.user_id = users.id ORDER BY created_at DESC LIMIT 1), '') "
            "AS newest_picture FROM users LEFT JOIN coach_sessions ON coach_sessions.user_id = users.id "
            "GROUP BY users.id ORDER BY last_seen DESC"
        )
    )
    return tuple(KnownUser(row.id, row.name, row.last_seen, row.pictures, row.newest_picture) for row in rows)
