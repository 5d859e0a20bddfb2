"""What a request may ask for: the database that the server was started on, and its settings."""

from typing import Annotated

from fastapi import Depends, Request

from dateline.casebook import Casebook
from dateline.serve.kept import Kept
from dateline.serve.settings import Settings


def _book(request: Request) -> Casebook:
    book: Casebook = request.app.state.book
    return book


def _known(request: Request) -> Kept:
    known: Kept = request.app.state.known
    return known


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


Book = Annotated[Casebook, Depends(_book)]
Known = Annotated[Kept, Depends(_known)]
Started = Annotated[Settings, Depends(_settings)]
