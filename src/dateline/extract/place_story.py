"""Where the story is at, for events whose own sentence does not say: named before, named later, or the dateline."""

from collections import Counter
from collections.abc import Sequence

from dateline.extract.place_bystanders import is_of_a_teller
from dateline.extract.place_found import FoundPlace
from dateline.knowledge.nations import nations
from dateline.knowledge.words import word_classes
from dateline.model.claim import PlaceMention
from dateline.model.text import Reading

_SUMMED_UP = frozenset({"war", "conflict", "uprising", "crisis"})
_UNNAMED = frozenset(
    {"town", "village", "city", "district", "neighbourhood", "neighborhood", "area", "camp", "suburb", "quarter"}
)
_SETTLED = frozenset({"town", "village", "city"})
_CAN_LAST = frozenset({"site", "reference", "owner"})
_SENTENCES_ON = 4
_COUNTRY, _OFTEN = 4, 2
_OF_PARTIES = frozenset({"nsubj", "appos"})
# Measured on hand-coded reports: of these the sentence before tells the place less often than not.
_PLACE_NOT_CARRIED = frozenset(
    "demand threat arms_supply agreement group_change arrest talks sanction ceasefire deployment".split()
)
# What strikes or moves the ground itself; a story that tells of it stays at its place.
_GROUND = frozenset("air_strike shelling armed_clash bombing casualties displacement damage".split())
_BACK = 1


def place_of_the_story(trigger: int, reading: Reading, found: Sequence[FoundPlace], type: str) -> list[FoundPlace]:
    """The places of the sentence before, which one without any carries on; [] where it has none.

    Measured on hand-coded reports: each further sentence back loses more in precision than it gains.
    """
    if type in _PLACE_NOT_CARRIED:
        return []
    here = reading.sentences[reading.sentence_of[trigger]]
    lemmas = {t.lemma for t in reading.tokens[here.first : here.last]}
    if lemmas & _SUMMED_UP:
        return _main_country(reading, found)
    if "here" in lemmas and not _is_measured_from_here(reading, here.first, here.last) and reading.report.dateline:
        return _dateline(reading, here.first, here.last)
    back = range(here.index - 1, here.index - 1 - (_BACK if type in _GROUND else 1), -1)
    for sentence in back:
        last = [p for p in found if p.sentence == sentence and p.use in _CAN_LAST and p.mention.part is None]
        last = [p for p in last if not _is_whose_people_speak(reading, p) and not is_of_a_teller(p, reading)]
        last = [p for p in last if not _is_a_party(reading, p)]
        if sites := [p for p in last if p.use == "site"] or last:
            return [p for p in sites if p.list_id == sites[0].list_id]
    return _place_after_the_lead(here.index, found) if type in _GROUND | {"attack"} else []


def _is_whose_people_speak(reading: Reading, place: FoundPlace) -> bool:
    """ "According to residents of Azmar": where they live, not where the story is at."""
    tokens = reading.tokens
    preposition = tokens[tokens[place.last].head]
    people = tokens[preposition.head]
    spoken = tokens[people.head].lower in ("to", "by") or people.dep == "nsubj"
    return preposition.lower == "of" and people.lemma in word_classes()["people"] and spoken


def _is_a_party(reading: Reading, place: FoundPlace) -> bool:
    """ "Its ally Chad blamed them for it": a country that acts, or is named beside one that does."""
    return place.size == _COUNTRY and place.use == "site" and reading.tokens[place.head].dep in _OF_PARTIES


def _place_after_the_lead(here: int, found: Sequence[FoundPlace]) -> list[FoundPlace]:
    """A lead that names no place tells what the sentence after it places."""
    sites = [p for p in found if p.sentence == 1 and p.use == "site"] if here == 0 else []
    return [p for p in sites if p.list_id == sites[0].list_id]


def named_later(vague: FoundPlace, trigger: int, reading: Reading, found: Sequence[FoundPlace]) -> list[FoundPlace]:
    """The name that the next sentences give to "a village in" the vague place; [] where they give none."""
    noun = _unnamed_noun(vague, trigger, reading)
    if noun is None:
        return []
    nouns = _SETTLED if noun in _SETTLED else {noun}
    for place in found:
        if (
            not vague.sentence < place.sentence <= vague.sentence + _SENTENCES_ON
            or place.use != "site"
            or place.size > 2
        ):
            continue
        words = set(place.mention.words.text.lower().split())
        if words & nouns and place.mention.name != vague.mention.name:
            return [place]
    return []


def _unnamed_noun(vague: FoundPlace, trigger: int, reading: Reading) -> str | None:
    """The noun of "a rebel-held town northeast of": an unnamed place said just before the vague one."""
    tokens = reading.tokens
    start = reading.sentences[vague.sentence].first
    for i in range(min(vague.first + 1, vague.last), max(start, vague.first - 7, trigger - 3), -1):
        if tokens[i].lower in _UNNAMED:
            return tokens[i].lower if any(tokens[c].lower in ("a", "an") for c in reading.children[i]) else None
    return None


def _main_country(reading: Reading, found: Sequence[FoundPlace]) -> list[FoundPlace]:
    """The country named most, at its first mention; where none is a place, the one whose people are named most."""
    countries = [p for p in found if p.size == _COUNTRY and not _is_neighbour(reading, p)]
    if not countries:
        return _country_by_its_people(reading)
    name = Counter(p.mention.name for p in countries).most_common(1)[0][0]
    return [next(p for p in countries if p.mention.name == name)]


def _is_neighbour(reading: Reading, place: FoundPlace) -> bool:
    """ "The province, which borders Chad"."""
    head = reading.tokens[place.head]
    return head.dep == "dobj" and reading.tokens[head.head].lemma == "border"


def _country_by_its_people(reading: Reading) -> list[FoundPlace]:
    """ "The Lorvian army", "Lorvians": of a report that tells of one nation only by its adjective."""
    hits = nations().find(reading.report.text)
    if not hits:
        return []
    code, times = Counter(hit.nation.code for hit in hits).most_common(1)[0]
    if times < _OFTEN:
        return []
    hit = next(hit for hit in hits if hit.nation.code == code)
    i = next(t.i for t in reading.tokens if t.end > hit.start)
    mention = PlaceMention(name=hit.nation.name, words=reading.words(i, i))
    here = reading.sentence_of[i]
    return [FoundPlace(mention=mention, first=i, last=i, head=i, sentence=here, use="owner", size=_COUNTRY, list_id=i)]


def _is_measured_from_here(reading: Reading, first: int, last: int) -> bool:
    """Whether "here" only says how far it is: "80 km from here"."""
    return any(
        reading.tokens[i].lower == "here" and reading.tokens[i - 1].lower == "from" for i in range(first + 1, last)
    )


def _dateline(reading: Reading, first: int, last: int) -> list[FoundPlace]:
    """What "here" stands for."""
    i = next(i for i in range(first, last) if reading.tokens[i].lemma == "here")
    mention = PlaceMention(name=(reading.report.dateline or "").split(",")[0].strip(), words=reading.words(i, i))
    here = reading.sentence_of[i]
    return [FoundPlace(mention=mention, first=i, last=i, head=i, sentence=here, use="reference", size=1, list_id=i)]
