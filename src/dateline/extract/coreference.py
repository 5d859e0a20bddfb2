"""Who "they", "the alliance" and "Haddad" are: light coreference within one report.

Nothing is guessed across more than a few sentences; what finds no antecedent stays as it is written, or is left out
where it is only a pronoun.
"""

from collections.abc import Callable, Iterator, Sequence

from dateline.extract.grammar import kids, sentence_at
from dateline.extract.misplaced_subjects import is_joined_to_day
from dateline.extract.parties import names_party
from dateline.extract.phrases import content_head, phrase
from dateline.extract.scene import Scene
from dateline.knowledge.actors import actors
from dateline.knowledge.words import word_classes
from dateline.model.claim import Source
from dateline.model.text import Reading, Token

_PLURAL = frozenset({"they", "them", "their", "both"})
_SPEAKER = frozenset({"i", "we", "us", "me", "my", "our"})
_OURS = frozenset({"we", "us", "our"})
_SPEAKS_FOR_A_SIDE = frozenset({"official", "armed group"})
_PERSONAL = frozenset({"he", "she", "him", "her", "his"})
_NEUTER = frozenset({"it", "its"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_REACH = 2
_GROUP_NOUNS = frozenset({"group", "organization", "organisation", "movement", "faction"})
_GROUP_KINDS = frozenset({"armed", "jihadist", "militant", "extremist", "rebel", "islamist", "insurgent"})
# Men told by their deed alone: "the attackers" are whoever attacked in the sentences before
_DOERS = frozenset({"attacker", "assailant", "raider", "perpetrator", "abductor", "kidnapper", "captor"})
_BODIES_OF_STATE = frozenset({"army", "military", "police", "government", "navy", "authority"})
_TYING = frozenset(
    "affiliate affiliated link linked ally allied align aligned loyal associate associated tied allegiance".split()
)
_SUBJECTS = ("nsubj", "nsubjpass")
Fits = Callable[[Scene, int], bool]


def antecedent(scene: Scene, head: int) -> int | None:
    """The head of the phrase that a pronoun or a bare definite noun stands for, else `head` itself.

    None for a pronoun without an antecedent.
    """
    token = scene.reading.tokens[head]
    word = "" if token.text.isupper() and len(token.text) > 1 else token.lower  # "US" is not "us"
    if word in _RELATIVE:
        return _of_relative(scene, head)
    if word in _SPEAKER:
        return _speaker(scene, head)
    if word in _PLURAL:
        return _subject_before(scene, head, _can_be_they)
    if word in _PERSONAL:
        return _subject_before(scene, head, _can_be_he)
    if word in _NEUTER:
        group = _subject_before(scene, head, _can_be_it)
        return _subject_before(scene, head, _is_building) if group is None else group
    if token.pos == "PRON":
        return None
    if token.pos == "NOUN" and _is_bare_definite(scene, head):
        return _fuller(scene, head) or head
    return head


def full_name(scene: Scene, head: int) -> str | None:
    """The fullest name in the report of what the phrase at `head` names: "Haddad" → "Karim Haddad"."""
    own = phrase(scene.reading, head)
    if own is None:
        return None
    if scene.reading.tokens[head].pos != "PROPN" or " " in own.text or scene.is_actor(head):
        return own.text
    surname = scene.reading.tokens[head].text
    longer = [name for name in _names_ending(scene, surname) if len(name.split()) <= 4]
    return max(longer, key=len, default=own.text)


def _names_ending(scene: Scene, surname: str) -> Iterator[str]:
    for token in scene.reading.tokens:
        if token.text == surname and token.pos == "PROPN":
            found = phrase(scene.reading, token.i)
            if found is not None and found.text.endswith(surname):
                yield found.text


def _of_relative(scene: Scene, head: int) -> int | None:
    verb = scene.reading.tokens[head].head
    for _ in range(3):
        if scene.reading.tokens[verb].dep == "relcl":
            return scene.reading.tokens[verb].head
        verb = scene.reading.tokens[verb].head
    return None


def _speaker(scene: Scene, head: int) -> int | None:
    """Whoever is credited with the words in which "we" stands."""
    speaking = [a for a in scene.attributions if a.covers(head)]
    if not speaking:
        return _issuer(scene) if is_ours(scene.reading.tokens[head]) else None
    span = speaking[-1].source.words
    inside = [t.i for t in scene.reading.tokens if span.start <= t.start and t.end <= span.end]
    heads = [i for i in inside if scene.reading.tokens[i].head not in inside or scene.reading.tokens[i].dep == "ROOT"]
    first = heads[0] if heads else None
    side = _side_of_speaker(scene, speaking[-1].source, inside, first) if is_ours(scene.reading.tokens[head]) else None
    return first if side is None else side


def _issuer(scene: Scene) -> int | None:
    """Whose statement the report is: the party that its first sentence has condemn, welcome or call for something."""
    reading = scene.reading
    first = reading.sentences[0] if reading.sentences else None
    if first is None:
        return None
    roots = (i for i in range(first.first, first.last) if reading.tokens[i].dep == "ROOT")
    stating = (i for i in roots if reading.tokens[i].lemma in word_classes()["stating"])
    issuers = (content_head(reading, s) for i in stating for s in kids(reading, i, "nsubj"))
    return next((i for i in issuers if names_party(scene, i)), None)


def is_ours(token: Token) -> bool:
    """Whether the word is "we" or a form of it, and not the country."""
    return token.lower in _OURS and not (token.text.isupper() and len(token.text) > 1)


def is_on_us(reading: Reading, i: int) -> bool:
    """Whether an act is told to be done to "us": the object of the verb at `i`, or of a preposition under it."""
    below = [i, *kids(reading, i, "prep", "dative")]
    return any(is_ours(reading.tokens[c]) for b in below for c in kids(reading, b, "dobj", "pobj", "dative"))


def _side_of_speaker(scene: Scene, source: Source, inside: Sequence[int], head: int | None) -> int | None:
    """ "We", said by "an army colonel", are the army: the last word of the side that his own words name."""
    if source.kind not in _SPEAKS_FOR_A_SIDE:
        return None
    return next((i for i in reversed(inside) if i != head and names_party(scene, i)), None)


def _subject_before(scene: Scene, head: int, fits: Fits) -> int | None:
    """The nearest fitting subject before the pronoun: its own sentence first, then the sentences before."""
    reading = scene.reading
    here = sentence_at(reading, head)
    for index in range(here.index, max(-1, here.index - _REACH - 1), -1):
        sentence = reading.sentences[index]
        if sentence.paragraph < here.paragraph - 1:
            return None
        last = head if index == here.index else sentence.last
        inside = range(sentence.first, last)
        subjects = [i for i in inside if reading.tokens[i].dep in _SUBJECTS or is_joined_to_day(reading, i)]
        if index == here.index and (struck := _object_of_joined(scene, head, fits)) is not None:
            return struck
        fitting = [content_head(reading, i) for i in subjects if i != head and fits(scene, content_head(reading, i))]
        if fitting:
            return fitting[-1] if index == here.index else fitting[0]
    return None


def _object_of_joined(scene: Scene, head: int, fits: Fits) -> int | None:
    """ "Gunmen seized a trader in his shop and shot him": the object of the verb to which the pronoun's is joined."""
    tokens = scene.reading.tokens
    verb = tokens[tokens[head].head]
    if tokens[head].dep != "dobj" or verb.dep != "conj":
        return None
    objects = (content_head(scene.reading, o) for o in kids(scene.reading, verb.head, "dobj"))
    return next((o for o in objects if o < head and fits(scene, o)), None)


def _can_be_they(scene: Scene, i: int) -> bool:
    token = scene.reading.tokens[i]
    plural = token.tag in ("NNS", "NNPS") or bool(kids(scene.reading, i, "conj"))
    return token.pos != "PRON" and (_is_party(scene, i) and (plural or _is_group(scene, i)))


def _can_be_he(scene: Scene, i: int) -> bool:
    token = scene.reading.tokens[i]
    return (
        token.pos in ("PROPN", "NOUN")
        and token.tag in ("NN", "NNP")
        and (scene.is_people(i) and not _is_group(scene, i))
    )


def _can_be_it(scene: Scene, i: int) -> bool:
    return scene.reading.tokens[i].pos != "PRON" and _is_group(scene, i)


def _is_building(scene: Scene, i: int) -> bool:
    return scene.reading.tokens[i].lemma in word_classes()["buildings"] and scene.reading.tokens[i].tag == "NN"


def _is_party(scene: Scene, i: int) -> bool:
    return scene.is_actor(i) or scene.is_people(i) or _is_group(scene, i)


def _is_group(scene: Scene, i: int) -> bool:
    return scene.is_actor(i) or scene.reading.tokens[i].lemma in word_classes()["forces"]


def _is_bare_definite(scene: Scene, head: int) -> bool:
    """ "the alliance", "the group": an article and nothing more."""
    children = [scene.reading.tokens[c] for c in scene.reading.children[head]]
    kinds = word_classes()["gunmen"] | _GROUP_KINDS
    before = [t for t in children if t.i < head and t.lemma not in kinds and t.lower != "same"]
    set_off = scene.reading.tokens[head + 1].text == "," if head + 1 < len(scene.reading.tokens) else False
    return (
        len(before) == 1
        and before[0].lower in _DEFINITE
        and not any(t.dep in ("prep", "acl") or (t.dep == "relcl" and not set_off) for t in children)
    )


def _names_group(scene: Scene, i: int) -> bool:
    """Whether the word ends the name of a listed armed group."""
    entry = actors().entry(scene.actors[i]) if i in scene.actors else None
    return entry is not None and entry.role == "armed group" and scene.actors.get(i + 1) != entry.id


def _named_just_before(scene: Scene, head: int) -> int | None:
    """The listed group that is the subject of the sentence before: "Katiba N, an ally of Q, is active. The group"."""
    reading = scene.reading
    here = sentence_at(reading, head)
    before = reading.sentences[here.index - 1] if here.index else None
    if before is None or before.paragraph != here.paragraph:
        return None
    inside = range(before.first, before.last)
    return next((i for i in inside if reading.tokens[i].dep in _SUBJECTS and _names_group(scene, i)), None)


def _is_only_a_tie(reading: Reading, i: int) -> bool:
    """ "Affiliated with al-Qaeda", "loyal to the Front": to whom another group is tied."""
    above = reading.tokens[reading.tokens[i].head]
    return above.dep == "prep" and reading.tokens[above.head].lemma in _TYING


def _fuller(scene: Scene, head: int) -> int | None:
    """An earlier phrase with the same noun and more to its name."""
    reading = scene.reading
    lemma = reading.tokens[head].lemma
    if lemma in _GROUP_NOUNS:
        told = _named_just_before(scene, head)
        nearest = (i for i in range(head - 1, -1, -1) if _names_group(scene, i) and not _is_only_a_tie(reading, i))
        return next(nearest, None) if told is None else told
    if lemma not in word_classes()["fighters"]:
        return None
    for i in range(head - 1, -1, -1):
        if reading.tokens[i].lemma == lemma and reading.tokens[i].pos in ("NOUN", "PROPN"):
            if lemma in _BODIES_OF_STATE and _names_group(scene, i):
                continue  # "the army" is no Alliance Army
            own = phrase(reading, i)
            if own is not None and " " in own.text and any(word[:1].isupper() for word in own.text.split()):
                return i
    return _subject_before(scene, head, _uses_force) if lemma in _DOERS else None


def _uses_force(scene: Scene, i: int) -> bool:
    """Whether the word names a side that fights; one told only by its deed gives no name."""
    token = scene.reading.tokens[i]
    armed = token.lemma in word_classes()["fighters"] or i in scene.actors
    return armed and token.lemma not in _DOERS | word_classes()["soldiers"]
