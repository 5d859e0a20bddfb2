"""How fast pages are coded: words a second beside spaCy's own full pipeline on the same text, pages cleaned a second
beside trafilatura on the same bytes, and start-up; names looked up a second, and the gazetteer's size and building.

    bench_speed.py PAGE...        files or folders; a short set is read several times over
    bench_speed.py --lookups      only the look-ups and the gazetteer, which is built anew in a folder that is deleted

Prints JSON. `words_per_second_ratio` is the speed of coding (pages in, JSON Lines out) over the speed of spaCy's full
pipeline on the same reports: the best of several rounds of each, taken in turns. Pages of plain text are cleaned as
they are; where no page is HTML, each is put into HTML, a line a paragraph. `pages_per_second` has the same stories in
each kind of input, beside trafilatura and fastwarc on the same bytes (see bench_kinds.py).
"""

import html
import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import spacy
from trafilatura import bare_extraction

from bench_kinds import kinds
from bench_lookups import lookups
from dateline.ingest.decode import decode, is_html
from dateline.ingest.pages import pages
from dateline.ingest.report import ingest
from dateline.knowledge.furniture import signals_in
from dateline.model.text import Page
from dateline.pipeline import Coder
from dateline.publish.lines import jsonl
from dateline.read.parser import MODEL

ENOUGH_WORDS = 20_000
ENOUGH_PAGES = 60
ROUNDS = 3


def main(paths: list[str]) -> None:
    """Measure, and print the figures."""
    coder, nlp = Coder(), spacy.load(MODEL)
    found = [page for page in pages(paths, None) if isinstance(page, Page)]
    texts = [coded.report.text for coded in coder.code_many(found)]
    words = sum(len(text.split()) for text in texts)
    if not words:
        sys.exit("no page with text among these; name files or folders of news pages")
    times = -(-ENOUGH_WORDS // words)
    many = [replace(page, name=f"{page.name} {n}") for n in range(times) for page in found]
    ours, theirs = _in_turns(lambda: _code(coder, many), lambda: _parse(nlp, texts * times))
    figures = _figures(words * times, ours, theirs) | _cleaning(found)
    print(json.dumps(figures | {"pages_per_second": kinds(found)} | lookups(), indent=2))


def _cleaning(found: list[Page]) -> dict[str, float]:
    """Pages a second, from bytes to a clean report; what is remembered of lines is forgotten before each pass."""
    marked = [page for page in found if is_html(decode(page.data))]
    plain = [page for page in found if page not in marked]
    marked = marked or [replace(page, data=_as_html(page)) for page in plain]
    taken = _in_turns(lambda: _clean(plain), lambda: _clean(marked), lambda: _extract(marked))
    counts = [_passes(some) * len(some) for some in (plain, marked, marked)]
    names = ("plain_pages_per_second", "html_pages_per_second", "trafilatura_html_pages_per_second")
    speeds = zip(names, counts, taken, strict=True)
    return {name: round(count / seconds, 1) for name, count, seconds in speeds if count}


def _passes(some: list[Page]) -> int:
    return -(-ENOUGH_PAGES // len(some)) if some else 0


def _clean(some: list[Page]) -> None:
    for _ in range(_passes(some)):
        signals_in.cache_clear()
        for page in some:
            ingest(page)


def _extract(some: list[Page]) -> None:
    for _ in range(_passes(some)):
        for page in some:
            bare_extraction(page.data, with_metadata=True, include_comments=False, include_tables=False)


def _as_html(page: Page) -> bytes:
    lines = (html.escape(line) for line in decode(page.data).splitlines() if line.strip())
    return f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>".encode()


def _figures(words: int, ours: float, theirs: float) -> dict[str, float]:
    return {
        "words": words,
        "dateline_words_per_second": round(words / ours),
        "spacy_words_per_second": round(words / theirs),
        "words_per_second_ratio": round(theirs / ours, 3),
        "help_seconds": _started("--help"),
        "code_one_page_seconds": _started("code", "-"),
    }


def _in_turns(*tasks: Callable[[], None]) -> list[float]:
    """The least time that each takes, in seconds; in turns, so that a busy machine slows all alike."""
    taken = [[_seconds(task) for task in tasks] for _ in range(ROUNDS)]
    return [min(rounds) for rounds in zip(*taken, strict=True)]


def _seconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def _code(coder: Coder, many: list[Page]) -> None:
    for coded in coder.code_many(many):
        for _ in jsonl(coded):
            pass


def _parse(nlp: spacy.language.Language, texts: list[str]) -> None:
    for _ in nlp.pipe(texts):
        pass


def _started(*arguments: str) -> float:
    """Seconds that the command takes on a page of one sentence, the best of three."""
    command = [str(Path(sys.executable).parent / "dateline"), *arguments]
    page = b"Shells hit the market on Monday, killing two people, residents said."
    runs = (
        _seconds(lambda: subprocess.run(command, input=page, capture_output=True, check=True)) for _ in range(ROUNDS)
    )
    return round(min(runs), 2)


if __name__ == "__main__":
    if sys.argv[1:] == ["--lookups"]:
        print(json.dumps(lookups(), indent=2))
    else:
        main(sys.argv[1:] or ["examples/pages"])
