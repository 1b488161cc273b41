"""Runs migrations against the database of the settings, or against the URL that the caller has set."""

from alembic import context
from sqlalchemy import create_engine
from sqlmodel import SQLModel

from coach_app.database import tables  # noqa: F401  (fills SQLModel.metadata)
from coach_app.settings import load_settings

url = context.config.get_main_option("sqlalchemy.url") or load_settings().effective_database_url

with create_engine(url).connect() as connection:
    context.configure(connection=connection, target_metadata=SQLModel.metadata, transaction_per_migration=True)
    with context.begin_transaction():
        context.run_migrations()
