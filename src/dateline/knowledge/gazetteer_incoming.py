"""What a row of somebody else's list comes to: a place, another name of one, left out with a reason, or a flaw."""

from dataclasses import dataclass

from dateline.knowledge.gazetteer_rows import PlaceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A place of an import. What its list calls the areas around it, where it has no codes of ours for them."""

    line: int
    row: PlaceRow
    admin1_name: str | None = None
    admin2_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherName:
    """Another name of the place with this id in GeoNames."""

    line: int
    geonameid: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A row that is rightly no place here, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """A row that cannot be read, and what is wrong with it."""

    line: int
    problem: str


Came = Incoming | OtherName | LeftOut | Flaw
