"""Words of saying in one sentence: who is their subject, which words are the content, how they stand to it.

Comma-free text is common in archives; there the parser loses the complement more often than the verb, so that both
parse and surface are read (`subjects`, `scopes`).
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from dateline.extract.cue import Cue
from dateline.extract.denial_cues import (
    about_scope,
    calls_untrue,
    denied_before,
    denied_by,
    denies_doing,
    disowned,
    no_mission_of,
    rejected_in_a_noun,
    said_to_be_untrue,
    the_accused,
    untrue_claim,
    waved_away,
)
from dateline.extract.grammar import child, kids, subtree
from dateline.extract.scopes import around, clause_start, clean, content
from dateline.extract.subjects import SayingVerb, may_speak, nameable, subject_of
from dateline.knowledge.reporting import Reporting, ReportingVerb, reporting
from dateline.model.claim import Stance
from dateline.model.text import Reading, Sentence, Token

_TITLE = 9  # words at most before the colon of a title
_IT: Final = frozenset({"it", "this", "that"})
_EITHER: Final = frozenset({"or", "nor", "to", "and", "not"})
_AS_FALSE = 7  # tokens from "dismissed" to the noun behind "as false"
_FAR = 25  # words at most between "quoted" and "saying"
_PASSIVES: Final = frozenset({"saying", "reporting", "denying", "rejecting"})
_ASCRIBING: Final = frozenset({"think", "believe", "know", "suspect", "estimate", "understand", "say"})
_TAKES_ON: Final = frozenset({"claim", "admit", "acknowledge", "accept"})
# Whoever rejects a report may mean the paper, whoever disputes it means what it says
_CONTESTING: Final = frozenset({"dispute", "contest", "refute", "rebut", "disprove", "contradict", "debunk"})
_REASONS: Final = frozenset({"concern", "reason", "need", "lack", "threat", "fear"})
_TITLE_POS: Final = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET", "PUNCT", "PART"})


def may_hold_cue(reading: Reading, sentence: Sentence, words: Reporting) -> bool:
    """A cheap look, before any parse is walked, whether the sentence has a word of saying at all."""
    return any(
        t.lemma in words.cues or t.lower in words.according or t.text == ":" or t.lower == "denies"
        for t in reading.tokens[sentence.first : sentence.last]
    )


def cues_in(reading: Reading, sentence: Sentence, words: Reporting) -> tuple[Cue, ...]:
    """The cues of one sentence in reading order."""
    found = _candidates(reading, sentence, words)
    return tuple(sorted((cue for cue in found if cue.scope), key=lambda cue: cue.token))


def _candidates(reading: Reading, sentence: Sentence, words: Reporting) -> Iterator[Cue]:
    for i in range(sentence.first, sentence.last):
        token = reading.tokens[i]
        if token.lower in words.according:
            yield from _according(reading, sentence, i)
        elif (rejected := _misread_or_phrasal(reading, sentence, i, words)) is not None:
            yield rejected
        elif token.lemma in words.passing_on and token.pos in ("VERB", "ADP"):
            yield from _passed_on(reading, sentence, i)
        elif token.lemma in words.verbs and token.pos in ("VERB", "AUX") and not _is_said_of(reading, sentence, i):
            yield from _said(SayingVerb(reading=reading, sentence=sentence, i=i, words=words))
        elif token.lemma in words.denial_nouns:
            yield from _denial_noun(reading, sentence, i)
        elif token.lemma in words.claim_nouns and token.pos in ("NOUN", "VERB"):
            yield from _claim_noun(reading, i, words)
        elif token.text == ":" and i - sentence.first < _TITLE:
            yield from _title(reading, sentence, i, words)
        elif token.lower in ("words", "word"):
            yield from _in_the_words_of(reading, sentence, i)


def _misread_or_phrasal(reading: Reading, sentence: Sentence, i: int, words: Reporting) -> Cue | None:
    return (
        rejected_in_a_noun(reading, sentence, i, words)
        or denies_doing(reading, i)
        or waved_away(reading, sentence, i, words)
    )


def _is_said_of(reading: Reading, sentence: Sentence, i: int) -> bool:
    """ "the so said jets", "jets believed to be theirs": what is said of the noun, not what the noun says."""
    token = reading.tokens[i]
    following = [t.lower for t in reading.tokens[i + 1 : min(i + 3, sentence.last)]]
    ascribed = following in (["to", "be"], ["to", "have"]) or (token.lemma in _ASCRIBING and following[:1] == ["to"])
    return token.dep == "amod" or (token.tag in ("VBN", "VBD") and ascribed)


def _object_of(reading: Reading, i: int, *prepositions: str) -> int | None:
    """The noun behind one of these prepositions under token `i`."""
    for c in reading.children[i]:
        if reading.tokens[c].lower in prepositions:
            return child(reading, c, "pobj")
    return None


def _according(reading: Reading, sentence: Sentence, i: int) -> Iterator[Cue]:
    """ "according to X": the clause in which it stands, on both sides of it."""
    speaker = _object_of(reading, i, "to")
    if speaker is not None:
        speaker = _parted(reading, i, speaker, reporting())
        yield Cue(token=i, speaker=speaker, scope=around(reading, sentence, i, subtree(reading, speaker)[-1] + 1))


def _parted(reading: Reading, i: int, speaker: int, words: Reporting) -> int:
    """The first noun of "according to | Radio Azmar | rebel forces have left": the verb lacks the rest, its subject."""
    verb = reading.tokens[i].head
    opens = verb > speaker and reading.tokens[verb].pos in ("VERB", "AUX")
    if not opens or child(reading, verb, "nsubj", "nsubjpass", "expl") is not None:
        return speaker
    ends = (k for k in range(i + 2, speaker) if _ends_a_speaker(reading.tokens[k], reading.tokens[k + 1], words))
    return next(ends, speaker)


def _ends_a_speaker(noun: Token, after: Token, words: Reporting) -> bool:
    if noun.pos == "PROPN":
        return after.pos in ("ADJ", "NUM", "DET") or (after.pos == "NOUN" and after.text.islower())
    return noun.tag == "NNS" and noun.lemma in words.speakers and after.pos in ("NOUN", "PROPN", "ADJ", "NUM", "DET")


def _in_the_words_of(reading: Reading, sentence: Sentence, i: int) -> Iterator[Cue]:
    speaker = _object_of(reading, i, "of")
    if speaker is not None and i - 2 >= sentence.first and reading.tokens[i - 2].lower in ("in", "on"):
        yield Cue(token=i, speaker=speaker, scope=around(reading, sentence, i - 2, speaker + 1))


def _denial_noun(reading: Reading, sentence: Sentence, i: int) -> Iterator[Cue]:
    """ "Despite X's denials, ...", "..., contradicting denials by X": the clause behind it, else before it."""
    speaker = child(reading, i, "poss")
    if speaker is None:
        speaker = _object_of(reading, i, "by", "from")
    if speaker is None:
        owners = (c for c in kids(reading, i, "compound", "amod") if nameable(reading.tokens[c], reporting()))
        speaker = next(owners, None)
    if speaker is None:
        return
    end = max(i, subtree(reading, speaker)[-1]) + 1
    behind = any(reading.tokens[k].pos in ("VERB", "AUX") for k in range(end, sentence.last))
    scope = (end, sentence.last) if behind else (sentence.first, reading.tokens[i].head)
    yield Cue(token=i, speaker=speaker, scope=clean(scope), stance="denies")


def _claim_noun(reading: Reading, i: int, words: Reporting) -> Iterator[Cue]:
    """ "X's claim that ...", "a statement by X that ...", "rebel reports about ..."."""
    below = subtree(reading, i)
    opens = next((k for k in below if k > i and reading.tokens[k].lower in ("that", "about")), None)
    speaker = _object_of(reading, i, "by", "from")
    if speaker is None:
        speaker = child(reading, i, "compound", "amod") if child(reading, i, "poss") else None
    if speaker is None or not nameable(reading.tokens[speaker], words):
        speaker = child(reading, i, "poss", "compound")
    if opens is not None and speaker is not None and nameable(reading.tokens[speaker], words):
        yield Cue(token=i, speaker=speaker, scope=clean((opens, below[-1] + 1)))


def _title(reading: Reading, sentence: Sentence, i: int, words: Reporting) -> Iterator[Cue]:
    """ "Minister: ten held": a title that begins with its speaker, told by a role among the words."""
    before = reading.tokens[sentence.first : i]
    if any(t.lemma in words.roles for t in before) and all(t.pos in _TITLE_POS for t in before):
        outside = (t.i for t in reversed(before) if t.head not in range(sentence.first, i))
        yield Cue(token=i, speaker=next(outside, before[-1].i), scope=clean((i + 1, sentence.last)))


def _passed_on(reading: Reading, sentence: Sentence, i: int) -> Iterator[Cue]:
    """ "Y quoted X as saying", "X was quoted by Y as saying", "citing X"."""
    quoted, medium = _quoted_and_medium(reading, i)
    if quoted is None or reading.tokens[quoted].lemma in _REASONS:
        return
    start = clause_start(reading, sentence, i)
    ahead = range(i + 1, min(i + _FAR, sentence.last))
    says = next((k for k in ahead if reading.tokens[k].lower in ("saying", "warning", "telling")), None)
    if says is not None:
        scope = clean((says + 1, sentence.last), (start, min(quoted, i)))
        yield Cue(token=i, speaker=quoted, scope=scope, via=medium)
    elif reading.tokens[i].lemma == "cite" or reading.tokens[i].tag == "VBG":
        behind = subtree(reading, quoted)[-1] + 1
        yield Cue(token=i, speaker=quoted, scope=clean((start, i), (behind, sentence.last)), via=medium)


def _quoted_and_medium(reading: Reading, i: int) -> tuple[int | None, int | None]:
    token = reading.tokens[i]
    subject, passive = child(reading, i, "nsubj"), child(reading, i, "nsubjpass")
    if passive is not None or (token.tag == "VBN" and subject is not None):
        return passive if passive is not None else subject, _agent(reading, i)
    quoted = child(reading, i, "dobj")
    if quoted is None:
        quoted = next((k for k in reading.children[i] if k > i and reading.tokens[k].pos in ("NOUN", "PROPN")), None)
    return quoted, subject


def _agent(reading: Reading, i: int) -> int | None:
    by = child(reading, i, "agent")
    return child(reading, by, "pobj") if by is not None else None


def _said(verb: SayingVerb) -> Iterator[Cue]:
    """The first sense of the verb that fits its subject and has content."""
    by_somebody = _agent(verb.reading, verb.i) is not None and child(verb.reading, verb.i, "dobj") is None
    if child(verb.reading, verb.i, "nsubjpass") is not None or by_somebody:
        yield from _passive(verb)
        return
    subject = subject_of(verb) if not _said_by_the_quoted(verb) else None
    if subject is None or _takes_no_stand(verb):
        return
    if verb.words.verbs[verb.token.lemma][0].stance == "denies":
        subject = the_accused(verb, subject)
    senses = (s for s in verb.words.verbs[verb.token.lemma] if may_speak(verb.reading.tokens[subject], s, verb.words))
    yield from islice((cue for s in senses if (cue := _cue(verb, subject, s)) is not None), 1)


def _takes_no_stand(verb: SayingVerb) -> bool:
    """ "neither confirmed nor denied", "refused to confirm or deny": two verbs of opposite stance, joined."""
    reading, token = verb.reading, verb.token
    joined = (*kids(reading, verb.i, "conj"), *((token.head,) if token.dep == "conj" else ()))
    beside = (k for k in joined if {t.lower for t in _between(reading, k, verb.i)} <= _EITHER)
    others = (verb.words.verbs.get(reading.tokens[k].lemma) for k in beside)
    return any(senses and senses[0].stance != verb.words.verbs[token.lemma][0].stance for senses in others)


def _between(reading: Reading, a: int, b: int) -> Sequence[Token]:
    return reading.tokens[min(a, b) + 1 : max(a, b)]


def _said_by_the_quoted(verb: SayingVerb) -> bool:
    """The "saying" of "quoted X as saying" is X's, which `_passed_on` gives."""
    return verb.token.dep == "pcomp" and verb.reading.tokens[verb.token.head].lower == "as"


def _passive(verb: SayingVerb) -> Iterator[Cue]:
    """ "Three deaths were reported by X": the subject and what follows the agent; "attacks claimed by X": the noun."""
    reading, token = verb.reading, verb.token
    agent = _agent(reading, verb.i)
    sense = verb.words.verbs[token.lemma][0]
    if agent is None or sense.group not in _PASSIVES or not nameable(reading.tokens[agent], verb.words):
        return
    if sense.stance == "denies":
        yield from denied_by(verb, agent)
        return
    noun = ((token.head, token.head + 1),)
    scope = noun if token.dep == "acl" else around(reading, verb.sentence, verb.i, agent + 1)
    yield Cue(token=verb.i, speaker=agent, scope=scope, stance=sense.stance)


def _cue(verb: SayingVerb, subject: int, sense: ReportingVerb) -> Cue | None:
    """ "did not deny that" asserts; "did not say that" says nothing."""
    negated = child(verb.reading, verb.i, "neg") is not None or _is_nobody(verb.reading, subject)
    if negated and sense.stance == "asserts":
        return None
    denies = sense.stance == "denies" or calls_untrue(verb)
    if denies and not negated and (before := denied_before(verb)):
        return Cue(token=verb.i, speaker=subject, scope=before, stance="denies")
    about = _pointed_at(verb, sense)
    if about is not None:
        scope = about_scope(verb, about)
        return None if negated else Cue(token=verb.i, speaker=subject, scope=scope, stance=sense.stance, about=about)
    if (called := untrue_claim(verb)) is not None and not negated:
        return Cue(token=verb.i, speaker=subject, scope=about_scope(verb, called), stance="denies", about=called)
    scope = content(verb, subject, sense)
    if sense.stance == "asserts" and (untrue := said_to_be_untrue(verb.reading, scope, verb.words)):
        return Cue(token=verb.i, speaker=subject, scope=untrue, stance="denies")
    if sense.stance == "asserts" and (off := disowned(verb.reading, scope, verb.words)) is not None:
        scope = about_scope(verb, off)
        return Cue(token=verb.i, speaker=the_accused(verb, subject), scope=scope, stance="denies", about=off)
    if denies and not negated and (missions := no_mission_of(verb.reading, scope)) is not None:
        scope = about_scope(verb, missions)
        return Cue(token=verb.i, speaker=subject, scope=scope, stance="denies", about=missions)
    stance: Stance = "asserts" if negated else sense.stance
    return Cue(token=verb.i, speaker=subject, scope=scope, stance=stance) if scope else None


def _is_nobody(reading: Reading, subject: int) -> bool:
    """ "No group claimed it", "neither side said"."""
    return any(reading.tokens[c].lower in ("no", "neither") for c in kids(reading, subject, "det"))


def _pointed_at(verb: SayingVerb, sense: ReportingVerb) -> int | None:
    """The referring noun of "denied the claim", "claimed responsibility for the blast", "denies involvement"."""
    words, noun = verb.words, _object_of_denying(verb)
    if noun is None or not sense.content & {"object", "claim"}:
        return None
    lemma = verb.reading.tokens[noun].lemma
    if sense.stance == "denies" and verb.reading.tokens[noun].lower in _IT:
        return noun
    if lemma in words.blame_nouns or _points_back(verb.reading, noun, words):
        return noun if sense.stance == "denies" or verb.token.lemma in _TAKES_ON else None
    thing = lemma in words.owned_records and verb.token.lemma not in _CONTESTING
    document = sense.group == "rejecting" and thing and verb.reading.tokens[noun].tag == "NN"
    return noun if sense.stance == "denies" and lemma in words.claim_nouns and not document else None


def _object_of_denying(verb: SayingVerb) -> int | None:
    """The direct object, which the parse gives to the adjective of "dismissed as false the claim that ..."."""
    noun = child(verb.reading, verb.i, "dobj")
    if noun is None:
        below = (child(verb.reading, p, "pobj") for p in kids(verb.reading, verb.i, "prep") if _is_at(verb, p))
        noun = next((n for n in below if n is not None), None)
    if noun is None and (clause := child(verb.reading, verb.i, "ccomp")) is not None:
        noun = _claim_of_infinitive(verb, clause)
    if noun is not None or verb.i + 1 >= verb.sentence.last or verb.reading.tokens[verb.i + 1].lower != "as":
        return noun
    near = range(verb.i + 2, min(verb.i + _AS_FALSE, verb.sentence.last))
    return next((k for k in near if verb.reading.tokens[k].lemma in verb.words.claim_nouns), None)


def _is_at(verb: SayingVerb, i: int) -> bool:
    """ "Scoffed at reports"; denials alone take what they turn down so."""
    return verb.reading.tokens[i].lower == "at" and verb.words.verbs[verb.token.lemma][0].stance == "denies"


def _claim_of_infinitive(verb: SayingVerb, clause: int) -> int | None:
    """The claims of "dismissed rebel claims to have seized the port", which parsers take for who seized it."""
    reading = verb.reading
    noun = child(reading, clause, "nsubj")
    infinitive = any(reading.tokens[c].tag == "TO" for c in kids(reading, clause, "aux"))
    return noun if noun is not None and infinitive and reading.tokens[noun].lemma in verb.words.claim_nouns else None


def _points_back(reading: Reading, noun: int, words: Reporting) -> bool:
    """ "the strike": a noun for something that happened, with an article that points back at it."""
    named = any(reading.tokens[noun].lemma in family for family in words.families.values())
    return named and any(reading.tokens[c].lower in ("the", "this", "these") for c in reading.children[noun])
