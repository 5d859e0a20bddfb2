"""Persons with their offices: "Lorvian Prime Minister Tor Anders", "Tor Anders, head of the Guard"."""

from collections.abc import Iterator

from dateline.extract.body_names import body
from dateline.extract.grammar import text_at
from dateline.extract.office_kinds import is_constituency, is_former, is_half, kind
from dateline.extract.office_owners import Office, before, field, of_owner, of_run, owner_of
from dateline.extract.person_names import person, person_from, person_until
from dateline.extract.runs import Run, bounds, is_upper, skip
from dateline.extract.scene import Scene
from dateline.extract.stated import Stated, named_nation, party_before
from dateline.knowledge.nations import nations
from dateline.knowledge.office_words import office_words
from dateline.knowledge.statesmen import Rank, in_office
from dateline.model.claim import Mention
from dateline.model.text import Reading

_PORTFOLIOS = frozenset({"minister", "secretary"})


def offices(scene: Scene, i: int) -> Iterator[Stated]:
    """Persons and the bodies that they lead or belong to, from the word for an office at token `i`."""
    office = Office(i, *before(scene, i))
    if is_former(scene.reading, office) or is_half(scene.reading, i):
        return
    for look in (_name_after, _name_before, _name_after_owner, _known_statesman):
        found = look(scene, office)
        if found is not None:
            who, owner = found
            if is_constituency(scene, office, owner):
                return
            yield Stated(person(scene, who), kind(scene.reading, office), owner, i)
            return


Found = tuple[Run, Mention]


def _name_after(scene: Scene, office: Office) -> Found | None:
    """ "Lorvian President Tor Anders", "President Tor Anders of Lorvia"."""
    reading = scene.reading
    start = _past_ranks(reading, office.i + 1)
    if start not in bounds(reading, office.i):
        return None
    comma = reading.tokens[start].text == ","
    owned = office.owner is not None or reading.tokens[office.left].lower == "its"
    start = _past_ranks(reading, start + 1) if comma and owned else start
    who = person_from(scene, start)
    if who is None or (comma and who[0] == who[1]):
        return None
    owner = owner_of(scene, office) or of_owner(scene, who[1] + 1)
    return None if owner is None else (who, owner)


def _name_before(scene: Scene, office: Office) -> Found | None:
    """ "Tor Anders, the head of the Guard"; the comma may be lost."""
    reading = scene.reading
    after = of_owner(scene, office.i + 1)
    end = _before_brackets(reading, skip(reading, office.left - 1, _BETWEEN, step=-1))
    who = _named_until(scene, end) if end in bounds(reading, office.i) else None
    if who is None and after is not None and office.owner is not None:
        who = person_until(scene, office.owner[1])
    field_only = text_at(reading, office.i + 1).lower() == "for"  # "the UN envoy for Karan"
    owner = (owner_of(scene, office) or after) if field_only else (after or owner_of(scene, office))
    return None if who is None or owner is None else (who, owner)


def _named_until(scene: Scene, end: int) -> Run | None:
    """A full name, or a surname alone of which the report gives the full name."""
    full = person_until(scene, end)
    if full is not None or scene.reading.tokens[end].pos != "PROPN":
        return full
    first = end
    while first > 0 and scene.reading.tokens[first - 1].text in ("-", "al", "Al"):
        first -= 1
    single = person_from(scene, first)
    return single if single == (first, end) and " " in person(scene, single).name else None


_BETWEEN = frozenset({",", "is", "was", "the", "a", "an", "who", "as", "currently"})


def _before_brackets(reading: Reading, end: int) -> int:
    """What stands before "(47)" or "(his nickname)"."""
    if end < 0 or reading.tokens[end].text != ")":
        return end
    for k in range(end, max(-1, end - 8), -1):
        if reading.tokens[k].text == "(":
            return k - 1
    return end


def _name_after_owner(scene: Scene, office: Office) -> Found | None:
    """ "the head of the Guard, Tor Anders"; the comma may be lost."""
    reading = scene.reading
    state = owner_of(scene, office) if reading.tokens[office.i].lower in _PORTFOLIOS and office.owner else None
    inside = of_run(scene, office.i + 1) if state is None else field(scene, office.i + 1)
    inside = _nation_of(scene, office.i + 1) or inside
    if inside is None:
        return None
    start = _past_ranks(reading, skip(reading, inside[1] + 1, frozenset({",", "(", ")"})))
    who = person_from(scene, start) if start in bounds(reading, office.i) else None
    if who is None or who[0] == who[1]:
        return None
    return who, state or body(scene, inside)


def _nation_of(scene: Scene, i: int) -> Run | None:
    """The nation alone in "president of Lorvia Tor Anders", where the comma is lost."""
    reading = scene.reading
    inside = i + 2 in bounds(reading, i - 1) and reading.tokens[i].lower == "of" and is_upper(reading, i + 2)
    named = inside and nations().by_name(reading.tokens[i + 1].text) is not None
    return (i + 1, i + 1) if named else None


def _known_statesman(scene: Scene, office: Office) -> Found | None:
    """ "President Vladimir Putin" in a report that names Russia: whose president he is needs no words."""
    reading = scene.reading
    if office.owner is not None or reading.tokens[office.i].lower not in office_words().state_offices:
        return None
    start = skip(reading, office.i + 1, office_words().ranks | {".", ","})
    who = person_from(scene, start) if start in bounds(reading, office.i) else None
    if who is None:
        return None
    published = reading.report.published
    rank: Rank = "head" if kind(reading, office) == "leads" else "minister"
    known = in_office(person(scene, who).name, rank, int(published[:4]) if published else None)
    nation = named_nation(scene, known.nation) if known is not None else None
    return None if nation is None else (who, nation)


def _past_ranks(reading: Reading, i: int) -> int:
    return skip(reading, i, office_words().ranks | {".", ""})


def governments(scene: Scene, i: int) -> Iterator[Stated]:
    """ "President Tor Anders's government", "the government of President Tor Anders"."""
    reading = scene.reading
    who = person_from(scene, _past_ranks(reading, i + 1)) if i + 1 in bounds(reading, i) else None
    if who is None:
        return
    after = skip(reading, who[1] + 1, frozenset({"'s", "’s", "'", "’"}))
    inside = [k for k in (i - 2, after) if k in bounds(reading, i) and reading.tokens[k].lower in _RULES]
    if inside and (inside[0] != i - 2 or reading.tokens[i - 1].lower == "of"):
        run = party_before(scene, inside[0]) if inside[0] == after else None
        words = reading.words(*(run or (inside[0], inside[0])))
        yield Stated(person(scene, who), "leads", Mention(name=words.text, words=words), i)


_RULES = frozenset({"government", "regime", "administration"})
