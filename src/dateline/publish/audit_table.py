"""Audits and their figures as tables for a terminal: the figures that a release states."""

from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.model.audit import SLOTS, Agreement, Audit, Figures, Precision
from dateline.publish.audit_lines import METHOD


def audits_table(audits: Sequence[tuple[Audit, Mapping[str, int]]]) -> Table:
    """One row an audit: what was drawn, and how far its reviewers are."""
    table = _table(("Audit", "Drawn", "Strata", "Reviewers"))
    for audit, judged in audits:
        who = ", ".join(f"{name} {count} of {audit.drawn}" for name, count in judged.items())
        drawn = f"{audit.drawn} of {audit.events:,} on {audit.drawn_at:%Y-%m-%d} by {audit.drawn_by}"
        strata = f"{len(audit.strata)} by {audit.plan.by}" if audit.plan.by else "none"
        table.add_row(Text(audit.plan.name), Text(drawn), strata, Text(who or f"none yet of {audit.plan.reviewers}"))
    return table


def strata_table(audit: Audit) -> Table:
    """How many events each stratum has, and how many were drawn of it."""
    table = _table((audit.plan.by or "Stratum", "Events", "Drawn"))
    for stratum in audit.strata:
        table.add_row(Text(stratum.name), f"{stratum.events:,}", str(stratum.drawn))
    return table


def print_figures(console: Console, audit: Audit, found: Figures) -> None:
    """Precision by slot with the reviewers' agreement, then by type; and how they were found."""
    who = ", ".join(f"{name} judged {count}" for name, count in found.judged.items()) or "nobody has judged yet"
    console.print(Text(audit.plan.name, style="bold"))
    console.print(
        Text(
            f"{audit.drawn} of {audit.events:,} events, drawn on {audit.drawn_at:%Y-%m-%d} "
            f"(codebook {audit.codebook}, dateline {audit.dateline}, seed {audit.plan.seed}); {who}"
        )
    )
    console.print(_slots_table(found))
    console.print(_types_table(found))
    console.print(Text(METHOD, style="dim"))


def _slots_table(found: Figures) -> Table:
    table = _table(("Slot", "Precision", "95 %", "Judged", "Alpha", "95 %", "Same"))
    for slot in SLOTS:
        table.add_row(slot, *_precision(found.slots[slot]), *_agreement(found.agreement[slot]))
    table.add_row("whole record", *_precision(found.whole), "", "", "")
    return table


def _types_table(found: Figures) -> Table:
    table = _table(("Type", "Record", "95 %", "Judged", "Whole", "95 %", "Judged"))
    for type, slots in found.types.items():
        table.add_row(type, *_precision(slots["record"]), *_precision(found.whole_types[type]))
    return table


def _precision(found: Precision) -> tuple[str, str, str]:
    if found.share is None or found.low is None or found.high is None:
        return "-", "", "0"
    return f"{found.share:.3f}", f"{found.low:.3f} to {found.high:.3f}", str(found.judged)


def _agreement(found: Agreement) -> tuple[str, str, str]:
    same = "" if found.same is None else f"{found.same:.3f}"
    if found.alpha is None or found.low is None or found.high is None:
        return "-", "", same
    return f"{found.alpha:.3f}", f"{found.low:.3f} to {found.high:.3f}", same


def _table(columns: Iterable[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    for name in columns:
        table.add_column(name, overflow="fold")
    return table
