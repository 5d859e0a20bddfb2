"""Noun phrases: from the head of one to the words by which it is named.

"At least twelve civilians, including five children" is named "civilians"; "the hundreds of elite troops" is
"elite troops"; "the town's main hospital" is "main hospital".
"""

from dateline.extract.grammar import NOMINAL, child, kids
from dateline.knowledge.nations import nations
from dateline.knowledge.noun_kinds import noun_kind
from dateline.knowledge.words import word_classes
from dateline.model.text import Reading, Span

_LEFT = frozenset(
    {
        "amod",
        "compound",
        "nmod",
        "poss",
        "nn",
        "punct",
        "case",
        "quantmod",
        "nummod",
        "det",
        "advmod",
        "predet",
        "npadvmod",
    }
)
_STRIPPED = frozenset({"det", "predet", "nummod", "quantmod", "advmod", "poss", "case", "punct"})
MEASURES = frozenset(
    "dozen dozens hundred hundreds thousand thousands million millions score scores number group groups lot lots "
    "majority couple handful series wave string column columns band bands scores some many most several member "
    "members rest half part type kind tens".split()
)
_MEN = frozenset(
    "troops soldiers fighters members units elements militants forces men militiamen gunmen hunters officers policemen "
    "rebels insurgents jihadists commandos guards volunteers recruits reservists servicemen paramilitaries".split()
)
# Men whom a state sends: "soldiers from Lorvia" are Lorvia's, "militants from Lorvia" are not
_OF_STATES = frozenset("troops soldiers units forces officers commandos guards reservists servicemen".split())
# What tells nobody apart
VAGUE = frozenset(
    "several many some few various numerous other more same such alleged suspected reported own own another at least "
    "including multiple extra additional further innocent unarmed local new latest last first second fierce "
    "heavy".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday total january february march april june "
    "july august september october november december dead "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays todays yesterdays".split()
)
_OF_NAMES = frozenset(
    "ministry office department council party army front union movement president minister head chief leader commander "
    "secretary committee bank university league organization organisation house court republic kingdom state members "
    "guards commission bureau institute centre center federation brotherhood brigade brigades forces sons people "
    "governor mayor director spokesman spokesperson king queen emir sultan prince premier chancellor".split()
)
_KINDS_OF_GROUP = frozenset("group movement militia faction gang organisation organization party cartel cell".split())


def content_head(reading: Reading, i: int) -> int:
    """The noun that a measure counts: "hundreds of troops" → troops. Otherwise `i` itself."""
    for _ in range(3):
        measured = reading.tokens[i].lower in MEASURES or reading.tokens[i].pos == "NUM"
        below = _of_object(reading, i) if measured else _group_behind(reading, i, i)
        below = _name_behind(reading, i) if below is None else below
        if below is None:
            return i
        i = (_group_behind(reading, below, i) if measured else None) or below
    return i


def _group_behind(reading: Reading, men: int, top: int) -> int | None:
    """ "fighters from the Azmar Brigade" are named by their group, which may hang on the measure before them."""
    if reading.tokens[men].lower not in _MEN:
        return None
    for c in reading.children[top]:
        if (
            reading.tokens[c].dep == "prep"
            and reading.tokens[c].lower in ("from", "of")
            and not _is_of_joined(reading, c)
        ):
            below = child(reading, c, "pobj")
            if below is None or below == men or not _is_named_group(reading, below):
                continue
            if reading.tokens[men].lower in _OF_STATES or nations().by_name(reading.tokens[below].text) is None:
                return below
    return None


def _name_behind(reading: Reading, i: int) -> int | None:
    """ "The rebel group Azmar Front": the name that follows the word for what kind of group it is."""
    if reading.tokens[i].lemma not in _KINDS_OF_GROUP:
        return None
    named = (c for c in kids(reading, i, "appos") if reading.tokens[c].pos == "PROPN")
    return next((c for c in named if all(reading.tokens[k].pos == "PROPN" for k in range(i + 1, c))), None)


def _is_of_joined(reading: Reading, preposition: int) -> bool:
    """Whether the phrase stands behind a noun joined to the one it hangs on: "soldiers and members of a militia"."""
    before = reading.tokens[preposition - 1]
    return before.dep == "conj" and before.head == reading.tokens[preposition].head


def _is_named_group(reading: Reading, i: int) -> bool:
    """ "the Azmar Brigade", "the Hill Street gang", "the national police": a name, or a group told from others."""
    if reading.tokens[i].pos == "PROPN":
        return True
    return bool(kids(reading, i, "compound", "amod")) and reading.tokens[i].lemma in word_classes()["forces"]


def phrase(reading: Reading, head: int) -> Span | None:
    """The naming words around the head of a noun phrase, without articles, numbers and vague adjectives."""
    if reading.tokens[head].pos not in NOMINAL and reading.tokens[head].tag not in ("VBG", "VBN"):
        return None
    first = _leftmost(reading, head)
    last = _rightmost(reading, head)
    first = max(first, _after_title(reading, first, head))
    while first < head and _is_stripped(reading, first):
        first += 1
    words = reading.words(first, last)
    return words if any(map(str.isalpha, words.text)) else None


def _after_title(reading: Reading, first: int, head: int) -> int:
    """Where the name of a person begins: "ministry spokeswoman Maria Zarin" is named "Maria Zarin"."""
    if reading.tokens[head].pos != "PROPN":
        return first
    titles = [
        i for i in range(first, head) if reading.tokens[i].pos == "NOUN" and reading.tokens[i].lemma in _persons()
    ]
    return titles[-1] + 1 if titles else first


def _persons() -> frozenset[str]:
    classes = word_classes()
    return classes["leaders"] | classes["civilians"] | classes["soldiers"]


def _leftmost(reading: Reading, head: int) -> int:
    """The first token of the unbroken run of modifiers before the head."""
    first = head
    start = max((k + 1 for k in countries_before(reading, head)), default=0)
    start = max(start, reading.sentences[reading.sentence_of[head]].first)
    while first > start and _modifies(reading, first - 1, head):
        first -= 1
    return first


def countries_before(reading: Reading, head: int) -> tuple[int, ...]:
    """The countries before country `head` in a list without commas, "Lorvia Ordal and Tarvia": their last words."""
    found, first = [], _first_of_country(reading, head)
    while first is not None and first > 0 and reading.tokens[first - 1].dep in ("compound", "nmod"):
        before = _first_of_country(reading, first - 1)
        found += [first - 1] if before is not None else []
        first = before
    return tuple(reversed(found))


def _first_of_country(reading: Reading, last: int) -> int | None:
    """The first word of a country's name that ends at `last`, else None."""
    starts = range(max(0, last - 2), last + 1)
    names = ((k, " ".join(t.text for t in reading.tokens[k : last + 1])) for k in starts)
    return next((k for k, name in names if name[:1].isupper() and nations().by_name(name) is not None), None)


def _modifies(reading: Reading, i: int, head: int) -> bool:
    """Whether `i` stands in the phrase before its head: a modifier of it, or of one of its modifiers."""
    token = reading.tokens[i]
    if token.text in (",", ";", "(", ")", '"', "“", "”"):
        return False
    if token.dep in ("poss", "case"):
        return False
    if _is_beside(reading, i, head):
        return True
    here = reading.tokens[i].head if token.dep == "conj" and i == head - 1 else i  # "the army and rebel fighters"
    for _ in range(4):
        if reading.tokens[here].dep not in _LEFT or reading.tokens[here].dep == "poss":
            return False
        here = reading.tokens[here].head
        if here == head:
            return True
    return False


def _is_beside(reading: Reading, i: int, head: int) -> bool:
    """In "Syrian regime bombardment" the parser hangs "Syrian" on the last word; it names the regime."""
    token, above = reading.tokens[i], reading.tokens[head]
    return (
        above.dep in ("compound", "amod", "nmod")
        and token.head == above.head
        and token.dep in ("compound", "amod", "nmod")
        and token.text[:1].isupper()
    )


def _is_stripped(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    if token.lower in VAGUE or token.lower in _DAYS:
        return True
    return token.dep in _STRIPPED or token.pos in ("DET", "NUM", "PUNCT", "PART", "ADP")


def _rightmost(reading: Reading, head: int) -> int:
    """The head, or the end of its "of" name: "Ministry of Defence", "Army of Conquest"."""
    token = reading.tokens[head]
    of = child(reading, head, "prep")
    if of is None or of != head + 1 or reading.tokens[of].lower != "of":
        return head
    below = child(reading, of, "pobj")
    if below is None or reading.tokens[below].pos not in ("PROPN", "NOUN"):
        return head
    named = token.pos == "PROPN" and reading.tokens[below].pos == "PROPN" and not _has_title(reading, head)
    office = token.lower in _OF_NAMES and reading.tokens[below].text[:1].isupper()
    return below if named or office else head


def _has_title(reading: Reading, head: int) -> bool:
    """ "President Karim Haddad of Lorvia": where he is from is no part of his name."""
    return any(reading.tokens[c].lower in word_classes()["leaders"] for c in kids(reading, head, "compound"))


def _of_object(reading: Reading, i: int) -> int | None:
    for c in reading.children[i]:
        if reading.tokens[c].dep == "prep" and reading.tokens[c].lower == "of":
            return child(reading, c, "pobj")
    beside = i + 1 < len(reading.tokens) and reading.tokens[i + 1].lower == "of" and _is_of_joined(reading, i + 1)
    return child(reading, i + 1, "pobj") if beside else None


def is_people(reading: Reading, i: int) -> bool:
    """Whether the word is one for persons."""
    lemma = reading.tokens[i].lemma
    return lemma in word_classes()["people"] or noun_kind(lemma) == "person"
