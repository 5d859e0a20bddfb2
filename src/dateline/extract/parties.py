"""Parties named before a noun: "Russian and Syrian jets", "government air strikes", "Assad regime shelling".

The run of words before the noun is read as it stands, since parsers hang such words now here, now there.
"""

from dateline.extract.grammar import conjuncts, first_conjunct, kids, sentence_at
from dateline.extract.phrases import phrase
from dateline.extract.scene import Scene, is_nation
from dateline.knowledge.words import word_classes
from dateline.model.claim import Mention
from dateline.model.text import Token

_RUN_POS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "CCONJ"})
_RUN_WORDS = frozenset({"-", "–", "and", "or"})
_LONGEST_RUN = 8
_AGAINST = frozenset({"anti", "counter"})
_BELIEF = frozenset({"believe", "think", "suspect", "presume", "say"})
_BELIEF_REACH = 12
_SAID_OF_THEM = 7


def names_party(scene: Scene, i: int) -> bool:
    """Whether the word can name a side: a listed actor, a nation or its people, a kind of force."""
    token = scene.reading.tokens[i]
    if is_kind_of_aircraft(scene, i):
        return False
    return scene.is_actor(i) or is_nation(token.text) or token.lemma in word_classes()["fighters"]


def is_kind_of_aircraft(scene: Scene, i: int) -> bool:
    """ "Fighter and bomber aircraft", "attack planes"."""
    above = scene.reading.tokens[scene.reading.tokens[first_conjunct(scene.reading, i)].head]
    kind = scene.reading.tokens[i].lemma.lower() in ("bomber", "fighter", "attack", "transport")
    return kind and above.lemma in word_classes()["aircraft"]


def is_opposed(scene: Scene, i: int) -> bool:
    """Whether the word names whom others are against: "government" in "anti-government"."""
    tokens = scene.reading.tokens
    return i >= 2 and tokens[i - 1].text == "-" and tokens[i - 2].lower in _AGAINST


def run_before(scene: Scene, i: int) -> range:
    """The unbroken run of nouns, names and adjectives that ends right before token `i`."""
    first = sentence_at(scene.reading, i).first
    start = i
    while start > first and i - start < _LONGEST_RUN and _runs_on(scene, start - 1):
        start -= 1
    while start < i and scene.reading.tokens[start].lower in _RUN_WORDS:
        start += 1
    return range(start, i)


def _runs_on(scene: Scene, i: int) -> bool:
    token = scene.reading.tokens[i]
    participle = token.tag in ("VBN", "VBG") and token.dep in ("amod", "compound")
    return token.pos in _RUN_POS or token.lower in _RUN_WORDS or participle


def parties_before(scene: Scene, i: int) -> tuple[int, ...]:
    """The heads of the parties in the run before token `i`, in reading order: the last word of each name."""
    run = run_before(scene, i)
    named = (k for k in run if _names_side(scene, k, run))
    found = [k for k in named if not _goes_on(scene, k, run)]
    return tuple(found[-3:])


def _names_side(scene: Scene, k: int, run: range) -> bool:
    """A party's word, or the "organizations" of "terrorist organizations"."""
    if names_party(scene, k):
        return not _is_kind_of_thing(scene, k)
    body = scene.reading.tokens[k].lemma in ("organization", "organisation")
    return body and k - 1 in run and names_party(scene, k - 1)


def _is_kind_of_thing(scene: Scene, k: int) -> bool:
    """ "fighter" in "fighter jets" is no fighter, "command" in "command centre" no force."""
    tokens = scene.reading.tokens
    after = tokens[k + 1].lemma if k + 1 < len(tokens) else ""
    craft = tokens[k].lemma == "fighter" and after in word_classes()["aircraft"]
    return craft or (tokens[k].lemma == "command" and after in word_classes()["belongings"])


def _goes_on(scene: Scene, k: int, run: range) -> bool:
    """Whether the name goes on after `k`: "Syrian" in "Syrian army", "US" in "US-led coalition"."""
    after = k + 1
    if after not in run:
        return False
    if scene.reading.tokens[after].text == "-" or _names_side(scene, after, run):
        return True
    arm = scene.reading.tokens[after].lemma in ("air", "ground")
    return arm and after + 1 in run and names_party(scene, after + 1)


def named_as_it_stands(scene: Scene, head: int) -> Mention:
    """A party in a run before another noun, by its own words: "Assad regime" in "Russian and Assad regime raids"."""
    first = head
    run = run_before(scene, head)
    while not is_opposed(scene, head) and first - 1 in run and _is_of_name(scene, first - 1, first):
        first -= 1
    last = head
    if head in scene.actors:
        first = min(k for k in range(first, head + 1) if scene.actors.get(k) == scene.actors[head])
        while scene.actors.get(last + 1) == scene.actors[head]:
            last += 1
    words = scene.reading.words(first, last)
    return Mention(name=words.text, words=words)


def _is_of_name(scene: Scene, i: int, following: int) -> bool:
    """Whether the word before what is already named belongs to the name: "US", "-" and "led" before "coalition"."""
    tokens = scene.reading.tokens
    token = tokens[i]
    if token.text == "-" or (token.tag == "VBN" and tokens[i - 1].text == "-"):
        return True
    if scene.is_place(i) and (not names_party(scene, i) or is_nation(tokens[following].text)):
        return False
    if token.pos == "ADJ":
        return is_nation(token.text) or (token.text[:1].isupper() and i != sentence_at(scene.reading, i).first)
    return token.pos in ("PROPN", "NOUN")


def of_each_party(scene: Scene, head: int) -> tuple[Mention, ...]:
    """ "Russian and Syrian jets" are two parties, "coalition jets" one; empty where none stands before the noun."""
    parties = parties_before(scene, head)
    joined = [c for m in kids(scene.reading, head, "amod", "compound", "nmod") for c in conjuncts(scene.reading, m)]
    parties = parties or tuple(c for c in joined if names_party(scene, c))
    noun = scene.reading.tokens[head]
    if len(parties) == 1:
        words = phrase(scene.reading, parties[0])
        start = words.start if words is not None else scene.reading.tokens[parties[0]].start
        party = named_as_it_stands(scene, parties[0]).name
        return (Mention(name=party, words=scene.reading.report.span(start, noun.end)),)
    return tuple(_one_of_several(scene, party, noun) for party in parties)


def _one_of_several(scene: Scene, party: int, noun: Token) -> Mention:
    """Of "Russian and government jets": a nation is named with the noun, a side by its own words."""
    words = scene.reading.words(party, party)
    if not is_nation(words.text):
        return named_as_it_stands(scene, party)
    return Mention(name=f"{words.text} {noun.text}", words=words)


def believed_party(scene: Scene, head: int) -> int | None:
    """The side in "jets believed to be Russian", "men thought to belong to Azmar Front": its first word.

    Read as it stands: such clauses are often hung wrongly.
    """
    tokens = scene.reading.tokens
    last = min(sentence_at(scene.reading, head).last, head + _BELIEF_REACH)
    belief = next((k for k in range(head + 1, last) if tokens[k].lemma in _BELIEF), None)
    if belief is None or [t.lower for t in tokens[belief + 1 : belief + 3]] not in (["to", "be"], ["to", "belong"]):
        return None
    said = range(belief + 3, min(belief + _SAID_OF_THEM, last))
    return next((k for k in said if is_nation(tokens[k].text) or k in scene.actors), None)


def believed_to_be(scene: Scene, head: int) -> tuple[Mention, ...]:
    """The party that a nameless thing is believed to belong to: alleged, by whom the sentence credits, not stated."""
    party = believed_party(scene, head)
    if party is None:
        return ()
    end = party
    while party in scene.actors and scene.actors.get(end + 1) == scene.actors[party]:
        end += 1
    words = scene.reading.words(party, end)
    here = scene.reading.sentence_of[party]
    by = tuple(dict.fromkeys(a.source.name for a in scene.attributions if a.sentence == here))
    return (Mention(name=words.text, words=words, basis="alleged", alleged_by=by),)


def believed_before(scene: Scene, i: int) -> tuple[Mention, ...]:
    """The same for an act whose subject the parser lost: aircraft "believed to be" somebody's, before it."""
    first = sentence_at(scene.reading, i).first
    craft = [k for k in range(first, i) if scene.reading.tokens[k].lemma in word_classes()["aircraft"]]
    return believed_to_be(scene, craft[0]) if craft else ()
