"""Give brand kits their colours, fonts, tone and logos; let a picture say what it was made with."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# Kits could not be made before; one that somebody has written by hand becomes a whole one.
_ANY_COLOUR = """'{"main": "#9146ff"}'::jsonb"""
_FIRST_IS_DEFAULT = """
UPDATE brand_kits SET is_default = true
WHERE id IN (SELECT DISTINCT ON (user_id) id FROM brand_kits ORDER BY user_id, created_at, id)
"""


def upgrade() -> None:
    op.add_column(
        "brand_kits", sa.Column("colours", postgresql.JSONB(), server_default=sa.text(_ANY_COLOUR), nullable=False)
    )
    op.alter_column("brand_kits", "colours", server_default=None)
    op.add_column("brand_kits", sa.Column("title_font", sa.Text(), nullable=True))
    op.add_column("brand_kits", sa.Column("text_font", sa.Text(), nullable=True))
    op.add_column(
        "brand_kits", sa.Column("tone", postgresql.JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False)
    )
    op.add_column("brand_kits", sa.Column("strength", sa.Text(), server_default="balanced", nullable=False))
    op.add_column("brand_kits", sa.Column("is_default", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.execute(_FIRST_IS_DEFAULT)
    op.create_index(
        "one_default_brand_kit_per_user",
        "brand_kits",
        ["user_id"],
        unique=True,
        postgresql_where=sa.text("is_default"),
    )
    op.create_table(
        "logo_files",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), server_default="writing", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("stage IN ('writing', 'kept', 'leaving')", name="logo_files_stage"),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "brand_logos",
        sa.Column("kit_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("width_px", sa.Integer(), nullable=False),
        sa.Column("height_px", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("palette", postgresql.JSONB(), server_default=sa.text("'[]'::jsonb"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('primary', 'secondary', 'icon', 'monochrome', 'watermark')", name="brand_logos_kind"
        ),
        sa.ForeignKeyConstraint(["key"], ["logo_files.key"]),
        sa.ForeignKeyConstraint(["kit_id"], ["brand_kits.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit_id", "kind"),
        sa.UniqueConstraint("key", name="brand_logos_key"),
    )
    op.add_column("assets", sa.Column("brand", postgresql.JSONB(), nullable=True))
    op.create_index("idx_coach_sessions_brand_kit", "coach_sessions", ["brand_kit_id"])


def downgrade() -> None:
    op.drop_index("idx_coach_sessions_brand_kit", "coach_sessions")
    op.drop_column("assets", "brand")
    op.drop_table("brand_logos")
    op.drop_table("logo_files")
    op.drop_index("one_default_brand_kit_per_user", "brand_kits")
    for column in ("is_default", "strength", "tone", "text_font", "title_font", "colours"):
        op.drop_column("brand_kits", column)
