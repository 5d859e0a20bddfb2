"""Whose an office is: "Lorvian" in "Lorvian Prime Minister", "the Guard" in "head of the Guard"."""

from typing import NamedTuple

from dateline.extract.body_names import body, body_from
from dateline.extract.coreference import antecedent
from dateline.extract.grammar import sentence_at, text_at
from dateline.extract.person_names import is_surname
from dateline.extract.phrases import phrase
from dateline.extract.runs import DAYS, Run, bounds, is_upper, skip
from dateline.extract.scene import Scene, is_nation
from dateline.knowledge.office_words import office_words
from dateline.model.claim import Mention
from dateline.model.text import Reading

_OWNING = frozenset({"of", "for", "in", "at", "from", "with"})
_TYING = frozenset({"and", "of", "for"})
_ARTICLES = frozenset({"the", "a", "an"})


class Office(NamedTuple):
    """An office at token `i`, the owner's words before it, and the left edge of the whole phrase."""

    i: int
    owner: Run | None
    left: int


def before(scene: Scene, i: int) -> tuple[Run | None, int]:
    """The words of the owner before an office, without the words of the office itself, and the phrase's left edge."""
    reading = scene.reading
    left = i
    while left - 1 in bounds(reading, i) and not _opens(reading, left) and _goes_back(scene, left - 1, i):
        left -= 1
    left = _after_other_office(reading, left, i)
    last = i - 1
    while last >= left and (_is_role(scene, last) or reading.tokens[last].pos == "PUNCT"):
        last -= 1
    marks = [k for k in range(left, last + 1) if reading.tokens[k].tag in ("POS", "PRP$")]
    first = marks[-1] + 1 if marks else left
    if last >= left and reading.tokens[last].lower in _TYING:
        return None, last + 1
    while first <= last and (reading.tokens[first].lower in DAYS | _ARTICLES or _is_plain(scene, first)):
        first += 1
    while last >= first and reading.tokens[last].tag == "POS":
        last -= 1
    if marks and not any(_is_of_body(scene, k) for k in range(first, last + 1)):
        return _possessor(scene, left, marks[-1]), left
    return ((first, last) if first <= last else None), left


def _is_role(scene: Scene, i: int) -> bool:
    """A word of the office itself, as "state" is; none of a listed name: "Islamic State commander"."""
    return scene.reading.tokens[i].lower in office_words().roles and i not in scene.actors


def _is_of_body(scene: Scene, k: int) -> bool:
    return is_upper(scene.reading, k) or scene.reading.tokens[k].lower in office_words().bodies


def _possessor(scene: Scene, left: int, mark: int) -> Run | None:
    """Whose it is by the mark: "the Observatory's director", "the UN's disarmament chief"; None of "its director"."""
    first = skip(scene.reading, left, _ARTICLES)
    return (first, mark - 1) if first < mark and scene.reading.tokens[mark].tag == "POS" else None


def _after_other_office(reading: Reading, left: int, i: int) -> int:
    """Another's office before this one is no part of the phrase: "Lorvian president A B and Council president C D"."""
    for k in range(i - 1, left - 1, -1):
        token = reading.tokens[k]
        office = token.lower.rstrip(".") in office_words().offices - office_words().roles
        if office or (
            token.tag == "NNS"
            and token.text.islower()
            and token.lower not in office_words().bodies | office_words().roles
        ):
            joined = [j for j in range(k, i) if reading.tokens[j].lower == "and"]
            return joined[-1] + 1 if joined else k + 1
    return left


def _opens(reading: Reading, k: int) -> bool:
    """Whether a phrase begins at token `k`."""
    return reading.tokens[k].lower in _ARTICLES or reading.tokens[k].tag == "PRP$"


def _goes_back(scene: Scene, k: int, i: int) -> bool:
    """Whether the phrase of the office goes back to token `k`: also within a name such as "Doctors Without Borders"."""
    inside = k in scene.actors and scene.actors.get(k + 1) == scene.actors[k] and scene.actors.get(i) is None
    return _in_title(scene, k) or (inside and is_upper(scene.reading, k))


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
    return around and (
        before in office_words().bodies if reading.tokens[k].lower == "of" else before not in office_words().bodies
    )


def _is_plain(scene: Scene, k: int) -> bool:
    """An adjective that says nothing of whose office it is."""
    token = scene.reading.tokens[k]
    dashed = text_at(scene.reading, k + 1) in ("-", "–")
    return (
        token.pos == "ADJ"
        and not is_upper(scene.reading, k)
        and token.lower not in office_words().bodies
        and not dashed
    )


def owner_of(scene: Scene, office: Office) -> Mention | None:
    """Whose office it is, by the words before it, or by what "its" stands for."""
    reading = scene.reading
    if office.owner is None:
        return _pronoun_owner(scene, office)
    first, last = office.owner
    lemma = reading.tokens[office.i].lower
    if lemma in office_words().state_offices:
        nation = _nation_in(scene, first, last)
        if nation is not None and not any(
            reading.tokens[k].lower in office_words().bodies for k in range(nation[1] + 1, last + 1)
        ):
            return Mention(name=reading.words(*nation).text, words=reading.words(*nation))
    found = body_from(scene, first)
    if found is not None and found[0] > last and is_upper(reading, first):  # "Kara's leader": past the mark
        found = (first, last)
    if found is None or not _is_owner(scene, found):
        return None
    return body(scene, (found[0], last))


def _nation_in(scene: Scene, first: int, last: int) -> Run | None:
    """The nation nearest to the office: "United States", "Lorvian"; a place said before it is not meant."""
    for k in range(last, first - 1, -1):
        pair = scene.reading.words(k - 1, k).text if k > first else ""
        if pair and is_nation(pair):
            return k - 1, k
        if is_nation(scene.reading.tokens[k].text):
            return k, k
    return None


def _is_owner(scene: Scene, run: Run) -> bool:
    """A body, a listed actor, a nation or a place: no role word or person."""
    tokens = [scene.reading.tokens[k] for k in range(run[0], run[1] + 1)]
    if all(t.lower in office_words().roles for t in tokens) or any(
        t.lower.rstrip(".") in office_words().ranks for t in tokens
    ):
        return False
    if len(tokens) == 1 and not scene.is_actor(run[0]) and is_surname(scene, tokens[0].text):
        return False
    named = any(
        t.i in scene.actors or is_nation(t.text) or scene.is_place(t.i) or t.lower in office_words().bodies
        for t in tokens
    )
    return named or all(
        (t.pos in ("PROPN", "PUNCT") and is_upper(scene.reading, t.i)) or t.pos == "PUNCT" for t in tokens
    )


def _pronoun_owner(scene: Scene, office: Office) -> Mention | None:
    here = next((k for k in range(office.left, office.i) if scene.reading.tokens[k].lower == "its"), None)
    if here is None:
        return None
    told = _body_told_before(scene, here)
    known = antecedent(scene, here) if told is None else told
    words = phrase(scene.reading, known) if known is not None else None
    return None if words is None else Mention(name=words.text, words=words)


def _body_told_before(scene: Scene, i: int) -> int | None:
    """The body that the sentence so far, or the one before, has as its subject: "The Network said ... Its head"."""
    reading = scene.reading
    here = sentence_at(reading, i)
    before = [s for s in reading.sentences[max(here.index - 1, 0) : here.index] if here.paragraph - s.paragraph < 2]
    for first, last in ((here.first, i), *((s.first, s.last) for s in before)):
        for k in range(last - 1, first - 1, -1):
            subject = reading.tokens[k].dep in ("nsubj", "nsubjpass") and reading.tokens[k].pos in ("NOUN", "PROPN")
            if subject and reading.tokens[k].lower in office_words().bodies:
                return k
    return None


def of_owner(scene: Scene, i: int) -> Mention | None:
    run = of_run(scene, i)
    return None if run is None else body(scene, run)


def of_run(scene: Scene, i: int) -> Run | None:
    """The body in "of the Guard" at token `i`."""
    if i not in bounds(scene.reading, i - 1) or scene.reading.tokens[i].lower not in _OWNING:
        return None
    if scene.reading.tokens[i].lower == "of" and text_at(scene.reading, i + 1).lower() == "staff":
        return None
    start = skip(scene.reading, i + 1, office_words().roles)
    if start > i + 1 and start in bounds(scene.reading, i) and scene.reading.tokens[start].lower in ("in", "of"):
        return of_run(scene, start)
    found = body_from(scene, i + 1)
    if found is None or not _is_owner(scene, found):
        return None
    inside = scene.reading.tokens[i].lower not in ("of", "for")
    return None if inside and _is_only_place(scene, found) else found


def _is_only_place(scene: Scene, run: Run) -> bool:
    """Where somebody holds an office is not whose it is: "a spokesman in Kara"."""
    return all(scene.is_place(k) or is_nation(scene.reading.tokens[k].text) for k in range(run[0], run[1] + 1))


def field(scene: Scene, i: int) -> Run | None:
    """The field of policy in "Minister of Defence for Political Affairs", "Secretary of State"."""
    if i not in bounds(scene.reading, i - 1) or scene.reading.tokens[i].lower not in ("of", "for"):
        return None
    return body_from(scene, i + 1)
