"""`dateline audit`: draws blind samples of events for reviewers, and prints the figures that a release states."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.books import casebook
from dateline.cli.stored import DEFAULT, Database, Format
from dateline.cli.terminal import console, note, refuse
from dateline.cli.who import By, clean, name_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dateline.model.audit import Audit, Figures, Plan


class StratifierOption(StrEnum):
    """By what events are put into strata."""

    TYPE = "type"
    MONTH = "month"
    STATUS = "status"
    COUNTRY = "country"


def audit(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="The audit's name; for figures by default the newest.")
    ] = None,
    sample: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="Draw so many events for reviewers to judge.", min=1, max=5000)
    ] = None,
    stratify: Annotated[StratifierOption | None, typer.Option(help="So that all of them are spoken for.")] = None,
    equal: Annotated[
        bool, typer.Option("--equal", help="As many of each stratum, instead of in proportion to what there is.")
    ] = False,
    reviewers: Annotated[int, typer.Option(metavar="NUMBER", help="How many people judge each.", min=1, max=9)] = 2,
    seed: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="Draw the same sample again.", min=0, max=2**31 - 1)
    ] = None,
    figures: Annotated[bool, typer.Option("--figures", help="Print what the verdicts say.")] = False,
    format: Annotated[Format, typer.Option(help="How figures are printed.")] = Format.TABLE,
    by: By = None,
    db: Database = DEFAULT,
) -> None:
    """Draw a blind random sample of events for reviewers, or print precision and agreement; without options, list."""
    if sample is None:
        _show(name, figures, format, db)
        return
    if figures:
        refuse("--sample draws and --figures prints what came of it: name one of them")
    from dateline.auditing import a_seed
    from dateline.model.audit import Plan

    plan = Plan(
        name=clean(name or "") or f"Audit of {datetime.now(UTC):%Y-%m-%d %H:%M}",
        sample=sample,
        by=stratify.value if stratify else None,
        allocation="equal" if equal else "proportional",
        reviewers=reviewers,
        seed=a_seed() if seed is None else seed,
    )
    _draw(plan, name_of(by), db)


def _draw(plan: "Plan", by: str, db: str) -> None:
    from dateline.auditing import draw
    from dateline.publish.audit_table import strata_table

    with casebook(db) as book, book.store.connected(writes=True) as connection:
        drawn = draw(connection, plan, by)
    console().print(strata_table(drawn))
    typer.echo(f"{plan.name}: {drawn.drawn} of {drawn.events} events drawn, with the seed {plan.seed}")
    note(f"to judge them: dateline serve --db {db}, and there Audit")


def _show(name: str | None, figures: bool, format: Format, db: str) -> None:
    from dateline.auditing import figures_of, judged
    from dateline.publish.audit_table import audits_table
    from dateline.store.audits import all_audits

    with casebook(db) as book, book.store.connected() as connection:
        found = [_called(connection, name)] if name else all_audits(connection)
        if not found:
            note("no audits: `dateline audit --sample 200` draws one")
        elif figures:
            _PRINTERS[format](found[0], figures_of(connection, found[0]))
        else:
            console().print(audits_table([(one, judged(connection, one)) for one in found]))


def _called(connection: "Connection", name: str) -> "Audit":
    from dateline.store.audits import all_audits, called

    names: Sequence[str] = [one.plan.name for one in all_audits(connection)]
    there = f"there are {', '.join(names[:5])}" if names else "`dateline audit --sample 200` draws one"
    return called(connection, clean(name)) or refuse(f"{name}: no audit is called so; {there}")


def _print_table(audit: "Audit", found: "Figures") -> None:
    from dateline.publish.audit_table import print_figures

    print_figures(console(), audit, found)


def _print_line(audit: "Audit", found: "Figures") -> None:
    from dateline.publish.audit_lines import figures_line
    from dateline.publish.lines import encode

    typer.echo(encode(figures_line(audit, found)))


def _print_csv(audit: "Audit", found: "Figures") -> None:
    import sys

    from dateline.publish.audit_lines import write_csv

    write_csv(sys.stdout, audit, found)


_PRINTERS: "dict[Format, Callable[[Audit, Figures], None]]" = {
    Format.TABLE: _print_table,
    Format.JSONL: _print_line,
    Format.CSV: _print_csv,
}
