"""Index jobs by session: every click counts the session's jobs, and deleting a session looks for them."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_INDEX = "idx_generation_jobs_session"


def upgrade() -> None:
    op.create_index(_INDEX, "generation_jobs", ["coach_session_id"])


def downgrade() -> None:
    op.drop_index(_INDEX, "generation_jobs")
