"""Who leads and who belongs: persons with their offices, "Lorvian Prime Minister Tor Anders", "Tor Anders, head of the Guard"."""

from collections.abc import Iterator
from typing import NamedTuple

from dateline.extract.coreference import antecedent
from dateline.extract.name_runs import (
    BODIES,
    DAYS,
    RANKS,
    Run,
    body,
    body_from,
    bounds,
    is_surname,
    is_upper,
    person,
    person_from,
    person_until,
    skip,
)
from dateline.extract.phrases import phrase
from dateline.extract.scene import Scene, is_nation
from dateline.extract.stated import Stated, party_before
from dateline.model.claim import Mention, RelationKind
from dateline.model.text import Reading

_LEADERS = frozenset(
    "president premier chancellor king queen emir sultan leader head chief director chairman chairwoman chair chairperson "
    "governor mayor commander commissioner manager superintendent speaker boss executive".split()
)
_MEMBERS = frozenset(
    "minister secretary spokesman spokeswoman spokesperson official member officer general colonel lieutenant captain major "
    "brigadier admiral adviser advisor envoy ambassador diplomat representative lawmaker senator legislator negotiator "
    "operative fighter soldier inspector constable coordinator correspondent mp deputy col gen lt maj capt sgt".split()
)
OFFICES = _LEADERS | _MEMBERS
_DEMOTING = frozenset({"deputy", "vice", "assistant", "under", "undersecretary", "operations", "regional", "publicity", "press", "field", "local", "sub", "special", "chief"})  # fmt: skip
_FORMER = frozenset(
    {
        "former",
        "ex",
        "late",
        "retired",
        "then",
        "previous",
        "onetime",
        "one-time",
        "ousted",
        "deposed",
        "longtime",
        "outgoing",
    }
)
_ROLE_WORDS = frozenset(
    "prime foreign defence defense interior home finance health information security security energy justice economy affairs "
    "chief deputy vice acting under assistant senior high supreme general secretary top military political executive managing "
    "special state first brigadier lieutenant major joint permanent union external internal trade agriculture education "
    "transport operations press media publicity field emergency police-chief minister attorney coach".split()
)
_STATE_OFFICES = frozenset(
    {"minister", "secretary", "president", "premier", "chancellor", "king", "queen", "ambassador", "envoy", "general"}
)
_PORTFOLIOS = frozenset({"minister", "secretary"})
_OWNING = frozenset({"of", "for", "in", "at", "from", "with"})
_TYING = frozenset({"and", "of", "for"})
_LAWMAKERS = frozenset({"senator", "lawmaker", "legislator", "representative", "mp"})
_ARTICLES = frozenset({"the", "a", "an"})
_INDEFINITE = frozenset({"a", "an", "another", "one"})


class _Office(NamedTuple):
    """An office at token `i`, the owner's words before it, and the left edge of the whole phrase."""

    i: int
    owner: Run | None
    left: int


def offices(scene: Scene, i: int) -> Iterator[Stated]:
    """Persons and the bodies that they lead or belong to, from the word for an office at token `i`."""
    office = _Office(i, *_before(scene, i))
    if _is_former(scene.reading, office) or _is_half(scene.reading, i):
        return
    for look in (_name_after, _name_before, _name_after_owner):
        found = look(scene, office)
        if found is not None:
            who, owner = found
            if _is_constituency(scene, office, owner):
                return
            yield Stated(person(scene, who), _kind(scene.reading, office), owner, i)
            return


Found = tuple[Run, Mention]


def _name_after(scene: Scene, office: _Office) -> Found | None:
    """ "Lorvian President Tor Anders", "President Tor Anders of Lorvia"."""
    reading = scene.reading
    start = _past_ranks(reading, office.i + 1)
    if start not in bounds(reading, office.i):
        return None
    comma = reading.tokens[start].text == ","
    start = _past_ranks(reading, start + 1) if comma and office.owner is not None else start
    who = person_from(scene, start)
    if who is None or (comma and who[0] == who[1]):
        return None
    owner = _owner(scene, office) or _of_owner(scene, who[1] + 1)
    return None if owner is None else (who, owner)


def _name_before(scene: Scene, office: _Office) -> Found | None:
    """ "Tor Anders, the head of the Guard"; the comma may be lost."""
    reading = scene.reading
    after = _of_owner(scene, office.i + 1)
    end = _before_brackets(reading, skip(reading, office.left - 1, _BETWEEN, step=-1))
    who = _named_until(scene, end) if end in bounds(reading, office.i) else None
    if who is None and after is not None and office.owner is not None:
        who = person_until(scene, office.owner[1])
    owner = after or _owner(scene, office)
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


def _name_after_owner(scene: Scene, office: _Office) -> Found | None:
    """ "the head of the Guard, Tor Anders"; the comma may be lost."""
    reading = scene.reading
    state = _owner(scene, office) if reading.tokens[office.i].lower in _PORTFOLIOS and office.owner else None
    inside = _of_run(scene, office.i + 1) if state is None else _field(scene, office.i + 1)
    if inside is None:
        return None
    start = _past_ranks(reading, skip(reading, inside[1] + 1, frozenset({",", "(", ")"})))
    who = person_from(scene, start) if start in bounds(reading, office.i) else None
    if who is None or who[0] == who[1]:
        return None
    return who, state or body(scene, inside)


def _field(scene: Scene, i: int) -> Run | None:
    """The field of policy in "Minister of Defence for Political Affairs", "Secretary of State"."""
    if i not in bounds(scene.reading, i - 1) or scene.reading.tokens[i].lower not in ("of", "for"):
        return None
    return body_from(scene, i + 1)


def _past_ranks(reading: Reading, i: int) -> int:
    return skip(reading, i, RANKS | {".", ""})


def governments(scene: Scene, i: int) -> Iterator[Stated]:
    """ "President Tor Anders's government", "the government of President Tor Anders"."""
    reading = scene.reading
    who = person_from(scene, _past_ranks(reading, i + 1)) if i + 1 in bounds(reading, i) else None
    if who is None or (reading.tokens[i].text.islower() and is_upper(reading, i)):
        return
    after = skip(reading, who[1] + 1, frozenset({"'s", "’s", "'", "’"}))
    inside = [k for k in (i - 2, after) if k in bounds(reading, i) and reading.tokens[k].lower in _RULES]
    if inside and (inside[0] != i - 2 or reading.tokens[i - 1].lower == "of"):
        run = party_before(scene, inside[0]) if inside[0] == after else None
        words = reading.words(*(run or (inside[0], inside[0])))
        yield Stated(person(scene, who), "leads", Mention(name=words.text, words=words), i)


_RULES = frozenset({"government", "regime", "administration"})


# ---- whose office -------------------------------------------------------------------------------
def _before(scene: Scene, i: int) -> tuple[Run | None, int]:
    """The words of the owner before an office, without the words of the office itself, and the phrase's left edge."""
    reading = scene.reading
    left = i
    while left - 1 in bounds(reading, i) and not _opens(reading, left) and _in_title(scene, left - 1):
        left -= 1
    left = _after_other_office(reading, left, i)
    last = i - 1
    while last >= left and (reading.tokens[last].lower in _ROLE_WORDS or reading.tokens[last].pos == "PUNCT"):
        last -= 1
    marks = [k for k in range(left, last) if reading.tokens[k].tag in ("POS", "PRP$")]
    first = marks[-1] + 1 if marks else left
    if last >= left and reading.tokens[last].lower in _TYING:
        return None, last + 1
    while first <= last and (reading.tokens[first].lower in DAYS | _ARTICLES or _is_plain(scene, first)):
        first += 1
    while last >= first and reading.tokens[last].tag == "POS":
        last -= 1
    return ((first, last) if first <= last else None), left


def _after_other_office(reading: Reading, left: int, i: int) -> int:
    """Another person's office or name before this one is no part of the phrase: "President A B and Council president C D"."""
    for k in range(i - 1, left - 1, -1):
        token = reading.tokens[k]
        office = token.lower.rstrip(".") in OFFICES - _ROLE_WORDS
        if office or (token.tag == "NNS" and token.text.islower() and token.lower not in BODIES | _ROLE_WORDS):
            joined = [j for j in range(k, i) if reading.tokens[j].lower == "and"]
            return joined[-1] + 1 if joined else k + 1
    return left


def _opens(reading: Reading, k: int) -> bool:
    """Whether a phrase begins at token `k`."""
    return reading.tokens[k].lower in _ARTICLES or reading.tokens[k].tag == "PRP$"


def _in_title(scene: Scene, k: int) -> bool:
    token = scene.reading.tokens[k]
    if token.lower in _ARTICLES or token.tag in ("POS", "PRP$") or token.text in ("-", "–"):
        return True
    if token.lower in ("of", "and", "for"):
        return _inside_name(scene.reading, k)
    return token.pos in ("PROPN", "NOUN", "ADJ", "X") or token.lower in ("under", "acting")


def _inside_name(reading: Reading, k: int) -> bool:
    around = 0 < k < len(reading.tokens) - 1 and is_upper(reading, k - 1) and is_upper(reading, k + 1)
    before = reading.tokens[k - 1].lower
    return around and (before in BODIES if reading.tokens[k].lower == "of" else before not in BODIES)


def _is_plain(scene: Scene, k: int) -> bool:
    """An adjective that says nothing of whose office it is."""
    token = scene.reading.tokens[k]
    dashed = scene.reading.tokens[k + 1].text in ("-", "–")
    return token.pos == "ADJ" and not is_upper(scene.reading, k) and token.lower not in BODIES and not dashed


def _owner(scene: Scene, office: _Office) -> Mention | None:
    """Whose office it is, by the words before it, or by what "its" stands for."""
    reading = scene.reading
    if office.owner is None:
        return _pronoun_owner(scene, office)
    first, last = office.owner
    lemma = reading.tokens[office.i].lower
    if lemma in _STATE_OFFICES:
        nation = _nation_in(scene, first, last)
        if nation is not None and not any(reading.tokens[k].lower in BODIES for k in range(nation[1] + 1, last + 1)):
            return Mention(name=reading.words(*nation).text, words=reading.words(*nation))
    found = body_from(scene, first)
    if found is None or not _is_owner(scene, found):
        return None
    return body(scene, (found[0], last))


def _nation_in(scene: Scene, first: int, last: int) -> Run | None:
    """The nation at the front of the words: "United States", "Lorvian"."""
    for k in range(first, last + 1):
        pair = scene.reading.words(k, k + 1).text if k < last else ""
        if pair and is_nation(pair):
            return k, k + 1
        if is_nation(scene.reading.tokens[k].text):
            return k, k
    return None


def _is_owner(scene: Scene, run: Run) -> bool:
    """A body, a listed actor, a nation or a place: no role word or person."""
    tokens = [scene.reading.tokens[k] for k in range(run[0], run[1] + 1)]
    if all(t.lower in _ROLE_WORDS for t in tokens) or any(t.lower.rstrip(".") in RANKS for t in tokens):
        return False
    if len(tokens) == 1 and not scene.is_actor(run[0]) and is_surname(scene, tokens[0].text):
        return False
    named = any(t.i in scene.actors or is_nation(t.text) or scene.is_place(t.i) or t.lower in BODIES for t in tokens)
    return named or all(
        (t.pos in ("PROPN", "PUNCT") and is_upper(scene.reading, t.i)) or t.pos == "PUNCT" for t in tokens
    )


def _pronoun_owner(scene: Scene, office: _Office) -> Mention | None:
    here = next((k for k in range(office.left, office.i) if scene.reading.tokens[k].lower == "its"), None)
    known = antecedent(scene, here) if here is not None else None
    words = phrase(scene.reading, known) if known is not None else None
    return None if words is None else Mention(name=words.text, words=words)


def _of_owner(scene: Scene, i: int) -> Mention | None:
    run = _of_run(scene, i)
    return None if run is None else body(scene, run)


def _of_run(scene: Scene, i: int) -> Run | None:
    """The body in "of the Guard" at token `i`."""
    if i not in bounds(scene.reading, i - 1) or scene.reading.tokens[i].lower not in _OWNING:
        return None
    if scene.reading.tokens[i].lower == "of" and scene.reading.tokens[i + 1].lower == "staff":
        return None
    start = skip(scene.reading, i + 1, _ROLE_WORDS)
    if start > i + 1 and start in bounds(scene.reading, i) and scene.reading.tokens[start].lower in ("in", "of"):
        return _of_run(scene, start)
    found = body_from(scene, i + 1)
    if found is None or not _is_owner(scene, found):
        return None
    inside = scene.reading.tokens[i].lower not in ("of", "for")
    return None if inside and _is_only_place(scene, found) else found


def _is_only_place(scene: Scene, run: Run) -> bool:
    """Where somebody holds an office is not whose it is: "a spokesman in Kara"."""
    return all(scene.is_place(k) or is_nation(scene.reading.tokens[k].text) for k in range(run[0], run[1] + 1))


# ---- leads or belongs ---------------------------------------------------------------------------
def _kind(reading: Reading, office: _Office) -> RelationKind:
    """Heads lead; a deputy, "a commander" among several and every other office belong."""
    owned = range(office.owner[0], office.owner[1] + 1) if office.owner else range(0)
    words = {reading.tokens[k].lower for k in range(office.left, office.i) if k not in owned}
    lemma = reading.tokens[office.i].lower.rstrip(".")
    before = reading.tokens[skip(reading, office.i - 1, frozenset({"-"}), step=-1)].lower
    if lemma == "minister" and before in ("prime", "chief"):
        return "part_of" if words & {"deputy", "vice"} else "leads"
    if lemma == "general" and before == "secretary":
        return "part_of" if words & {"deputy", "vice", "under", "assistant"} else "leads"
    if lemma == "superintendent" and any(
        reading.tokens[k].lower == "police" for k in (*owned, office.i + 2)[:9] if k < len(reading.tokens)
    ):
        return "part_of"
    among = words & _INDEFINITE or _is_one_of(reading, office)
    inside = office.i + 1 < len(reading.tokens) and reading.tokens[office.i + 1].lower in ("in", "with", "from")
    if lemma not in _LEADERS or words & (_DEMOTING - {"chief"}) or among or (lemma == "commander" and inside):
        return "part_of"
    return "leads"


def _is_one_of(reading: Reading, office: _Office) -> bool:
    return office.left > 1 and [t.lower for t in reading.tokens[office.left - 2 : office.left]] == ["one", "of"]


def _is_constituency(scene: Scene, office: _Office, owner: Mention) -> bool:
    """Where a lawmaker was elected is no body that he belongs to."""
    elected = scene.reading.tokens[office.i].lower in _LAWMAKERS
    return elected and any(t.start == owner.words.start and scene.is_place(t.i) for t in scene.reading.tokens)


def _is_half(reading: Reading, i: int) -> bool:
    """ "Secretary" in "Secretary-General"; an executive who is no chief executive."""
    if reading.tokens[i].lower == "executive":
        return i == 0 or reading.tokens[i - 1].lower != "chief"
    return any(t.lower == "general" for t in reading.tokens[i + 1 : i + 3]) and reading.tokens[i].lower == "secretary"


def _is_former(reading: Reading, office: _Office) -> bool:
    return any(reading.tokens[k].lower in _FORMER for k in range(max(0, office.left - 1), office.i))
