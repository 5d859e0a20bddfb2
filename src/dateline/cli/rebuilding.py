"""`dateline rebuild`: stored pages coded anew by the program as it is now, and what that changes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.books import casebook
from dateline.cli.coding import load_coder
from dateline.cli.stored import DEFAULT, Database
from dateline.cli.terminal import FAILED, bar, note

if TYPE_CHECKING:
    from dateline.casebook import Casebook
    from dateline.ingest.opening import Opened
    from dateline.model.event import Coded
    from dateline.model.text import Page
    from dateline.store.changes import Changes
    from dateline.store.recode import Carried, Recoded
    from dateline.store.store import Store

_BATCH = 32
_NOTHING = ("pages: all are coded by this version of program and codebook; --all codes them anew all the same",)
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")]
All = Annotated[bool, typer.Option("--all", help="Also pages that this version of program and codebook coded.")]


@dataclass(frozen=True, slots=True)
class _Sum:
    """What has become of the pages, and of their events by what changed of them."""

    pages: Counter[str]
    events: Counter[str]
    slots: Counter[str]


def rebuild(db: Database = DEFAULT, dry_run: DryRun = False, everything: All = False) -> None:
    """Code the pages of a database anew with this version of program and codebook, and say what changed."""
    from dateline.knowledge.versions import current
    from dateline.store.recode import outdated

    done = _Sum(Counter(), Counter(), Counter())
    with casebook(db) as book:
        with book.store.connected() as connection:
            ids = outdated(connection, None if everything else current())
        with bar("Coding pages anew") as told:
            for number, (page, coded) in enumerate(_coded(book.store, ids), 1):
                _take(book, page, coded, done, dry_run=dry_run)
                told(number, len(ids))
    for line in _sums(done, dry_run=dry_run) if ids else _NOTHING:
        typer.echo(line)
    raise typer.Exit(1 if done.pages["failed"] else 0)


def _coded(store: "Store", ids: Sequence[str]) -> "Iterator[tuple[Page, Coded | None]]":
    """The pages of these ids, read again from their bytes and coded; None for what cannot be read as a page."""
    rest, coder = iter(ids), None
    while batch := list(islice(rest, _BATCH)):
        pages = [page for key in batch if (page := _kept(store, key)) is not None]
        opened = [again for page in pages if (again := _opened(page)) is not None]
        coder = coder or (load_coder() if opened else None)
        codings = {coded.report.id: coded for coded in coder.code_many(opened)} if coder else {}
        yield from ((page, codings.get(page.id)) for page in pages)


def _kept(store: "Store", key: str) -> "Page | None":
    from dateline.store.recode import kept_page

    with store.connected() as connection:
        return kept_page(connection, key)


def _opened(page: "Page") -> "Opened | None":
    """The page as it was when it was coded: of a PDF file its text; None of an archive that could not be opened."""
    from dateline.ingest.opening import opened
    from dateline.model.text import LeftOut, Page

    if page.came != "pdf" and (page.container or page.original):
        return page
    kind = page.came if page.came in ("pdf", "text", "html") else None
    found = next(iter(opened(page, kind=kind)), None)
    if isinstance(found, LeftOut) or found is None or (isinstance(found, Page) and found.id != page.id):
        return None
    return found


def _take(book: "Casebook", page: "Page", coded: "Coded | None", done: _Sum, *, dry_run: bool) -> None:
    """Puts a page's new coding in the place of the old, and says what changed; what cannot be coded now stays."""
    from dateline.store.recode import compare

    if coded is None or coded.report.status in FAILED:
        _left(book.store, page, coded, done)
        return
    if dry_run:
        with book.store.connected() as connection:
            found = compare(connection, coded)
    else:
        found = book.recode(page, coded)
    _count(done, found)
    for line in _lines(page, found):
        typer.echo(line)


def _left(store: "Store", page: "Page", coded: "Coded | None", done: _Sum) -> None:
    """Counts a page that keeps what it has: one that is none, that could not be coded before either, or cannot now."""
    before = store.coded(page.id)
    if coded is None or before is None or before.report.status in FAILED:
        done.pages["left"] += 1
        return
    done.pages["failed"] += 1
    note(f"{page.name}: cannot be coded anew: {coded.report.reason or 'no reason given'}; it is kept as it was")


def _count(done: _Sum, found: "Recoded") -> None:
    changes = found.changes
    done.pages.update({"anew": 1, "changed": int(changes.any)})
    changed = len(changes.changed)
    done.events.update({"new": len(changes.new), "gone": len(changes.gone), "changed": changed, "same": changes.same})
    done.slots.update(slot for slots in changes.changed.values() for slot in slots)
    done.events.update("carried" if one.to else "orphaned" for one in found.carried)


# ---- in words -----------------------------------------------------------------------------------
def _lines(page: "Page", found: "Recoded") -> Iterator[str]:
    """What changed on a page: one line, and one for each judged event that is gone; none where nothing did."""
    if found.changes.any:
        yield f"{page.name}: {'; '.join(_parts(found.changes))}"
    for one in found.carried:
        yield f"{page.name}: {_fate(one)}"


def _parts(changes: "Changes") -> Iterator[str]:
    slots = Counter(slot for some in changes.changed.values() for slot in some)
    events = {"new": len(changes.new), "gone": len(changes.gone), "changed": len(changes.changed)}
    told = ", ".join(f"{count} {what}" for what, count in events.items() if count)
    if told:
        yield f"events: {told}{_in_brackets(slots)}"
    if changes.report:
        yield f"the page's {', '.join(changes.report)}"


def _fate(one: "Carried") -> str:
    event = one.event
    was = f'judged event {event.id} ({event.claim.type}, "{" ".join(event.claim.sentence.text.split())}")'
    if one.to is None:
        return f"{was} is gone and none stands for it: what was judged of it is kept as an orphan"
    return f"{was} is gone: what was judged of it holds for {one.to.id} ({one.to.claim.type})"


def _sums(done: _Sum, *, dry_run: bool) -> Iterator[str]:
    pages, events = done.pages, done.events
    anew = "would be coded anew" if dry_run else "coded anew"
    yield (
        f"pages: {pages['anew']} {anew}, {pages['changed']} of them otherwise than before; "
        f"{pages['left']} left as they are, {pages['failed']} failed"
    )
    changed = f"{events['changed']} changed{_in_brackets(done.slots)}"
    yield f"events: {events['new']} new, {events['gone']} gone, {changed}, {events['same']} the same"
    if events["carried"] or events["orphaned"]:
        yield f"judged events that are gone: {events['carried']} carried over, {events['orphaned']} orphaned"


def _in_brackets(slots: Counter[str]) -> str:
    told = ", ".join(f"{slot} {count}" for slot, count in slots.most_common())
    return f" ({told})" if told else ""
