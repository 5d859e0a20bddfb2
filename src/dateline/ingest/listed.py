"""Pages that a container names without holding them."""

from dataclasses import dataclass

from dateline.model.text import Container, Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page of which a feed, sitemap or archive gives the address only: `reason` says so in one line.

    `known` is what the container says of the page.
    """

    name: str
    url: str
    reason: str
    known: Known | None = None
    container: Container | None = None
