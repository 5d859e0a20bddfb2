"""Users with their passwords' hashes, and the sessions and tokens by which they are known."""

import sqlalchemy as sa
from alembic import op

from dateline.store.types import Words

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, empty: the database serves one person until the first user is added."""
    op.create_table(
        "users",
        sa.Column("id", Words(64), nullable=False),
        sa.Column("name", Words(64), nullable=False),
        sa.Column("role", Words(8), nullable=False),
        sa.Column("password", Words(128), nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
    )
    op.create_table(
        "sessions",
        sa.Column("id", Words(64), nullable=False),
        _user("sessions"),
        sa.Column("began", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
    )
    op.create_table(
        "tokens",
        sa.Column("id", Words(8), nullable=False),
        _user("tokens"),
        sa.Column("hash", Words(64), nullable=False),
        sa.Column("role", Words(8), nullable=False),
        sa.Column("note", Words(), nullable=False),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tokens")),
        sa.UniqueConstraint("hash", name=op.f("uq_tokens_hash")),
    )
    for table, column in (("sessions", "user_id"), ("sessions", "ends"), ("tokens", "user_id")):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def downgrade() -> None:
    """Drop them, and with them all users: nobody has to sign in any more."""
    for table in ("tokens", "sessions", "users"):
        op.drop_table(table)


def _user(table: str) -> "sa.Column[str]":
    key = sa.ForeignKey("users.id", name=op.f(f"fk_{table}_user_id_users"), ondelete="CASCADE")
    return sa.Column("user_id", Words(64), key, nullable=False)
