"""What a phrase is called: the listed name in it, a person without titles, a group without what only describes it."""

from typing import Final

from dateline.extract.coreference import full_name
from dateline.extract.grammar import sentence_at, text_at
from dateline.extract.parties import names_party
from dateline.extract.person_names import person, person_until
from dateline.extract.runs import DASHES, is_tight, lost_apostrophes
from dateline.extract.scene import Scene, is_nation
from dateline.knowledge.actors import actors
from dateline.knowledge.nations import nations
from dateline.knowledge.office_words import office_words
from dateline.knowledge.words import word_classes
from dateline.model.text import Span

_SIDES: Final = frozenset({"anti", "pro", "non", "counter", "ex", "co"})
_KINDS: Final = frozenset({"group", "organization", "organisation"})
# What may stand between the numbers and the name: "four suspected insurgents"
_HEDGING: Final = frozenset({"suspected", "alleged", "reported", "unarmed", "innocent", "wounded", "injured"})


def listed_name(scene: Scene, head: int, own: Span) -> Span | None:
    """The words of the one listed actor inside the phrase, where the rest of it only says what kind it is."""
    tokens = scene.reading.tokens
    inside = [i for i in scene.actors if own.start <= tokens[i].start and tokens[i].end <= own.end]
    if len({scene.actors[i] for i in inside}) > 1:
        inside = [i for i in inside if scene.actors[i] == scene.actors.get(head)]
    if not inside or scene.is_person(head):
        return None
    first, last = _with_particle(scene, min(inside)), max(inside)
    if "-" in (text_at(scene.reading, last + 1), text_at(scene.reading, first - 1)):
        return None  # "Azmar-linked fighters" are others than Azmar
    if last != head and not _only_says_kind(scene, head, last):
        return None
    return scene.reading.words(first, last)


def _with_particle(scene: Scene, first: int) -> int:
    """Where a name begins whose article was cut off: "al" in "al-Shabaab"."""
    tight = is_tight(scene.reading, first - 1) and text_at(scene.reading, first - 1) in DASHES
    return first - 2 if tight and text_at(scene.reading, first - 2).lower() in office_words().particles else first


def _only_says_kind(scene: Scene, head: int, last: int) -> bool:
    """Whether the head adds nothing to a listed name: "rebel group"; the forces of a government are another party."""
    lemma = scene.reading.tokens[head].lemma
    entry = actors().entry(scene.actors[last])
    if entry is not None and entry.role == "government" and lemma in word_classes()["forces"]:
        return False
    return lemma in word_classes()["forces"] | word_classes()["gunmen"] | _KINDS


def person_name(scene: Scene, own: Span) -> str | None:
    """The full name of the person whose name ends the phrase, without titles: "President Karim Haddad"."""
    last = scene.token_at.get(own.end)
    if last is None or last in scene.actors or scene.reading.tokens[last].pos != "PROPN":
        return None
    run = person_until(scene, last)
    return person(scene, run).name if run is not None else None


def plain_name(scene: Scene, head: int, own: Span) -> str:
    """The phrase without lower-case adjectives that only describe; of a surname, the full name."""
    if scene.reading.tokens[head].pos == "PROPN":
        full = full_name(scene, head)
        if full is not None and len(full) > len(own.text):
            return full
    tokens = scene.reading.tokens
    inside = [t for t in tokens[max(0, head - 8) : head + 1] if own.start <= t.start]
    first = next((k for k, t in enumerate(inside) if _belongs(scene, t.i, head)), len(inside) - 1)
    return scene.reading.report.text[inside[first].start : own.end] if inside else own.text


def with_hedge(scene: Scene, own: Span) -> Span:
    """The phrase with the word before it that says how sure or how harmless: "suspected insurgents"."""
    end = own.start - 1
    i = scene.token_at.get(end)
    if i is None or scene.reading.tokens[i].lower not in _HEDGING:
        return own
    return scene.reading.report.span(scene.reading.tokens[i].start, own.end)


def _belongs(scene: Scene, i: int, head: int) -> bool:
    """Whether the word is part of what the phrase is called, not a description, a place or a title before it."""
    token = scene.reading.tokens[i]
    plain_before_name = scene.reading.tokens[head].pos == "PROPN" and token.pos == "NOUN" and token.text.islower()
    owner = _is_lost_possessive(scene, i, head)
    return not (owner or plain_before_name or _only_describes(scene, i) or _only_locates(scene, i, head))


def _is_lost_possessive(scene: Scene, i: int, head: int) -> bool:
    """ "the citys infrastructure", on a page that has lost its apostrophes."""
    token = scene.reading.tokens[i]
    thing = token.tag == "NNS" and not names_party(scene, i) and token.lemma not in word_classes()["people"]
    return i != head and thing and lost_apostrophes(scene.reading)


def _only_locates(scene: Scene, i: int, head: int) -> bool:
    """Whether the word only says where the thing is: "Azmar" in "Azmar fuel depot"."""
    common, token = scene.reading.tokens[head].pos == "NOUN", scene.reading.tokens[i]
    return (
        common
        and i != head
        and scene.is_place(i)
        and (_is_capital_of_a_building(scene, i, head) or not (i in scene.actors or is_nation(token.text)))
    )


def _says_what_kind(scene: Scene, i: int) -> bool:
    """Whether a noun and the one after its hyphen say what kind of body it is: "self-defence brigade"."""
    tokens = scene.reading.tokens
    after = tokens[i + 2] if i + 2 < len(tokens) else tokens[i]
    joined = after.pos == "NOUN" and after.dep == "compound" and tokens[after.head].lemma in word_classes()["forces"]
    return joined and after.head == i + 3


def _is_number_of_unit(scene: Scene, i: int) -> bool:
    """ "47th division": which of them it is."""
    token = scene.reading.tokens[i]
    numbered = token.text[0].isdigit() and token.lower.endswith(("st", "nd", "rd", "th"))
    return numbered and scene.reading.tokens[token.head].lemma in word_classes()["forces"]


def _is_measure(scene: Scene, i: int) -> bool:
    """ "nine-storey buildings": how high, how old or how large."""
    tokens = scene.reading.tokens
    return i >= 2 and tokens[i - 1].text == "-" and tokens[i - 2].pos == "NUM" and tokens[i].pos == "NOUN"


def _is_capital_of_a_building(scene: Scene, i: int, head: int) -> bool:
    """Whether a capital's name says where a building is, not whose: "a Tarvan fuel depot"."""
    name, building = scene.reading.tokens[i], scene.reading.tokens[head]
    return nations().by_metonym(name.text) is not None and building.lemma in word_classes()["buildings"]


def _only_describes(scene: Scene, i: int) -> bool:
    token = scene.reading.tokens[i]
    if _with_particle(scene, i + 1) == i - 1 or _with_particle(scene, i + 2) == i:
        return False
    if token.text == "-":
        return not _says_what_kind(scene, i - 1)
    if _is_measure(scene, i):
        return True
    if text_at(scene.reading, i + 1) == "-":
        plain = token.text.islower() and token.lower not in _SIDES and not names_party(scene, i)
        return plain and not _says_what_kind(scene, i)
    if _is_number_of_unit(scene, i):
        return False
    plain = token.dep in ("amod", "advmod", "npadvmod") and token.pos in ("ADJ", "VERB", "ADV", "NOUN")
    opening = token.tag in ("VBN", "VBG") and i == sentence_at(scene.reading, i).first
    return (
        plain
        and (token.text.islower() or opening)
        and token.lower not in word_classes()["telling_adjectives"]
        and not names_party(scene, i)
    )
