"""The tables: one schema for SQLite and PostgreSQL.

Whole records are kept as JSON, as they were made; the columns beside them are what they are looked up by. A column
called `folded` holds the names by which a row is found, as `store.names` makes them. The migrations are the schema's
history; a test keeps both the same.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    false,
)

HEAD = "0005"
"""The newest migration: what a database that this program can use is stamped with."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    }
)


def _of(parent: str) -> Column[str]:
    """The first part of the key of a row that goes when its parent goes."""
    return Column(f"{parent}_id", ForeignKey(f"{parent}s.id", ondelete="CASCADE"), primary_key=True)


def _number() -> Column[int]:
    """The second part: the place in reading order, from 0."""
    return Column("number", Integer, primary_key=True, autoincrement=False)


pages = Table(
    "pages",
    metadata,
    Column("id", String(71), primary_key=True),
    Column("name", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
    Column("added", DateTime(timezone=True), nullable=False),
    Column("status", String(24), nullable=False, index=True),
    Column("reason", Text),
    Column("url", Text, index=True),
    Column("came", String(24)),
    Column("container", Text),
    Column("container_id", String(71), index=True),
    Column("story", String(71), index=True),
    Column("copy_of", String(71)),
    Column("version_of", String(71), index=True),
    Column("merged", Boolean, nullable=False, server_default=false(), index=True),
)

page_links = Table(
    "page_links",
    metadata,
    Column("one", ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True),
    Column("other", ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("kind", String(8), nullable=False),
)

containers = Table(
    "containers",
    metadata,
    Column("id", String(71), primary_key=True),
    Column("name", Text, nullable=False),
    Column("added", DateTime(timezone=True), nullable=False),
    Column("left_out", JSON, nullable=False),
)

page_shingles = Table(
    "page_shingles",
    metadata,
    _of("page"),
    Column("shingle", BigInteger, primary_key=True, autoincrement=False, index=True),
)

reports = Table(
    "reports",
    metadata,
    _of("page"),
    Column("title", Text),
    Column("outlet", Text),
    Column("agency", Text),
    Column("dateline", Text),
    Column("language", String(16)),
    Column("published", String(40)),
    Column("codebook", String(24), nullable=False),
    Column("version", String(24), nullable=False),
    Column("record", JSON, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", String(96), primary_key=True),
    Column("page_id", ForeignKey("pages.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("type", String(24), nullable=False, index=True),
    Column("modality", String(16), nullable=False),
    Column("asserted", Boolean, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("first_day", Date, index=True),
    Column("last_day", Date),
    Column("country", String(2)),
    Column("voice", Text),
    Column("folded", Text, nullable=False),
    Column("retold", Boolean, nullable=False, server_default=false()),
    Column("record", JSON, nullable=False),
)

event_places = Table(
    "event_places",
    metadata,
    _of("event"),
    _number(),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("role", String(8), nullable=False),
    Column("precision", String(16), nullable=False),
    Column("country", String(2), index=True),
    Column("admin1", Text),
    Column("admin2", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("geonameid", Integer),
)

event_actors = Table(
    "event_actors",
    metadata,
    _of("event"),
    Column("side", String(8), primary_key=True),
    _number(),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("actor_id", Text, index=True),
    Column("kind", String(24)),
    Column("country", String(2)),
    Column("basis", String(16), nullable=False),
)

event_sources = Table(
    "event_sources",
    metadata,
    _of("event"),
    _number(),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("stance", String(8), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("speaks_for", Text),
)

relations = Table(
    "relations",
    metadata,
    Column("id", String(96), primary_key=True),
    Column("page_id", ForeignKey("pages.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("relation", String(16), nullable=False, index=True),
    Column("subject", Text, nullable=False),
    Column("object", Text, nullable=False),
    Column("to_place", Boolean, nullable=False),
    Column("retold", Boolean, nullable=False, server_default=false()),
    Column("record", JSON, nullable=False),
)

tellings = Table(
    "tellings",
    metadata,
    _of("event"),
    Column("handle", String(24), nullable=False, index=True),
    Column("incident_id", String(24), index=True),
    Column("voices", JSON, nullable=False),
    Column("denials", JSON, nullable=False),
)

telling_keys = Table(
    "telling_keys",
    metadata,
    Column("event_id", ForeignKey("tellings.event_id", ondelete="CASCADE"), primary_key=True),
    Column("key", Text, primary_key=True, index=True),
)

telling_links = Table(
    "telling_links",
    metadata,
    Column("one", ForeignKey("tellings.event_id", ondelete="CASCADE"), primary_key=True),
    Column("other", ForeignKey("tellings.event_id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("points", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("type", String(24), nullable=False, index=True),
    Column("status", String(16), nullable=False, index=True),
    Column("first_day", Date, index=True),
    Column("last_day", Date),
    Column("country", String(2), index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("tellings", Integer, nullable=False),
    Column("voices", Integer, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("name", String(24), primary_key=True),
    Column("value", Text, nullable=False),
)
