"""Pages found by their web address and by what became of them, without reading all pages."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INDEXED = ("status", "url")


def upgrade() -> None:
    """Add the indexes."""
    for column in INDEXED:
        op.create_index(op.f(f"ix_pages_{column}"), "pages", [column])


def downgrade() -> None:
    """Drop them."""
    for column in reversed(INDEXED):
        op.drop_index(op.f(f"ix_pages_{column}"), table_name="pages")
