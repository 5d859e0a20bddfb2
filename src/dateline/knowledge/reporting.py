"""Words of saying and denying: which verbs report, with what stance, where the content stands, who can speak."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, get_args

import yaml

from dateline.knowledge.project import DataFile, at_work, per_project
from dateline.knowledge.reporting_own import LISTS, TABLES, Content, Speaker, with_own
from dateline.model.claim import SourceKind, Stance
from dateline.model.errors import DataError


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingVerb:
    """One sense of a verb of saying: how its subject stands to the content, where that stands, who can be subject."""

    group: str
    stance: Stance
    content: frozenset[Content]
    speaker: Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """The reporting words, by lemma. A verb may have several senses; `speakers` gives the kind by head noun; `cues` are
    all lemmas without which no sentence reports anything."""

    cues: frozenset[str]
    verbs: Mapping[str, tuple[ReportingVerb, ...]]
    not_content: Mapping[str, frozenset[str]]
    denial_nouns: frozenset[str]
    claim_nouns: frozenset[str]
    blame_nouns: frozenset[str]
    untrue: frozenset[str]
    toll_nouns: frozenset[str]
    families: Mapping[str, frozenset[str]]
    according: frozenset[str]
    passing_on: frozenset[str]
    owned_records: frozenset[str]
    pictures: frozenset[str]
    lone_records: frozenset[str]
    release_verbs: frozenset[str]
    hedges: frozenset[str]
    speakers: Mapping[str, SourceKind]
    roles: frozenset[str]
    posts: frozenset[str]
    ranks: frozenset[str]
    courtesies: frozenset[str]
    organisations: frozenset[str]


@per_project
def reporting() -> Reporting:
    """The reporting words that come with Dateline, changed by the project at work. Raises DataError."""
    text = (resources.files("dateline") / "data" / "reporting.yaml").read_text(encoding="utf-8")
    return parse_reporting(text, at_work().part("reporting.yaml"))


def parse_reporting(text: str, own: Iterable[DataFile] = ()) -> Reporting:
    """Reporting words from YAML like `data/reporting.yaml`, changed by files of one's own. Raises DataError naming the
    entry that is wrong."""
    raw = _checked(yaml.load(text, Loader=yaml.CSafeLoader))
    for file in own:
        raw = with_own(raw, file)
    lists = {name: frozenset(raw[name]) for name in LISTS}
    records = {name: frozenset(words) for name, words in raw["records"].items()}
    verbs = _verbs(raw["verbs"])
    return Reporting(
        cues=lists["passing_on"] | lists["claim_nouns"] | lists["denial_nouns"] | verbs.keys() | {"word"},
        verbs=verbs,
        not_content={verb: frozenset(nouns) for verb, nouns in raw["not_content"].items()},
        families={family: frozenset(words) for family, words in raw["event_families"].items()},
        owned_records=records["owned"],
        pictures=records["pictures"],
        lone_records=records["alone"],
        speakers=_speakers(raw["speakers"]),
        **lists,
    )


def _checked(raw: Any) -> dict[str, Any]:
    """The raw table, once every key is there and holds words."""
    if not isinstance(raw, dict):
        raise DataError("reporting.yaml: write a table of lists, as the file's head says")
    for name in ("verbs", *LISTS, *TABLES):
        if name not in raw:
            raise DataError(f"reporting.yaml: `{name}` is missing")
    for name in LISTS:
        _check_words(name, raw[name])
    for name in TABLES:
        for key, words in raw[name].items():
            _check_words(f"{name}: {key}", words)
    if set(raw["records"]) != {"owned", "pictures", "alone"}:
        raise DataError("reporting.yaml: `records` has the lists owned, pictures and alone")
    return raw


def _check_words(where: str, words: Any) -> None:
    if not isinstance(words, list) or not words:
        raise DataError(f"reporting.yaml: `{where}` must be a list of words")
    wrong = next((word for word in words if not isinstance(word, str) or word != word.lower()), None)
    if wrong is not None:
        raise DataError(
            f"reporting.yaml: `{where}` holds {wrong!r}; write it in lower case, in quotes if it is yes, no or on"
        )


def _verbs(groups: list[dict[str, Any]]) -> dict[str, tuple[ReportingVerb, ...]]:
    senses: dict[str, tuple[ReportingVerb, ...]] = {}
    for group in groups:
        sense = _sense(group)
        _check_words(f"verbs: {sense.group}", group.get("lemmas"))
        for lemma in group["lemmas"]:
            senses[lemma] = (*senses.get(lemma, ()), sense)
    return senses


def _sense(group: dict[str, Any]) -> ReportingVerb:
    name = group.get("name", "?")
    allowed = {"stance": get_args(Stance), "speaker": get_args(Speaker)}
    for key, values in allowed.items():
        if group.get(key) not in values:
            raise DataError(f"reporting.yaml: verbs: {name}: `{key}` must be one of {', '.join(values)}")
    content = frozenset(group.get("content") or ())
    if not content or not content <= set(get_args(Content)):
        raise DataError(f"reporting.yaml: verbs: {name}: `content` must name some of {', '.join(get_args(Content))}")
    return ReportingVerb(group=name, stance=group["stance"], content=content, speaker=group["speaker"])


def _speakers(table: dict[str, list[str]]) -> dict[str, SourceKind]:
    kinds: dict[str, SourceKind] = {}
    for kind in get_args(SourceKind):
        for noun in table.get(kind, ()):
            kinds.setdefault(noun, kind)
    unknown = set(table) - set(get_args(SourceKind))
    if unknown:
        raise DataError(f"reporting.yaml: speakers: {sorted(unknown)[0]!r} is no kind of source")
    return kinds
