"""Who is the subject of a verb of saying: by the parse where it can be trusted, else by the words beside the verb."""

from dataclasses import dataclass
from typing import Final

from dateline.extract.grammar import ancestors, child, is_below, kids, subtree
from dateline.knowledge.calendar_words import WEEKDAYS
from dateline.knowledge.reporting import Reporting, ReportingVerb
from dateline.model.text import Reading, Sentence, Token

FINITE: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "others", "some", "many"}) | _RELATIVE
_NOBODY = frozenset({"i", "we", "you", "this", "these", "there", "what", "everyone", "nobody"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_OF_A_NAME = frozenset({"ADP", "DET", "PROPN", "PUNCT"})
_CLOSING = frozenset({"”", "''"})
_WORKING = frozenset({"at", "in", "from", "with", "near"})
_FAR = 25  # tokens between a closing quotation mark and its verb of saying
_BEHIND = 8  # tokens behind the verb in which an inverted subject stands


@dataclass(frozen=True, slots=True, kw_only=True)
class SayingVerb:
    """A verb of saying in its sentence: the token `i`, and the words it is looked up in."""

    reading: Reading
    sentence: Sentence
    i: int
    words: Reporting

    @property
    def token(self) -> Token:
        """The verb itself."""
        return self.reading.tokens[self.i]

    def at(self, i: int) -> "SayingVerb":
        """Another verb of the same sentence."""
        return SayingVerb(reading=self.reading, sentence=self.sentence, i=i, words=self.words)


def subject_of(verb: SayingVerb) -> int | None:
    """The head token of who says it: own subject, antecedent, the noun beside, or the subject of the verb before."""
    reading, token = verb.reading, verb.token
    if (behind := _inverted(verb)) is not None:
        return behind
    own = _nearest_subject(verb)
    beside = _noun_beside(verb)
    if own is not None and reading.tokens[own].lower in _RELATIVE and token.dep == "relcl":
        return token.head
    if own is not None:
        return beside if beside is not None and _cut_off(verb, own, beside) else own
    if token.tag == "VBG":
        return _of_a_verb_before(verb)
    if beside is not None and (token.tag in FINITE or _bare_past(verb, beside)):
        return beside
    return _shared(verb)


def _inverted(verb: SayingVerb) -> int | None:
    """ "The raids hit schools and hospitals said the observatory.": nobody says a speaker."""
    reading = verb.reading
    behind = child(reading, verb.i, "dobj")
    if verb.token.lemma != "say" or behind is None or behind < verb.i:
        return None
    token = reading.tokens[behind]
    rest = reading.tokens[subtree(reading, behind)[-1] + 1 : verb.sentence.last]
    speaks = token.lemma in verb.words.speakers or token.pos == "PROPN"
    return behind if speaks and all(t.pos == "PUNCT" for t in rest) else None


def _nearest_subject(verb: SayingVerb) -> int | None:
    """The verb's own subject; of two that the parser gave ("agency N said"), the nearer."""
    return min(kids(verb.reading, verb.i, "nsubj"), key=lambda c: abs(c - verb.i), default=None)


def _shared(verb: SayingVerb) -> int | None:
    """The subject of the verb to which this one is joined; not a pronoun from inside what is said before."""
    reading, above = verb.reading, verb.token.head
    if verb.token.dep not in ("conj", "xcomp"):
        return None
    if reading.tokens[above].pos in ("VERB", "AUX"):
        joined = reading.tokens[above].dep == "conj" and above != verb.i
        shared = subject_of(verb.at(above)) if joined else child(reading, above, "nsubj")
        if shared is not None and reading.tokens[shared].pos != "PRON":
            return shared
    return _of_a_verb_before(verb) if verb.token.dep == "conj" else None


def _of_a_verb_before(verb: SayingVerb) -> int | None:
    """A participle ("adding that") has the subject of the last word of saying before it, else of the verb above."""
    reading, token = verb.reading, verb.token
    if token.dep == "acl":
        return token.head
    if token.dep != "pcomp":
        for k in range(verb.i - 1, verb.sentence.first - 1, -1):
            before = reading.tokens[k]
            if before.lemma in verb.words.verbs and before.tag in FINITE | {"VBN"} and before.pos == "VERB":
                return subject_of(verb.at(k))
    subjects = (child(reading, above, "nsubj") for above in ancestors(reading, verb.i))
    return next((s for s in subjects if s is not None), None)


def _cut_off(verb: SayingVerb, own: int, beside: int) -> bool:
    """Whether the parser's subject cannot be it: a quotation or a day lies between, or it is nobody who speaks."""
    reading = verb.reading
    if own >= verb.i or beside <= own:
        return _is_inside(verb, own, beside)
    between = reading.tokens[own + 1 : verb.i]
    if any(t.text == '"' or t.text in _CLOSING for t in between):
        return True
    if not nameable(reading.tokens[own], verb.words) and reading.tokens[own].lemma not in verb.words.pictures:
        return nameable(reading.tokens[beside], verb.words)
    return any(t.lemma in WEEKDAYS for t in between) and not is_below(reading, beside, own)


def _is_inside(verb: SayingVerb, own: int, beside: int) -> bool:
    """Whether the parser's subject is only the tail of the phrase of who speaks: '" a source in Beit | al-Nur said'."""
    if not beside < own < verb.i or verb.reading.tokens[beside].lemma not in verb.words.speakers:
        return False
    between = verb.reading.tokens[beside + 1 : own]
    return between[:1] != () and between[0].pos == "ADP" and all(t.pos in _OF_A_NAME for t in between)


def _bare_past(verb: SayingVerb, beside: int) -> bool:
    """ "the observatory reported." read as a participle: a speaker beside, no auxiliary, nothing but a day behind."""
    reading = verb.reading
    if verb.token.tag != "VBN" or child(reading, verb.i, "aux", "auxpass") is not None:
        return False
    after = reading.tokens[verb.i + 1] if verb.i + 1 < verb.sentence.last else None
    ends = after is None or after.text in ".,;" or after.lower == "on" or after.lemma in WEEKDAYS
    return ends and reading.tokens[beside].lemma in verb.words.speakers


def _noun_beside(verb: SayingVerb) -> int | None:
    """The head of the noun phrase right before the verb, of the first one behind a quotation, or of the one behind
    the verb ("..., said X")."""
    reading, i = verb.reading, verb.i
    k = i - 1
    while k > verb.sentence.first and reading.tokens[k].pos in ("ADV", "AUX"):
        k -= 1
    closing = _quotation_end(verb)
    if closing is not None and closing < k:
        found = _first_noun(reading, closing + 1, i)
        return found if found is not None else _first_noun(reading, i + 1, min(i + _BEHIND, verb.sentence.last))
    if k >= verb.sentence.first and reading.tokens[k].pos in _NOUNS and reading.tokens[k].lemma not in WEEKDAYS:
        head = _list_head(reading, _person_above(reading, _phrase_head(reading, k), verb.words), verb.words)
        return head if nameable(reading.tokens[head], verb.words) or _set_off(reading, head) else None
    opens = i + 1 < verb.sentence.last and reading.tokens[i + 1].pos in ("PROPN", "DET")
    if opens and i and reading.tokens[i - 1].text in ',"”':
        return _first_noun(reading, i + 1, verb.sentence.last)
    return None


def _quotation_end(verb: SayingVerb) -> int | None:
    """The last closing quotation mark before the verb."""
    for k in range(verb.i - 1, max(verb.sentence.first, verb.i - _FAR), -1):
        token = verb.reading.tokens[k]
        if token.text in _CLOSING or (token.text == '"' and token.tag == "''"):
            return k
    return None


def _first_noun(reading: Reading, first: int, last: int) -> int | None:
    for k in range(first, last):
        if reading.tokens[k].pos in _NOUNS:
            while k + 1 < last and reading.tokens[k].head > k and reading.tokens[k].dep in ("compound", "nmod", "amod"):
                k += 1
            return k
    return None


def _list_head(reading: Reading, k: int, words: Reporting) -> int:
    """The first speaker of "sources, defectors and residents"."""
    while reading.tokens[k].dep == "conj" and reading.tokens[reading.tokens[k].head].lemma in words.speakers:
        k = reading.tokens[k].head
    return k


def _phrase_head(reading: Reading, k: int) -> int:
    """From the last noun of "Observatory for Human Rights" up to "Observatory"."""
    while reading.tokens[k].dep == "pobj" and reading.tokens[k].pos == "PROPN":
        preposition = reading.tokens[reading.tokens[k].head]
        head = preposition.head
        if preposition.lower not in ("for", "of") or head >= k or reading.tokens[head].pos != "PROPN":
            break
        k = head
    return k


def _person_above(reading: Reading, k: int, words: Reporting) -> int:
    """From "two doctors at a hospital" up to the doctors: who speaks is the person, not where he works."""
    preposition = reading.tokens[reading.tokens[k].head]
    above = reading.tokens[preposition.head]
    behind = reading.tokens[k].dep == "pobj" and preposition.lower in _WORKING and above.i < k
    joined = behind and not any(t.text == "," for t in reading.tokens[above.i : k])
    return above.i if joined and above.pos == "NOUN" and above.lemma in words.speakers.keys() | words.roles else k


def _set_off(reading: Reading, head: int) -> bool:
    """ "..., a midwife there said"."""
    left = phrase_start(reading, head)
    return left > 0 and reading.tokens[left - 1].text == "," and reading.tokens[left].pos == "DET"


def phrase_start(reading: Reading, head: int) -> int:
    """The first token of the noun phrase that ends in `head`, its determiner included."""
    first = head
    while first > 0 and reading.tokens[first].pos != "DET" and _leads(reading.tokens[first - 1]):
        first -= 1
    return first


def _leads(token: Token) -> bool:
    return token.dep in ("compound", "det", "amod", "poss", "nmod") and token.pos != "VERB"


def may_speak(token: Token, sense: ReportingVerb, words: Reporting) -> bool:
    """Whether a noun can be the subject of this sense of the verb."""
    if sense.speaker == "record":
        return token.lemma in words.owned_records | words.pictures | words.lone_records
    if token.lower in _NOBODY or token.lemma in words.pictures:
        return False
    return sense.speaker == "any" or nameable(token, words)


def nameable(token: Token, words: Reporting) -> bool:
    """Whether a word names somebody who speaks: a name, a pronoun, or a noun of the tables."""
    if token.pos == "PROPN" or token.lower in _PRONOUNS or token.text[0].isupper():
        return True
    return token.lemma in words.speakers or token.lemma in words.owned_records | words.lone_records | words.roles
