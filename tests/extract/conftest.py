"""Readings of sentences written for a test."""

from collections.abc import Callable

import pytest

from dateline.model.text import Reading, Report
from dateline.read.parser import Parser

Read = Callable[[str], Reading]


@pytest.fixture
def read(parser: Parser) -> Read:
    """The reading of a text given as it is."""
    return lambda text: parser.read(Report(page="p", id="sha256:0", text=text, status="coded"))
