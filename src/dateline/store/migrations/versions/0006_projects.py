"""Projects: whose knowledge a page was coded with, and what that was."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; the pages that are here were coded with no project."""
    op.create_table(
        "projects",
        sa.Column("codebook", sa.String(length=24), nullable=False),
        sa.Column("digest", sa.String(length=71), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("codebook", name=op.f("pk_projects")),
    )


def downgrade() -> None:
    """Drop it: the pages keep the version of the codebook that coded them."""
    op.drop_table("projects")
