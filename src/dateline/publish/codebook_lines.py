"""The codebook as plain values: what each type means and what not, the words that announce it, its codes elsewhere."""

from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.codebook_entry import Entry, Example, Trigger
from dateline.publish.codebook import in_words
from dateline.publish.lines import Line


def codebook_lines() -> list[Line]:
    """One line a type, in the codebook's order."""
    return [type_line(entry) for entry in load_codebook().entries.values()]


def type_line(entry: Entry) -> Line:
    """One type. `not_this` are what it excludes; `counterexamples` are sentences that must not be coded as it."""
    return {
        "type": entry.type,
        "group": entry.group,
        "definition": entry.definition,
        "includes": list(entry.includes),
        "not_this": list(entry.excludes),
        "triggers": [_trigger(trigger) for trigger in entry.triggers],
        "examples": [_example(example) for example in entry.examples],
        "counterexamples": list(entry.counterexamples),
        "codes": dict(entry.codes),
    }


def _trigger(trigger: Trigger) -> Line:
    """`words`: the rule in one line, as the printed codebook has it."""
    return {"rule": trigger.rule, "part": trigger.part, "lemmas": sorted(trigger.lemmas), "words": in_words(trigger)}


def _example(example: Example) -> Line:
    """A sentence, and what must be found in it: null where anything will do."""
    slots = ("agents", "targets", "places", "sources", "denied_by")
    return {"text": example.text, **{slot: getattr(example, slot) for slot in slots}, "modality": example.modality}
