"""Places of those who tell, back or claim an event, and of what it came after: named beside it, not its own."""

from collections.abc import Iterator

from dateline.extract.grammar import ancestors
from dateline.extract.place_found import FoundPlace
from dateline.knowledge.nations import nations
from dateline.knowledge.place_words import place_words
from dateline.model.text import Reading

_COUNTRY = 4
_CLAIMING = frozenset({"claim", "condemn", "denounce", "deny", "hail", "welcome"})
_BACKERS = frozenset({"ally", "backer", "patron", "sponsor", "master", "paymaster"})
_AFTERWARDS = frozenset({"following", "since", "after", "aftermath", "despite"})
_CITING = frozenset({"cite", "quote"})


def is_a_bystanders(trigger: int, place: FoundPlace, reading: Reading) -> bool:
    """Whether the place is that of a teller, backer or claimant of the event at `trigger`, or of what it came after."""
    above = {trigger, *ancestors(reading, trigger)}
    way = tuple(_way_to(above, place, reading))
    return (
        _is_of_a_teller(place, way, reading)
        or _is_a_backers(place, reading)
        or any(reading.tokens[i].dep == "agent" and _lemma_over(i, reading) in _CLAIMING for i in way)
        or _is_of_what_came_before(trigger, place, way, reading)
    )


def is_of_a_teller(place: FoundPlace, reading: Reading) -> bool:
    """ "According to data from Chad", "a monitoring group based in the UK", "said the Sudan-based network"."""
    return _is_of_a_teller(place, (place.head, *ancestors(reading, place.head)), reading)


def _way_to(above: set[int], place: FoundPlace, reading: Reading) -> Iterator[int]:
    """The words from the place up to where its way meets that of the trigger."""
    for i in (place.head, *ancestors(reading, place.head)):
        if i in above:
            return
        yield i


def _lemma_over(i: int, reading: Reading) -> str:
    return reading.tokens[reading.tokens[i].head].lemma


def _is_of_a_teller(place: FoundPlace, way: tuple[int, ...], reading: Reading) -> bool:
    tokens = reading.tokens
    preposition = tokens[tokens[place.head].head]
    told = any(tokens[i].lower == "according" or tokens[i].lemma in _CITING for i in way)
    itself = preposition.lower == "to" and tokens[preposition.head].lower == "according"
    based = place.size == _COUNTRY and any(tokens[i].lower == "based" and tokens[i].dep == "acl" for i in way)
    return based or (told and (itself or preposition.lower == "from" or place.size == _COUNTRY))


def _is_a_backers(place: FoundPlace, reading: Reading) -> bool:
    """ "The government and its allies in Moscow": a capital where other parties sit."""
    preposition = reading.tokens[reading.tokens[place.head].head]
    named = nations().by_metonym(place.mention.name) is not None or place.size == _COUNTRY
    return named and preposition.lower == "in" and _lemma_over(preposition.i, reading) in _BACKERS


def _is_of_what_came_before(trigger: int, place: FoundPlace, way: tuple[int, ...], reading: Reading) -> bool:
    """ "Arrested following the Goma market massacre", "since fighting broke out in Goma": when, not where.

    A whole country's war goes on where it broke out.
    """
    tokens = reading.tokens
    over = [i for i in (*way, trigger) if tokens[i].lower in _AFTERWARDS and i in way]
    named_by_it = (
        tokens[place.head].dep in ("compound", "nmod")
        and tokens[tokens[place.head].head].lower in place_words().happenings
    )
    since = any(tokens[i].dep == "advcl" and any(tokens[c].lower == "since" for c in reading.children[i]) for i in way)
    return (since and place.size < _COUNTRY) or bool(over and named_by_it)
