"""Reports found by their words, and events by where they lie, each in the engine's own kind of index."""

import sqlalchemy as sa
from alembic import op

from dateline.store.points import has_postgis, prepare
from dateline.store.search import words_of
from dateline.store.types import Words

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# `event_places` has no number of its own for the R*Tree, so the tree keeps its key beside each point. The full-text
# index keeps no words of its own. Both follow their tables by themselves, also where rows go with their page.
SQLITE = (
    "CREATE VIRTUAL TABLE event_points USING rtree(id, min_lon, max_lon, min_lat, max_lat, +event_id, +number)",
    """CREATE TRIGGER event_points_added AFTER INSERT ON event_places WHEN new.lat IS NOT NULL AND new.lon IS NOT NULL
    BEGIN
        INSERT INTO event_points (min_lon, max_lon, min_lat, max_lat, event_id, number)
        VALUES (new.lon, new.lon, new.lat, new.lat, new.event_id, new.number);
    END""",
    """CREATE TRIGGER event_points_gone AFTER DELETE ON event_places WHEN old.lat IS NOT NULL AND old.lon IS NOT NULL
    BEGIN
        DELETE FROM event_points
        WHERE min_lon <= old.lon AND max_lon >= old.lon AND min_lat <= old.lat AND max_lat >= old.lat
            AND event_id = old.event_id AND number = old.number;
    END""",
    """INSERT INTO event_points (min_lon, max_lon, min_lat, max_lat, event_id, number)
    SELECT lon, lon, lat, lat, event_id, number FROM event_places WHERE lat IS NOT NULL AND lon IS NOT NULL""",
    """CREATE VIRTUAL TABLE report_index USING fts5(
        words, content = 'report_words', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER report_index_added AFTER INSERT ON report_words BEGIN
        INSERT INTO report_index (rowid, words) VALUES (new.number, new.words);
    END""",
    """CREATE TRIGGER report_index_gone AFTER DELETE ON report_words BEGIN
        INSERT INTO report_index (report_index, rowid, words) VALUES ('delete', old.number, old.words);
    END""",
)
SQLITE_UNDONE = (
    *(f"DROP TRIGGER {table}_{when}" for table in ("report_index", "event_points") for when in ("added", "gone")),
    "DROP TABLE report_index",
    "DROP TABLE event_points",
)
POSTGRESQL = ("CREATE INDEX ix_report_words_words ON report_words USING gin (to_tsvector('simple', words))",)
POSTGRESQL_UNDONE = ("ALTER TABLE event_places DROP COLUMN IF EXISTS point",)


def upgrade() -> None:
    """Add the words of reports, those of the pages that are here among them, and the indexes."""
    table = op.create_table(
        "report_words",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("page_id", Words(71), nullable=False),
        sa.Column("words", Words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["page_id"], ["pages.id"], name=op.f("fk_report_words_page_id_pages"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_report_words")),
    )
    op.create_index(op.f("ix_report_words_page_id"), "report_words", ["page_id"], unique=True)
    op.drop_index(op.f("ix_page_shingles_shingle"), table_name="page_shingles")
    op.create_index(op.f("ix_page_shingles_shingle_page_id"), "page_shingles", ["shingle", "page_id"])
    connection = op.get_bind()
    postgresql = connection.dialect.name == "postgresql"
    for statement in POSTGRESQL if postgresql else SQLITE:
        connection.exec_driver_sql(statement)
    if postgresql and has_postgis(connection):
        prepare(connection)
    _fill(table)


def downgrade() -> None:
    """Drop them: they are made from the reports and the places."""
    connection = op.get_bind()
    for statement in POSTGRESQL_UNDONE if connection.dialect.name == "postgresql" else SQLITE_UNDONE:
        connection.exec_driver_sql(statement)
    op.drop_index(op.f("ix_page_shingles_shingle_page_id"), table_name="page_shingles")
    op.create_index(op.f("ix_page_shingles_shingle"), "page_shingles", ["shingle"])
    op.drop_table("report_words")


def _fill(table: sa.Table) -> None:
    connection = op.get_bind()
    reports = sa.table(
        "reports", sa.column("page_id", Words()), sa.column("title", Words()), sa.column("record", sa.JSON)
    )
    for page_id, title in connection.execute(sa.select(reports.c.page_id, reports.c.title)).all():
        record = connection.execute(sa.select(reports.c.record).where(reports.c.page_id == page_id)).scalar_one()
        row = {"page_id": page_id, "words": words_of(title, record["text"])}
        connection.execute(sa.insert(table), row)
