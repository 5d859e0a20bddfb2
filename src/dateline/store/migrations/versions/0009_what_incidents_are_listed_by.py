"""Incidents with what they are filtered and listed by."""

import sqlalchemy as sa
from alembic import op

from dateline.store.types import Words

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

NAMES = ("agents", "targets", "countries", "folded_places", "folded_actors", "folded_sources", "folded_deniers")


def upgrade() -> None:
    """Add the columns. What stands in them is made of the incidents, so that all pages are merged anew."""
    for column in _columns():
        op.add_column("incidents", column)
    op.execute("DELETE FROM settings WHERE name = 'merge'")


def downgrade() -> None:
    """Drop them: they are made anew from the incidents."""
    for column in reversed(_columns()):
        op.drop_column("incidents", column.name)


def _columns() -> list["sa.Column[object]"]:
    return [
        sa.Column("place", Words()),
        sa.Column("admin1", Words()),
        sa.Column("precision", Words(16)),
        sa.Column("radius_km", sa.Float()),
        sa.Column("killed_low", sa.Integer()),
        sa.Column("killed_high", sa.Integer()),
        sa.Column("disputed", sa.Boolean(), nullable=False, server_default=sa.false()),
        *(sa.Column(name, Words(), nullable=False, server_default="") for name in NAMES),
        sa.Column("brief", sa.JSON(), nullable=False, server_default="{}"),
    ]
