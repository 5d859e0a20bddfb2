"""Copies and versions: what a page is among the others, and the runs of words by which its like are found."""

import sqlalchemy as sa
from alembic import op

from dateline.store.shingles import sample, shingles
from dateline.store.types import Words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

COLUMNS = (
    ("url", Words()),
    ("came", Words(24)),
    *((c, Words(71)) for c in ("story", "copy_of", "version_of")),
)
INDEXED = ("story", "version_of")


def upgrade() -> None:
    """Add the columns and the table, and the runs of the pages that are here, so that copies of them are noticed.

    Columns are added one by one and bear no foreign keys: rebuilding `pages` would, on SQLite, delete what hangs on it.
    """
    for name, kind in COLUMNS:
        op.add_column("pages", sa.Column(name, kind))
    for name in INDEXED:
        op.create_index(op.f(f"ix_pages_{name}"), "pages", [name])
    table = op.create_table(
        "page_shingles",
        sa.Column("page_id", Words(71), nullable=False),
        sa.Column("shingle", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["page_id"], ["pages.id"], name=op.f("fk_page_shingles_page_id_pages"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("page_id", "shingle", name=op.f("pk_page_shingles")),
    )
    op.create_index(op.f("ix_page_shingles_shingle"), "page_shingles", ["shingle"])
    _fill(table)


def downgrade() -> None:
    """Drop them. Copies keep their status: their events were never stored twice."""
    op.drop_table("page_shingles")
    for name in INDEXED:
        op.drop_index(op.f(f"ix_pages_{name}"), table_name="pages")
    for name, _ in reversed(COLUMNS):
        op.drop_column("pages", name)


def _fill(table: sa.Table) -> None:
    connection = op.get_bind()
    pages = sa.table("pages", sa.column("id", sa.String), sa.column("status", sa.String))
    reports = sa.table("reports", sa.column("page_id", sa.String), sa.column("record", sa.JSON))
    for page_id in connection.execute(sa.select(pages.c.id).where(pages.c.status == "coded")).scalars().all():
        record = connection.execute(sa.select(reports.c.record).where(reports.c.page_id == page_id)).scalar_one()
        rows = [{"page_id": page_id, "shingle": one} for one in sample(shingles(record["text"]))]
        if rows:
            connection.execute(sa.insert(table), rows)
