"""How the pages of one story stand to one another, whatever the order in which they came.

Links between pages are kept as they are found. Pages that hang together by links are a family. In it the versions of
one page form a line, and the lines that copy one another are one wire story. Its original is the line that was
published first; of those of one day, an agency's own; of these, the longest. What another line adds is kept, what it
tells again is not told twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dateline.knowledge.folding import fold
from dateline.model.event import Coded
from dateline.model.text import Report
from dateline.store.copies import StoryPage, age, follows, is_copy, is_told, is_version, stamp
from dateline.store.shingles import runs, words

LinkKind = Literal["version", "copy", "same"]
_NEVER: Final = "9999"
_RUN: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """Two pages, by their ids in order, that tell one story: as versions, as copies, or in the very same words."""

    one: str
    other: str
    kind: LinkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where a page stands among the others, by page ids.

    `story` is the id of the original of its wire story, where several pages tell it; `copy_of` the same for those that
    are not its original; `version_of` the version before it; `reason` says what it is a copy of.
    """

    copy_of: str | None = None
    version_of: str | None = None
    story: str | None = None
    reason: str | None = None


def links_of(new: StoryPage, others: Iterable[StoryPage]) -> list[PageLink]:
    """Those between a page and those that share words with it."""
    found = ((sorted((new.id, other.id)), _kind(new, other)) for other in others)
    return [PageLink(one=pair[0], other=pair[1], kind=kind) for pair, kind in found if kind]


def _kind(one: StoryPage, other: StoryPage) -> LinkKind | None:
    if is_version(one, other):
        return "version"
    if not is_copy(one, other):
        return None
    return "same" if one.shingles == other.shingles else "copy"


def arranged(family: Sequence[StoryPage], links: Iterable[PageLink]) -> dict[str, Placing]:
    """The placing of each page of a family, by id."""
    pages = {page.id: page for page in sorted(family, key=_rank)}
    by_kind: dict[LinkKind, list[tuple[str, str]]] = defaultdict(list)
    for link in links:
        by_kind[link.kind].append((link.one, link.other))
    before = _versions(pages, by_kind["version"], by_kind["same"])
    lines = _groups(pages, before.items())
    stories = _groups(pages, [*before.items(), *by_kind["copy"], *by_kind["same"]])
    several = {stories[one] for one in pages if stories[one] != lines[one]}
    return {
        one: Placing(
            version_of=before.get(one),
            story=stories[one] if stories[one] in several else None,
            copy_of=stories[one] if stories[one] != lines[one] else None,
            reason=_reason(page.report, pages[stories[one]].report) if stories[one] != lines[one] else None,
        )
        for one, page in pages.items()
    }


def _rank(page: StoryPage) -> tuple[str, bool, int, str, str]:
    """The least is the original of its story."""
    report, day = page.report, (stamp(page.report) or _NEVER)[:10]
    own = bool(report.agency and report.outlet) and fold(report.agency or "") == fold(report.outlet or "")
    return (day, not own, -len(report.text), stamp(report) or _NEVER, page.id)


def _versions(
    pages: Mapping[str, StoryPage], linked: Iterable[tuple[str, str]], same: Iterable[tuple[str, str]]
) -> dict[str, str]:
    """The version before each page that has one.

    Pages of the very same words that both have one newer version stand before it one behind the other.
    """
    earlier: dict[str, set[str]] = defaultdict(set)
    for pair in linked:
        later, sooner = _in_order(pages, pair)
        earlier[later].add(sooner)
    for pair in same:
        if any(set(pair) <= sooner for sooner in earlier.values()):
            later, sooner = _in_order(pages, pair)
            earlier[later].add(sooner)
    return {one: max(sooner, key=lambda each: age(pages[each])) for one, sooner in earlier.items()}


def _in_order(pages: Mapping[str, StoryPage], pair: tuple[str, str]) -> tuple[str, str]:
    one, other = pair
    return pair if follows(pages[one], pages[other]) else (other, one)


def _groups(ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The first of each group of ids that hang together, in the order of `ids`, for each id."""
    group = {one: [one] for one in ids}
    for one, other in pairs:
        first, second = group[one], group[other]
        if first is not second:
            first += second
            group |= dict.fromkeys(second, first)
    order = {one: number for number, one in enumerate(group)}
    return {one: min(together, key=order.__getitem__) for one, together in group.items()}


def _reason(report: Report, original: Report) -> str:
    agency = report.agency or original.agency
    return f"the same story as {original.page}" + (f" ({agency})" if agency else "")


# ---- what is told again -------------------------------------------------------------------------
def retold(pages: Sequence[StoryPage], placings: Mapping[str, Placing], coded: Mapping[str, Coded]) -> frozenset[str]:
    """The ids of those events and relations of copies that a page before them in their story tells already.

    What only a version tells that a newer one has replaced is not told already.
    """
    replaced = {placing.version_of for placing in placings.values()}
    told: dict[str, set[str]] = defaultdict(set)
    found: set[str] = set()
    for line in _lines(pages, placings):
        story = placings[line[0].id].story
        if story is None:
            continue
        for page in line:
            if placings[page.id].copy_of and page.id in coded:
                found.update(_told_again(coded[page.id], frozenset(told[story])))
        for page in line:
            if page.id not in replaced:
                told[story].update(runs(words(page.report.text), _RUN))
    return frozenset(found)


def _lines(pages: Sequence[StoryPage], placings: Mapping[str, Placing]) -> Iterator[list[StoryPage]]:
    """The pages by lines of versions, the original's first."""
    by_id = {page.id: page for page in sorted(pages, key=_rank)}
    first = _groups(by_id, [(one, p.version_of) for one, p in placings.items() if p.version_of])
    lines: dict[str, list[StoryPage]] = defaultdict(list)
    for page in by_id.values():
        lines[first[page.id]].append(page)
    yield from lines.values()


def _told_again(coded: Coded, told: frozenset[str]) -> Iterator[str]:
    sentences = [(one.id, one.claim.sentence) for one in coded.events]
    sentences += [(one.id, one.claim.sentence) for one in coded.relations]
    return (one for one, sentence in sentences if is_told(sentence.text, told))
