"""Fixtures for tests of fetching."""

from fetch_made import nothing_else_is_contacted as nothing_else_is_contacted
from fetch_made import serve as serve
