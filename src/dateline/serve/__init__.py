"""The face for browsers and programs: an HTTP API on a database of pages, and the web that is built on it."""
