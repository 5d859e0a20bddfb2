"""Denials that do not name what they deny: "rejected the claim", "denied responsibility", "said it had not fired".

A referring noun goes with the latest event before it that it can mean; the accused who negates the deed denies it.
"""

from collections.abc import Iterable

from dateline.extract.auxiliaries import is_finite_past
from dateline.extract.climb import is_empty_verb
from dateline.extract.grammar import ancestors, child, clauses_above, in_quotes, kids, subtree
from dateline.extract.same_party import party_nation
from dateline.knowledge.reporting import Reporting, reporting
from dateline.knowledge.words import word_classes
from dateline.model.text import Reading, Token

Range = tuple[int, int]

_REACH = 2  # sentences back to which "the claim" or "the attack" can point
_DEFINITE = frozenset({"the", "this", "these", "those", "that", "such"})
_NEGATIVE = frozenset({"no", "none", "neither", "nor", "never", "nobody"})
SPEAKING_OF_SELF = frozenset({"it", "they", "he", "she", "we", "i", "its", "their", "his", "her", "our", "my"})
_INTENTION = frozenset({"intention", "plan", "intent"})
_DOING = frozenset({"involve", "commit", "play", "link", "connect", "cause", "accuse", "blame"})
_FIRST_PERSON = frozenset({"we", "i", "our", "my"})
_OWN_PEOPLE = frozenset(
    "fighter man unit officer pilot member side government country staff group movement organisation".split()
)
_ACCUSING = frozenset({"accuse", "blame", "allege", "suspect"})
_CLAIMING = frozenset({"report", "claim", "allege", "say", "suggest"})
_NEAR_ABOVE = 3  # words between the deed and the verb by which it is laid at a door
_EVIDENCE = frozenset({"sign", "indication", "proof", "evidence"})
_BLAMED = frozenset({"involved", "responsible", "behind"})
_OCCASIONS = frozenset({"after", "before", "during", "following", "since", "amid"})
_DEEP = 2  # clauses up from the deed to the one that is negated


def points_at_claim(noun: Token, words: Reporting) -> bool:
    """ "the accusation", "these claims": whatever another speaker has just said."""
    return noun.lemma in words.claim_nouns


def points_at_deed(noun: Token, trigger: Token, words: Reporting) -> bool:
    """ "responsibility" after a violent event, or a noun of the trigger's own family: "the strike" after "bombed"."""
    if noun.lemma in words.blame_nouns or noun.lower in _BLAMED:
        return trigger.lemma in words.families["violence"] or trigger.lemma in words.families["custody"]
    return any(noun.lemma in family and trigger.lemma in family for family in words.families.values())


def is_accusation(reading: Reading, trigger: int) -> bool:
    """ "The militia was accused of killing": told as what somebody is said to have done, by nobody named."""
    near = list(ancestors(reading, trigger))[:_NEAR_ABOVE]
    return any(reading.tokens[a].lemma in _ACCUSING and reading.tokens[a].pos == "VERB" for a in near)


def is_claimed(reading: Reading, trigger: int) -> bool:
    """ "Local media reported that they had left", "claimed to have taken it": told as said, by no source of weight."""
    near = list(ancestors(reading, trigger))[:_NEAR_ABOVE]
    return any(reading.tokens[a].lemma in _CLAIMING and reading.tokens[a].pos == "VERB" for a in near)


def is_blame_for_it(reading: Reading, i: int) -> bool:
    """ "Was not behind it", "were not responsible for this", where the deed is only pointed at."""
    return reading.tokens[i].lower in _BLAMED and reading.tokens[i].pos not in ("NOUN", "PRON")


def is_bare_blame(reading: Reading, i: int) -> bool:
    """ "Denied that its jets were involved", "denied being responsible", with no more words for the deed."""
    bare = not any(reading.tokens[c].dep in ("prep", "dobj") for c in reading.children[i])
    return bare and reading.tokens[i].lower in _BLAMED


def says_what(reading: Reading, noun: int) -> bool:
    """Whether a noun for a claim says itself what is claimed: "reports that jets hit", "claims of a raid"."""
    below = (reading.tokens[c] for c in reading.children[noun] if c > noun)
    return any(t.dep == "acl" or (t.dep == "prep" and t.lower in ("of", "about", "on")) for t in below)


def has_pointing_article(reading: Reading, noun: int) -> bool:
    """Whether a noun points back: "the strike", "these attacks"."""
    return any(reading.tokens[c].lower in _DEFINITE for c in reading.children[noun] if reading.tokens[c].dep == "det")


def within_reach(reading: Reading, trigger: int, about: int) -> bool:
    """Whether the referring noun stands behind the trigger, at most two sentences on."""
    distance = reading.sentence_of[about] - reading.sentence_of[trigger]
    return trigger < about and 0 <= distance <= _REACH


def is_latest(reading: Reading, trigger: int, about: int, words: Reporting) -> bool:
    """Whether no sentence between the two tells an event that the noun could mean as well."""
    noun = reading.tokens[about]
    opening = reading.sentences[reading.sentence_of[about]].first
    between = reading.tokens[reading.sentences[reading.sentence_of[trigger]].last : opening]
    return not any(points_at_deed(noun, token, words) for token in between)


def presupposed(reading: Reading, trigger: int, scope: Iterable[Range]) -> bool:
    """Whether the trigger stands in a relative clause of what is denied: "denied that the house it shelled was hit"."""
    inside = tuple(scope)
    if _is_known(reading, trigger, inside):
        return True
    for i in (trigger, *ancestors(reading, trigger)):
        head = reading.tokens[i].head
        if not any(first <= head < last for first, last in inside) or head == i:
            return False
        if _is_occasion(reading, i):
            return True
        if reading.tokens[i].dep in ("relcl", "acl") and not _is_content(reading, i):
            return not _is_disowned(reading, head)
    return False


def _is_occasion(reading: Reading, i: int) -> bool:
    """ "After clashes broke out", "during the protests": when the denied deed would have been done."""
    token = reading.tokens[i]
    by_clause = token.dep == "advcl" and any(reading.tokens[c].lower in _OCCASIONS for c in kids(reading, i, "mark"))
    return by_clause or (token.dep == "prep" and token.lower in _OCCASIONS)


def _is_disowned(reading: Reading, noun: int) -> bool:
    """ "Involved in the incident in which a boat was sunk": what the clause tells is what is not owned up to."""
    above = reading.tokens[reading.tokens[noun].head]
    owning = reading.tokens[above.head]
    linked = above.dep == "prep" and above.lower in ("in", "for", "behind", "of", "to")
    words = reporting()
    disowned = owning.lower in _BLAMED or above.lower == "behind" or owning.lemma in words.blame_nouns
    return linked and disowned and reading.tokens[noun].lemma in words.families["violence"]


def _is_known(reading: Reading, trigger: int, inside: tuple[Range, ...]) -> bool:
    """ "Denied the move was related to the protests": a known act of which something else is denied."""
    if reading.tokens[trigger].pos not in ("NOUN", "PROPN") or not has_pointing_article(reading, trigger):
        return False
    above = (a for a in ancestors(reading, trigger) if any(first <= a < last for first, last in inside))
    verbs = (reading.tokens[a] for a in above if reading.tokens[a].pos in ("VERB", "AUX"))
    return any(not is_empty_verb(v.lemma) and v.lemma not in _DOING for v in verbs)


def _is_content(reading: Reading, clause: int) -> bool:
    """ "reports that ...", "plans to ...": the clause says what the noun is, and picks out none of its kind."""
    marks = {reading.tokens[c].lower for c in reading.children[clause] if reading.tokens[c].dep in ("mark", "aux")}
    of_noun = reading.tokens[clause].dep == "acl" and bool(marks & {"that", "to"})
    return of_noun or _is_claimed(reading, clause)


def _is_claimed(reading: Reading, clause: int) -> bool:
    """ "Accounts by villagers that ...", where the clause is hung on the villagers."""
    noun = reading.tokens[clause].head
    by = reading.tokens[noun].head
    opens = reading.tokens[subtree(reading, clause)[0]].lower == "that"
    own_subject = any(reading.tokens[c].lower != "that" for c in reading.children[clause] if _is_subject(reading, c))
    here = noun if reading.tokens[by].lower not in ("by", "of", "from") else by - 1
    opens = opens or (here == noun and reading.tokens[clause].dep == "acl")
    return opens and own_subject and reading.tokens[here].lemma in reporting().claim_nouns


def _is_subject(reading: Reading, i: int) -> bool:
    return reading.tokens[i].dep in ("nsubj", "nsubjpass")


def negated_by_the_accused(reading: Reading, trigger: int, speaker: str, first: int) -> bool:
    """ "X said it had not ...", "X said none of its jets ...", "X said there was no plan to ...": X denies it.

    `speaker` are the speaker's names; `first` is where the attributed words begin. A refusal of what lies ahead ("would
    not send") is no denial, nor is a verb of its own above the deed negated ("I have never seen so many dying").
    """
    for n, clause in enumerate(clauses_above(reading, trigger)):
        if clause < first or any(reading.tokens[c].tag == "MD" for c in reading.children[clause]):
            return False
        if _no_intention(reading, trigger, clause):
            return True
        subject = _subject_of(reading, clause)
        if subject is not None and _is_no_sign(reading, clause):
            return _is_self(reading, subject, speaker)
        if subject is not None and not _is_under_evidence(reading, clause):
            does = clause == trigger or is_empty_verb(reading.tokens[clause].lemma)
            return does and n < _DEEP and _is_negated(reading, clause, subject) and _is_self(reading, subject, speaker)
    return False


def _is_under_evidence(reading: Reading, clause: int) -> bool:
    """ "The build-up is no sign that it intends to": the clause above is the one that is negated."""
    token = reading.tokens[clause]
    return token.dep in ("acl", "ccomp") and reading.tokens[token.head].lemma in _EVIDENCE


def _is_no_sign(reading: Reading, clause: int) -> bool:
    """ "The build-up is no sign that it intends to", "is not an indication that it intends to"."""
    sign = reading.tokens[clause].head
    if not _is_under_evidence(reading, clause) or reading.tokens[sign].dep != "attr":
        return False
    below = (*reading.children[sign], *reading.children[reading.tokens[sign].head])
    return any(reading.tokens[c].dep == "neg" or reading.tokens[c].lower in _NEGATIVE for c in below)


def _subject_of(reading: Reading, clause: int) -> int | None:
    """Its own, or that of the verb to which it is joined: "its men fired in the air and did not hit the crowd"."""
    own = child(reading, clause, "nsubj", "nsubjpass")
    token = reading.tokens[clause]
    joined = own is None and token.dep == "conj" and child(reading, clause, "neg") is not None
    return child(reading, token.head, "nsubj", "nsubjpass") if joined else own


def _no_intention(reading: Reading, trigger: int, clause: int) -> bool:
    for above in ancestors(reading, trigger):
        token = reading.tokens[above]
        if token.lemma in _INTENTION and above > clause - 1:
            return any(reading.tokens[c].lower == "no" for c in reading.children[above])
    return False


def _is_negated(reading: Reading, clause: int, subject: int) -> bool:
    """Before the verb, where it bears on the deed: not "..., and not six, as it said before"; or "is no sign that"."""
    named = kids(reading, clause, "attr") if reading.tokens[clause].lemma == "be" else ()
    signs = [c for c in named if reading.tokens[c].lemma in _EVIDENCE]
    if any(reading.tokens[c].lower in _NEGATIVE for s in signs for c in reading.children[s]) or (
        signs and child(reading, clause, "neg") is not None
    ):
        return True
    below = (*(c for c in reading.children[clause] if c < clause), *subtree(reading, subject))
    before = (reading.tokens[c] for c in below if c < clause)
    return any(t.dep == "neg" or t.lower in _NEGATIVE for t in before)


def _is_self(reading: Reading, subject: int, speaker: str) -> bool:
    """Whether the subject is the speaker, the speaker's own forces, or shares a name or a nation with it."""
    names = {word for word in speaker.split() if word[0].isupper()}
    below = [reading.tokens[i] for i in subtree(reading, subject)]
    nation = party_nation(speaker)
    if any(t.text in names for t in below) or (
        nation is not None and any(party_nation(t.text) == nation for t in below)
    ):
        return True
    selves = _FIRST_PERSON if in_quotes(reading, subject) else SPEAKING_OF_SELF
    return any(t.lower in selves and (t.tag != "PRP$" or _is_owned(reading, t.head)) for t in below)


def _is_owned(reading: Reading, noun: int) -> bool:
    """ "Its jets", "our men" act for their owner; "our friends" do not."""
    classes = word_classes()
    owned = (_OWN_PEOPLE, *(classes[name] for name in ("owned", "troops", "war_machines", "arms")))
    return any(reading.tokens[noun].lemma in words for words in owned)


def is_general(reading: Reading, cue: int, about: int | None) -> bool:
    """Whether a denial is of a habit ("denies targeting civilians"), told from its tense, and not of this one deed."""
    token = reading.tokens[cue]
    if about is not None and has_pointing_article(reading, about):
        return False
    if any(_is_particular(reading, c) for c in kids(reading, cue, "ccomp", "xcomp")):
        return False
    perfect = any(reading.tokens[c].lemma == "have" for c in reading.children[cue])
    return token.tag in ("VBZ", "VBP", "VBG") or (perfect and token.tag == "VBN")


def _is_particular(reading: Reading, deed: int) -> bool:
    """ "Denies that its jets bombed it", "denies that it has fallen", "has denied bombing the market"."""
    objects = kids(reading, deed, "dobj")
    named = any(has_pointing_article(reading, o) or reading.tokens[o].pos == "PROPN" for o in objects)
    return named or reading.tokens[deed].tag == "VBD" or (not objects and is_finite_past(reading, deed))
