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
INDEXED = (
    ("page_links", "other"),
    ("tellings", "handle"),
    ("tellings", "incident_id"),
    ("telling_keys", "key"),
    ("telling_links", "other"),
    *(("incidents", column) for column in ("type", "status", "first_day", "country")),
)


def upgrade() -> None:
    """Add the tables and the mark of events that another page of their story tells; what is here is merged on use."""
    op.add_column("events", sa.Column("retold", sa.Boolean(), nullable=False, server_default=sa.false()))
    pair: tuple[sa.Column[str], ...] = (
        sa.Column("one", _PAGE, nullable=False),
        sa.Column("other", _PAGE, nullable=False),
    )
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
    for table, column in INDEXED:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def downgrade() -> None:
    """Drop them: they are made anew from the events."""
    for table in ("settings", "incidents", "telling_links", "telling_keys", "tellings", "page_links"):
        op.drop_table(table)
    op.drop_column("events", "retold")


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
