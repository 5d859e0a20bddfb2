"""Words of saying in one sentence: who is their subject, which words are the content, how they stand to it.

Whether the content stands before or behind the verb is read off the parse where there is a complement, else off the
surface: comma-free text is common, and there the parser loses the complement more often than the verb.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.grammar import ancestors, child, kids, subtree
from dateline.knowledge.reporting import Reporting, ReportingVerb
from dateline.model.claim import Stance
from dateline.model.text import Reading, Sentence, Token

Range = tuple[int, int]

_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_SIDE_CLAUSE = frozenset({"as", "while", "after", "before", "although", "though", "but", "hours", "days", "whereas", "despite"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PASSIVES = frozenset({"saying", "reporting", "denying", "rejecting"})
_CONTENT = ("ccomp", "xcomp", "acomp", "oprd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words of saying: their token, the speaker's head token, the content's token ranges (half-open).

    `about` is the referring noun where the content is only pointed at ("denied the claim"); `via` the head token of
    whoever passes it on; `passes_on` marks the medium in "X said, the agency reported".
    """

    token: int
    speaker: int
    scope: tuple[Range, ...]
    stance: Stance = "asserts"
    about: int | None = None
    via: int | None = None
    nested: bool = False


def cues_in(reading: Reading, sentence: Sentence, words: Reporting) -> tuple[Cue, ...]:
    """The cues of one sentence in reading order."""
    found = [cue for cue in _candidates(reading, sentence, words) if cue.scope or cue.about is not None]
    return tuple(sorted(found, key=lambda cue: cue.token))


def _candidates(reading: Reading, sentence: Sentence, words: Reporting) -> Iterator[Cue]:
    for i in range(sentence.first, sentence.last):
        token = reading.tokens[i]
        if token.lower in words.according:
            yield from _according(reading, sentence, i)
        elif token.lemma in words.passing_on and token.pos in ("VERB", "ADP"):
            yield from _passed_on(reading, sentence, i, words)
        elif token.lemma in words.verbs and token.pos in ("VERB", "AUX") and token.dep != "amod":
            yield from _said(reading, sentence, i, words)
        elif token.lemma == "denial" and token.pos == "NOUN":
            yield from _denial_noun(reading, sentence, i)
        elif token.lower in ("words", "word"):
            yield from _in_the_words_of(reading, sentence, i)


def _according(reading: Reading, sentence: Sentence, i: int) -> Iterator[Cue]:
    """ "according to X": the clause in which it stands, on both sides of it."""
    to = child(reading, i, "prep")
    speaker = child(reading, to, "pobj") if to is not None else None
    if speaker is not None and to is not None:
        yield Cue(token=i, speaker=speaker, scope=_around(reading, sentence, i, subtree(reading, speaker)[-1] + 1))


def _in_the_words_of(reading: Reading, sentence: Sentence, i: int) -> Iterator[Cue]:
    of = child(reading, i, "prep")
    speaker = child(reading, of, "pobj") if of is not None and reading.tokens[of].lower == "of" else None
    if speaker is not None and i >= 2 and reading.tokens[i - 2].lower == "in":
        yield Cue(token=i, speaker=speaker, scope=_around(reading, sentence, i - 2, speaker + 1))


def _denial_noun(reading: Reading, sentence: Sentence, i: int) -> Iterator[Cue]:
    """ "despite X's denials that ...": what follows, and the main clause."""
    speaker = child(reading, i, "poss")
    if speaker is not None:
        yield Cue(token=i, speaker=speaker, scope=((i + 1, sentence.last),), stance="denies")


def _around(reading: Reading, sentence: Sentence, first: int, last: int) -> tuple[Range, ...]:
    start = _segment_start(reading, sentence, first)
    end = _segment_end(reading, sentence, last)
    return tuple(r for r in ((start, first), (last, end)) if r[0] < r[1])


def _segment_start(reading: Reading, sentence: Sentence, before: int) -> int:
    """After the last semicolon before a token, or after ", but" and ", while"."""
    for i in range(before - 1, sentence.first, -1):
        if reading.tokens[i].text == ";" or (
            reading.tokens[i].lower in ("but", "while", "whereas", "although") and reading.tokens[i - 1].text == ","
        ):
            return i + 1
    return sentence.first


def _segment_end(reading: Reading, sentence: Sentence, after: int) -> int:
    for i in range(after, sentence.last - 1):
        if reading.tokens[i].text == ";" or (
            reading.tokens[i].text == "," and reading.tokens[i + 1].lower in ("but", "while", "whereas", "although")
        ):
            return i
    return sentence.last


def _passed_on(reading: Reading, sentence: Sentence, i: int, words: Reporting) -> Iterator[Cue]:
    """ "quoted X as saying", "X was quoted by Y as saying", "citing X"."""
    token = reading.tokens[i]
    medium = child(reading, i, "nsubj")
    passive = child(reading, i, "nsubjpass")
    if passive is not None or (token.tag == "VBN" and medium is not None):
        quoted = passive if passive is not None else medium
        agent = _agent(reading, i)
        medium = agent
    else:
        quoted = child(reading, i, "dobj")
        if quoted is None:
            quoted = next((k for k in reading.children[i] if k > i and reading.tokens[k].pos in ("NOUN", "PROPN")), None)
    if quoted is None:
        return
    if token.lemma == "cite" and reading.tokens[quoted].lemma in ("concern", "reason", "need", "lack", "threat", "fear"):
        return
    start = _segment_start(reading, sentence, i)
    says = next((k for k in range(i + 1, min(i + 25, sentence.last)) if reading.tokens[k].lower in ("saying", "warning", "telling")), None)
    if says is not None:
        ranges = _clean(((says + 1, sentence.last), (start, min(quoted, i))))
        yield Cue(token=i, speaker=quoted, scope=ranges, via=medium)
    elif token.lemma == "cite" or token.tag == "VBG":
        yield Cue(token=i, speaker=quoted, scope=_clean(((start, i), (subtree(reading, quoted)[-1] + 1, sentence.last))))


def _clean(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    return tuple(r for r in ranges if r[0] < r[1])


def _agent(reading: Reading, i: int) -> int | None:
    by = child(reading, i, "agent")
    return child(reading, by, "pobj") if by is not None else None


def _said(reading: Reading, sentence: Sentence, i: int, words: Reporting) -> Iterator[Cue]:
    subject = _subject(reading, sentence, i, words)
    passive = child(reading, i, "nsubjpass")
    if passive is not None or _agent(reading, i) is not None:
        yield from _passive(reading, sentence, i, words)
        return
    if subject is None:
        return
    for sense in words.verbs[reading.tokens[i].lemma]:
        if not _may_speak(reading.tokens[subject], sense, words):
            continue
        cue = _cue(reading, sentence, i, subject, sense, words)
        if cue is not None:
            yield cue
            return


def _passive(reading: Reading, sentence: Sentence, i: int, words: Reporting) -> Iterator[Cue]:
    """ "Three deaths were reported by X": the subject and what follows the agent."""
    agent = _agent(reading, i)
    sense = words.verbs[reading.tokens[i].lemma][0]
    if agent is None or sense.group not in _PASSIVES or not _nameable(reading.tokens[agent], words):
        return
    if reading.tokens[i].dep == "acl":
        scope: tuple[Range, ...] = ((reading.tokens[i].head, reading.tokens[i].head + 1),)
    else:
        scope = _around(reading, sentence, i, agent + 1)
    yield Cue(token=i, speaker=agent, scope=scope, stance=sense.stance)


def _may_speak(token: Token, sense: ReportingVerb, words: Reporting) -> bool:
    """Whether a noun can be the subject of this sense of the verb."""
    if sense.speaker == "record":
        return token.lemma in words.owned_records | words.pictures | words.lone_records
    if token.lower in ("i", "we", "you", "this", "these", "there", "what", "everyone", "nobody"):
        return False
    if token.lemma in words.pictures:
        return False
    return sense.speaker == "any" or _nameable(token, words)


def _nameable(token: Token, words: Reporting) -> bool:
    if token.pos == "PROPN" or token.lower in ("he", "she", "they", "it", "who", "which", "that", "others", "some", "many"):
        return True
    known = token.lemma in words.speakers or token.lemma in words.owned_records | words.lone_records | words.roles
    return known or token.text[0].isupper()


def _subject(reading: Reading, sentence: Sentence, i: int, words: Reporting) -> int | None:
    """The head token of who says it: own subject, antecedent, the noun beside, or the subject of the verb it is joined to."""
    own = child(reading, i, "nsubj")
    token = reading.tokens[i]
    beside = _noun_beside(reading, sentence, i, words)
    if own is not None:
        if reading.tokens[own].lower in _RELATIVE and token.dep == "relcl":
            return token.head
        return beside if beside is not None and _cut_off(reading, sentence, own, beside, i) else own
    if token.tag == "VBG":
        return _of_the_verb_before(reading, sentence, i, words)
    if beside is not None and (token.tag in _FINITE or _bare_past(reading, sentence, i, beside, words)):
        return beside
    above = token.head
    if token.dep in ("conj", "xcomp") and reading.tokens[above].pos in ("VERB", "AUX"):
        shared = child(reading, above, "nsubj") if reading.tokens[above].dep != "conj" else _subject(reading, sentence, above, words)
        if shared is not None:
            return shared
    return _of_the_verb_before(reading, sentence, i, words) if token.dep == "conj" else None


def _cut_off(reading: Reading, sentence: Sentence, own: int, beside: int, i: int) -> bool:
    """Whether the parser's subject lies across a quotation mark or a day from the verb, with another noun beside it."""
    if own >= i or beside <= own:
        return False
    between = reading.tokens[own + 1 : i]
    return any(t.text in ('"', "”", "''") or t.lemma in WEEKDAYS for t in between)


def _bare_past(reading: Reading, sentence: Sentence, i: int, beside: int, words: Reporting) -> bool:
    """ "the observatory reported." read as a participle: a speaker beside, no auxiliary, and nothing but a day behind."""
    if child(reading, i, "aux", "auxpass") is not None or reading.tokens[i].tag != "VBN":
        return False
    after = reading.tokens[i + 1] if i + 1 < sentence.last else None
    ends = after is None or after.text in ".,;" or after.lower == "on" or after.lemma in WEEKDAYS
    return ends and reading.tokens[beside].lemma in words.speakers


def _of_the_verb_before(reading: Reading, sentence: Sentence, i: int, words: Reporting) -> int | None:
    """A participle ("adding that") has the subject of the last word of saying before it, else of the verb above."""
    if reading.tokens[i].dep == "acl":
        return reading.tokens[i].head
    if reading.tokens[i].dep != "pcomp":
        for k in range(i - 1, sentence.first - 1, -1):
            token = reading.tokens[k]
            if token.lemma in words.verbs and token.tag in _FINITE | {"VBN"} and token.pos == "VERB":
                return _subject(reading, sentence, k, words)
    for verb in ancestors(reading, i):
        found = child(reading, verb, "nsubj")
        if found is not None:
            return found
    return None


def _noun_beside(reading: Reading, sentence: Sentence, i: int, words: Reporting) -> int | None:
    """The head of the noun phrase that ends right before the verb, or that stands between commas before it
    ("N N, a commander, told"), or begins right behind it ("said X")."""
    k = i - 1
    while k > sentence.first and reading.tokens[k].pos in ("ADV", "AUX"):
        k -= 1
    closing = _quote_end(reading, sentence, i)
    if closing is not None and closing < k:
        return _first_noun(reading, closing + 1, i) or _first_noun(reading, i + 1, min(i + 8, sentence.last))
    token = reading.tokens[k]
    if k >= sentence.first and token.pos in ("NOUN", "PROPN", "PRON") and token.lemma not in WEEKDAYS:
        head = _phrase_head(reading, sentence, k)
        return head if _nameable(reading.tokens[head], words) or _set_off(reading, head) else None
    behind = i + 1
    if behind < sentence.last and reading.tokens[behind].pos in ("PROPN", "DET") and reading.tokens[i - 1].text in ',"”':
        return _first_noun(reading, behind, sentence.last)
    return None


def _set_off(reading: Reading, head: int) -> bool:
    """ "..., a midwife there said"."""
    left = _subject_start(reading, head)
    return left > 0 and reading.tokens[left - 1].text == "," and reading.tokens[left].pos == "DET"


def _quote_end(reading: Reading, sentence: Sentence, i: int) -> int | None:
    """The last closing quotation mark before the verb, where words of the speaker stand between the two."""
    for k in range(i - 1, max(sentence.first, i - 25), -1):
        if reading.tokens[k].text in ("”", "''") or (reading.tokens[k].text == '"' and reading.tokens[k].tag == "''"):
            return k
    return None


def _first_noun(reading: Reading, first: int, last: int) -> int | None:
    for k in range(first, last):
        if reading.tokens[k].pos in ("NOUN", "PROPN", "PRON"):
            while k + 1 < last and reading.tokens[k].head > k and reading.tokens[k].dep in ("compound", "nmod", "amod"):
                k += 1
            return k
    return None


def _phrase_head(reading: Reading, sentence: Sentence, k: int) -> int:
    """From the last noun of "Observatory for Human Rights" up to "Observatory"."""
    while True:
        above = reading.tokens[k].head
        if reading.tokens[k].dep == "pobj" and reading.tokens[above].lower in ("for", "of") and reading.tokens[k].pos == "PROPN":
            head = reading.tokens[above].head
            if head < k and reading.tokens[head].pos == "PROPN":
                k = head
                continue
        return k


def _cue(
    reading: Reading, sentence: Sentence, i: int, subject: int, sense: ReportingVerb, words: Reporting
) -> Cue | None:
    if _negated(reading, i):
        if sense.stance == "asserts":
            return None
        return _build(reading, sentence, i, subject, sense, words, "asserts")
    return _build(reading, sentence, i, subject, sense, words, sense.stance)


def _negated(reading: Reading, i: int) -> bool:
    return child(reading, i, "neg") is not None


def _build(
    reading: Reading, sentence: Sentence, i: int, subject: int, sense: ReportingVerb, words: Reporting, stance: Stance
) -> Cue | None:
    about = _pointed_at(reading, i, sense, words)
    if about is not None:
        return Cue(token=i, speaker=subject, scope=_object_scope(reading, about), stance=stance, about=about)
    if "claim" in sense.content:
        return None
    scope = _scope(reading, sentence, i, subject, sense, words)
    return Cue(token=i, speaker=subject, scope=scope, stance=stance) if scope else None


def _object_scope(reading: Reading, noun: int) -> tuple[Range, ...]:
    below = subtree(reading, noun)
    return ((noun, below[-1] + 1),)


def _pointed_at(reading: Reading, i: int, sense: ReportingVerb, words: Reporting) -> int | None:
    """The referring noun of "denied the claim", "claimed responsibility for the blast", "denies involvement"."""
    noun = child(reading, i, "dobj")
    if noun is None or not sense.content & {"object", "claim"}:
        return None
    lemma = reading.tokens[noun].lemma
    points = words.blame_nouns | (words.claim_nouns if sense.stance == "denies" else frozenset())
    return noun if lemma in points and reading.tokens[i].lemma not in ("report", "confirm", "show") else None


def _scope(
    reading: Reading, sentence: Sentence, i: int, subject: int, sense: ReportingVerb, words: Reporting
) -> tuple[Range, ...]:
    end = _leading_end(reading, sentence, i, words)
    if "toll" in sense.content:
        noun = child(reading, i, "dobj")
        return ((sentence.first, i), (i + 1, sentence.last)) if noun is not None and reading.tokens[noun].lemma in words.toll_nouns else ()
    for preposition in ("of", "for"):
        if preposition in sense.content:
            return _after_preposition(reading, i, preposition, end)
    antecedent = _antecedent(reading, i)
    ranges: tuple[Range, ...] = ()
    if "clause" in sense.content and _may_hold_clause(reading, i, sense):
        ranges = _clause_scope(reading, sentence, i, subject, end)
    if not ranges and sense.content & {"object", "infinitive"}:
        ranges = _object_or_infinitive(reading, i, sense, words, end)
    return ranges + antecedent if ranges else ()


def _may_hold_clause(reading: Reading, i: int, sense: ReportingVerb) -> bool:
    """Verbs with other senses, participles, and verbs with an object of their own need a complement in the parse."""
    if child(reading, i, "ccomp") is not None or _ends_here(reading, i):
        return True
    if "object" in sense.content and child(reading, i, "dobj") is not None:
        return False
    return sense.speaker == "any" and reading.tokens[i].tag != "VBG" or "object" in sense.content or _opens_quote(reading, i)


def _ends_here(reading: Reading, i: int) -> bool:
    """ "..., N N added." """
    subject = child(reading, i, "nsubj")
    after = reading.tokens[i + 1] if i + 1 < len(reading.tokens) else None
    if subject is None or subject > i or (after is not None and after.text not in ".,;"):
        return False
    left = _subject_start(reading, subject)
    return left > 0 and reading.tokens[left - 1].text in ',"”'


def _opens_quote(reading: Reading, i: int) -> bool:
    near = reading.tokens[max(i - 6, 0) : i + 3]
    return any(t.text in ('"', "“", "”", "that") for t in near)


def _antecedent(reading: Reading, i: int) -> tuple[Range, ...]:
    """ "the attack, which X says killed ten": the attack too is what X says."""
    token = reading.tokens[i]
    if token.dep != "relcl":
        return ()
    opens = next((k for k in range(token.head + 1, i) if reading.tokens[k].tag in ("WDT", "WP", "WRB", "IN")), None)
    subject = child(reading, i, "nsubj")
    if opens is None or reading.tokens[opens].lower == "where" or subject == opens:
        return ()
    return ((token.head, token.head + 1),)


def _after_preposition(reading: Reading, i: int, preposition: str, end: int) -> tuple[Range, ...]:
    for k in range(i + 1, end):
        if reading.tokens[k].lower == preposition and reading.tokens[k].dep in ("prep", "pcomp", "mark"):
            above = reading.tokens[k].head
            if above == i or reading.tokens[above].head == i:
                return _clean(((k + 1, end),))
    return ()


def _object_or_infinitive(
    reading: Reading, i: int, sense: ReportingVerb, words: Reporting, end: int
) -> tuple[Range, ...]:
    lemma = reading.tokens[i].lemma
    for c in reading.children[i]:
        token = reading.tokens[c]
        if token.dep == "dobj" and "object" in sense.content and token.lemma not in words.not_content.get(lemma, ()):
            return _clean(((i + 1, end),))
        if token.dep in ("xcomp", "ccomp") and c > i:
            return _clean(((i + 1, end),))
        if token.dep == "prep" and token.lower in ("for", "to") and "infinitive" in sense.content:
            return _clean(((c, end),))
    return ()


def _leading_end(reading: Reading, sentence: Sentence, i: int, words: Reporting) -> int:
    """Where the content behind the verb ends: with the sentence, with the side clause in which the verb stands, or
    before a clause of the report's own that is joined to the verb."""
    end = sentence.last
    if any(reading.tokens[v].dep in ("relcl", "acl", "advcl") for v in (i, *ancestors(reading, i))):
        end = subtree(reading, i)[-1] + 1
    for k in range(i + 1, end):
        token = reading.tokens[k]
        if token.text == ";":
            return k
        if token.lemma in words.verbs and token.pos == "VERB" and token.tag in _FINITE:
            cut = _next_speech(reading, k, i)
            if cut is not None:
                return cut
        if token.head == i and token.dep == "advcl" and token.tag in _FINITE | {"VBN"}:
            first = subtree(reading, k)[0]
            if first > i and reading.tokens[first].lower in _SIDE_CLAUSE:
                return first
        if token.head == i and token.dep == "conj" and token.pos == "VERB":
            first = min(subtree(reading, k)[0], k)
            if first > i:
                return first
    return end


def _next_speech(reading: Reading, k: int, i: int) -> int | None:
    """Where another speech begins: "..., while Y said", "... but denied"."""
    subject = child(reading, k, "nsubj")
    left = k if subject is None or subject > k else _subject_start(reading, subject)
    joint = reading.tokens[left - 1]
    if left - 1 <= i + 1 or joint.lower not in ("while", "whereas", "but", "and", "although"):
        return None
    if subject is None or reading.tokens[left - 2].text == ",":
        return left - 1
    return None


def _clause_scope(reading: Reading, sentence: Sentence, i: int, subject: int, end: int) -> tuple[Range, ...]:
    left = min(i, _subject_start(reading, subject))
    if left > sentence.first and reading.tokens[left - 1].lower == "as" and child(reading, i, "ccomp") is None:
        return _clean(((sentence.first, left), (i + 1, sentence.last)))
    complements = kids(reading, i, *_CONTENT)
    behind = any(c > i and c > subject for c in complements)
    before = any(c < i for c in complements)
    after_subject = max(i, subject) + 1
    if subject > i:
        after_subject = max(after_subject, subtree(reading, subject)[-1] + 1)
    if not before and not behind:
        before, behind = _sides(reading, sentence, i, subject, left, end)
    aside = left > sentence.first and reading.tokens[left - 1].text == "," and _comma_after(reading, sentence, after_subject)
    before = before or aside
    ranges: tuple[Range, ...] = ()
    if before:
        ranges += ((_segment_start_plain(reading, sentence, left), left),)
        ranges += ((after_subject, sentence.last),) if aside and not behind else _tail(reading, sentence, after_subject)
    if behind:
        ranges += ((after_subject if subject > i else i + 1, end),)
    return _clean(ranges)


def _comma_after(reading: Reading, sentence: Sentence, i: int) -> bool:
    """Whether words of saying stand between commas inside what is said: "Some of them, he said, fled"."""
    if i + 1 >= sentence.last or reading.tokens[i].text != ",":
        return False
    after = reading.tokens[i + 1]
    return after.lower not in _SIDE_CLAUSE and after.text not in ('"', "“") and after.tag != "VBG"


def _subject_start(reading: Reading, subject: int) -> int:
    first = subject
    while first > 0 and reading.tokens[first - 1].dep in ("compound", "det", "amod", "poss", "nmod") and reading.tokens[first - 1].pos not in ("VERB",):
        if reading.tokens[first].pos == "DET":
            break
        first -= 1
    return first


def _sides(reading: Reading, sentence: Sentence, i: int, subject: int, left: int, end: int) -> tuple[bool, bool]:
    """Without a complement in the parse: is there a clause before the speaker, or behind the verb?"""
    earlier = any(reading.tokens[k].pos in ("VERB", "AUX") for k in range(sentence.first, left))
    start = max(i, subject) + 1
    later = any(reading.tokens[k].tag in _FINITE for k in range(start, end))
    if reading.tokens[min(start, sentence.last - 1)].lower == "that":
        return False, later
    if earlier and later:
        return (True, False) if _closed(reading, start) else (False, True)
    return earlier or (not later and left > sentence.first + 3), later


def _closed(reading: Reading, start: int) -> bool:
    """Whether the clause of saying ends here: a mark or a day follows."""
    token = reading.tokens[start] if start < len(reading.tokens) else None
    return token is None or token.text in ",.;”\"" or token.lower in ("on", "in", "as", "late", "late")


def _segment_start_plain(reading: Reading, sentence: Sentence, before: int) -> int:
    for i in range(before - 1, sentence.first, -1):
        if reading.tokens[i].text == ";":
            return i + 1
    return sentence.first


def _tail(reading: Reading, sentence: Sentence, after: int) -> tuple[Range, ...]:
    """What follows "..., X said" belongs to it where it goes on as a participle, "and" or a second part of the quotation."""
    for k in range(after, sentence.last):
        token = reading.tokens[k]
        if token.lower in _SIDE_CLAUSE:
            return ()
        if token.tag == "VBG" or token.lower == "and" or token.text in ('"', "“"):
            return ((k, sentence.last),)
        if token.pos in ("VERB", "AUX"):
            return ()
    return ()
