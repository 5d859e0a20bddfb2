"""A mention made ready for the tests of which of its namesakes it is."""

from dataclasses import dataclass

from dateline.knowledge.folding import fold
from dateline.knowledge.gazetteer import Candidate
from dateline.knowledge.place_words import place_words
from dateline.model.claim import PlaceMention
from dateline.resolve.place_context import PlaceContext, bare_name, base_name

_LINES = frozenset(
    "highway highways road roads motorway railway canal river rivers route border borders frontier coast".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A mention with what the tests look at: the class of its noun, and what its `within` names may mean.

    `line`: it is a road, a river or a border that is named after places, and lies all along it.
    """

    mention: PlaceMention
    context: PlaceContext
    noun: str | None
    holders: tuple[Candidate, ...]
    line: bool = False


def asked(mention: PlaceMention, context: PlaceContext, noun: str | None = None, *, line: bool = False) -> Asked:
    """The mention made ready for the tests; `noun` is the class of a noun that it shares with others of its list,
    `line` whether it is an end of a road that another of them names.

    A name without what it lies in lies in what the report says with that name elsewhere; a quarter of which no town is
    said lies in the town that the report named last.
    """
    noun = noun_of(mention) or noun
    within = mention.within or context.explained.get(fold(base_name(mention)), ())
    holders = tuple(c for name in within for c in _holders(name, context))
    if noun == "quarter" and not holders:
        town = context.town_before(mention.words.start)
        holders = (town,) if town is not None and town not in context.gazetteer.candidates(base_name(mention)) else ()
    return Asked(mention=mention, context=context, noun=noun, holders=holders, line=line or names_a_line(mention))


def _holders(name: str, context: PlaceContext) -> list[Candidate]:
    """What a larger place may be: of "Homs province" the province, and the town only where no province is called so."""
    found = [c for c in context.gazetteer.candidates(bare_name(name)) if c.exact]
    wider = [c for c in found if c.kind != "city"] if name.split()[-1].lower() in place_words().province else []
    return wider or found


def names_a_line(mention: PlaceMention) -> bool:
    """Whether the last word says that a road, a river or a border is meant: "Tarva highway", "Nestor-Tarva road"."""
    return mention.words.text.lower().split()[-1] in _LINES


def noun_of(mention: PlaceMention) -> str | None:
    """The class of the noun beside the name: "settlement", "quarter", "division", "province", "facility", "nature"."""
    words = [w.strip(".,").lower() for w in mention.words.text.split()]
    beside = [
        w for w in (words[-1], words[0], *words[1:-1]) if w not in fold(base_name(mention)).split() or w == words[-1]
    ]
    return next((kind for word in beside if (kind := place_words().kind_of(word))), None)
