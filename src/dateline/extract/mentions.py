"""From the head of a phrase to a mention: the words that name the party, and the fullest name the report gives it.

`words` are the party's own words where a listed name stands among them ("Azmar Front" in "Azmar Front rebel group"),
else the phrase with its adjectives; `name` goes without adjectives that only describe: "masked gunmen" are "gunmen".
"""

from dataclasses import replace
from typing import Final

from dateline.extract.apposed import name_beside
from dateline.extract.coreference import antecedent
from dateline.extract.grammar import kids, prepositions
from dateline.extract.mention_extent import in_full, is_holder, plural_of
from dateline.extract.mention_names import listed_name, person_name, plain_name, with_hedge
from dateline.extract.parties import (
    believed_to_be,
    named_as_it_stands,
    names_party,
    of_each_party,
    parties_before,
)
from dateline.extract.phrases import phrase
from dateline.extract.scene import Scene, is_nation
from dateline.knowledge.words import word_classes
from dateline.model.claim import Basis, Mention
from dateline.model.text import Span

# Words that name nobody, and within how many words it says what they wear
_ANYBODY: Final = frozenset({"man", "woman", "people", "person", "youth", "individual"})
_DRESSED: Final = 5
# What is hit of somebody is he himself, unlike a base or a convoy of his
_AIMED_AT: Final = frozenset({"target", "position", "gathering", "stronghold", "site", "center", "centre"})

# "Its Lorvian ally" is Lorvia, "a Lorvian ally" is not
_ALLIES: Final = frozenset({"ally", "backer", "partner", "patron"})
_DOWNING: Final = frozenset({"down", "shoot", "intercept", "bring", "ground"})
# "Lorvian and Tarvian officials" are of two sides
_OFFICIALS: Final = frozenset({"official", "leader", "minister", "diplomat", "negotiator", "soldier", "officer"})
# Who speaks for others only
_SENT: Final = frozenset({"envoy", "ambassador", "delegation", "negotiator", "emissary", "representative", "diplomat"})


def mentions_at(scene: Scene, head: int, announced: int) -> tuple[Mention, ...]:
    """The parties that a phrase names: usually one, two in "Russian and Syrian jets"."""
    believed = believed_to_be(scene, head)
    if believed:
        return believed
    head = _named_beside(scene, head)
    token = scene.reading.tokens[head]
    classes = word_classes()
    if token.dep in ("compound", "amod", "nmod") and names_party(scene, head):
        return (named_as_it_stands(scene, head),)
    if token.lemma in _ALLIES and kids(scene.reading, head, "poss") and (named := parties_before(scene, head)):
        return tuple(named_as_it_stands(scene, party) for party in named)
    forces = token.lemma in classes["forces"] | classes["owned"] | _OFFICIALS
    if _is_brought_down(scene, head):
        one = mention(scene, head, announced)
        return () if one is None else (one,)
    if token.lemma in classes["aircraft"] or (forces and _nations_only(scene, head)):
        several = of_each_party(scene, head)
        if len(several) > 1 or (several and token.lemma in classes["aircraft"]):
            return several
    one = mention(scene, head, announced)
    if one is not None and token.pos == "NOUN" and token.lemma in classes["owned"]:
        return (_of_its_owner(scene, head, one),)
    if one is not None and token.pos == "NOUN" and token.lemma in _SENT and one.name == token.text:
        return (_sent_by(scene, head, one),)
    if one is not None and token.lemma in classes["belongings"]:
        return (_owned(scene, head, one),)
    return () if one is None else (one,)


def _named_beside(scene: Scene, head: int) -> int:
    """ "Its armed wing, the Azmar Brigade" goes by the name."""
    name = name_beside(scene, head)
    return head if name is None else name


def _is_brought_down(scene: Scene, head: int) -> bool:
    """ "Shot down a Lorvian jet": what is struck is the aircraft, not the side that flies it."""
    token, classes = scene.reading.tokens[head], word_classes()
    struck = token.dep in ("dobj", "nsubjpass") and token.lemma in classes["aircraft"]
    return struck and scene.reading.tokens[token.head].lemma in classes["harm_verbs"] | _DOWNING


def _of_its_owner(scene: Scene, head: int, one: Mention) -> Mention:
    """ "its troops", "Turkey's jets": named by the nation or group whose they are."""
    for owner in kids(scene.reading, head, "poss"):
        known = antecedent(scene, owner)
        if known is not None and names_party(scene, known):
            words = phrase(scene.reading, known)
            return one if words is None else replace(one, name=words.text)
    return one


def _sent_by(scene: Scene, head: int, one: Mention) -> Mention:
    """ "Lorvia's envoy" is named with those whose he is."""
    owner = next((o for o in kids(scene.reading, head, "poss") if scene.is_actor(o)), None)
    if owner is None:
        return one
    words = scene.reading.report.span(scene.reading.tokens[owner].start, one.words.end)
    return replace(one, name=words.text, words=words)


def _owned(scene: Scene, head: int, one: Mention) -> Mention:
    """ "Azmari targets" are the Azmaris; a "checkpoint of the Azmar Brigade" goes by its owner's name."""
    before = (*kids(scene.reading, head, "poss"), *parties_before(scene, head))
    owners = tuple(o for o in before if names_party(scene, o) and not _is_nameless(scene, o))
    if owners:
        owner = named_as_it_stands(scene, owners[-1])
        abstract = scene.reading.tokens[head].lemma in _AIMED_AT
        return replace(owner, basis=one.basis) if abstract else replace(one, name=owner.name)
    behind = [obj for word, obj in prepositions(scene.reading, head) if word == "of" and scene.is_actor(obj)]
    owner_behind = mention(scene, behind[0], head) if behind else None
    if owner_behind is None:
        return one
    span = scene.reading.report.span(one.words.start, owner_behind.words.end)
    return replace(one, name=owner_behind.name, words=span)


def _is_nameless(scene: Scene, owner: int) -> bool:
    """Whether only a common noun says whose it is: "the gang's base", unlike "the Hill Street gang's base"."""
    return named_as_it_stands(scene, owner).name.islower()


def _nations_only(scene: Scene, head: int) -> bool:
    """ "Israeli and Lebanese troops" are two forces, "Afghan and coalition troops" one."""
    parties = parties_before(scene, head)
    return len(parties) > 1 and all(is_nation(scene.reading.tokens[p].text) for p in parties)


def mention(scene: Scene, head: int, announced: int) -> Mention | None:
    """The mention at a head; inferred where it stands in another sentence than the event."""
    own = phrase(scene.reading, head)
    if own is None:
        return None
    own = _with_hyphened(scene, _with_listed(scene, head, _with_joined(scene, head, own)))
    listed = listed_name(scene, head, own)
    plain = listed.text if listed else plain_name(scene, head, own)
    named = person_name(scene, own) if listed is None else None
    name = named or max(_credited_name(scene, head) or plain, plain, key=len)
    if (dressed := _in_their_dress(scene, head, own)) is not None:
        return Mention(name=f"{plain} {dressed.text[len(own.text) :].strip()}", words=dressed)
    if listed is None and scene.reading.tokens[head].pos == "PROPN" and own.text.endswith(plain):
        own = scene.reading.report.span(own.end - len(plain), own.end)
    here = scene.reading.sentence_of[announced] == scene.reading.sentence_of[head]
    basis: Basis = "stated" if here else "inferred"
    if name == own.text and is_holder(scene, head):
        return Mention(name=plural_of(scene, head, name), words=own, basis=basis)
    words = listed or (in_full(scene, head, own) if name == own.text else with_hedge(scene, own))
    return Mention(name=name, words=words, basis=basis)


def _in_their_dress(scene: Scene, head: int, own: Span) -> Span | None:
    """ "Men in army uniforms", of whom nothing else is known, with what they wear; else None."""
    reading, classes = scene.reading, word_classes()
    if reading.tokens[head].lemma not in _ANYBODY or own.end != reading.tokens[head].end:
        return None
    worn = (o for word, o in prepositions(reading, head) if word in ("in", "wearing"))
    last = next((o for o in worn if reading.tokens[o].lemma in classes["dress"] and head < o <= head + _DRESSED), None)
    return None if last is None else reading.report.span(own.start, reading.tokens[last].end)


def _credited_name(scene: Scene, head: int) -> str | None:
    """The name under which the report credits one who also acts."""
    start = scene.reading.tokens[head].start
    for attribution in scene.attributions:
        if attribution.source.words.start <= start < attribution.source.words.end:
            return attribution.source.name
    return None


def _with_joined(scene: Scene, head: int, own: Span) -> Span:
    """The phrase with all the parties of a joint force: "Afghan and coalition troops"."""
    if scene.reading.tokens[head].lemma not in word_classes()["forces"] | {"troop", "soldier", "police"}:
        return own
    parties = parties_before(scene, head)
    start = scene.reading.tokens[parties[0]].start if len(parties) > 1 else own.start
    return scene.reading.report.span(min(start, own.start), own.end)


def _with_listed(scene: Scene, head: int, own: Span) -> Span:
    """The phrase stretched over the whole of a listed name that its head is part of: "Jabhat" to "Jabhat al-Nusra"."""
    if head not in scene.actors:
        return own
    first = last = head
    while scene.actors.get(last + 1) == scene.actors[head]:
        last += 1
    tokens = scene.reading.tokens
    while scene.actors.get(first - 1) == scene.actors[head] and tokens[first - 1].text != ",":
        first -= 1
    return scene.reading.report.span(min(own.start, tokens[first].start), max(own.end, tokens[last].end))


def _with_hyphened(scene: Scene, own: Span) -> Span:
    """The rest of a name that a hyphen cut: "Bashar al" goes on to "-Assad"."""
    text = scene.reading.report.text
    end = own.end
    last = scene.token_at.get(end)
    if last is not None and is_holder(scene, last):
        return own
    while text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        end += 1
        while text[end : end + 1].isalpha():
            end += 1
    return scene.reading.report.span(own.start, end)
