"""Let a job say who draws it and what that cost; count coaches' costs; let providers that fail rest."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_ACTIVE = sa.text("status IN ('queued', 'running')")
_ZERO = sa.text("0")
_NOW = sa.text("now()")


def upgrade() -> None:
    for column in (
        sa.Column("artist", sa.Text(), server_default="built-in", nullable=False),
        sa.Column("model", sa.Text(), server_default="", nullable=False),
        sa.Column("provider_request_id", sa.Text(), server_default="", nullable=False),
        sa.Column("tokens_read", sa.BigInteger(), server_default=_ZERO, nullable=False),
        sa.Column("tokens_written", sa.BigInteger(), server_default=_ZERO, nullable=False),
        sa.Column("tokens_painted", sa.BigInteger(), server_default=_ZERO, nullable=False),
        sa.Column("price_micro_dollars", sa.BigInteger(), server_default=_ZERO, nullable=False),
        sa.Column("cost_micro_dollars", sa.BigInteger(), server_default=_ZERO, nullable=False),
        sa.Column("server_faults", sa.Integer(), server_default=_ZERO, nullable=False),
        sa.Column("refusal", sa.Text(), nullable=True),
        sa.Column("said", sa.Text(), server_default="", nullable=False),
        sa.Column("batch_id", sa.Uuid(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("variation", sa.Integer(), server_default=_ZERO, nullable=False),
    ):
        op.add_column("generation_jobs", column)
    op.create_index(
        "idx_generation_jobs_paid",
        "generation_jobs",
        ["created_at"],
        postgresql_where=sa.text("artist <> 'built-in'"),
    )
    op.drop_index("one_active_generation_job_per_session", "generation_jobs")
    op.create_index(
        "one_active_generation_job_per_variation",
        "generation_jobs",
        ["coach_session_id", "variation"],
        unique=True,
        postgresql_where=_ACTIVE,
    )
    # The key of a click is that of all its jobs.
    op.drop_constraint("generation_jobs_idempotency_key", "generation_jobs")
    op.create_unique_constraint(
        "generation_jobs_idempotency_key", "generation_jobs", ["user_id", "idempotency_key", "variation"]
    )
    op.add_column("assets", sa.Column("model", sa.Text(), server_default="", nullable=False))
    op.add_column("assets", sa.Column("price_micro_dollars", sa.BigInteger(), server_default=_ZERO, nullable=False))
    op.add_column("assets", sa.Column("parent_asset_id", sa.Uuid(), nullable=True))
    op.create_foreign_key("assets_parent", "assets", "assets", ["parent_asset_id"], ["id"], ondelete="SET NULL")
    op.create_index("idx_assets_parent", "assets", ["parent_asset_id"])
    op.add_column("coach_sessions", sa.Column("edited_prompt", sa.Text(), nullable=True))
    op.add_column("coach_sessions", sa.Column("changing_asset_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        "coach_sessions_changing", "coach_sessions", "assets", ["changing_asset_id"], ["id"], ondelete="SET NULL"
    )
    op.create_index("idx_coach_sessions_changing", "coach_sessions", ["changing_asset_id"])
    op.create_table(
        "coach_costs",
        sa.Column("id", sa.Uuid(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("coach_session_id", sa.Uuid(), nullable=True),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("tokens_read", sa.BigInteger(), server_default=_ZERO, nullable=False),
        sa.Column("tokens_written", sa.BigInteger(), server_default=_ZERO, nullable=False),
        sa.Column("micro_dollars", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=_NOW, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["coach_session_id"], ["coach_sessions.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("idx_coach_costs_month", "coach_costs", ["created_at"])
    op.create_index("idx_coach_costs_session", "coach_costs", ["coach_session_id"])
    op.create_table(
        "guest_arrivals",
        sa.Column("id", sa.Uuid(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("address_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), server_default=_NOW, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("idx_guest_arrivals_address", "guest_arrivals", ["address_sha256", "arrived_at"])
    op.create_table(
        "provider_breakers",
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("outcomes", postgresql.JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False),
        sa.Column("openings", sa.Integer(), server_default=_ZERO, nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("open_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("probe_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("provider"),
    )


def downgrade() -> None:
    op.drop_table("provider_breakers")
    op.drop_table("guest_arrivals")
    op.drop_table("coach_costs")
    op.drop_column("coach_sessions", "changing_asset_id")
    op.drop_column("coach_sessions", "edited_prompt")
    for column in ("parent_asset_id", "price_micro_dollars", "model"):
        op.drop_column("assets", column)
    op.drop_index("one_active_generation_job_per_variation", "generation_jobs")
    op.drop_constraint("generation_jobs_idempotency_key", "generation_jobs")
    # The older schema knows one job a click, and one active job a session; the guard keeps ended jobs from changes.
    op.execute("ALTER TABLE generation_jobs DISABLE TRIGGER guard_generation_job")
    op.execute(
        "UPDATE generation_jobs SET idempotency_key = id::text, coach_session_id = CASE WHEN status IN ('queued', "
        "'running') THEN NULL ELSE coach_session_id END WHERE variation > 0"
    )
    op.execute("ALTER TABLE generation_jobs ENABLE TRIGGER guard_generation_job")
    op.create_unique_constraint("generation_jobs_idempotency_key", "generation_jobs", ["user_id", "idempotency_key"])
    op.create_index(
        "one_active_generation_job_per_session",
        "generation_jobs",
        ["coach_session_id"],
        unique=True,
        postgresql_where=_ACTIVE,
    )
    for column in (
        "variation",
        "batch_id",
        "said",
        "refusal",
        "server_faults",
        "cost_micro_dollars",
        "price_micro_dollars",
        "tokens_painted",
        "tokens_written",
        "tokens_read",
        "provider_request_id",
        "model",
        "artist",
    ):
        op.drop_column("generation_jobs", column)
