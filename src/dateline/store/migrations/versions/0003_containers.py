"""Containers: out of which file a page came, and what else that file held."""

import sqlalchemy as sa
from alembic import op

from dateline.store.types import Words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

COLUMNS = (("container", Words()), ("container_id", Words(71)))


def upgrade() -> None:
    """Add the columns, unknown for the pages that are here, and the table."""
    for name, kind in COLUMNS:
        op.add_column("pages", sa.Column(name, kind))
    op.create_index(op.f("ix_pages_container_id"), "pages", ["container_id"])
    op.create_table(
        "containers",
        sa.Column("id", Words(71), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_out", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_containers")),
    )


def downgrade() -> None:
    """Drop them: no page and no event hangs on them."""
    op.drop_table("containers")
    op.drop_index(op.f("ix_pages_container_id"), table_name="pages")
    for name, _ in reversed(COLUMNS):
        op.drop_column("pages", name)
