"""Names of bodies and parties, read as they stand: "the Kara Valley Health Directorate", "Ministry of Defence".

Offices and names stand side by side ("director of the Kara Valley Health Directorate Jana Okello"), often in texts that
have lost their commas, so that a body's name ends where a listed name or a word for a body ends it.
"""

from dateline.extract.person_names import without_lost_apostrophe
from dateline.extract.runs import DASHES, DAYS, Run, bounds, is_upper, lost_apostrophes, skip
from dateline.extract.scene import Scene, is_nation
from dateline.knowledge.office_words import office_words
from dateline.knowledge.words import word_classes
from dateline.model.claim import Mention

_JOINS = frozenset({"of", "for"})
_LONGEST = 12


def body_from(scene: Scene, i: int) -> Run | None:
    """The name of a body, party or place that begins at token `i`, articles skipped."""
    reading = scene.reading
    first = i = _past_seat(scene, skip(reading, i, _ARTICLES))
    last = i - 1
    for k in bounds(reading, i) if i < len(reading.tokens) else ():
        if k < i or k <= last:
            continue
        if k - first > _LONGEST or not _goes_on(scene, first, last, k):
            break
        last = k
        if reading.tokens[k].tag == "POS" and k + 1 in bounds(reading, i) and _may_begin(scene, k + 1):
            first = k + 1
    while last >= first and reading.tokens[last].pos in ("PUNCT", "PART", "ADP", "CCONJ", "DET"):
        last -= 1
    return (first, last) if last >= first and _is_body_run(scene, first, last) else None


def _past_seat(scene: Scene, i: int) -> int:
    """Behind "Kara-based" before a name."""
    following = [t.lower for t in scene.reading.tokens[i + 1 : i + 3]]
    return i + 3 if following == ["-", "based"] and i + 3 in bounds(scene.reading, i) else i


_ARTICLES = frozenset(
    {"the", "a", "an", "so-called", "some", "its", "their", "his", '"', "“", "elite", "hardline", "powerful"}
)


def _may_begin(scene: Scene, i: int) -> bool:
    token = scene.reading.tokens[i]
    return is_upper(scene.reading, i) or (
        token.pos in ("NOUN", "PROPN", "ADJ") and token.lower not in office_words().ranks
    )


def _goes_on(scene: Scene, first: int, last: int, k: int) -> bool:
    """Whether token `k` goes on with the body's name that stands from `first` to `last`."""
    token, reading = scene.reading.tokens[k], scene.reading
    begun = last >= first
    if begun and k in scene.actors and scene.actors.get(last) == scene.actors[k]:
        return True
    if token.text in DASHES or token.tag == "POS":
        return begun
    if token.lower.rstrip(".") in office_words().ranks and begun:
        return False
    if token.lower in _JOINS | {"the", "and"}:
        return begun and _joins(scene, first, k)
    if begun and _is_complete(scene, first, last):
        nation = is_nation(token.text) and last in scene.actors
        return (
            nation
            or _capital_body_ahead(scene, k)
            or (token.lower in office_words().bodies and not scene.is_place(last))
        )
    if is_upper(reading, k) or token.lower in office_words().particles:
        return token.pos in ("PROPN", "NOUN", "ADJ", "X", "NUM", "ADP", "DET")
    return token.lower in office_words().bodies or (token.pos in ("NOUN", "ADJ", "PROPN") and _body_ahead(scene, k))


def _joins(scene: Scene, first: int, k: int) -> bool:
    """ "Ministry of Defence", "Security and Defence Council": a small word inside a name."""
    reading = scene.reading
    after = skip(reading, k + 1, frozenset({"the", "of"}))
    if after not in bounds(reading, k) or not is_upper(reading, after):
        return False
    if reading.tokens[k].lower == "and":
        ends = range(after, min(after + 3, bounds(reading, k).stop))
        named = any(reading.tokens[e].lower in office_words().bodies and is_upper(reading, e) for e in ends)
        return named and reading.tokens[k - 1].lower not in office_words().bodies
    before = reading.tokens[k - 1]
    return (
        is_upper(reading, k - 1) and (before.lower in office_words().bodies or not is_nation(before.text))
    ) or before.lower in _JOINS


def _is_complete(scene: Scene, first: int, last: int) -> bool:
    """A listed name, a nation or a name that ends in a word for a body: what follows is another name."""
    token = scene.reading.tokens[last]
    if last in scene.actors:
        return not is_nation(scene.reading.tokens[last + 1].text) if last + 1 in bounds(scene.reading, last) else True
    if token.lower in office_words().bodies:
        return not _capital_body_ahead(scene, last + 1)
    return scene.is_place(last) and not is_upper(scene.reading, last)


def _capital_body_ahead(scene: Scene, k: int) -> bool:
    """Whether the capitals go on to another word for a body: "State Intelligence Agency"."""
    reading = scene.reading
    while (
        k in bounds(reading, max(k - 1, 0))
        and is_upper(reading, k)
        and reading.tokens[k].lower.rstrip(".") not in office_words().ranks
    ):
        if reading.tokens[k].lower in office_words().bodies:
            return True
        k += 1
    return False


def _body_ahead(scene: Scene, k: int) -> bool:
    """Lower-case words belong to a body's name where a word for a body ends them: "counter terror police"."""
    for after in range(k + 1, min(k + 4, bounds(scene.reading, k).stop)):
        token = scene.reading.tokens[after]
        if token.lower in office_words().bodies:
            return True
        if token.pos not in ("NOUN", "ADJ", "PROPN") and token.text not in DASHES:
            return False
    return False


def _is_body_run(scene: Scene, first: int, last: int) -> bool:
    tokens = scene.reading.tokens[first : last + 1]
    if all(token.lower in DAYS or token.lower in office_words().ranks for token in tokens):
        return False
    capital = any(token.text[:1].isupper() for token in tokens)
    return capital or tokens[-1].lower in office_words().bodies or tokens[-1].lemma in word_classes()["fighters"]


def body(scene: Scene, run: Run) -> Mention:
    """A body under the fullest name in the report: "Authority" → "Kara Valley Authority"."""
    words = scene.reading.words(*run)
    run = _without_lost_owner(scene, run)
    name = _without_lost_s(scene, run)
    if run[0] == run[1] and is_upper(scene.reading, run[0]) and not is_nation(name):
        return Mention(name=_fuller_body(scene, name, run[0]), words=words)
    return Mention(name=name, words=words)


def _without_lost_owner(scene: Scene, run: Run) -> Run:
    """ "Lorvias rebels" in a text without apostrophes: only the rebels are named."""
    first = scene.reading.tokens[run[0]]
    common = run[0] < run[1] and not any(is_upper(scene.reading, k) for k in range(run[0] + 1, run[1] + 1))
    owned = common and first.text.endswith("s") and not is_nation(first.text) and is_nation(first.text[:-1])
    return (run[0] + 1, run[1]) if owned and lost_apostrophes(scene.reading) else run


def _without_lost_s(scene: Scene, run: Run) -> str:
    """ "Observatorys", "Spains" in a text without apostrophes."""
    text, last = scene.reading.words(*run).text, scene.reading.tokens[run[1]]
    if (
        text.endswith("s")
        and last.text[:1].isupper()
        and last.i not in scene.actors
        and lost_apostrophes(scene.reading)
    ):
        shorter = last.text[:-1]
        known = is_nation(shorter) or any(token.text == shorter for token in scene.reading.tokens)
        if known or (not is_nation(last.text) and without_lost_apostrophe(scene, run) != text):
            return text[:-1]
    return text


def _fuller_body(scene: Scene, word: str, at: int) -> str:
    """The listed name of several words in the report that contains the word."""
    if at in scene.actors:
        return word
    for token in scene.reading.tokens:
        if token.text == word and token.i in scene.actors:
            first = last = token.i
            while scene.actors.get(first - 1) == scene.actors[token.i]:
                first -= 1
            while scene.actors.get(last + 1) == scene.actors[token.i]:
                last += 1
            return scene.reading.words(first, last).text
    return word
