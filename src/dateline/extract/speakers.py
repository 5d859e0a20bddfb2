"""Who speaks: the words of a speaker, the name in them, what kind of source it is and for whom it speaks.

A speaker is read off the surface as well as the parse, because many archives strip commas: "... near Damascus the
Syrian Observatory for Human Rights a monitoring group said".
"""

from dataclasses import dataclass, replace

from dateline.extract.grammar import child, conjuncts, first_conjunct, subtree
from dateline.extract.place_runs import is_cased
from dateline.extract.speaker_kinds import group_of, is_person, kind_of
from dateline.extract.speaker_names import joined, name_behind_post, name_bounds, stripped
from dateline.extract.speaker_phrases import mention_range, named_before
from dateline.knowledge.calendar_words import MONTHS, WEEKDAYS
from dateline.knowledge.reporting import Reporting
from dateline.model.claim import SourceKind
from dateline.model.text import Reading, Token

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "DET"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A speaker as mentioned: head token, first and last token of its words (both included), and what they tell."""

    head: int
    first: int
    last: int
    name: str
    kind: SourceKind
    group: str | None
    person: bool
    plural: bool


def speakers_at(reading: Reading, head: int, words: Reporting) -> tuple[Speaker, ...]:
    """The speaker whose noun is `head`, and those joined to it by "and": each is a source of its own."""
    heads = (h for h in conjuncts(reading, head) if reading.tokens[h].pos in _NOUNS)
    found = tuple(s for s in (_speaker(reading, h, words) for h in heads) if s is not None)
    return _shared_noun(reading, head, found) or found


def _shared_noun(reading: Reading, head: int, found: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """ "local and media sources" are two speakers: one of each adjective."""
    noun = reading.tokens[head]
    adjectives = (c for c in reading.children[head] if reading.tokens[c].dep in ("amod", "compound", "nmod"))
    pair = next(((c, second) for c in adjectives if (second := child(reading, c, "conj")) is not None), None)
    if pair is None or noun.tag != "NNS" or len(found) != 1:
        return ()
    return tuple(replace(found[0], name=f"{reading.tokens[k].text} {noun.text}", first=k) for k in pair)


def _apposition(reading: Reading, head: int) -> tuple[Token, ...]:
    """The noun that explains a name, with the group in it: "N, a commander in the rebel group"."""
    noun = child(reading, head, "appos")
    if noun is None or reading.tokens[noun].pos != "NOUN":
        return ()
    return tuple(reading.tokens[i] for i in subtree(reading, noun) if reading.tokens[i].pos in ("NOUN", "ADJ"))


def _may_be_a_source(reading: Reading, noun: Token, tokens: tuple[Token, ...], words: Reporting) -> bool:
    """Not a thing ("citing 300 violations", "a group watching the conflict said") nor a day.

    A noun that no list knows must be the subject of a verb of saying by the parse, and no deed.
    """
    if noun.lemma.lower() in MONTHS.keys() | WEEKDAYS.keys():
        return False
    if noun.pos != "NOUN" or not noun.text.islower() or any(t.pos == "PROPN" for t in tokens):
        return True
    forms = {form for t in tokens for form in (t.lemma, t.lower)}
    known = words.speakers.keys() | words.roles | words.organisations | words.owned_records | words.lone_records
    first = reading.tokens[first_conjunct(reading, noun.i)]
    says = first.dep == "nsubj" and reading.tokens[first.head].lemma in words.verbs
    return bool(forms & known) or (says and noun.lemma not in words.families["violence"] | words.toll_nouns)


def _speaker(reading: Reading, head: int, words: Reporting) -> Speaker | None:
    noun = reading.tokens[head]
    first, last = mention_range(reading, head, words)
    tokens = reading.tokens[first : last + 1]
    start, end = name_bounds(tokens, head - first, words)
    named = tokens[start:end]
    if noun.lemma in words.roles:
        named, last = name_behind_post(reading, named, last, head)
    described = named_before(reading, first, last)
    if described is not None:
        first, named = described[0], reading.tokens[slice(*described)]
    single = first > 0 and reading.tokens[first - 1].lower in ("a", "an")
    named = stripped(named, words, described=single)
    if not named or not (_may_be_a_source(reading, noun, tokens, words) or not is_cased(reading)):
        return None
    person = is_person(noun, tokens, named, words)
    return Speaker(
        head=head,
        first=first,
        last=last,
        name=joined(reading, named),
        kind=kind_of(tokens, noun, _apposition(reading, head), words),
        group=group_of(reading, head, tokens[:start] + tokens[end:], words) if person else None,
        person=person,
        plural=noun.tag in ("NNS", "NNPS") or noun.lower in ("police", "they"),
    )
