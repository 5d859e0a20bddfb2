"""Some pages with what is coded from them, for tests of what is listed, asked for and shown."""

from datetime import date
from pathlib import Path

from dateline.casebook import Casebook
from dateline.model.event import Coded
from dateline.model.text import Page
from merge.made import FRIDAY, TUESDAY, a_count, a_denier, a_report, a_source, a_town, an_agent, an_event, on

MONITOR = a_source("a monitor")
NURMA = a_town("Nurma", lat=10.0, lon=-179.5, country="TD", admin1="Ennedi", radius_km=5.0, geonameid=7)
NOWHERE = a_town("Kessu", lat=None, lon=None, country=None, admin1=None, precision="area")  # type: ignore[arg-type]


def a_page(name: str, *events: object, text: str = "", **known: object) -> tuple[Page, Coded]:
    """A page of an outlet of its own with these events."""
    page = Page(name=name, data=f"{name} {text}".encode())
    return page, Coded(report=a_report(name, id=page.id, text=text, **known), events=tuple(events))  # type: ignore[arg-type]


def some_pages() -> list[tuple[Page, Coded]]:
    """A shelling told twice and denied once, an air strike elsewhere, a protest at no known place, a plain denial."""
    army, old = an_agent("the army", "sd-army"), on(date(2023, 1, 1), date(2023, 1, 31), precision="month")
    return [
        a_page("alpha", an_event("e1", MONITOR, counts=(a_count(12, 12),), agents=(army,)), text="A market was hit."),
        a_page("beta", an_event("e2", a_source("residents"), counts=(a_count(14, None),)), text="Shells fell."),
        a_page("gamma", an_event("e3", a_denier("the army"), agents=(army,))),
        a_page("delta", an_event("e4", MONITOR, type="air_strike", places=(NURMA,), date=old), published="2024-05-08"),
        a_page("epsilon", an_event("e5", MONITOR, type="protest", places=(NOWHERE,), date=None)),
        a_page("zeta", an_event("e6", a_denier("a minister"), type="capture", date=on(FRIDAY), places=(NURMA,))),
        a_page("eta", an_event("e7", MONITOR, date=on(TUESDAY), type="arrest", places=(), targets=())),
    ]


def filled(where: str | Path) -> None:
    """Adds the pages to the database at `where`."""
    with Casebook.open(where) as book:
        for page, coded in some_pages():
            book.add(page, coded)
