"""Which speaker is meant: pronouns, "the source", "the group" and short names go back to a speaker named before,
reports and pictures to their owner, and every name to the fullest that the report gives."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from dateline.extract.grammar import child
from dateline.extract.office_holders import holder
from dateline.extract.speakers import Speaker, speakers_at
from dateline.knowledge.calendar_words import MONTHS, WEEKDAYS
from dateline.knowledge.reporting import Reporting, reporting
from dateline.model.text import Reading, Token

Places = Mapping[str, Sequence[int]]

_PERSON = frozenset({"he", "she", "who"})
_THING = frozenset({"it", "which", "that"})
_SEVERAL = frozenset({"they", "them"})
_PRONOUNS = _PERSON | _THING | {"they", "others"}
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "same"})
_BODIES = frozenset(
    {"group", "organisation", "organization", "monitor", "agency", "network", "body", "ngo", "watchdog", "charity"}
)
_STATE_BODIES = frozenset({"government", "army", "military", "regime", "police", "navy", "parliament", "opposition"})
_REACH = 300
_SMALL = frozenset({"of", "for", "the", "and", "al", "el", "bin", "de", "la", "van", "von"})
_DAYS = MONTHS.keys() | WEEKDAYS.keys()
_LONGEST_NAME = 8


def capitals(reading: Reading) -> Places:
    """Where each capitalised word stands, by its lower-case form."""
    found: dict[str, list[int]] = defaultdict(list)
    for token in reading.tokens:
        if token.pos == "PROPN" and token.text[0].isupper():
            found[token.lower].append(token.i)
    return found


def meant(
    reading: Reading, head: int, before: Sequence[Speaker], words: Reporting, places: Places
) -> tuple[Speaker, ...]:
    """The speakers meant by the noun phrase around `head`, given those heard before in the report (latest last)."""
    token = reading.tokens[head]
    if token.pos == "PRON" or token.lower in _PRONOUNS:
        return _by_pronoun(token, before) or _subject_before(reading, token, words)
    if (several := _some_of(reading, head)) is not None:
        return _by_pronoun(reading.tokens[several], before) or _subject_before(reading, reading.tokens[several], words)
    if token.lemma in words.owned_records | words.pictures:
        return _owner(reading, head, before, words, places)
    found = tuple(_possessed(reading, one, before) for one in speakers_at(reading, head, words))
    named = (
        _fullest(reading, _referred(reading, _held(reading, one, words, places), before), words, places)
        for one in found
    )
    return tuple(_known(one, before) for one in named)


def _held(reading: Reading, speaker: Speaker, words: Reporting, places: Places) -> Speaker:
    """ "the Lorvian president" by the name that the report gives its holder."""
    name = holder(reading, reading.tokens[speaker.first : speaker.head + 1], words, places)
    return replace(speaker, name=name, person=True) if name is not None else speaker


def _known(speaker: Speaker, before: Sequence[Speaker]) -> Speaker:
    """With the kind and the group that an earlier mention under the same name gave."""
    old = next((s for s in reversed(before) if s.name == speaker.name), None)
    if old is None or speaker.kind != "other":
        return speaker
    return replace(speaker, kind=old.kind, group=speaker.group or old.group)


def _some_of(reading: Reading, head: int) -> int | None:
    """The pronoun of "one of them", "many of those"."""
    of = child(reading, head, "prep")
    below = child(reading, of, "pobj") if of is not None and reading.tokens[of].lower == "of" else None
    return below if below is not None and reading.tokens[below].lower in _SEVERAL else None


def _by_pronoun(token: Token, before: Sequence[Speaker]) -> tuple[Speaker, ...]:
    if token.lower in _PERSON:
        fits = [s for s in before if s.person and not s.plural]
    elif token.lower in _THING:
        fits = [s for s in before if not s.person and not s.plural] or list(before[-1:])
    elif token.lower in _SEVERAL:
        fits = [s for s in before if s.plural] or list(before[-1:])
    else:
        return ()
    return tuple(replace(s, first=token.i, last=token.i) for s in fits[-1:])


def _subject_before(reading: Reading, token: Token, words: Reporting) -> tuple[Speaker, ...]:
    """ "he" where nobody has spoken yet: the person who is the subject of the sentence before."""
    index = reading.sentence_of[token.i] - 1
    if index < 0 or token.lower not in _PERSON:
        return ()
    sentence = reading.sentences[index]
    subjects = (t.i for t in reading.tokens[sentence.first : sentence.last] if t.dep == "nsubj" and t.pos != "PRON")
    people = (s for i in subjects for s in speakers_at(reading, i, words)[:1] if s.person)
    return tuple(replace(s, first=token.i, last=token.i) for s in islice(people, 1))


def _referred(reading: Reading, speaker: Speaker, before: Sequence[Speaker]) -> Speaker:
    """ "the source", "the ministry": the last speaker whose words hold that noun."""
    head = reading.tokens[speaker.head]
    det = reading.tokens[speaker.first - 1].lower if speaker.first else ""
    based = reading.tokens[max(speaker.head - 1, 0)].lower == "based"
    if det not in _DEFINITE or (speaker.last - speaker.first > 1 and not based):
        return speaker
    for test in (_has_the_word, _has_the_role, _same_body):
        for old in reversed(before):
            if test(reading, head, old):
                return replace(old, head=speaker.head, first=speaker.first, last=speaker.last)
    return _described_before(reading, speaker)


def _possessed(reading: Reading, speaker: Speaker, before: Sequence[Speaker]) -> Speaker:
    """ "his office": the office of the person heard last."""
    det = reading.tokens[speaker.first - 1] if speaker.first else None
    if det is None or det.lower not in ("his", "her") or speaker.name[0].isupper() or speaker.plural:
        return speaker
    owner = next((s for s in reversed(before) if s.person), None)
    name = f"{owner.name}'s {speaker.name}" if owner is not None else f"{det.lower} {speaker.name}"
    return replace(speaker, name=name, first=speaker.first - 1)


def _described_before(reading: Reading, speaker: Speaker) -> Speaker:
    """ "the government" after "the Syrian government": the last mention with a name before the noun."""
    head = reading.tokens[speaker.head]
    if head.lemma not in _STATE_BODIES or speaker.first != speaker.last:
        return speaker
    for i in range(speaker.head - 1, max(speaker.head - _REACH, 0), -1):
        before = reading.tokens[i - 1] if i else head
        if reading.tokens[i].lemma == head.lemma and _modifies_by_name(before, i):
            return replace(speaker, name=f"{before.text} {head.text}")
    return speaker


def _names(token: Token, head: int) -> bool:
    return token.head == head and token.pos in ("ADJ", "PROPN") and token.text[0].isupper()


def _modifies_by_name(token: Token, head: int) -> bool:
    return token.head == head and token.pos in ("ADJ", "PROPN") and token.text[0].isupper()


def _has_the_word(reading: Reading, head: Token, old: Speaker) -> bool:
    return head.lower in old.name.lower().split()


def _has_the_role(reading: Reading, head: Token, old: Speaker) -> bool:
    """ "the governor" after "governor N N", but not "the ministry" after "ministry spokesman N N"."""
    lemmas = [t.lemma for t in reading.tokens[old.first : old.last + 1]]
    if head.pos != "NOUN" or head.lemma not in lemmas:
        return False
    return not old.person or head.lemma in reporting().roles or head.lemma == reading.tokens[old.head].lemma


def _same_body(reading: Reading, head: Token, old: Speaker) -> bool:
    """ "the group", "the monitor" after the name of a body that watches."""
    return (
        head.pos == "NOUN"
        and head.lemma in _BODIES
        and old.kind in ("aid or rights group", "activist")
        and not old.person
    )


def _owner(
    reading: Reading, head: int, before: Sequence[Speaker], words: Reporting, places: Places
) -> tuple[Speaker, ...]:
    """Whose report, statement or picture it is: possessor, "by X", "from X", "released by X", else who spoke last."""
    owner = _owner_noun(reading, head, words)
    if owner is not None:
        return meant(reading, owner, before, words, places)
    token = reading.tokens[head]
    det = {reading.tokens[c].lower for c in reading.children[head] if reading.tokens[c].dep in ("det", "poss")}
    if det & (_DEFINITE | {"its", "his", "her", "their"}):
        return tuple(replace(s, first=head, last=head) for s in before[-1:])
    if token.lemma in words.pictures or token.lemma not in words.lone_records:
        return ()
    return speakers_at(reading, head, words)


def _owner_noun(reading: Reading, head: int, words: Reporting) -> int | None:
    for c in reading.children[head]:
        token = reading.tokens[c]
        if token.dep in ("poss", "compound") and token.text[0].isupper() and token.lower not in _DAYS:
            return c
        if token.dep == "prep" and token.lower in ("by", "from"):
            return child(reading, c, "pobj")
        if token.dep == "acl" and token.lemma in words.passing_on:
            return child(reading, c, "dobj")
        if token.dep == "acl" and token.lemma in words.release_verbs:
            by = child(reading, c, "agent")
            if by is not None:
                return child(reading, by, "pobj")
    above = reading.tokens[head].head
    if reading.tokens[head].dep == "dobj" and reading.tokens[above].lemma in words.release_verbs:
        return child(reading, above, "nsubj")
    return None


def _fullest(reading: Reading, speaker: Speaker, words: Reporting, places: Places) -> Speaker:
    """The speaker under the longest name in the report that holds all words of the name given here."""
    short = speaker.name.split()
    if len(short) > 2 or not speaker.name[:1].isupper():
        return speaker
    last = short[-1].lower()
    best = speaker
    for place in places.get(last, ()):
        if place == speaker.last:
            continue
        for other in speakers_at(reading, _phrase(reading, place), words)[:1]:
            if _fuller(other, best, last):
                best = other
    return replace(best, head=speaker.head, first=speaker.first, last=speaker.last) if best is not speaker else speaker


def _phrase(reading: Reading, i: int) -> int:
    """The head of the name in which a capitalised word stands."""
    while (
        reading.tokens[i].dep in ("compound", "nmod", "amod") and reading.tokens[reading.tokens[i].head].pos == "PROPN"
    ):
        i = reading.tokens[i].head
    return i


def _fuller(other: Speaker, best: Speaker, last: str) -> bool:
    new, old = other.name.split(), best.name.split()
    holds = {w.lower() for w in old} <= {w.lower() for w in new}
    ends = last in {w.lower() for w in (new[1:] if other.person else new)}
    proper = all(w[0].isupper() or w in _SMALL for w in new)
    return holds and ends and proper and len(old) < len(new) <= _LONGEST_NAME
