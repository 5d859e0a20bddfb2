"""The log of judgements, which is only added to; and of each page what is needed to read its bytes again."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from dateline.store.types import Words

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

COLUMNS = (("known", sa.JSON(none_as_null=True)), ("text", sa.LargeBinary()))

# REPLACE deletes rows without asking the trigger that refuses to delete, so what is inserted is looked at too.
_SQLITE: Final = (
    "CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END",
    "CREATE TRIGGER log_is_not_deleted BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END",
    "CREATE TRIGGER log_is_in_order BEFORE INSERT ON log "
    "WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM log) "
    "BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END",
)
_POSTGRESQL: Final = (
    "CREATE FUNCTION log_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the log is only added to'; END $$",
    "CREATE TRIGGER log_is_not_changed BEFORE UPDATE OR DELETE ON log "
    "FOR EACH ROW EXECUTE FUNCTION log_is_only_added_to()",
    "CREATE TRIGGER log_is_not_emptied BEFORE TRUNCATE ON log "
    "FOR EACH STATEMENT EXECUTE FUNCTION log_is_only_added_to()",
)


def upgrade() -> None:
    """Add the table with its triggers, and the columns, unknown for the pages that are here."""
    for name, kind in COLUMNS:
        op.add_column("pages", sa.Column(name, kind))
    op.create_table(
        "log",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Words(32), nullable=False),
        sa.Column("by", Words(), nullable=False),
        sa.Column("kind", Words(24), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.Column("previous", Words(64), nullable=False),
        sa.Column("hash", Words(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_log")),
        sa.UniqueConstraint("previous", name=op.f("uq_log_previous")),
    )
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Drop them, and with the log all judgements: make a backup first."""
    op.drop_table("log")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION log_is_only_added_to()")
    for name, _ in reversed(COLUMNS):
        op.drop_column("pages", name)
