"""Let a job's row say what was asked, called, staged and settled; ended jobs stay as they ended."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_GUARD = """
CREATE FUNCTION guard_generation_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status IN ('succeeded', 'failed', 'canceled')
       AND (to_jsonb(NEW) - '{coach_session_id,swept_at}'::text[])
           IS DISTINCT FROM (to_jsonb(OLD) - '{coach_session_id,swept_at}'::text[]) THEN
        RAISE EXCEPTION 'generation job % has ended as %', OLD.id, OLD.status USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.attempt < OLD.attempt THEN
        RAISE EXCEPTION 'the attempt of generation job % cannot go back', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$
"""
_TRIGGER = """
CREATE TRIGGER guard_generation_job BEFORE UPDATE ON generation_jobs
FOR EACH ROW EXECUTE FUNCTION guard_generation_job()
"""
# Locked before it is counted, so that two transactions of one user never count past each other.
_COUNT = """
CREATE FUNCTION count_user_queue() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    owner uuid := coalesce(NEW.user_id, OLD.user_id);
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO user_queues (user_id) VALUES (owner) ON CONFLICT DO NOTHING;
    END IF;
    PERFORM FROM user_queues WHERE user_id = owner FOR UPDATE;
    UPDATE user_queues SET (waiting, running, next_run_at) = (
        SELECT count(*) FILTER (WHERE status = 'queued'), count(*) FILTER (WHERE status = 'running'),
               min(generation_jobs.next_run_at) FILTER (WHERE status = 'queued')
        FROM generation_jobs WHERE user_id = owner AND status IN ('queued', 'running')
    ) WHERE user_id = owner;
    RETURN NULL;
END $$
"""
_COUNTS = (
    """CREATE TRIGGER count_new_job AFTER INSERT ON generation_jobs
    FOR EACH ROW WHEN (NEW.status IN ('queued', 'running')) EXECUTE FUNCTION count_user_queue()""",
    """CREATE TRIGGER count_changed_job AFTER UPDATE OF status, next_run_at ON generation_jobs
    FOR EACH ROW EXECUTE FUNCTION count_user_queue()""",
    """CREATE TRIGGER count_removed_job AFTER DELETE ON generation_jobs
    FOR EACH ROW WHEN (OLD.status IN ('queued', 'running')) EXECUTE FUNCTION count_user_queue()""",
)
_COUNT_ALL = """
INSERT INTO user_queues (user_id, waiting, running, next_run_at)
SELECT user_id, count(*) FILTER (WHERE status = 'queued'), count(*) FILTER (WHERE status = 'running'),
       min(next_run_at) FILTER (WHERE status = 'queued')
FROM generation_jobs WHERE status IN ('queued', 'running') GROUP BY user_id
"""


def upgrade() -> None:
    op.add_column("generation_jobs", sa.Column("request_hash", sa.Text(), server_default="", nullable=False))
    op.add_column(
        "generation_jobs",
        sa.Column(
            "deadline_at",
            sa.DateTime(timezone=True),
            server_default=sa.text("now() + interval '15 minutes'"),
            nullable=False,
        ),
    )
    op.add_column(
        "generation_jobs", sa.Column("upstream_calls", sa.Integer(), server_default=sa.text("0"), nullable=False)
    )
    op.add_column("generation_jobs", sa.Column("losses", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.add_column("generation_jobs", sa.Column("staged_key", sa.Text(), nullable=True))
    op.add_column("generation_jobs", sa.Column("staged_sha256", sa.Text(), nullable=True))
    op.add_column("generation_jobs", sa.Column("cancel_requested_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("generation_jobs", sa.Column("swept_at", sa.DateTime(timezone=True), nullable=True))
    # Earlier jobs have staged nothing.
    op.execute("UPDATE generation_jobs SET swept_at = finished_at")
    op.create_check_constraint(
        "generation_jobs_staged", "generation_jobs", "(staged_key IS NULL) = (staged_sha256 IS NULL)"
    )
    op.execute(_GUARD)
    op.execute(_TRIGGER)
    op.create_table(
        "generation_ledger",
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("micro_dollars", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("kind IN ('reserve', 'capture', 'release')", name="generation_ledger_kind"),
        sa.ForeignKeyConstraint(["job_id"], ["generation_jobs.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("job_id", "kind"),
    )
    op.create_index(
        "one_settlement_per_generation_job",
        "generation_ledger",
        ["job_id"],
        unique=True,
        postgresql_where=sa.text("kind IN ('capture', 'release')"),
    )
    op.create_table(
        "user_queues",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("waiting", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("running", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("next_run_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_served_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id"),
    )
    op.create_index(
        "idx_user_queues_turn",
        "user_queues",
        ["running", sa.text("last_served_at NULLS FIRST"), "next_run_at"],
        postgresql_where=sa.text("waiting > 0"),
    )
    op.create_index(
        "idx_generation_jobs_active",
        "generation_jobs",
        ["user_id", "created_at"],
        postgresql_where=sa.text("status IN ('queued', 'running')"),
    )
    op.create_index("idx_generation_jobs_day", "generation_jobs", ["user_id", "created_at"])
    op.create_index(
        "idx_generation_jobs_unswept",
        "generation_jobs",
        ["finished_at"],
        postgresql_where=sa.text("finished_at IS NOT NULL AND swept_at IS NULL"),
    )
    op.create_index(
        "idx_coach_sessions_idle", "coach_sessions", ["updated_at"], postgresql_where=sa.text("status = 'active'")
    )
    op.execute(_COUNT_ALL)
    op.execute(_COUNT)
    for statement in _COUNTS:
        op.execute(statement)


def downgrade() -> None:
    for trigger in ("count_new_job", "count_changed_job", "count_removed_job"):
        op.execute(f"DROP TRIGGER {trigger} ON generation_jobs")
    op.execute("DROP FUNCTION count_user_queue()")
    op.drop_index("idx_coach_sessions_idle", "coach_sessions")
    for index in ("idx_generation_jobs_unswept", "idx_generation_jobs_day", "idx_generation_jobs_active"):
        op.drop_index(index, "generation_jobs")
    op.drop_table("user_queues")
    op.drop_table("generation_ledger")
    op.execute("DROP TRIGGER guard_generation_job ON generation_jobs")
    op.execute("DROP FUNCTION guard_generation_job()")
    op.drop_constraint("generation_jobs_staged", "generation_jobs")
    for column in (
        "swept_at",
        "cancel_requested_at",
        "staged_sha256",
        "staged_key",
        "losses",
        "upstream_calls",
        "deadline_at",
        "request_hash",
    ):
        op.drop_column("generation_jobs", column)
