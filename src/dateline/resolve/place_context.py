"""What a whole report says about where it is: the countries it names, and where its unambiguous places lie."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.knowledge.actors import actors
from dateline.knowledge.folding import fold
from dateline.knowledge.gazetteer import Candidate, Gazetteer
from dateline.knowledge.gazetteer_rows import kilometres
from dateline.knowledge.nations import nations
from dateline.knowledge.place_words import place_words
from dateline.model.claim import PlaceMention
from dateline.model.text import Report

_OF_COUNTRY_NAMED, _OF_DEMONYM = 2.0, 0.5
_OF_GROUP, _AT_HOME = 1.0, frozenset({"rebel group", "political militia", "identity militia"})
_OF_NAMED, _OF_UNNAMED = 2.0, 1.0  # a town in a country that the text names, or not
_PEOPLE_AT_LEAST = 1000
_LOG_OF_A_GREAT_CITY = 6.3  # two million people
_COUNTS = 0.15  # a country with less than this share of the first one's weight is only mentioned
_CLEARLY, _EVIDENT = 4.0, 1.5
_ONE_SPOT_KM = 40
_LARGE = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceContext:
    """Evidence from the whole report. `country` is the ISO code that most of it speaks for, if anything does.

    `countries` are all that it is plausibly about, with their weights; `anchors` the points of places whose names leave
    no doubt; `admin1` the codes of provinces that it names; `towns` its large towns, with the offsets where they stand;
    `explained` the names that it says once with what they lie in, folded, with the names of that; `provinces` the codes
    of all in which its places of the main country lie that leave no doubt.
    """

    gazetteer: Gazetteer
    country: str | None
    countries: Mapping[str, float]
    anchors: tuple[tuple[float, float], ...]
    admin1: frozenset[str]
    towns: tuple[tuple[int, Candidate], ...] = ()
    explained: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    provinces: frozenset[str] = frozenset()

    @property
    def evident_country(self) -> str | None:
        """The country of a place of which nothing else is known: only where no other comes near in weight."""
        others = [weight for code, weight in self.countries.items() if code != self.country]
        least = max(_EVIDENT, _CLEARLY * max(others, default=0.0))
        clear = self.country is not None and self.countries[self.country] >= least
        return self.country if clear else None

    @property
    def only_province(self) -> Candidate | None:
        """The province in which all places of the report lie that leave no doubt, where its country is evident."""
        if self.evident_country is None or len(self.provinces) != 1:
            return None
        return self.gazetteer.admin1(next(iter(self.provinces)))

    def town_before(self, offset: int) -> Candidate | None:
        """The large town that the report named last before the offset, else the first one after it."""
        before = [town for start, town in self.towns if start < offset]
        return before[-1] if before else next((town for _, town in self.towns), None)

    def near(self, point: tuple[float, float] | None, km: float) -> bool:
        """Whether the point lies within so many kilometres of one of the anchors, other than itself."""
        if point is None:
            return False
        degrees = km / 111.0  # a quick look at the latitude spares most of the trigonometry
        return any(abs(a[0] - point[0]) <= degrees and 0.5 < kilometres(point, a) <= km for a in self.anchors)


def place_context(mentions: Sequence[PlaceMention], report: Report, gazetteer: Gazetteer) -> PlaceContext:
    """The context of a report, from all the places that it names, its dateline and the nations in its text."""
    names = list(dict.fromkeys(n for m in mentions for n in (base_name(m), *map(bare_name, m.within))))
    weights = _weights(names, mentions, report, gazetteer)
    country = max(weights, key=lambda code: weights[code], default=None)
    plausible = {c: w for c, w in weights.items() if country and w >= _COUNTS * weights[country]}
    exact = [_inside(gazetteer.candidates(name), plausible) for name in names]
    return PlaceContext(
        gazetteer=gazetteer,
        country=country,
        countries=plausible,
        anchors=tuple(point for found in exact if (point := _one_spot(found, country)) is not None),
        admin1=frozenset(c.admin1 for found in exact for c in found if c.kind == "admin1" and c.admin1),
        towns=tuple(_large_towns(mentions, country, gazetteer)),
        explained=_explained(mentions),
        provinces=frozenset(code for found in exact for code in _provinces(found, country)),
    )


def _provinces(candidates: Sequence[Candidate], country: str | None) -> frozenset[str]:
    """The codes of the provinces in which the places of one name lie in this country; of a province its own."""
    return frozenset(c.admin1 for c in candidates if c.country == country and c.admin1 is not None)


def _explained(mentions: Iterable[PlaceMention]) -> dict[str, tuple[str, ...]]:
    """Names that are said with what they lie in ("GLASGOW, Ky."), and that; it holds for the bare name too."""
    said: dict[str, tuple[str, ...]] = {}
    for mention in mentions:
        if mention.within:
            said.setdefault(fold(base_name(mention)), mention.within)
    return said


def _large_towns(
    mentions: Iterable[PlaceMention], country: str | None, gazetteer: Gazetteer
) -> Iterator[tuple[int, Candidate]]:
    for mention in sorted(mentions, key=lambda mention: mention.words.start):
        named = (c for c in gazetteer.candidates(base_name(mention)) if c.exact and c.kind == "city")
        town = next((c for c in named if c.country == country and c.population >= _LARGE), None)
        if town is not None:
            yield mention.words.start, town


def base_name(mention: PlaceMention) -> str:
    """The name without the compass word before it: of "southern Idlib" Idlib."""
    part = mention.part
    return mention.name.removeprefix(part).strip() if part and mention.name != part else mention.name


def bare_name(name: str) -> str:
    """The name without compass word and noun: of "southern Idlib" and "Idlib province" Idlib."""
    words, nouns = name.split(), place_words()
    while len(words) > 1 and words[0].lower() in nouns.compass:
        words = words[1:]
    if len(words) > 1 and words[-1].lower() in nouns.province | nouns.division | nouns.settlement:
        words = words[:-1]
    return " ".join(words)


def _weights(
    names: Iterable[str], mentions: Sequence[PlaceMention], report: Report, gazetteer: Gazetteer
) -> dict[str, float]:
    weights: defaultdict[str, float] = defaultdict(float)
    named = Counter(hit.nation.code for hit in nations().find(report.text))
    for code, times in named.items():
        weights[code] += _OF_DEMONYM * min(times, 10)
    for code in _homes_of_groups(report):
        weights[code] += _OF_GROUP
    for mention in mentions:
        country = gazetteer.country(base_name(mention))
        if country is not None and country.country:
            weights[country.country] += _OF_COUNTRY_NAMED
    for name in (*names, *((report.dateline or "").split(",")[:1])):
        for code, vote in _votes(gazetteer.candidates(name), named).items():
            weights[code] += vote
    return dict(weights)


def _homes_of_groups(report: Report) -> list[str]:
    """The countries of the armed groups that the text names, one for each group; an army may fight abroad."""
    on = date.fromisoformat(report.published[:10]) if report.published else None
    groups = {hit.entry.id: hit.entry for hit in actors().find(report.text, on)}
    return [entry.country for entry in groups.values() if entry.country and entry.kind in _AT_HOME]


def _votes(candidates: Sequence[Candidate], named: Mapping[str, int]) -> dict[str, float]:
    """The weight of a name, shared out by people among the countries in which it lies; more to those the text names.

    The better known the largest of the namesakes, the more the name says.
    """
    people: defaultdict[str, int] = defaultdict(int)
    for place in candidates:
        if place.exact and place.country and place.kind != "country":
            people[place.country] = max(people[place.country], place.population + _PEOPLE_AT_LEAST)
    total = sum(people.values())
    known = (math.log10(max(people.values(), default=1)) / _LOG_OF_A_GREAT_CITY) ** 2
    return {c: (_OF_NAMED if c in named else _OF_UNNAMED) * known * number / total for c, number in people.items()}


def _inside(candidates: Sequence[Candidate], countries: Mapping[str, float]) -> list[Candidate]:
    return [c for c in candidates if c.exact and c.country in countries]


def _one_spot(candidates: Sequence[Candidate], country: str | None) -> tuple[float, float] | None:
    """The point of a name whose towns in the report's country all lie in one spot."""
    points = [c.point for c in candidates if c.kind in ("city", "admin2") and c.country == country and c.point]
    if not points or any(kilometres(points[0], other) > _ONE_SPOT_KM for other in points):
        return None
    return points[0]
