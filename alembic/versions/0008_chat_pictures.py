"""Let a conversation have pictures to go by; their files live as those of logos do."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _rename_files(old: str, new: str) -> None:
    op.rename_table(old, new)
    for constraint in ("pkey", "stage"):
        op.execute(f"ALTER TABLE {new} RENAME CONSTRAINT {old}_{constraint} TO {new}_{constraint}")


def upgrade() -> None:
    _rename_files("logo_files", "uploaded_files")
    op.create_table(
        "chat_pictures",
        sa.Column("id", sa.Uuid(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("coach_session_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("width_px", sa.Integer(), nullable=False),
        sa.Column("height_px", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["coach_session_id"], ["coach_sessions.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["key"], ["uploaded_files.key"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key", name="chat_pictures_key"),
        sa.UniqueConstraint("coach_session_id", "position", name="chat_pictures_position"),
    )
    op.create_index("idx_chat_pictures_user_id", "chat_pictures", ["user_id"])


def downgrade() -> None:
    op.drop_table("chat_pictures")
    _rename_files("uploaded_files", "logo_files")
