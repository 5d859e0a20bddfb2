"""Pages, reports and events, kept in one schema on SQLite or PostgreSQL."""
