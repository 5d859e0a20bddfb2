"""Outlet, agency and byline of an HTML page, from its metadata, its story and the lines around that."""

from collections.abc import Sequence

from dateline.ingest.credit_line import agency_of, credits_of
from dateline.ingest.credits import byline_of, split_names
from dateline.ingest.html_marks import Found
from dateline.ingest.html_meta import Metadata
from dateline.ingest.origins import Chosen, Find, again, first
from dateline.ingest.plain import Story


def said(found: Found | None) -> Find[str]:
    return (found.value, found.where, found.sure) if found else (None, "", "doubtful")


def outlet_of(about: Metadata, story: Story, site: str | None) -> Chosen[str]:
    stated, behind = said(about.outlet), (site, "behind the title", "likely")
    beside = again("outlet", story.outlet, story.origins)
    return first("outlet", *((behind, beside, stated) if stated[2] == "doubtful" else (stated, behind, beside)))


def agency_by(about: Metadata, story: Story, around: Sequence[str]) -> Chosen[str]:
    signed = ((agency_of(found.value), found.where, found.sure) for found in about.byline)
    credited = (credits_of(line) for line in around)
    shown = next((one.agency for one in credited if one and one.agency), None)
    told = again("agency", story.agency, story.origins)
    return first("agency", told, *signed, (shown, "a line beside the story", "likely"))


def byline_by(about: Metadata, story: Story, around: Sequence[str]) -> Chosen[tuple[str, ...]]:
    names = tuple(name for found in about.byline for name in split_names(found.value))
    where, sure = (about.byline[0].where, about.byline[0].sure) if about.byline else ("", "doubtful")
    shown = next((signers for line in around if (signers := _signers(line))), ())
    told = again("byline", story.byline, story.origins)
    return first("byline", (names, where, sure), told, (shown, "a line beside the story", "likely"))


def _signers(text: str) -> tuple[str, ...]:
    found = credits_of(text)
    return found.byline if found else byline_of(text)
