"""Incidents: which events are told, by whom, what they share, what links them, and what they make together."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from dateline.store.types import Words

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_EVENT = Words(96)
_PAGE = Words(71)
_INCIDENT = Words(24)
MARKS = (("events", "retold"), ("relations", "retold"), ("pages", "merged"))
INDEXED = (
    ("pages", "merged"),
    ("page_links", "other"),
    ("tellings", "handle"),
    ("tellings", "incident_id"),
    ("telling_keys", "key"),
    ("telling_links", "other"),
    *(("incidents", column) for column in ("type", "status", "first_day", "country")),
)


def upgrade() -> None:
    """Add the tables, and marks of what another page of a story tells and of the pages that are merged: none is yet."""
    for table, name in MARKS:
        op.add_column(table, sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
    ends = ("one", "other")
    pair: tuple[sa.Column[str], ...] = tuple(sa.Column(end, _PAGE, nullable=False) for end in ends)
    _table("page_links", *pair, sa.Column("kind", Words(8), nullable=False), key=("one", "other"), to="pages.id")
    _table(
        "tellings",
        sa.Column("event_id", _EVENT, nullable=False),
        sa.Column("handle", _INCIDENT, nullable=False),
        sa.Column("incident_id", _INCIDENT),
        sa.Column("voices", sa.JSON(), nullable=False),
        sa.Column("denials", sa.JSON(), nullable=False),
        key=("event_id",),
        to="events.id",
    )
    _table(
        "telling_keys",
        sa.Column("event_id", _EVENT, nullable=False),
        sa.Column("key", Words(), nullable=False),
        key=("event_id", "key"),
        to="tellings.event_id",
    )
    _table(
        "telling_links",
        sa.Column("one", _EVENT, nullable=False),
        sa.Column("other", _EVENT, nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        key=("one", "other"),
        to="tellings.event_id",
    )
    _incidents()
    op.create_table(
        "settings",
        sa.Column("name", Words(24), nullable=False),
        sa.Column("value", Words(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_settings")),
    )
    _link_pages()
    for table, column in INDEXED:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def downgrade() -> None:
    """Drop them: they are made anew from the events."""
    for table in ("settings", "incidents", "telling_links", "telling_keys", "tellings", "page_links"):
        op.drop_table(table)
    op.drop_index(op.f("ix_pages_merged"), table_name="pages")
    for table, name in reversed(MARKS):
        op.drop_column(table, name)


def _link_pages() -> None:
    """What is known of copies and versions, as links."""
    for kind in ("copy", "version"):
        op.execute(
            "INSERT INTO page_links (one, other, kind) "
            f"SELECT least.id, most.id, '{kind}' FROM pages AS least JOIN pages AS most ON least.id < most.id "
            f"AND (least.{kind}_of = most.id OR most.{kind}_of = least.id) "
            "WHERE NOT EXISTS (SELECT 1 FROM page_links WHERE one = least.id AND other = most.id)"
        )


def _incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", _INCIDENT, nullable=False),
        sa.Column("type", Words(24), nullable=False),
        sa.Column("status", Words(16), nullable=False),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
        sa.Column("country", Words(2)),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("tellings", sa.Integer(), nullable=False),
        sa.Column("voices", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
    )


def _table(name: str, *columns: "sa.Column[Any]", key: Sequence[str], to: str) -> None:
    """A table whose rows go with the rows of `to` that the columns of its key refer to."""
    parent = to.partition(".")[0]
    referring = [column for column in key if column != "key"]
    op.create_table(
        name,
        *columns,
        *(
            sa.ForeignKeyConstraint([c], [to], name=op.f(f"fk_{name}_{c}_{parent}"), ondelete="CASCADE")
            for c in referring
        ),
        sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")),
    )
