"""What a request may ask for: the database that the server was started on, and its settings."""

from typing import Annotated

from fastapi import Depends, Request

from dateline.casebook import Casebook
from dateline.serve.settings import Settings


def _book(request: Request) -> Casebook:
    book: Casebook = request.app.state.book
    return book


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


Book = Annotated[Casebook, Depends(_book)]
Started = Annotated[Settings, Depends(_settings)]
