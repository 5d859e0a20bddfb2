"""Whether two pages tell one story: copies of a wire story on two sites, or versions of a page's own story.

A copy is a story whose text is another's, in whole or as an excerpt; it says nothing again. A version is what the same
outlet, or the same address, says later in mostly the same words; where nothing tells whose pages they are, the headline
and an update's stamp or other figures do. `SAME_STORY` was measured on pairs of reports judged
by reading (decision 0009); what speaks against a copy raises the bar, as the table `DOUBTS` says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from dateline.knowledge.folding import fold
from dateline.knowledge.numbers import read_number
from dateline.model.text import Page, Report
from dateline.store.leads import count_differently, have_one_headline, speak_of_others
from dateline.store.shingles import Shingles, containment, runs, shingles, words

SAME_STORY: Final = 0.53
"""Containment of a copy. Copies had .59 and more, one story told anew by one agency .46 and less."""
NEARLY_ALL: Final = 0.8
ALL: Final = 0.95
"""All but a few words: what may differ where leads name others is the spelling of a name."""
SAME_ADDRESS: Final = 0.3
"""The share of an old version that a new one at the same address holds, where a story may be rewritten at length."""
WEEKS: Final = timedelta(days=14)
TOLD: Final = 0.6
"""The share of a sentence's runs of three words that stand in the story where the sentence is told again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """A page and what it is compared by. `url` as `address` makes it; `added` None for one that is added now."""

    id: str
    report: Report
    shingles: Shingles = frozenset()
    url: str | None = None
    added: datetime | None = None


Test = Callable[[StoryPage, StoryPage], bool]


def story_page(page: Page, report: Report) -> StoryPage:
    """A page that has just been coded; one that was not has nothing to compare."""
    text = report.text if report.status == "coded" else ""
    return StoryPage(id=report.id, report=report, shingles=shingles(text), url=address(page))


def address(page: Page) -> str | None:
    """Where on the web the page stood, without scheme, "www.", fragment and last slash; None where nothing tells."""
    url = (page.known and page.known.url) or page.name.rpartition("!")[2]
    scheme, mark, rest = url.partition("://")
    if not mark or scheme.lower() not in ("http", "https"):
        return None
    host, slash, path = rest.partition("#")[0].rstrip("/").partition("/")
    return host.lower().removeprefix("www.") + slash + path


# ---- copies -------------------------------------------------------------------------------------
def is_copy(one: StoryPage, other: StoryPage) -> bool:
    """Whether one is the other's text, in whole or as an excerpt."""
    share = containment(one.shingles, other.shingles)
    return share >= SAME_STORY and share >= max([0.0, *(bar for bar, doubt in DOUBTS if doubt(one, other))])


def credit_other_agencies(one: StoryPage, other: StoryPage) -> bool:
    """they credit different agencies"""
    return _differ(one.report.agency, other.report.agency)


def lie_weeks_apart(one: StoryPage, other: StoryPage) -> bool:
    """they were published weeks apart: formulas return, wire stories do not"""
    first, second = (_moment(stamp(each.report)) for each in (one, other))
    return first is not None and second is not None and abs(first.date() - second.date()) > WEEKS


def have_other_leads(one: StoryPage, other: StoryPage) -> bool:
    """their leads name others: what they share may be the agency's formulas"""
    return speak_of_others(one.report, other.report)


def have_other_leads_and_figures(one: StoryPage, other: StoryPage) -> bool:
    """their leads name others, and count otherwise or stand on pages of different days"""
    return have_other_leads(one, other) and (
        count_differently(one.report, other.report) or _order(one.report, other.report) != 0
    )


DOUBTS: Final[tuple[tuple[float, Test], ...]] = (
    (NEARLY_ALL, credit_other_agencies),
    (NEARLY_ALL, lie_weeks_apart),
    (NEARLY_ALL, have_other_leads),
    (ALL, have_other_leads_and_figures),
)


# ---- versions -----------------------------------------------------------------------------------
def is_version(one: StoryPage, other: StoryPage) -> bool:
    """Whether both are one page's story at different times: the later one holds most of the earlier, and is not it."""
    if one.shingles == other.shingles:
        return False
    newer, older = (one, other) if follows(one, other) else (other, one)
    held = len(newer.shingles & older.shingles) / max(1, len(older.shingles))
    if one.url is not None and one.url == other.url:
        return held >= SAME_ADDRESS
    if held < SAME_STORY or lie_weeks_apart(one, other) or have_other_leads_and_figures(one, other):
        return False
    if _alike(one.report.outlet, other.report.outlet):
        return _order(one.report, other.report) != 0
    return not are_of_other_outlets(one, other) and is_update(newer, older)


def are_of_other_outlets(one: StoryPage, other: StoryPage) -> bool:
    """Whether anything says that they are of different outlets: their outlets, their hosts or their agencies."""
    hosts = (each.url and each.url.partition("/")[0] for each in (one, other))
    return credit_other_agencies(one, other) or _differ(one.report.outlet, other.report.outlet) or _differ(*hosts)


def is_update(newer: StoryPage, older: StoryPage) -> bool:
    """Whether, of two pages of nobody knows which outlet, one is the other brought up to date: it has its headline, and
    is stamped as updated later or counts otherwise."""
    stamped = newer.report.updated is not None and _order(newer.report, older.report) > 0
    return have_one_headline(newer.report, older.report) and (stamped or count_differently(newer.report, older.report))


def follows(one: StoryPage, other: StoryPage) -> bool:
    """Whether a version is the later of two: by its stamp, else, at one address, as it came later."""
    at_one = one.url is not None and one.url == other.url
    came = (_came(one), _came(other)) if at_one else ("", "")
    return (_order(one.report, other.report), came[0], one.id) > (0, came[1], other.id)


def _order(one: Report, other: Report) -> int:
    """1 where one is stamped later than the other, -1 where earlier, 0 where neither is known to be."""
    first, second = stamp(one), stamp(other)
    if min(len(first or ""), len(second or "")) <= len("2024-05-31"):  # of one, only the day is known
        first, second = (first or "")[:10], (second or "")[:10]
    moment, mark = _moment(first), _moment(second)
    if moment is None or mark is None:
        return 0
    if (moment.tzinfo is None) != (mark.tzinfo is None):
        moment, mark = moment.replace(tzinfo=None), mark.replace(tzinfo=None)
    return (moment > mark) - (moment < mark)


def age(page: StoryPage) -> tuple[str, str, str]:
    """What orders the versions of a story: the stamp, then, of a page with an address, when it came."""
    return (stamp(page.report) or "", _came(page) if page.url else "", page.id)


def _came(page: StoryPage) -> str:
    return page.added.isoformat() if page.added else "now"


def stamp(report: Report) -> str | None:
    """What the page says of when it was last touched."""
    return report.updated or report.published


def _moment(stamp: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(stamp) if stamp else None
    except ValueError:
        return None


def _alike(one: str | None, other: str | None) -> bool:
    return bool(one and other) and fold(one or "") == fold(other or "")


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one and other) and not _alike(one, other)


def is_told(sentence: str, told: frozenset[str]) -> bool:
    """Whether the story, given as its runs of three words, has this sentence, about word for word, with its figures."""
    said = words(sentence)
    found = [run in told for run in runs(said, 3)]
    if not found or sum(found) / len(found) < TOLD:
        return False
    return all(any(found[max(0, n - 2) : n + 1]) for n, word in enumerate(said) if read_number(word) is not None)
