"""Audits: random samples of events, kept as they were when they were drawn. Verdicts stand in the log."""

import sqlalchemy as sa
from alembic import op

from dateline.store.types import Words

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, empty."""
    op.create_table(
        "audits",
        sa.Column("id", Words(12), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audits")),
        sa.UniqueConstraint("name", name=op.f("uq_audits_name")),
    )
    audit = sa.ForeignKey("audits.id", name=op.f("fk_audit_items_audit_id_audits"), ondelete="CASCADE")
    op.create_table(
        "audit_items",
        sa.Column("audit_id", Words(12), audit, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event_id", Words(96), nullable=False),
        sa.Column("type", Words(24), nullable=False),
        sa.Column("stratum", Words(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("audit_id", "number", name=op.f("pk_audit_items")),
    )
    op.create_index(op.f("ix_audit_items_event_id"), "audit_items", ["event_id"])


def downgrade() -> None:
    """Drop them. The verdicts stay in the log, without what they are about: make a backup first."""
    op.drop_table("audit_items")
    op.drop_table("audits")
