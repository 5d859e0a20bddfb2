"""Places spoken of without their name: "the city", "the capital", "the north of the country"."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dateline.extract.place_chains import rank
from dateline.extract.place_phrases import Phrase
from dateline.knowledge.gazetteer import Candidate, Gazetteer
from dateline.knowledge.nations import nations
from dateline.knowledge.place_words import place_words
from dateline.model.text import Reading

_NOUNS_OF_RANKS: tuple[tuple[str, frozenset[int]], ...] = (
    ("city town village", frozenset({1})),
    ("province governorate state oblast", frozenset({3})),
    ("district neighborhood neighbourhood quarter", frozenset({0, 2})),
    ("country nation", frozenset({4})),
    ("area", frozenset({0, 1, 2})),
    ("region territory", frozenset({0, 1, 2, 3})),
    ("camp airport base airbase hospital mosque crossing dam bridge", frozenset({0})),
)
_RANKS = {noun: ranks for nouns, ranks in _NOUNS_OF_RANKS for noun in nouns.split()}
_PROVINCE, _COUNTRY, _AS_A_PLACE = 3, 4, 3
_GREAT = 200_000
_SOIL = frozenset("territory territories soil cities towns villages airspace waters border borders coast".split())
_DEFINITE = frozenset({"the", "this", "that"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Tokens `first` to `last` that stand for the place `name`; `part` of it where only a side is meant."""

    first: int
    last: int
    head: int
    name: str
    part: str | None


def references(reading: Reading, phrases: Sequence[Phrase], gazetteer: Gazetteer) -> list[Reference]:
    """All definite nouns for places that point back to a named one, in reading order."""
    taken = {i for p in phrases for i in range(p.first, p.last + 1)}
    ranked = [(p, rank(p, gazetteer)) for p in phrases]
    country = _country(reading, ranked, gazetteer)
    found = []
    for token in reading.tokens:
        if (
            token.pos in ("NOUN", "PROPN")
            and token.i not in taken
            and (token.lower in _RANKS or token.lower == "capital")
        ):
            name = _meant(reading, token.i, ranked, country, gazetteer)
            if name is not None:
                found.append(_reference(reading, token.i, name))
    return [*found, *_soils(reading, taken, gazetteer)]


def _soils(reading: Reading, taken: Collection[int], gazetteer: Gazetteer) -> Iterator[Reference]:
    """ "Iraqi territory", "besieged Ukrainian cities": a nation's land, named by the nation's adjective."""
    for token in reading.tokens:
        if token.lower not in _SOIL or token.i in taken or token.dep not in ("pobj", "conj", "dobj"):
            continue
        if _is_measured_to(reading, token.i):
            continue
        of = next(
            ((c, n) for c in reading.children[token.i] if (n := nations().by_demonym(reading.tokens[c].text))), None
        )
        country = gazetteer.country(of[1].code) if of else None
        if of is not None and country is not None and of[0] < token.i:
            yield Reference(first=of[0], last=token.i, head=token.i, name=country.name, part=None)


def _is_measured_to(reading: Reading, i: int) -> bool:
    """Whether it only says how far away it is: "19 miles from the border"."""
    above = reading.tokens[reading.tokens[i].head]
    words = {t.lower for t in reading.tokens[max(0, above.i - 6) : above.i]}
    return above.lower in ("from", "of") and bool(words & place_words().units_of_length)


def _meant(
    reading: Reading, i: int, ranked: Sequence[tuple[Phrase, int]], country: str | None, gazetteer: Gazetteer
) -> str | None:
    """The name of the place that the noun at `i` points back to."""
    tokens = reading.tokens
    if tokens[i].lower == "capital" and (owner := _owner(reading, i)):
        return _capital(gazetteer, owner)
    if not any(tokens[c].lower in _DEFINITE for c in reading.children[i]):
        return None
    further = {tokens[c].dep for c in reading.children[i]}
    # "the now ghost city that ..." is one already named
    renamed = any(t.lower == "now" for t in tokens[min(reading.children[i], default=i) : i])
    if further & {"prep", "appos", "poss"} or ("relcl" in further and not renamed):
        return None
    demonym = next((n for c in reading.children[i] if (n := nations().by_demonym(tokens[c].text))), None)
    compounds = {tokens[c].lower for c in reading.children[i] if tokens[c].dep in ("compound", "amod")}
    if tokens[i].lower == "capital" or (tokens[i].lower == "city" and "capital" in compounds):
        return _capital(gazetteer, demonym.code if demonym else country or "")
    wanted = _RANKS[tokens[i].lower]
    here = reading.sentence_of[i]
    if demonym is not None:
        return None
    if wanted == {4}:
        said = [p for p, size in ranked if size == 4 and p.last < i and reading.sentence_of[p.first] == here]
        return said[-1].name.text if said else (None if _acts_here(reading, here, country) else country)
    before = [p for p, size in ranked if p.last < i and size in wanted and here - reading.sentence_of[p.first] <= 6]
    before = [p for p in before if reading.sentence_of[p.first] == here] or before
    alike = [p for p in before if _is_called(reading, p, tokens[i].lower)]
    if before:
        return (alike or [p for p in before if p.relation != "direction"] or before)[-1].name.text
    return _dateline(reading) if tokens[i].lower == "city" else None


def _owner(reading: Reading, i: int) -> str | None:
    """The nation whose the noun is said to be: "Lorvia's capital"."""
    owners = (c for c in reading.children[i] if reading.tokens[c].dep == "poss")
    return next((n.code for c in owners if (n := nations().by_name(reading.tokens[c].text))), None)


def _capital(gazetteer: Gazetteer, country: str) -> str | None:
    """The capital of a country, by its name or code."""
    home = gazetteer.country(country)
    capital = gazetteer.capital(home.country) if home and home.country else None
    return capital.name if capital else None


def _acts_here(reading: Reading, sentence: int, country: str | None) -> bool:
    """ "Kenya will send advisers to the country": one that acts in the sentence is not the country meant."""
    nation, inside = nations().by_name(country or ""), reading.sentences[sentence]
    subjects = (t for t in reading.tokens[inside.first : inside.last] if t.dep == "nsubj")
    words = ((t.text, reading.words(max(t.i - 1, inside.first), t.i).text) for t in subjects)
    return nation is not None and any(nations().by_name(name) == nation for names in words for name in names)


def _dateline(reading: Reading) -> str | None:
    """Of a story that has named no town yet, "the city" is the one that it was sent from."""
    return (reading.report.dateline or "").split(",")[0].strip() or None


def _is_called(reading: Reading, phrase: Phrase, noun: str) -> bool:
    """Whether the phrase itself says that the place is a `noun`."""
    return any(t.lower == noun for t in reading.tokens[phrase.first : phrase.last + 1])


def _country(reading: Reading, ranked: Sequence[tuple[Phrase, int]], gazetteer: Gazetteer) -> str | None:
    """The country that the report speaks of most: by its people's name, by its great cities, and more by its own where
    that is a place."""
    counted = Counter(hit.nation.code for hit in nations().find(reading.report.text))
    cities = (_great_city(p.name.text, gazetteer) for p, size in ranked if size != _COUNTRY)
    counted.update(city.country for city in cities if city is not None and city.country is not None)
    counted.update(home for p, size in ranked if size == _PROVINCE and (home := _home(p.name.text, gazetteer)))
    for named in (gazetteer.country(p.name.text) for p, size in ranked if size == _COUNTRY):
        if named is not None and named.country:
            counted[named.country] += _AS_A_PLACE
    country = gazetteer.country(counted.most_common(1)[0][0]) if counted else None
    return country.name if country else None


def _home(province: str, gazetteer: Gazetteer) -> str | None:
    """The country of a province, where no other country has one of its name."""
    homes = {c.country for c in gazetteer.candidates(province) if c.exact and c.kind == "admin1"}
    return homes.pop() if len(homes) == 1 else None


def _great_city(name: str, gazetteer: Gazetteer) -> Candidate | None:
    """The largest city of a name, where it is a great one: no other is meant without more being said."""
    cities = (c for c in gazetteer.candidates(name) if c.exact and c.kind == "city")
    largest = max(cities, key=lambda c: c.population, default=None)
    return largest if largest is not None and largest.population >= _GREAT else None


def _reference(reading: Reading, i: int, name: str) -> Reference:
    """The noun with its article and, where a side is meant, "the north of" before it."""
    tokens, words = reading.tokens, place_words()
    first = min((c for c in reading.children[i] if c < i and tokens[c].lower in _DEFINITE), default=i)
    if first >= 2 and tokens[first - 1].lower == "of" and tokens[first - 2].lower in words.part:
        start = first - 2
        while start > 0 and tokens[start - 1].lower in words.compass:
            start -= 1
        part = reading.words(start, first - 2).text.lower()
        return Reference(first=start, last=i, head=first - 2, name=name, part=part)
    return Reference(first=first, last=i, head=i, name=name, part=None)
