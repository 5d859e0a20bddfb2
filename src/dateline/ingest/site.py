"""What repeats from page to page of one site is the site's, not the story's: found over pages read together.

Pages of one outlet that tell one story, as its later versions do, count once: what they share is the story.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.ingest.lines import cut
from dateline.model.text import Report

# Stories on which a line must stand, and the share of the site's stories.
LEAST_STORIES: Final = 3
LEAST_SHARE: Final = 0.5
# Two pages that share more of the shorter one's paragraphs tell one story.
ONE_STORY: Final = 0.4


def repeated_lines(reports: Iterable[Report]) -> Mapping[str, frozenset[str]]:
    """By page name, the lines of its text that other stories of its outlet have too, as `Line.bare`.

    Only of plain text: where HTML marks the story, its cleaner has seen the marks.
    """
    sites: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.status == "coded" and report.cleaner == "plain" and report.outlet:
            sites[report.outlet.lower()].append(report)
    found: dict[str, frozenset[str]] = {}
    for site in sites.values():
        told = {report.page: _lines(report) for report in site}
        repeated = _of_site(list(told.values()))
        found |= {page: lines & repeated for page, lines in told.items() if lines & repeated}
    return found


def _lines(report: Report) -> frozenset[str]:
    return frozenset(line.bare for line in cut(report.text))


def _of_site(pages: Sequence[frozenset[str]]) -> frozenset[str]:
    stories: list[frozenset[str]] = []
    for page in sorted(pages, key=len, reverse=True):
        if not any(len(page & story) > ONE_STORY * min(len(page), len(story)) for story in stories):
            stories.append(page)
    counts = Counter(line for story in stories for line in story)
    least = max(LEAST_STORIES, LEAST_SHARE * len(stories))
    return frozenset(line for line, count in counts.items() if count >= least)
