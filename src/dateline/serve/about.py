"""What runs here, on what, and within which limits: `/api/about`; and what its types mean: `/api/codebook`."""

from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml

from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.codebook_entry import Entry
from dateline.knowledge.versions import current
from dateline.publish.lines import Line
from dateline.publish.shapes import COUNTS, TEXT, TEXTS, array, table
from dateline.serve.answers import Json, reading
from dateline.serve.context import Book, Known
from dateline.serve.described import answers
from dateline.store.counts import counts, statuses

router = reading("about")


_CREDIT: Final = table(dict.fromkeys(("name", "url", "licence", "of"), TEXT))
ABOUT: Final = table(
    {
        "versions": table({"dateline": TEXT, "codebook": TEXT}),
        "counts": COUNTS,
        "statuses": COUNTS,
        "limits": TEXTS,
        "attribution": array(_CREDIT),
        "precision": array({"type": "object"}),
    }
)
_TYPE: Final = table(
    {
        **dict.fromkeys(("type", "group", "definition"), TEXT),
        **dict.fromkeys(("includes", "excludes"), TEXTS),
        "words": array(table({"part": TEXT, "lemmas": TEXTS})),
        **dict.fromkeys(("examples", "counterexamples"), TEXTS),
        "codes": {"type": "object", "additionalProperties": TEXT},
    }
)
CODEBOOK: Final = table({"version": TEXT, "types": array(_TYPE)})


@router.get("/about", responses=answers(ABOUT))
def about(book: Book, known: Known) -> Json:
    """Versions, how much the database holds, whom its data must credit, limits, and how often records are right."""
    versions = current()

    def count() -> tuple[dict[str, int], dict[str, int]]:
        with book.store.connected() as connection:
            return counts(connection), statuses(connection)

    held, standing = known.get("counts", count)
    return Json(
        {
            "versions": {"dateline": versions.dateline, "codebook": versions.codebook},
            "counts": held,
            "statuses": standing,
            **_stated(),
        }
    )


@router.get("/codebook", responses=answers(CODEBOOK))
def codebook() -> Json:
    """Each type with what it is and is not, the words of an example, and its codes in other codebooks."""
    entries = [_entry(entry) for entry in load_codebook().entries.values()]
    return Json({"version": current().codebook, "types": entries})


@cache
def _stated() -> dict[str, Any]:
    """What stands in about.yaml: limits, attribution, and the figures of the last audit."""
    stated: dict[str, Any] = yaml.safe_load((files("dateline") / "data" / "about.yaml").read_text(encoding="utf-8"))
    return stated


def _entry(entry: Entry) -> Line:
    return {
        "type": entry.type,
        "group": entry.group,
        "definition": entry.definition,
        "includes": list(entry.includes),
        "excludes": list(entry.excludes),
        "words": [{"part": one.part, "lemmas": sorted(one.lemmas)} for one in entry.triggers],
        "examples": [example.text for example in entry.examples],
        "counterexamples": list(entry.counterexamples),
        "codes": dict(entry.codes),
    }
