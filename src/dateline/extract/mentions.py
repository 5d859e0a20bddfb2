"""From the head of a phrase to a mention: the words that name the party, and the fullest name the report gives it.

`words` are the party's own words where a listed name stands among them ("Azmar Front" in "Azmar Front rebel group"),
else the phrase with its adjectives; `name` goes without adjectives that only describe: "masked gunmen" are "gunmen".
"""

from dataclasses import replace

from dateline.extract.coreference import antecedent, full_name
from dateline.extract.grammar import kids, prepositions, sentence_at, text_at
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

_SIDES = frozenset({"anti", "pro", "non", "counter", "ex", "co"})


def mentions_at(scene: Scene, head: int, announced: int) -> tuple[Mention, ...]:
    """The parties that a phrase names: usually one, two in "Russian and Syrian jets"."""
    believed = believed_to_be(scene, head)
    if believed:
        return believed
    token = scene.reading.tokens[head]
    classes = word_classes()
    if token.dep in ("compound", "amod", "nmod") and names_party(scene, head):
        return (named_as_it_stands(scene, head),)
    if token.lemma in classes["aircraft"] or (token.lemma in classes["forces"] and _nations_only(scene, head)):
        several = of_each_party(scene, head)
        if len(several) > 1 or (several and token.lemma in classes["aircraft"]):
            return several
    one = mention(scene, head, announced)
    if one is not None and token.pos == "NOUN" and token.lemma in classes["owned"]:
        return (_of_its_owner(scene, head, one),)
    if one is not None and token.lemma in classes["belongings"]:
        owners = parties_before(scene, head) or _owners_behind(scene, head)
        return (replace(one, name=named_as_it_stands(scene, owners[-1]).name),) if owners else (one,)
    return () if one is None else (one,)


def _of_its_owner(scene: Scene, head: int, one: Mention) -> Mention:
    """ "its troops", "Turkey's jets": named by the nation or group whose they are."""
    for owner in kids(scene.reading, head, "poss"):
        known = antecedent(scene, owner)
        if known is not None and scene.is_actor(known):
            words = phrase(scene.reading, known)
            return one if words is None else replace(one, name=words.text)
    return one


def _owners_behind(scene: Scene, head: int) -> tuple[int, ...]:
    """ "a checkpoint of the Azmar Brigade"."""
    return tuple(obj for word, obj in prepositions(scene.reading, head) if word == "of" and scene.is_actor(obj))


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
    listed = _listed_name(scene, head, own)
    plain = listed.text if listed else _plain_name(scene, head, own)
    name = max(_credited_name(scene, head) or plain, plain, key=len)
    if listed is None and scene.reading.tokens[head].pos == "PROPN" and own.text.endswith(plain):
        own = scene.reading.report.span(own.end - len(plain), own.end)
    here = scene.reading.sentence_of[announced] == scene.reading.sentence_of[head]
    basis: Basis = "stated" if here else "inferred"
    return Mention(name=name, words=listed or own, basis=basis)


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
    last = head
    while scene.actors.get(last + 1) == scene.actors[head]:
        last += 1
    return scene.reading.report.span(own.start, max(own.end, scene.reading.tokens[last].end))


def _with_hyphened(scene: Scene, own: Span) -> Span:
    """The rest of a name that a hyphen cut: "Bashar al" goes on to "-Assad"."""
    text = scene.reading.report.text
    end = own.end
    while text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        end += 1
        while text[end : end + 1].isalpha():
            end += 1
    return scene.reading.report.span(own.start, end)


def _listed_name(scene: Scene, head: int, own: Span) -> Span | None:
    """The words of the one listed actor inside the phrase, where the rest of it only says what kind it is."""
    tokens = scene.reading.tokens
    inside = [i for i in scene.actors if own.start <= tokens[i].start and tokens[i].end <= own.end]
    if len({scene.actors[i] for i in inside}) > 1:
        inside = [i for i in inside if scene.actors[i] == scene.actors.get(head)]
    if not inside or scene.is_person(head):
        return None
    last = max(inside)
    if "-" in (text_at(scene.reading, last + 1), text_at(scene.reading, min(inside) - 1)):
        return None  # "Azmar-linked fighters" are others than Azmar
    kind_words = word_classes()["forces"] | word_classes()["gunmen"] | {"group", "organization", "organisation"}
    if last != head and tokens[head].lemma not in kind_words:
        return None
    return scene.reading.words(min(inside), last)


def _credited_name(scene: Scene, head: int) -> str | None:
    """The name under which the report credits one who also acts."""
    start = scene.reading.tokens[head].start
    for attribution in scene.attributions:
        if attribution.source.words.start <= start < attribution.source.words.end:
            return attribution.source.name
    return None


def _plain_name(scene: Scene, head: int, own: Span) -> str:
    """The phrase without lower-case adjectives that only describe; of a surname, the full name."""
    if scene.reading.tokens[head].pos == "PROPN":
        full = full_name(scene, head)
        if full is not None and len(full) > len(own.text):
            return full
    tokens = scene.reading.tokens
    inside = [t for t in tokens[max(0, head - 8) : head + 1] if own.start <= t.start]
    first = next((k for k, t in enumerate(inside) if _belongs(scene, t.i, head)), len(inside) - 1)
    return scene.reading.report.text[inside[first].start : own.end] if inside else own.text


def _belongs(scene: Scene, i: int, head: int) -> bool:
    """Whether the word is part of what the phrase is called, not a description, a place or a title before it."""
    token = scene.reading.tokens[i]
    plain_before_name = scene.reading.tokens[head].pos == "PROPN" and token.pos == "NOUN" and token.text.islower()
    return not (plain_before_name or _only_describes(scene, i) or _only_locates(scene, i, head))


def _only_locates(scene: Scene, i: int, head: int) -> bool:
    """Whether the word only says where the thing is: "Azmar" in "Azmar fuel depot"."""
    common = scene.reading.tokens[head].pos == "NOUN"
    return (
        common
        and i != head
        and scene.is_place(i)
        and i not in scene.actors
        and not is_nation(scene.reading.tokens[i].text)
    )


def _only_describes(scene: Scene, i: int) -> bool:
    token = scene.reading.tokens[i]
    if token.text == "-":
        return True
    if text_at(scene.reading, i + 1) == "-":
        return token.text.islower() and token.lower not in _SIDES and not names_party(scene, i)
    plain = token.dep in ("amod", "advmod", "npadvmod") and token.pos in ("ADJ", "VERB", "ADV", "NOUN")
    opening = token.tag in ("VBN", "VBG") and i == sentence_at(scene.reading, i).first
    return (
        plain
        and (token.text.islower() or opening)
        and token.lower not in word_classes()["telling_adjectives"]
        and not names_party(scene, i)
    )
