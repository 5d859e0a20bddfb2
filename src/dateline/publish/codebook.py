"""The codebook printed for people, from the same files that code."""

from rich.console import Console
from rich.markup import escape

from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.codebook_entry import Entry, Trigger
from dateline.knowledge.versions import current


def print_codebook(console: Console) -> None:
    """The whole codebook, type by type."""
    console.print(f"[bold]The codebook of Dateline[/bold], version {current().codebook}\n")
    group = ""
    for entry in load_codebook().entries.values():
        if entry.group != group:
            group = entry.group
            console.rule(f"[bold]{group.upper()}[/bold]")
        _print_entry(console, entry)


def _print_entry(console: Console, entry: Entry) -> None:
    console.print(f"\n[bold]{entry.type}[/bold]  {escape(entry.definition)}")
    for heading, lines in (
        ("in", entry.includes),
        ("out", entry.excludes),
        ("words", [_in_words(trigger) for trigger in entry.triggers]),
        ("coded", [example.text for example in entry.examples]),
        ("not coded", entry.counterexamples),
        ("elsewhere", [f"{system}: {code}" for system, code in entry.codes.items()]),
    ):
        for n, line in enumerate(lines):
            console.print(f"  [dim]{heading if n == 0 else '':>9}[/dim]  {escape(line)}")


def _in_words(trigger: Trigger) -> str:
    """ "noun raid, strike with modifier air ...; agent: possessive, by; target: on"."""
    needs = "".join(f" · {c}: {_some(w.lemmas | {'%' + k for k in w.kinds})}" for c, w in trigger.needs.items())
    roles = "".join(f" · {name} at {', '.join(places)}" for name, places in _frames(trigger) if places)
    return f"{trigger.part} {_some(trigger.lemmas)}{needs}{roles}"


def _frames(trigger: Trigger) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (("agent", trigger.agent), ("target", trigger.target), ("place", trigger.place))


def _some(words: frozenset[str], most: int = 8) -> str:
    shown = sorted(words)[:most]
    return ", ".join(shown) + (f" and {len(words) - most} more" if len(words) > most else "")
