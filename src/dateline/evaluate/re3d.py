"""The benchmark `re3d`: the entities that a conflict coder needs, in documents on Syria and Iraq, by span and type.

Each type is what the program finds of it: places; listed actors and whoever else acts, suffers or speaks in a claim;
persons' names; demonyms; words of time; bare numbers; and, by the classes of words that the codebook speaks of, weapons
and platforms. The article before them belongs to them, as the set has it.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final, Literal

from dateline.evaluate.rows import rows
from dateline.evaluate.timex3 import bare
from dateline.evaluate.verbatim import scenes, verbatim
from dateline.extract.claims import stages
from dateline.extract.person_names import is_surname, person_until
from dateline.extract.phrases import phrase
from dateline.extract.scene import Scene
from dateline.knowledge.codebook import Codebook, load_codebook
from dateline.knowledge.gazetteer import open_gazetteer
from dateline.knowledge.nations import nations
from dateline.knowledge.words import word_classes
from dateline.model.text import Span

FILES: Final = ("SPLIT.jsonl",)
Type = Literal[
    "Person", "Organisation", "Location", "Nationality", "MilitaryPlatform", "Weapon", "Quantity", "Temporal"
]
_Entity = tuple[Span, Type]
_ARTICLES: Final = frozenset({"the", "a", "an"})
_PLATFORMS: Final = frozenset(
    "tank warship carrier frigate destroyer submarine gunboat apc humvee bulldozer launcher".split()
)


def predictions(data: Path, split: str) -> Iterator[dict[str, Any]]:
    """One row a document: {"id", "entities": [{"start", "end", "type"}]}."""
    codebook = load_codebook()
    reports = [verbatim(row["id"], row["text"]) for row in rows(data / f"{split}.jsonl")]
    for scene in scenes(reports, open_gazetteer()):
        found = {(words.start, words.end, kind) for words, kind in _entities(scene, codebook)}
        entities = [{"start": start, "end": end, "type": kind} for start, end, kind in sorted(found)]
        yield {"id": scene.reading.report.page, "entities": entities}


def _entities(scene: Scene, codebook: Codebook) -> Iterator[_Entity]:
    report = scene.reading.report
    persons = list(_persons(scene))
    yield from ((_with_article(scene, words), "Person") for words in persons)
    yield from ((_with_article(scene, words), "Organisation") for words in _bodies(scene, codebook, persons))
    named = (found.mention.words for found in scene.places if found.use != "reference")
    yield from ((_with_article(scene, words), "Location") for words in named)
    for start, end, _ in nations().find(report.text):
        if nations().by_adjective(report.text[start:end]) is not None:
            yield report.span(start, end), "Nationality"
    yield from ((bare(report, found.mention.words), "Temporal") for found in scene.times)
    yield from ((words, "Quantity") for words in _numbers(scene))
    yield from _arms(scene)


def _persons(scene: Scene) -> Iterator[Span]:
    """Names of two words or more, and surnames of those so named."""
    for token in scene.reading.tokens:
        after = token.i + 1
        if token.pos != "PROPN" or (after < len(scene.reading.tokens) and scene.reading.tokens[after].pos == "PROPN"):
            continue
        run = person_until(scene, token.i)
        if run is not None:
            yield scene.reading.words(*run)
        elif is_surname(scene, token.text) and not scene.is_place(token.i):
            yield scene.reading.words(token.i, token.i)


def _bodies(scene: Scene, codebook: Codebook, persons: Iterable[Span]) -> Iterator[Span]:
    """Listed actors as named, and the parties and speakers of claims, but for persons."""
    yield from _listed(scene)
    names = list(persons)
    claims = stages(scene, codebook).kept
    parties = (party.words for claim in claims for party in (*claim.agents, *claim.targets))
    for words in chain(parties, (one.source.words for one in scene.attributions)):
        if not any(words.start < name.end and name.start < words.end for name in names):
            yield words


def _listed(scene: Scene) -> Iterator[Span]:
    reading = scene.reading
    for i, entry in scene.actors.items():
        if scene.actors.get(i - 1) != entry:
            last = i
            while scene.actors.get(last + 1) == entry:
                last += 1
            yield reading.words(i, last)


def _numbers(scene: Scene) -> Iterator[Span]:
    """Numbers before a noun, outside words of time."""
    timed = {i for found in scene.times for i in range(found.first, found.last + 1)}
    for token in scene.reading.tokens:
        if token.pos == "NUM" and token.dep == "nummod" and token.i not in timed:
            yield scene.reading.words(token.i, token.i)


def _arms(scene: Scene) -> Iterator[_Entity]:
    classes = word_classes()
    platforms = classes["aircraft"] | _PLATFORMS
    weapons = classes["shells"] | classes["bombs"] | {"weapon", "weaponry", "artillery", "gun", "rifle", "munition"}
    for token in scene.reading.tokens:
        if token.pos in ("NOUN", "PROPN") and token.dep != "compound" and token.lemma in platforms | weapons:
            words = phrase(scene.reading, token.i) or scene.reading.words(token.i, token.i)
            yield words, "MilitaryPlatform" if token.lemma in platforms else "Weapon"


def _with_article(scene: Scene, words: Span) -> Span:
    report = scene.reading.report
    before = report.text[: words.start].rstrip()
    last = before.rsplit(None, 1)[-1:] if before else []
    if last and last[0].lower() in _ARTICLES:
        return report.span(len(before) - len(last[0]), words.end)
    return words
