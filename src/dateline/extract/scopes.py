"""Which words of a sentence are what somebody says: the content before, behind or around words of saying."""

from typing import Final

from dateline.extract.grammar import ancestors, child, kids, subtree
from dateline.extract.subjects import FINITE, SayingVerb, phrase_start
from dateline.knowledge.reporting import ReportingVerb
from dateline.model.text import Reading, Sentence

Range = tuple[int, int]

_COMPLEMENTS = ("ccomp", "xcomp", "acomp", "oprd")
_BARELY_SAYING: Final = frozenset({"say", "add", "tell"})
_CONTRAST: Final = frozenset({"while", "whilst", "whereas"})
_JOINTS: Final = _CONTRAST | {"but", "and", "although"}
_SIDE_CLAUSE: Final = _CONTRAST | {"as", "after", "before", "although", "though", "but", "hours", "days", "despite"}
_MARKS = ('"', "“", "”")
_NEAR = 6  # tokens before the verb in which a quotation may close


def clean(*ranges: Range) -> tuple[Range, ...]:
    """Without the empty ranges."""
    return tuple(r for r in ranges if r[0] < r[1])


def around(reading: Reading, sentence: Sentence, first: int, last: int) -> tuple[Range, ...]:
    """The clause on both sides of the words of saying from `first` to `last` (exclusive)."""
    return clean((clause_start(reading, sentence, first), first), (last, _clause_end(reading, sentence, last)))


def clause_start(reading: Reading, sentence: Sentence, before: int) -> int:
    """Behind the last semicolon, ", but" or ", while" before a token, else the sentence's first."""
    for i in range(before - 1, sentence.first, -1):
        if reading.tokens[i].text == ";" or _turns(reading, i):
            return i + 1
    return sentence.first


def _clause_end(reading: Reading, sentence: Sentence, after: int) -> int:
    for i in range(after, sentence.last - 1):
        if reading.tokens[i].text == ";" or _turns(reading, i + 1):
            return i
    return sentence.last


def _turns(reading: Reading, i: int) -> bool:
    return reading.tokens[i].lower in _JOINTS - {"and"} and reading.tokens[i - 1].text == ","


def content(verb: SayingVerb, subject: int, sense: ReportingVerb) -> tuple[Range, ...]:
    """The token ranges of what `subject` says with this sense of the verb; none where the verb says nothing here."""
    reading, i, sentence = verb.reading, verb.i, verb.sentence
    if i + 1 == sentence.last - 1 and reading.tokens[i + 1].text == ":":
        return ((i + 1, sentence.last),)
    if "toll" in sense.content:
        return clean((sentence.first, i), (i + 1, sentence.last)) if _puts_a_toll(verb) else ()
    end = _content_end(verb)
    for preposition in sense.content & {"of", "for"}:
        return _after_preposition(verb, preposition, end)
    ranges: tuple[Range, ...] = ()
    if "clause" in sense.content and (subject > i or _may_hold_clause(verb, sense)):
        ranges = _clause(verb, subject, end)
    if not ranges and subject < i and sense.content & {"object", "infinitive"}:
        ranges = _object(verb, sense, end)
    return ranges + antecedent(reading, i) if ranges else ()


def _puts_a_toll(verb: SayingVerb) -> bool:
    noun = child(verb.reading, verb.i, "dobj")
    return noun is not None and verb.reading.tokens[noun].lemma in verb.words.toll_nouns


def antecedent(reading: Reading, i: int) -> tuple[Range, ...]:
    """ "the attack, which X says killed ten": the attack too is what X says."""
    token = reading.tokens[i]
    if token.dep != "relcl":
        return ()
    opens = next((k for k in range(token.head + 1, i) if reading.tokens[k].tag in ("WDT", "WP", "WRB", "IN")), None)
    if opens is None or reading.tokens[opens].lower == "where" or child(reading, i, "nsubj") == opens:
        return ()
    return ((token.head, token.head + 1),)


def _content_end(verb: SayingVerb) -> int:
    """Where the content behind the verb ends: with the sentence, with the side clause in which the verb stands, or
    before a clause of the report's own, or another's speech, that is joined to it."""
    reading, i = verb.reading, verb.i
    end = verb.sentence.last
    inside = any(reading.tokens[v].dep in ("relcl", "acl", "advcl") for v in (i, *ancestors(reading, i)))
    if inside or (verb.token.dep == "ccomp" and verb.token.head > i):
        end = subtree(reading, i)[-1] + 1
    ends = (_ends_before(verb, k) for k in range(i + 1, end))
    return next((e for e in ends if e is not None), end)


def _ends_before(verb: SayingVerb, k: int) -> int | None:
    """The token before which the content stops, if token `k` begins or heads something else."""
    token = verb.reading.tokens[k]
    if token.text == ";":
        return k
    if token.lemma in verb.words.verbs and token.pos == "VERB" and token.tag in FINITE:
        speech = _next_speech(verb, k)
        if speech is not None:
            return speech
    return _own_clause(verb, k) if token.head == verb.i else None


def _own_clause(verb: SayingVerb, k: int) -> int | None:
    """A clause that hangs on the verb of saying itself: "..., as jets circled", "... and left the room"."""
    token = verb.reading.tokens[k]
    joined = token.dep == "conj" and token.pos == "VERB"
    if not joined and not (token.dep == "advcl" and token.tag in FINITE | {"VBN"}):
        return None
    first = subtree(verb.reading, k)[0]
    opens = joined or verb.reading.tokens[first].lower in _SIDE_CLAUSE
    return first if opens and first > verb.i else None


def _next_speech(verb: SayingVerb, k: int) -> int | None:
    """Where another speech begins: "..., while Y said", "... but denied"."""
    reading = verb.reading
    subject = child(reading, k, "nsubj")
    left = k if subject is None or subject > k else phrase_start(reading, subject)
    joint = reading.tokens[left - 1]
    if left - 1 <= verb.i + 1 or joint.lower not in _JOINTS:
        return None
    parted = subject is None or reading.tokens[left - 2].text == "," or joint.lower in _CONTRAST
    return left - 1 if parted else None


def _after_preposition(verb: SayingVerb, preposition: str, end: int) -> tuple[Range, ...]:
    tokens = verb.reading.tokens
    for k in range(verb.i + 1, end):
        if tokens[k].lower == preposition and tokens[k].dep in ("prep", "pcomp", "mark"):
            return clean((k + 1, end))
    return ()


def _may_hold_clause(verb: SayingVerb, sense: ReportingVerb) -> bool:
    """Verbs with other senses, participles, and verbs with an object of their own need a complement in the parse."""
    reading, i = verb.reading, verb.i
    if child(reading, i, "ccomp") is not None or _ends_a_sentence(verb):
        return True
    if "object" in sense.content:
        return child(reading, i, "dobj") is None
    return (sense.speaker == "any" and verb.token.tag != "VBG") or _by_a_quotation(verb)


def _ends_a_sentence(verb: SayingVerb) -> bool:
    """ "..., N N added on Monday." """
    reading = verb.reading
    subject = child(reading, verb.i, "nsubj")
    if subject is None or subject > verb.i or not _closed(reading, verb.i + 1):
        return False
    left = phrase_start(reading, subject)
    return left > 0 and (reading.tokens[left - 1].text in ',"”' or reading.tokens[left - 1].lower == "as")


def _by_a_quotation(verb: SayingVerb) -> bool:
    near = verb.reading.tokens[max(verb.i - _NEAR, 0) : verb.i + 3]
    return any(t.text in _MARKS or t.lower == "that" for t in near)


def _closed(reading: Reading, i: int) -> bool:
    """Whether the words of saying end before token `i`: a mark or a time follows."""
    if i >= len(reading.tokens):
        return True
    return reading.tokens[i].text in ',.;”"' or reading.tokens[i].lower in ("on", "in", "as", "late")


def _object(verb: SayingVerb, sense: ReportingVerb, end: int) -> tuple[Range, ...]:
    not_content = verb.words.not_content.get(verb.token.lemma, frozenset())
    for c in verb.reading.children[verb.i]:
        token = verb.reading.tokens[c]
        if token.dep == "dobj" and "object" in sense.content and token.lemma not in not_content:
            return clean((verb.i + 1, subtree(verb.reading, c)[-1] + 1 if sense.group == "remarking" else end))
        if token.dep in ("xcomp", "ccomp") and c > verb.i:
            return clean((verb.i + 1, end))
        if token.dep == "prep" and token.lower in ("for", "to") and "infinitive" in sense.content:
            return clean((c, end))
    return ()


def _clause(verb: SayingVerb, subject: int, end: int) -> tuple[Range, ...]:
    reading, sentence, i = verb.reading, verb.sentence, verb.i
    left = min(i, phrase_start(reading, subject))
    if left > sentence.first and reading.tokens[left - 1].lower == "as" and child(reading, i, "ccomp") is None:
        return clean((sentence.first, left), (i + 1, sentence.last))
    after = subtree(reading, subject)[-1] + 1 if subject > i else i + 1
    complements = [c for c in kids(reading, i, *_COMPLEMENTS) if not _only_goes_on(verb, c)]
    behind = any(c > max(i, subject) for c in complements)
    before = any(c < i for c in complements)
    if not before and not behind:
        before, behind = _sides(verb, subject, left, end)
    ranges: tuple[Range, ...] = ((after, end),) if behind else ()
    if _is_aside(verb, left, after):
        before = True
        ranges = ((after, sentence.last),)
    elif before:
        ranges += _tail(verb, after)
    return clean(*(((_quoted_start(verb, left), left),) if before else ()), *ranges)


def _only_goes_on(verb: SayingVerb, c: int) -> bool:
    """ "..., X said on Monday contradicting Y": nobody says a bare participle."""
    return verb.token.lemma in _BARELY_SAYING and verb.reading.tokens[c].tag == "VBG" and c > verb.i + 1


def _quoted_start(verb: SayingVerb, left: int) -> int:
    """Behind the last semicolon: what stands before "X said" begins there."""
    tokens = verb.reading.tokens
    semicolons = (i + 1 for i in range(left - 1, verb.sentence.first, -1) if tokens[i].text == ";")
    return next(semicolons, verb.sentence.first)


def _sides(verb: SayingVerb, subject: int, left: int, end: int) -> tuple[bool, bool]:
    """Without a complement in the parse: does the content stand before the speaker, or behind the verb?"""
    tokens, first = verb.reading.tokens, verb.sentence.first
    earlier = any(tokens[k].pos in ("VERB", "AUX") for k in range(first, left))
    if subject > verb.i and earlier:
        return True, False
    start = max(verb.i, subject) + 1
    later = any(tokens[k].tag in FINITE for k in range(start, end))
    if tokens[min(start, verb.sentence.last - 1)].lower == "that":
        return False, later
    if earlier and later:
        closed = _closed(verb.reading, start)
        return closed, not closed
    return earlier or (not later and left > first + 3), later


def _is_aside(verb: SayingVerb, left: int, after: int) -> bool:
    """Whether the words of saying stand between commas inside what is said: "Some of them, he said, fled"."""
    tokens = verb.reading.tokens
    if left <= verb.sentence.first or after + 1 >= verb.sentence.last:
        return False
    if tokens[left - 1].text != "," or tokens[after].text != ",":
        return False
    following = tokens[after + 1]
    return following.lower not in _SIDE_CLAUSE and following.text not in _MARKS and following.tag != "VBG"


def _tail(verb: SayingVerb, after: int) -> tuple[Range, ...]:
    """What follows "..., X said" is said too where it goes on as a participle, with "and", or as a quotation."""
    for k in range(after, verb.sentence.last):
        token = verb.reading.tokens[k]
        if token.tag == "VBG" or token.lower == "and" or token.text in _MARKS[:2]:
            return ((k, verb.sentence.last),)
        if token.lower in _SIDE_CLAUSE or token.pos in ("VERB", "AUX"):
            return ()
    return ()
