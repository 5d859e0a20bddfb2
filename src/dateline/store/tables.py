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
    Table,
    false,
)

from dateline.store.types import Words

HEAD = "0013"
"""The newest migration: what a database that this program can use is stamped with."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
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
    Column("id", Words(71), primary_key=True),
    Column("name", Words, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("size", BigInteger().with_variant(Integer(), "sqlite"), nullable=False),
    Column("added", DateTime(timezone=True), nullable=False),
    Column("status", Words(24), nullable=False, index=True),
    Column("reason", Words),
    Column("url", Words, index=True),
    Column("came", Words(24)),
    Column("container", Words),
    Column("container_id", Words(71), index=True),
    Column("story", Words(71), index=True),
    Column("copy_of", Words(71)),
    Column("version_of", Words(71), index=True),
    Column("merged", Boolean, nullable=False, server_default=false(), index=True),
    Column("known", JSON(none_as_null=True)),
    Column("text", LargeBinary),
)

page_links = Table(
    "page_links",
    metadata,
    Column("one", ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True),
    Column("other", ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("kind", Words(8), nullable=False),
)

containers = Table(
    "containers",
    metadata,
    Column("id", Words(71), primary_key=True),
    Column("name", Words, nullable=False),
    Column("added", DateTime(timezone=True), nullable=False),
    Column("left_out", JSON, nullable=False),
)

projects = Table(
    "projects",
    metadata,
    Column("codebook", Words(24), primary_key=True),
    Column("digest", Words(71), nullable=False),
    Column("name", Words, nullable=False),
    Column("added", DateTime(timezone=True), nullable=False),
    Column("files", JSON, nullable=False),
)

page_samples = Table(
    "page_samples",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("page_id", ForeignKey("pages.id", ondelete="CASCADE"), nullable=False, index=True, unique=True),
    Column("size", Integer, nullable=False),
)

page_shingles = Table(
    "page_shingles",
    metadata,
    Column("shingle", BigInteger, primary_key=True, autoincrement=False),  # first: formulas are shared by many pages
    Column("sample", ForeignKey("page_samples.number", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,  # short rows at random places: one tree of them is read and written, not three
)

reports = Table(
    "reports",
    metadata,
    _of("page"),
    Column("title", Words),
    Column("outlet", Words),
    Column("agency", Words),
    Column("dateline", Words),
    Column("language", Words(16)),
    Column("published", Words(40)),
    Column("codebook", Words(24), nullable=False),
    Column("version", Words(24), nullable=False),
    Column("record", JSON, nullable=False),
)

report_words = Table(
    "report_words",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("page_id", ForeignKey("pages.id", ondelete="CASCADE"), nullable=False, index=True, unique=True),
    Column("words", Words(), nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", Words(96), primary_key=True),
    Column("page_id", ForeignKey("pages.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("type", Words(24), nullable=False, index=True),
    Column("modality", Words(16), nullable=False),
    Column("asserted", Boolean, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("first_day", Date, index=True),
    Column("last_day", Date),
    Column("country", Words(2)),
    Column("voice", Words),
    Column("folded", Words, nullable=False),
    Column("retold", Boolean, nullable=False, server_default=false()),
    Column("record", JSON, nullable=False),
)

event_places = Table(
    "event_places",
    metadata,
    _of("event"),
    _number(),
    Column("name", Words, nullable=False),
    Column("folded", Words, nullable=False),
    Column("role", Words(8), nullable=False),
    Column("precision", Words(16), nullable=False),
    Column("country", Words(2), index=True),
    Column("admin1", Words),
    Column("admin2", Words),
    Column("lat", Float),
    Column("lon", Float),
    Column("geonameid", Integer),
)

event_actors = Table(
    "event_actors",
    metadata,
    _of("event"),
    Column("side", Words(8), primary_key=True),
    _number(),
    Column("name", Words, nullable=False),
    Column("folded", Words, nullable=False),
    Column("actor_id", Words, index=True),
    Column("kind", Words(24)),
    Column("country", Words(2)),
    Column("basis", Words(16), nullable=False),
)

event_sources = Table(
    "event_sources",
    metadata,
    _of("event"),
    _number(),
    Column("name", Words, nullable=False),
    Column("folded", Words, nullable=False),
    Column("stance", Words(8), nullable=False),
    Column("kind", Words(32), nullable=False),
    Column("speaks_for", Words),
)

relations = Table(
    "relations",
    metadata,
    Column("id", Words(96), primary_key=True),
    Column("page_id", ForeignKey("pages.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("relation", Words(16), nullable=False, index=True),
    Column("subject", Words, nullable=False),
    Column("object", Words, nullable=False),
    Column("to_place", Boolean, nullable=False),
    Column("retold", Boolean, nullable=False, server_default=false()),
    Column("record", JSON, nullable=False),
)

tellings = Table(
    "tellings",
    metadata,
    _of("event"),
    Column("handle", Words(24), nullable=False, index=True),
    Column("incident_id", Words(24), index=True),
    Column("voices", JSON, nullable=False),
    Column("denials", JSON, nullable=False),
)

telling_keys = Table(
    "telling_keys",
    metadata,
    Column("event_id", ForeignKey("tellings.event_id", ondelete="CASCADE"), primary_key=True),
    Column("key", Words, primary_key=True, index=True),
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
    Column("id", Words(24), primary_key=True),
    Column("type", Words(24), nullable=False, index=True),
    Column("status", Words(16), nullable=False, index=True),
    Column("first_day", Date, index=True),
    Column("last_day", Date),
    Column("country", Words(2), index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("tellings", Integer, nullable=False),
    Column("voices", Integer, nullable=False),
    Column("place", Words),
    Column("admin1", Words),
    Column("precision", Words(16)),
    Column("radius_km", Float),
    Column("agents", Words, nullable=False, server_default=""),
    Column("targets", Words, nullable=False, server_default=""),
    Column("killed_low", Integer),
    Column("killed_high", Integer),
    Column("disputed", Boolean, nullable=False, server_default=false()),
    Column("countries", Words, nullable=False, server_default=""),
    Column("folded_places", Words, nullable=False, server_default=""),
    Column("folded_actors", Words, nullable=False, server_default=""),
    Column("folded_sources", Words, nullable=False, server_default=""),
    Column("folded_deniers", Words, nullable=False, server_default=""),
    Column("brief", JSON, nullable=False, server_default="{}"),
)

settings = Table(
    "settings",
    metadata,
    Column("name", Words(24), primary_key=True),
    Column("value", Words, nullable=False),
)

log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Words(32), nullable=False),
    Column("by", Words, nullable=False),
    Column("kind", Words(24), nullable=False),
    Column("about", JSON, nullable=False),
    Column("record", JSON, nullable=False),
    Column("previous", Words(64), nullable=False, unique=True),
    Column("hash", Words(64), nullable=False),
)

users = Table(
    "users",
    metadata,
    Column("id", Words(64), primary_key=True),
    Column("name", Words(64), nullable=False),
    Column("role", Words(8), nullable=False),
    Column("password", Words(128), nullable=False),
    Column("added", DateTime(timezone=True), nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Words(64), primary_key=True),
    Column("user_id", ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("began", DateTime(timezone=True), nullable=False),
    Column("ends", DateTime(timezone=True), nullable=False, index=True),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", Words(8), primary_key=True),
    Column("user_id", ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("hash", Words(64), nullable=False, unique=True),
    Column("role", Words(8), nullable=False),
    Column("note", Words, nullable=False),
    Column("added", DateTime(timezone=True), nullable=False),
    Column("ends", DateTime(timezone=True)),
)

audits = Table(
    "audits",
    metadata,
    Column("id", Words(12), primary_key=True),
    Column("name", Words, nullable=False, unique=True),
    Column("drawn_at", DateTime(timezone=True), nullable=False),
    Column("record", JSON, nullable=False),
)

audit_items = Table(
    "audit_items",
    metadata,
    _of("audit"),
    _number(),
    Column("event_id", Words(96), nullable=False, index=True),
    Column("type", Words(24), nullable=False),
    Column("stratum", Words, nullable=False),
    Column("record", JSON, nullable=False),
    Column("report", JSON, nullable=False),
)
