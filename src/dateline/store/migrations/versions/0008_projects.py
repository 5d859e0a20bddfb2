"""Projects: whose knowledge a page was coded with, and what that was."""

import sqlalchemy as sa
from alembic import op

from dateline.store.types import Words

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; the pages that are here were coded with no project."""
    op.create_table(
        "projects",
        sa.Column("codebook", Words(24), nullable=False),
        sa.Column("digest", Words(71), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("codebook", name=op.f("pk_projects")),
    )


def downgrade() -> None:
    """Drop it: the pages keep the version of the codebook that coded them."""
    op.drop_table("projects")
