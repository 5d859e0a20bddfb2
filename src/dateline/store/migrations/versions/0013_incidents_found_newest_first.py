"""An index by which incidents are listed, the newest first, and filtered without a look at their whole rows."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

NAME = "ix_incidents_newest"
ON = {
    "sqlite": "(first_day DESC, id, type, status, last_day, lat, lon, disputed, countries, folded_places, "
    "folded_actors, folded_sources, folded_deniers)",
    "postgresql": "(first_day DESC NULLS LAST, id) INCLUDE (type, status, last_day, lat, lon, disputed)",
}
"""PostgreSQL's indexes hold no long texts."""


def upgrade() -> None:
    """Make it."""
    op.execute(f"CREATE INDEX {NAME} ON incidents {ON[op.get_bind().dialect.name]}")


def downgrade() -> None:
    """Drop it."""
    op.drop_index(NAME, "incidents")
