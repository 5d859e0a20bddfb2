"""A project's words of saying and denying, laid over those that come with Dateline.

Words are added to their lists. A verb that the project lists loses its other senses, and a noun for a speaker its other
kind; what stands under `without` is taken out.
"""

from typing import Annotated, Any, Final, Literal

import msgspec

from dateline.knowledge.project import DataFile
from dateline.knowledge.yaml_text import Parsed, parse_yaml
from dateline.model.claim import SourceKind, Stance
from dateline.model.errors import DataError

Content = Literal["clause", "object", "infinitive", "of", "for", "claim", "toll"]
Speaker = Literal["any", "named", "record"]
Word = Annotated[str, msgspec.Meta(pattern="^[^A-Z]+$")]

LISTS: Final = (
    "denial_nouns",
    "claim_nouns",
    "blame_nouns",
    "untrue",
    "toll_nouns",
    "according",
    "passing_on",
    "release_verbs",
    "hedges",
    "roles",
    "posts",
    "ranks",
    "courtesies",
    "organisations",
)
TABLES: Final = ("not_content", "event_families", "records", "speakers")
_KEYS_OF_TABLES: Final = {"records": Literal["owned", "pictures", "alone"], "speakers": SourceKind}


class _Group(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    stance: Stance
    content: list[Content]
    speaker: Speaker
    lemmas: list[Word]


_Own = msgspec.defstruct(
    "_Own",
    [
        ("verbs", list[_Group], msgspec.field(default_factory=list)),
        *((name, list[Word], msgspec.field(default_factory=list)) for name in LISTS),
        *(
            (name, dict[_KEYS_OF_TABLES.get(name, Word), list[Word]], msgspec.field(default_factory=dict))  # type: ignore[misc]
            for name in TABLES
        ),
        ("without", dict[str, list[Word]], msgspec.field(default_factory=dict)),
    ],
    forbid_unknown_fields=True,
)


def with_own(raw: dict[str, Any], file: DataFile) -> dict[str, Any]:
    """The raw table `raw` of reporting.yaml, changed by a project's file. Raises DataError naming file and line."""
    parsed = parse_yaml(file)
    own: dict[str, Any] = msgspec.to_builtins(parsed.as_(_Own)) if parsed.value is not None else {}
    without: dict[str, list[str]] = own.pop("without", {})
    _check_without(raw, without, parsed)
    less = {key: _less(part, set(without.get(key, ()))) for key, part in raw.items()}
    verbs, speakers = own.get("verbs", []), own.get("speakers", {})
    less["verbs"] = _less(less["verbs"], {lemma for group in verbs for lemma in group["lemmas"]}) + verbs
    less["speakers"] = _less(less["speakers"], {noun for nouns in speakers.values() for noun in nouns})
    added = {key: [*less[key], *own.get(key, ())] for key in LISTS}
    return {**less, **added, **{key: _joined(less[key], own.get(key, {})) for key in TABLES}}


def _less(part: Any, words: set[str]) -> Any:
    """A list, a table of lists or the groups of verbs without some words, and without what is then empty."""
    if isinstance(part, dict):
        return {key: kept for key, listed in part.items() if (kept := _less(listed, words))}
    if part and isinstance(part[0], dict):
        lemmas = ({**group, "lemmas": _less(group["lemmas"], words)} for group in part)
        return [group for group in lemmas if group["lemmas"]]
    return [word for word in part if word not in words]


def _joined(table: dict[str, list[str]], own: dict[str, list[str]]) -> dict[str, list[str]]:
    return {key: [*table.get(key, ()), *own.get(key, ())] for key in (*table, *(own.keys() - table.keys()))}


def _check_without(raw: dict[str, Any], without: dict[str, list[str]], parsed: Parsed) -> None:
    """Raises DataError where a word that is to be taken out does not stand there."""
    for key, words in without.items():
        if key not in raw:
            raise DataError(f"{parsed.where('without', key)}: without: there is no {key}")
        for word in words:
            if _less(raw[key], {word}) == raw[key]:
                raise DataError(
                    f"{parsed.where('without', key)}: without: {key}: {word!r} does not stand there; leave it out"
                )
