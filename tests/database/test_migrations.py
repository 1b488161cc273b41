"""The migrations against a real PostgreSQL: they go up and down, and give what the models say."""

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect, text
from sqlmodel import SQLModel

from coach_app.database import tables

assert tables.CoachSession.__tablename__ == "coach_sessions"


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = create_engine(database_url)
    yield engine
    engine.dispose()


def test_models_and_migrations_agree(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_downgrade_leaves_nothing_and_upgrade_brings_it_back(engine: Engine, database_url: str) -> None:
    config = Config("alembic.ini")
    config.set_main_option("sqlalchemy.url", database_url.replace("%", "%%"))
    before = set(inspect(engine).get_table_names())
    command.downgrade(config, "base")
    assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    command.upgrade(config, "head")
    assert set(inspect(engine).get_table_names()) == before


def test_coach_sessions_is_as_designed(engine: Engine) -> None:
    query = text(
        "SELECT column_name, data_type, is_nullable, coalesce(column_default, '') FROM information_schema.columns "
        "WHERE table_name = 'coach_sessions' ORDER BY ordinal_position"
    )
    with engine.connect() as connection:
        columns = [tuple(row) for row in connection.execute(query)]
    designed = [
        ("id", "uuid", "NO", "gen_random_uuid()"),
        ("user_id", "uuid", "NO", ""),
        ("brand_kit_id", "uuid", "YES", ""),
        ("asset_type", "text", "NO", ""),
        ("mood", "text", "YES", ""),
        ("game_context", "text", "YES", ""),
        ("status", "text", "YES", "'active'::text"),
        ("turns_used", "integer", "YES", "0"),
        ("current_prompt", "text", "YES", ""),
        ("messages", "jsonb", "YES", "'[]'::jsonb"),
        ("generated_asset_ids", "ARRAY", "YES", "'{}'::uuid[]"),
        ("created_at", "timestamp with time zone", "YES", "now()"),
        ("updated_at", "timestamp with time zone", "YES", "now()"),
        ("ended_at", "timestamp with time zone", "YES", ""),
    ]
    assert columns[: len(designed)] == designed


@pytest.mark.parametrize(
    ("table", "column", "target", "on_delete"),
    [
        ("coach_sessions", "user_id", "users", "CASCADE"),
        ("coach_sessions", "brand_kit_id", "brand_kits", "SET NULL"),
        ("assets", "coach_session_id", "coach_sessions", "SET NULL"),
        ("brand_logos", "kit_id", "brand_kits", "CASCADE"),
    ],
)
def test_references_are_as_designed(engine: Engine, table: str, column: str, target: str, on_delete: str) -> None:
    keys = {key["constrained_columns"][0]: key for key in inspect(engine).get_foreign_keys(table)}
    assert keys[column]["referred_table"] == target
    assert keys[column]["options"] == {"ondelete": on_delete}


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("coach_sessions", "idx_coach_sessions_user_id"),
        ("coach_sessions", "idx_coach_sessions_status"),
        ("assets", "idx_assets_coach_session"),
    ],
)
def test_indexes_are_as_designed(engine: Engine, table: str, name: str) -> None:
    assert name in {index["name"] for index in inspect(engine).get_indexes(table)}


def test_another_status_is_refused_by_the_table(engine: Engine) -> None:
    with engine.connect() as connection:
        user = connection.execute(text("INSERT INTO users DEFAULT VALUES RETURNING id")).scalar_one()
        insert = text("INSERT INTO coach_sessions (user_id, asset_type, status) VALUES (:user, 'x', 'paused')")
        with pytest.raises(Exception, match="coach_sessions_status"):
            connection.execute(insert, {"user": user})


def test_a_kit_from_before_becomes_a_whole_one_and_its_users_first_the_default(
    engine: Engine, database_url: str
) -> None:
    config = Config("alembic.ini")
    config.set_main_option("sqlalchemy.url", database_url.replace("%", "%%"))
    command.downgrade(config, "0004")
    with engine.begin() as connection:
        user = connection.execute(text("INSERT INTO users DEFAULT VALUES RETURNING id")).scalar_one()
        insert = text("INSERT INTO brand_kits (user_id, name, created_at) VALUES (:user, :name, :at)")
        for name, at in (("later", "2026-02-01"), ("first", "2026-01-01")):
            connection.execute(insert, {"user": user, "name": name, "at": at})
    command.upgrade(config, "head")
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT name, is_default, colours, strength FROM brand_kits ORDER BY name"))
        kits = [tuple(row) for row in rows]
    colours = {"main": "#9146ff"}
    assert kits == [("first", True, colours, "balanced"), ("later", False, colours, "balanced")]


def test_a_batch_goes_down_to_one_job_a_click(engine: Engine, database_url: str) -> None:
    config = Config("alembic.ini")
    config.set_main_option("sqlalchemy.url", database_url.replace("%", "%%"))
    insert = text(
        "INSERT INTO generation_jobs (user_id, coach_session_id, idempotency_key, asset_type, request, batch_id, "
        "variation, status, finished_at) SELECT user_id, id, :key, asset_type, '{}', gen_random_uuid(), variation, "
        "cast(:status AS text), CASE WHEN :status = 'failed' THEN now() END "
        "FROM coach_sessions, generate_series(0, 3) AS variation"
    )
    with engine.begin() as connection:
        user = connection.execute(text("INSERT INTO users DEFAULT VALUES RETURNING id")).scalar_one()
        connection.execute(text("INSERT INTO coach_sessions (user_id, asset_type) VALUES (:id, 'x')"), {"id": user})
        for status in ("queued", "failed"):
            connection.execute(insert, {"key": status, "status": status})
    command.downgrade(config, "0006")
    command.upgrade(config, "head")
    with engine.connect() as connection:
        rows = connection.execute(
            text("SELECT status, count(*), count(DISTINCT idempotency_key) FROM generation_jobs GROUP BY 1 ORDER BY 1")
        )
        assert [tuple(row) for row in rows] == [("failed", 4, 4), ("queued", 4, 4)]
