"""The sampled runs of words of pages stand under a small number of the page, not its long id: databases stay fast."""

import sqlalchemy as sa
from alembic import op

from dateline.store.types import Words

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Number the pages that have runs, and carry these over."""
    op.create_table(
        "page_samples",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("page_id", Words(71), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["page_id"], ["pages.id"], name=op.f("fk_page_samples_page_id_pages"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_page_samples")),
    )
    op.create_index(op.f("ix_page_samples_page_id"), "page_samples", ["page_id"], unique=True)
    op.execute(
        "INSERT INTO page_samples (page_id, size)"
        " SELECT page_id, count(*) FROM page_shingles GROUP BY page_id ORDER BY page_id"
    )
    op.execute(
        "CREATE TEMPORARY TABLE kept_shingles AS"
        " SELECT shingle, number FROM page_shingles JOIN page_samples ON page_samples.page_id = page_shingles.page_id"
    )
    op.drop_table("page_shingles")
    sample = sa.ForeignKey("page_samples.number", name=op.f("fk_page_shingles_sample_page_samples"), ondelete="CASCADE")
    op.create_table(
        "page_shingles",
        sa.Column("shingle", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sample", sa.Integer(), sample, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("shingle", "sample", name=op.f("pk_page_shingles")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO page_shingles (shingle, sample) SELECT shingle, number FROM kept_shingles ORDER BY shingle, number"
    )
    op.create_index(op.f("ix_page_shingles_sample"), "page_shingles", ["sample"])
    op.execute("DROP TABLE kept_shingles")


def downgrade() -> None:
    """Put the runs under the ids of their pages again."""
    op.execute(
        "CREATE TEMPORARY TABLE kept_shingles AS"
        " SELECT page_id, shingle FROM page_shingles JOIN page_samples ON number = sample"
    )
    op.drop_table("page_shingles")
    op.drop_table("page_samples")
    page = sa.ForeignKey("pages.id", name=op.f("fk_page_shingles_page_id_pages"), ondelete="CASCADE")
    op.create_table(
        "page_shingles",
        sa.Column("page_id", Words(71), page, nullable=False),
        sa.Column("shingle", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("page_id", "shingle", name=op.f("pk_page_shingles")),
    )
    op.execute("INSERT INTO page_shingles (page_id, shingle) SELECT page_id, shingle FROM kept_shingles")
    op.create_index(op.f("ix_page_shingles_shingle_page_id"), "page_shingles", ["shingle", "page_id"])
    op.execute("DROP TABLE kept_shingles")
