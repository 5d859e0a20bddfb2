"""What one report says: claims and relations, as spans of its text, nothing looked up yet."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.text import Report, Span

Modality = Literal["occurred", "planned", "possible", "not"]
Stance = Literal["asserts", "denies"]
Basis = Literal["stated", "alleged", "inferred"]
PlaceRole = Literal["site", "from", "to"]
CountKind = Literal[
    "killed", "injured", "missing", "abducted", "detained", "released", "displaced", "returned", "damaged", "deployed"
]
CountStatus = Literal["civilian", "combatant", "child"]
Scope = Literal["incident", "total", "stock"]
SourceKind = Literal[
    "official",
    "armed group",
    "witness",
    "activist",
    "aid or rights group",
    "intergovernmental",
    "intelligence",
    "media",
    "other",
]
Denial = Literal["particular", "general"]
Extent = Literal["whole", "part", "area"]
RelationKind = Literal["part_of", "leads", "backed_by", "allied_with", "formerly", "controls"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Somebody or something named or described: its words here, and the fullest name that the report gives it."""

    name: str
    words: Span
    basis: Basis = "stated"
    alleged_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place as named. `within` are the names of larger places said beside it, nearest first.

    `relation` says how the happening lies to the named place: None for in it, else one of "outskirts", "near",
    "between", "road", "direction" (then `distance_km` and `bearing`, a compass word, where given). `part` is a compass
    word or "outskirts of"-like word that makes the place an area ("southern" in "southern Idlib").
    """

    name: str
    words: Span
    role: PlaceRole = "site"
    within: tuple[str, ...] = ()
    relation: str | None = None
    part: str | None = None
    distance_km: float | None = None
    bearing: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """Words of time, the calendar pattern that found them, and the tense of the clause they stand in."""

    words: Span
    pattern: str
    tense: Literal["past", "present", "future"] = "past"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many, as an interval: "at least 12" is (12, None), "dozens" is (24, 99).

    `part_of` is the index, among the claim's counts, of the figure that this one is a part of.
    """

    kind: CountKind
    who: str
    low: int | None
    high: int | None
    words: Span
    status: CountStatus | None = None
    unit: str = "person"
    scope: Scope = "incident"
    part_of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who is said to have said it, how they stand to it, and by which words."""

    name: str
    words: Span
    stance: Stance = "asserts"
    kind: SourceKind = "other"
    group: str | None = None
    cue: str | None = None
    hedge: str | None = None
    via: str | None = None
    denial: Denial | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One report says one thing, by one set of sources with one stance each.

    `rule` names the codebook trigger that made it. `voiced`: the report says it in its own voice, though a source that
    it names denies it. `retold`: it tells of it again in another sentence. `likelihood` is the probability that an
    analyst would record it; None where it was not judged.
    """

    type: str
    trigger: Span
    sentence: Span
    modality: Modality
    background: bool
    agents: tuple[Mention, ...]
    targets: tuple[Mention, ...]
    places: tuple[PlaceMention, ...]
    time: TimeMention | None
    counts: tuple[Count, ...]
    sources: tuple[Source, ...]
    means: str | None
    extent: Extent | None
    rule: str
    likelihood: float | None = None
    voiced: bool = False
    retold: bool = False

    @property
    def in_own_voice(self) -> bool:
        """Whether the report says it without crediting anybody."""
        return self.voiced or not self.sources

    @property
    def asserted(self) -> bool:
        """Whether anyone, if only the report itself, says that it is so."""
        return self.in_own_voice or any(source.stance == "asserts" for source in self.sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationClaim:
    """The report states that `subject` stands in a relation to `object`; for `controls` the object is a place."""

    subject: Mention
    relation: RelationKind
    object: Mention
    sentence: Span
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """All that one report says.

    `said_days` are the days of its reporting verbs ("residents said on Friday"), `lead_days` the other times of its
    first sentences; `places` all places it names.
    """

    report: Report
    claims: tuple[Claim, ...]
    relations: tuple[RelationClaim, ...] = ()
    said_days: tuple[TimeMention, ...] = ()
    lead_days: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
