"""The codebook's own examples, run: what must be coded is coded, what looks alike is not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.codebook_entry import Entry, Example
from dateline.knowledge.folding import fold
from dateline.knowledge.project import OWN, at_work, using
from dateline.knowledge.types import own_types
from dateline.model.errors import DataError
from dateline.model.event import Coded, Event
from dateline.model.text import Page
from dateline.pipeline import Coder


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An example that is not coded as it must be, and what was found instead."""

    type: str
    text: str
    problem: str


def check(names: Sequence[str] = (), coder: Coder | None = None) -> list[Failure]:
    """The failures among the examples of these types, of all if none is named. Raises DataError on an unknown type.

    Of a project those that it answers for: its own types' examples, and the others that only fail with it.
    """
    failures = run_examples(names, coder)
    others = sorted({failure.type for failure in failures} - own_types().keys())
    if at_work() == OWN or not others:
        return failures
    with using(OWN):
        before = frozenset(run_examples(others))
    return [failure for failure in failures if failure not in before]


def run_examples(names: Sequence[str] = (), coder: Coder | None = None) -> list[Failure]:
    """All failures among the examples of these types, of all if none is named. Raises DataError on an unknown type."""
    entries = load_codebook().entries
    unknown = [name for name in names if name not in entries]
    if unknown:
        raise DataError(f"no type is called {unknown[0]!r}; the types are: {', '.join(entries)}")
    chosen = [entries[name] for name in names] if names else list(entries.values())
    coder = coder or Coder(judge=False)
    texts = [text for entry in chosen for text in _texts(entry)]
    coded = dict(zip(texts, coder.code_many(_page(text) for text in texts), strict=True))
    return [failure for entry in chosen for failure in _failures(entry, coded)]


def _texts(entry: Entry) -> list[str]:
    return [example.text for example in entry.examples] + list(entry.counterexamples)


def _page(text: str) -> Page:
    return Page(name="example", data=text.encode())


def _failures(entry: Entry, coded: dict[str, Coded]) -> Iterable[Failure]:
    for example in entry.examples:
        problem = _problem(example, entry.type, coded[example.text])
        if problem:
            yield Failure(type=entry.type, text=example.text, problem=problem)
    for text in entry.counterexamples:
        if any(event.claim.type == entry.type for event in coded[text].events):
            yield Failure(type=entry.type, text=text, problem=f"coded as {entry.type}")


def _problem(example: Example, kind: str, coded: Coded) -> str | None:
    found = [event for event in coded.events if event.claim.type == kind]
    if not found:
        others = ", ".join(sorted({event.claim.type for event in coded.events})) or "nothing"
        return f"not coded as {kind}; found {others}"
    problems = [_wrong(example, event) for event in found]
    return None if None in problems else problems[0]


def _wrong(example: Example, event: Event) -> str | None:
    claim = event.claim
    said = {
        "agents": [(a.name, a.words.text) for a in event.agents],
        "targets": [(a.name, a.words.text) for a in event.targets],
        "places": [(p.name, p.words.text) for p in event.places],
        "sources": [(s.name, s.words.text) for s in claim.sources if s.stance == "asserts"],
        "denied_by": [(s.name, s.words.text) for s in claim.sources if s.stance == "denies"],
    }
    for slot, names in said.items():
        wanted: tuple[str, ...] | None = getattr(example, slot)
        if wanted is not None and not _same(wanted, names):
            return f"{slot}: wanted {list(wanted)}, found {[name for name, _ in names]}"
    if example.modality is not None and claim.modality != example.modality:
        return f"modality: wanted {example.modality}, found {claim.modality}"
    return None


def _same(wanted: Sequence[str], said: Sequence[tuple[str, str]]) -> bool:
    """Every wanted name is one said, and nothing more is said."""
    left = [{fold(word) for word in names} for names in said]
    for name in wanted:
        match = next((names for names in left if fold(name) in names), None)
        if match is None:
            return False
        left.remove(match)
    return not left
