"""Let a conversation keep the prompt that something else took the place of."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("coach_sessions", sa.Column("set_aside_prompt", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("coach_sessions", "set_aside_prompt")
