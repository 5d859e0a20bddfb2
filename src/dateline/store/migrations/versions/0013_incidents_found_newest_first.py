"""Indexes by which incidents are listed, the newest first, and counted, without a look at their whole rows."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

NEWEST, COUNTED = "ix_incidents_newest", "ix_incidents_counted"
ON = {
    "sqlite": "(first_day DESC, id, type, status, last_day, lat, lon, disputed, countries, folded_places, "
    "folded_actors, folded_sources, folded_deniers)",
    "postgresql": "(first_day DESC NULLS LAST, id) INCLUDE (type, status, last_day, lat, lon, disputed)",
}
"""PostgreSQL's indexes hold no long texts."""


def upgrade() -> None:
    """Make them."""
    op.execute(f"CREATE INDEX {NEWEST} ON incidents {ON[op.get_bind().dialect.name]}")
    op.create_index(COUNTED, "incidents", ["type", "status", "last_day", "first_day", "lat", "lon", "disputed"])


def downgrade() -> None:
    """Drop them."""
    op.drop_index(COUNTED, "incidents")
    op.drop_index(NEWEST, "incidents")
