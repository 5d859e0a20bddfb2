"""The first tables: pages, reports, events with their places, actors and sources, and relations."""

import sqlalchemy as sa
from alembic import op

from dateline.store.types import Words

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = ("relations", "event_sources", "event_actors", "event_places", "events", "reports", "pages")


def upgrade() -> None:
    """Make the tables, parents before children."""
    _pages()
    _reports()
    _events()
    _event_places()
    _event_actors()
    _event_sources()
    _relations()


def downgrade() -> None:
    """Drop them, children before parents."""
    for table in TABLES:
        op.drop_table(table)


def _pages() -> None:
    op.create_table(
        "pages",
        sa.Column("id", Words(71), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", Words(24), nullable=False),
        sa.Column("reason", Words()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pages")),
    )


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("page_id", Words(71), nullable=False),
        sa.Column("title", Words()),
        sa.Column("outlet", Words()),
        sa.Column("agency", Words()),
        sa.Column("dateline", Words()),
        sa.Column("language", Words(16)),
        sa.Column("published", Words(40)),
        sa.Column("codebook", Words(24), nullable=False),
        sa.Column("version", Words(24), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_reports_page_id_pages"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("page_id", name=op.f("pk_reports")),
    )


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", Words(96), nullable=False),
        sa.Column("page_id", Words(71), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("type", Words(24), nullable=False),
        sa.Column("modality", Words(16), nullable=False),
        sa.Column("asserted", sa.Boolean(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
        sa.Column("country", Words(2)),
        sa.Column("voice", Words()),
        sa.Column("folded", Words(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_events_page_id_pages"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_first_day"), "events", ["first_day"])
    op.create_index(op.f("ix_events_page_id"), "events", ["page_id"])
    op.create_index(op.f("ix_events_type"), "events", ["type"])


def _event_places() -> None:
    op.create_table(
        "event_places",
        sa.Column("event_id", Words(96), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("folded", Words(), nullable=False),
        sa.Column("role", Words(8), nullable=False),
        sa.Column("precision", Words(16), nullable=False),
        sa.Column("country", Words(2)),
        sa.Column("admin1", Words()),
        sa.Column("admin2", Words()),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("geonameid", sa.Integer()),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_event_places_event_id_events"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", "number", name=op.f("pk_event_places")),
    )
    op.create_index(op.f("ix_event_places_country"), "event_places", ["country"])


def _event_actors() -> None:
    op.create_table(
        "event_actors",
        sa.Column("event_id", Words(96), nullable=False),
        sa.Column("side", Words(8), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("folded", Words(), nullable=False),
        sa.Column("actor_id", Words()),
        sa.Column("kind", Words(24)),
        sa.Column("country", Words(2)),
        sa.Column("basis", Words(16), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_event_actors_event_id_events"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", "side", "number", name=op.f("pk_event_actors")),
    )
    op.create_index(op.f("ix_event_actors_actor_id"), "event_actors", ["actor_id"])


def _event_sources() -> None:
    op.create_table(
        "event_sources",
        sa.Column("event_id", Words(96), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("folded", Words(), nullable=False),
        sa.Column("stance", Words(8), nullable=False),
        sa.Column("kind", Words(32), nullable=False),
        sa.Column("speaks_for", Words()),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_event_sources_event_id_events"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", "number", name=op.f("pk_event_sources")),
    )


def _relations() -> None:
    op.create_table(
        "relations",
        sa.Column("id", Words(96), nullable=False),
        sa.Column("page_id", Words(71), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("relation", Words(16), nullable=False),
        sa.Column("subject", Words(), nullable=False),
        sa.Column("object", Words(), nullable=False),
        sa.Column("to_place", sa.Boolean(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_relations_page_id_pages"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relations")),
    )
    op.create_index(op.f("ix_relations_page_id"), "relations", ["page_id"])
    op.create_index(op.f("ix_relations_relation"), "relations", ["relation"])
