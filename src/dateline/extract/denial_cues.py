"""Denials that no verb of denying introduces with its content behind it, and nouns to which a denial points.

"which the rebels deny", "called the reports fabricated", "said the accusations were false", "said it was not behind the
blast", "the claim was denied by the army".
"""

from collections.abc import Iterator
from typing import Final

from dateline.extract.cue import Cue
from dateline.extract.denials import SPEAKING_OF_SELF
from dateline.extract.grammar import child, kids, subtree
from dateline.extract.scopes import Range, antecedent, clause_start, clean
from dateline.extract.subjects import SayingVerb
from dateline.knowledge.reporting import Reporting
from dateline.knowledge.words import word_classes
from dateline.model.text import Reading, Sentence

_CALLING: Final = frozenset({"call", "describe"})
_THAT_CLAUSES: Final = ("ccomp", "relcl", "acl", "advcl", "csubj")
_ACCUSING: Final = frozenset({"accuse", "blame", "charge", "suspect"})
_NEAR: Final = 6  # tokens from "called" to "the allegations"
_FAR: Final = 15  # tokens from there to "fabricated"
_BY_SUBJECT: Final = frozenset({"be", "seem", "remain"})
_BACKING_OUT: Final = ("no", "not", "n't", "n’t", "never", "nothing", "neither", "nor")
_LINKING: Final = frozenset({"for", "in", "to", "with", "of"})
_TRUTH: Final = frozenset({"truth", "substance"})
_TRUE: Final = frozenset({"true", "correct", "accurate"})
_DEMONSTRATIVES: Final = frozenset({"it", "this", "that"})
# "Said it was wrong" may blame what was done
_BLAMING: Final = frozenset({"wrong"})
_GROUNDS: Final = frozenset({"foundation", "basis", "merit", "substance", "ground"})
_POINTING: Final = frozenset({"it", "they", "this", "that", "these", "those"})
_ASKING: Final = frozenset({"ask", "question", "press"})
_STAGED: Final = frozenset({"staged", "faked", "fabricated", "invented", "concocted"})
_KILLINGS: Final = frozenset({"killing", "massacre", "death", "murder", "execution", "slaughter", "atrocity"})
_DENYING: Final = frozenset({"denies", "denied"})
_WAVING_AWAY: Final = {
    **dict.fromkeys(("brush", "wave", "laugh", "shrug", "bat", "swat"), frozenset({"aside", "away", "off"})),
    "push": frozenset({"back"}),
    "hit": frozenset({"back"}),
}
# "Flew no missions that day", "was not in the area" answer a charge in other words
MISSIONS: Final = frozenset({"mission", "sortie", "flight"})
_AREAS: Final = frozenset({"area", "region", "vicinity", "zone", "sector", "district", "neighbourhood", "neighborhood"})
_AROUND: Final = frozenset({"in", "near", "over", "around", "at"})
_OWNING: Final = frozenset({"responsible", "behind", "involve", "responsibility"})


def untrue_claim(verb: SayingVerb) -> int | None:
    """The referring noun of "called the allegations fabricated", "described reports that ... as untrue"."""
    if verb.token.lemma not in _CALLING:
        return None
    tokens, last = verb.reading.tokens, verb.sentence.last
    ahead = range(verb.i + 1, min(verb.i + _NEAR, last))
    noun = next((k for k in ahead if tokens[k].lemma in verb.words.claim_nouns and tokens[k].pos == "NOUN"), None)
    untrue, far = verb.words.untrue, _FAR
    if noun is None and ahead and tokens[ahead[0]].lower in _DEMONSTRATIVES:
        noun, untrue, far = ahead[0], untrue - _BLAMING, _NEAR
    if noun is None:
        return None
    behind = tokens[noun + 1 : min(noun + far, last)]
    return noun if any(t.lemma in untrue or t.lower in untrue for t in behind) else None


def calls_untrue(verb: SayingVerb) -> bool:
    """ "..., an allegation the army called baseless"."""
    if verb.token.lemma not in _CALLING or verb.token.dep not in ("relcl", "acl"):
        return False
    said = (verb.reading.tokens[c] for c in kids(verb.reading, verb.i, "oprd", "acomp", "ccomp", "prep", "dobj"))
    below = (verb.reading.tokens[c] for c in subtree(verb.reading, verb.i) if c > verb.i)
    return any(t.lower in verb.words.untrue for t in (*said, *below))


def rejected_in_a_noun(reading: Reading, sentence: Sentence, i: int, words: Reporting) -> Cue | None:
    """ "Lorvia rejects claims that ...", which parsers take for rejects that claim."""
    token, claims = reading.tokens[i], i + 1
    senses = words.verbs.get(token.lemma)
    if token.dep not in ("nsubj", "compound") or not senses or senses[0].stance != "denies" or claims >= sentence.last:
        return None
    misread = reading.tokens[claims].lemma in words.claim_nouns and reading.tokens[claims].pos == "VERB"
    speaker = child(reading, i, "compound", "nmod", "nsubj", "poss")
    if not misread or token.head != claims or speaker is None:
        return None
    return Cue(token=i, speaker=speaker, scope=clean((claims + 1, sentence.last)), stance="denies")


def waved_away(reading: Reading, sentence: Sentence, i: int, words: Reporting) -> Cue | None:
    """ "Brushed aside reports that ...", "pushed back on claims that ..."."""
    away = _WAVING_AWAY.get(reading.tokens[i].lemma, frozenset())
    subject = child(reading, i, "nsubj")
    if subject is None or not any(reading.tokens[c].lower in away for c in kids(reading, i, "prt", "advmod", "prep")):
        return None
    below = (child(reading, p, "pobj") for p in kids(reading, i, "prep"))
    nouns = (n for n in (child(reading, i, "dobj"), *below) if n is not None)
    claim = next((n for n in nouns if reading.tokens[n].lemma in words.claim_nouns), None)
    if claim is None:
        return None
    scope = clean((claim, min(subtree(reading, claim)[-1] + 1, sentence.last)))
    return Cue(token=i, speaker=subject, scope=scope, stance="denies", about=claim)


def denies_doing(reading: Reading, i: int) -> Cue | None:
    """ "Karvia denies deliberately shelling homes", where parsers take "denies" for a helping word."""
    token, deed = reading.tokens[i], reading.tokens[i].head
    subject = next((s for k in (i, deed) for s in kids(reading, k, "nsubj")), None)
    if token.lower not in _DENYING or token.dep != "aux" or deed <= i or subject is None:
        return None
    return Cue(token=i, speaker=subject, scope=clean((i + 1, subtree(reading, deed)[-1] + 1)), stance="denies")


def said_to_be_untrue(reading: Reading, scope: tuple[Range, ...], words: Reporting) -> tuple[Range, ...]:
    """The clause of "it is a lie that ...", "it is not true that ..."."""
    for i in (i for first, last in scope for i in range(first, last)):
        token = reading.tokens[i]
        verb = token.head
        if token.dep not in ("attr", "acomp") or reading.tokens[verb].lemma != "be":
            continue
        negated = child(reading, verb, "neg") is not None
        false = bool({token.lemma, token.lower} & words.untrue) and not _has_no(reading, i)
        untrue = token.lower == "true" if negated else false
        it = any(reading.tokens[s].lower == "it" for s in kids(reading, verb, "nsubj", "expl"))
        clause = next((c for k in (i, verb) for c in kids(reading, k, *_THAT_CLAUSES) if c > i), None)
        if untrue and it and clause is not None:
            return clean((subtree(reading, clause)[0], subtree(reading, clause)[-1] + 1))
    return ()


def _has_no(reading: Reading, noun: int) -> bool:
    return any(reading.tokens[c].lower == "no" for c in kids(reading, noun, "det"))


def the_accused(verb: SayingVerb, subject: int) -> int:
    """Who is meant by "they" in "accused the rebels of killing him, a charge they deny"; else the subject itself."""
    reading = verb.reading
    if reading.tokens[subject].lower not in SPEAKING_OF_SELF:
        return subject
    back = reading.tokens[subject].lower in ("it", "they") and verb.sentence.index > 0
    first = reading.sentences[verb.sentence.index - 1].first if back else verb.sentence.first
    before = reversed(reading.tokens[first : verb.i])
    accusing = next((t.i for t in before if t.lemma in _ACCUSING and t.pos == "VERB"), None)
    accused = child(reading, accusing, "nsubjpass", "dobj") if accusing is not None else _doer_before(verb)
    return accused if accused is not None and accused < subject else subject


def _doer_before(verb: SayingVerb) -> int | None:
    """ "Troops shot five men, doctors said, a charge they deny": who is told to have done it."""
    reading = verb.reading
    if verb.token.dep != "relcl" or reading.tokens[verb.token.head].lemma not in verb.words.claim_nouns:
        return None
    before = reading.tokens[verb.sentence.first : verb.token.head]
    deeds = (t.i for t in before if t.pos == "VERB" and t.lemma not in verb.words.verbs)
    doers = (s for deed in deeds for s in kids(reading, deed, "nsubj"))
    return next((s for s in doers if reading.tokens[s].pos in ("NOUN", "PROPN")), None)


def disowned(reading: Reading, scope: tuple[Range, ...], words: Reporting) -> int | None:
    """The noun in what is said that the speaker turns down: "the reports were false", "it was not behind the blast"."""
    for i in (i for first, last in scope for i in range(first, last)):
        noun = _said_untrue(reading, i, words)
        if noun is None:
            noun = _not_owned(reading, i, words)
        if noun is None and (_is_staged(reading, i, words) or _not_there(reading, i) or _no_mission(reading, i)):
            noun = i
        if noun is not None:
            return noun
    return None


def no_mission_of(reading: Reading, scope: tuple[Range, ...]) -> int | None:
    """The missions of "denied that its jets had flown any missions there"."""
    inside = (i for first, last in scope for i in range(first, last))
    return next((i for i in inside if reading.tokens[i].lemma in MISSIONS and reading.tokens[i].dep == "dobj"), None)


def _not_there(reading: Reading, i: int) -> bool:
    """The area of "its jets were not in the area at the time"."""
    token = reading.tokens[i]
    preposition = reading.tokens[token.head]
    verb = preposition.head
    around = token.lemma in _AREAS and token.dep == "pobj" and preposition.lower in _AROUND
    if not around or reading.tokens[verb].lemma not in ("be", "operate", "fly") or not _is_undone(reading, verb):
        return False
    return _is_of_a_side(reading, verb) or _is_of_forces(reading, verb)


def _no_mission(reading: Reading, i: int) -> bool:
    """The missions of "had flown no missions that day", "was not carrying out any missions"."""
    token = reading.tokens[i]
    if token.lemma not in MISSIONS or token.dep not in ("dobj", "nsubjpass"):
        return False
    return _has_no(reading, i) or _is_undone(reading, token.head)


def _is_undone(reading: Reading, verb: int) -> bool:
    below = (*reading.children[verb], *(c for k in kids(reading, verb, "nsubj") for c in reading.children[k]))
    return any(reading.tokens[c].lower in _BACKING_OUT for c in below)


def _is_of_forces(reading: Reading, verb: int) -> bool:
    classes = word_classes()
    return any(
        reading.tokens[s].lemma in classes[name]
        for s in kids(reading, verb, "nsubj")
        for name in ("owned", "troops", "forces")
    )


def _said_untrue(reading: Reading, i: int, words: Reporting) -> int | None:
    """ "Reports that ... were false", "they were untrue" of reports asked about, "is no truth to reports that"."""
    token = reading.tokens[i]
    if token.lower in _TRUTH:
        return _without_truth(reading, i, words)
    if token.dep != "nsubj" or token.head <= i:
        return None
    verb = token.head
    said = kids(reading, verb, "acomp", "attr", "oprd")
    if reading.tokens[verb].lemma not in _BY_SUBJECT:
        return None
    called = {
        word for c in said if not _has_no(reading, c) for word in (reading.tokens[c].lemma, reading.tokens[c].lower)
    }
    if child(reading, verb, "neg") is not None:
        untrue = bool(called & _TRUE)
    else:
        untrue = bool(called & words.untrue) or any(_lacks_ground(reading, c) for c in kids(reading, verb, "prep"))
    if not untrue:
        return None
    if token.lower in _POINTING:
        asked = _asked_about(reading, i, words)
        plain = token.lower in _DEMONSTRATIVES and not called & _BLAMING
        return i if asked is None and plain else asked
    return i if token.lemma in words.claim_nouns else None


def _is_staged(reading: Reading, i: int, words: Reporting) -> bool:
    """ "The killings were staged", "the reports were fabricated"; an attack is staged by whoever carries it out."""
    token = reading.tokens[i]
    if token.dep != "nsubjpass" or reading.tokens[token.head].lower not in _STAGED:
        return False
    return token.lemma in _KILLINGS or token.lemma in words.claim_nouns


def _without_truth(reading: Reading, i: int, words: Reporting) -> int | None:
    """The reports of "there was no truth to reports that ...", "no truth in the claim"."""
    about = _object_below(reading, i) if _has_no(reading, i) else None
    return about if about is not None and reading.tokens[about].lemma in words.claim_nouns else None


def _lacks_ground(reading: Reading, i: int) -> bool:
    """ "Were without foundation"."""
    noun = child(reading, i, "pobj")
    return reading.tokens[i].lower == "without" and noun is not None and reading.tokens[noun].lemma in _GROUNDS


def _asked_about(reading: Reading, i: int, words: Reporting) -> int | None:
    """The reports meant by "they" in "asked about reports that ..., he said they were untrue"."""
    first = reading.sentences[reading.sentence_of[i]].first
    asked = next((t.i for t in reading.tokens[first:i] if t.lemma in _ASKING), None)
    near = range(asked + 1, i) if asked is not None else ()
    return next((k for k in near if reading.tokens[k].lemma in words.claim_nouns), None)


def _not_owned(reading: Reading, i: int, words: Reporting) -> int | None:
    """ "Was not responsible for the blast", "had no part in the raid", "had nothing to do with the attack"."""
    token = reading.tokens[i]
    verb = i if token.pos == "VERB" else token.head
    if not _is_of_a_side(reading, verb):
        return None
    if token.lower == "nothing":
        return _nothing_to_do_with(reading, i)
    if token.lemma in words.blame_nouns and any(reading.tokens[c].lower == "no" for c in kids(reading, i, "det")):
        return _object_below(reading, i)
    if token.lower not in _OWNING and token.lemma not in _OWNING:
        return None
    if not _is_undone(reading, verb):
        return None
    whose = child(reading, i, "pobj") or _object_below(reading, i)
    bare = whose is None and token.lower in ("involved", "responsible")
    return i if bare or (whose is not None and reading.tokens[whose].lower in _POINTING) else whose


def _is_of_a_side(reading: Reading, verb: int) -> bool:
    """Whether the subject is the speaker or a side with a name: not "the men were not involved"."""
    subjects = kids(reading, verb, "nsubj", "nsubjpass")
    below = (reading.tokens[k] for subject in subjects for k in subtree(reading, subject))
    return any(t.pos == "PROPN" or t.lower in SPEAKING_OF_SELF or t.text[0].isupper() for t in below)


def _nothing_to_do_with(reading: Reading, i: int) -> int | None:
    """ "Had nothing to do with the attack"."""
    words = [t.lower for t in reading.tokens[i + 1 : i + 4]]
    if words != ["to", "do", "with"] or i + 3 >= len(reading.tokens):
        return None
    return child(reading, i + 3, "pobj")


def _object_below(reading: Reading, i: int) -> int | None:
    """The noun behind the preposition under a word: "responsible for N", "part in N"."""
    below = (c for c in kids(reading, i, "prep") if reading.tokens[c].lower in _LINKING)
    return next((n for c in below if (n := child(reading, c, "pobj")) is not None), None)


def denied_before(verb: SayingVerb) -> tuple[Range, ...]:
    """What "..., which the rebels deny", "..., an accusation the army has denied" turns down: the clause before."""
    reading, token = verb.reading, verb.token
    if token.dep not in ("relcl", "acl") or token.head >= verb.i:
        return ()
    noun = token.head
    whom = child(reading, verb.i, "dobj", "nsubjpass")
    if reading.tokens[noun].lemma in verb.words.claim_nouns and not _has_content(reading, noun, verb.i):
        end = subtree(reading, noun)[0]
    elif whom is not None and reading.tokens[whom].lower == "which":
        end = whom
    else:
        return ()
    return clean((clause_start(reading, verb.sentence, end), end))


def _has_content(reading: Reading, noun: int, verb: int) -> bool:
    """ "Reports of a raid that the army denied": the noun says itself what is denied."""
    return any(noun < c < verb and reading.tokens[c].dep in ("prep", "acl") for c in reading.children[noun])


def denied_by(verb: SayingVerb, agent: int) -> Iterator[Cue]:
    """ "The claim was denied by X", "..., an accusation dismissed by X", "the raids were denied by X"."""
    reading, noun = verb.reading, child(verb.reading, verb.i, "nsubjpass")
    before = denied_before(verb)
    if before:
        yield Cue(token=verb.i, speaker=agent, scope=before, stance="denies")
    elif noun is not None and child(reading, verb.i, "neg") is None:
        about = noun if reading.tokens[noun].lemma in verb.words.claim_nouns else None
        clauses = (child(reading, i, *_THAT_CLAUSES) for i in (verb.i, agent) if reading.tokens[noun].lower == "it")
        said = subtree(reading, next((c for c in clauses if c is not None and c > agent), noun))
        scope = clean((said[0], said[-1] + 1))
        yield Cue(token=verb.i, speaker=agent, scope=scope, stance="denies", about=about)


def about_scope(verb: SayingVerb, about: int) -> tuple[Range, ...]:
    """The referring noun with all that hangs on it; the parser may have hung its clause on the verb ("refuted reports
    the army plans to leave")."""
    clause = next((c for c in kids(verb.reading, verb.i, "ccomp", "xcomp") if c > about), about)
    end = max(subtree(verb.reading, about)[-1], subtree(verb.reading, clause)[-1]) + 1
    if end in kids(verb.reading, verb.i, "prep", "agent"):  # "denied any role | in the killing", hung on the verb
        end = subtree(verb.reading, end)[-1] + 1
    return ((about, end), *antecedent(verb.reading, verb.i))
