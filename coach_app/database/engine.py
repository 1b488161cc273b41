"""The connection pool, and the one way to open a transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import create_engine, text
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlmodel import Session

from coach_app.domain.errors import ServiceUnavailable


class Database:
    """PostgreSQL through a pool of at most `pool_size` connections; nothing connects before the first transaction."""

    def __init__(self, url: str, *, pool_size: int = 10) -> None:
        self._engine = create_engine(
            url,
            pool_size=pool_size,
            max_overflow=0,
            pool_timeout=5,
            pool_pre_ping=True,
            # What people and models write would stand in the log below every error.
            hide_parameters=True,
            connect_args={"connect_timeout": 5, "options": "-c statement_timeout=30000 -c lock_timeout=10000"},
        )

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Open a transaction: commit at the end of the block, roll back on an error.

        Raises: ServiceUnavailable where PostgreSQL cannot be reached or breaks the connection.
        """
        try:
            with Session(self._engine, expire_on_commit=False) as db, db.begin():
                yield db
        except (OperationalError, InterfaceError, PoolTimeout) as exc:
            raise ServiceUnavailable("PostgreSQL cannot be reached") from exc

    def check(self) -> None:
        """Ask for one row. Raises: ServiceUnavailable."""
        with self.transaction() as db:
            db.connection().execute(text("SELECT 1"))

    def close(self) -> None:
        """Give all connections back."""
        self._engine.dispose()
