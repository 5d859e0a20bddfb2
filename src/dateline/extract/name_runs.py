"""Names read as they stand, word by word: of persons, of bodies, of parties.

Relations are told by words side by side ("Harbour Authority head Jana Okello", "Jana Okello, who heads the Authority"), often
in texts that have lost their commas, where a parse helps little. A run is (first, last), token indices both included.
"""

from collections.abc import Iterable

from dateline.extract.grammar import sentence_at
from dateline.extract.scene import Scene, is_nation
from dateline.knowledge.words import word_classes
from dateline.model.claim import Mention
from dateline.model.text import Reading

Run = tuple[int, int]

RANKS = frozenset(
    "gen general maj major col colonel lt lieutenant lieut brig brigadier capt captain sgt sergeant cpl corporal adm admiral "
    "marshal dr mr mrs ms miss sir lord lady sheikh sheik mullah maulvi mufti ayatollah imam prof professor justice shri "
    "gov sen rep adjutant inspector superintendent constable deputy senior chief".split()
)
BODIES = frozenset(
    "army military forces force police navy guard guards corps brigade brigades battalion division regiment unit command council "
    "ministry office department agency service services directorate authority administration commission committee court "
    "parliament senate congress assembly house government regime cabinet party movement front coalition alliance union "
    "league organization organisation association federation foundation institute centre center hospital clinic university "
    "school network cartel gang group militia militias municipality region province district state bank fund society "
    "jail prison station squad team company corporation club observatory board bureau staff phalanges headquarters "
    "infantry fleet mission masjid mosque church temple chamber cross crescent faction battalions media".split()
)
_PARTICLES = frozenset("al el bin ibn von van der den de la le du da dos del abu bint ul e".split())
_JOINS = frozenset({"of", "for"})
_DASHES = frozenset({"-", "–"})
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december".split()
)
# Capitalised words that are part of titles, headings or the names of fields of policy, never of a person
_NO_NAME = frozenset(
    "national defense defence security foreign interior political military general secretary minister president premier chancellor "
    "chief director commander spokesman spokeswoman spokesperson leader chairman governor ambassador adviser advisor deputy vice "
    "state international global islamic local meanwhile after the united states in on at of and human rights north south east west northern "
    "southern eastern western central correspondent reporter officials police special operations joint staff islamist leaders members officials fighters forces governor mayor senator congressman commissioner manager "
    "mob incident case people city town sources".split()
)
_LONGEST_NAME = 7
_LONGEST_BODY = 12


def is_upper(reading: Reading, i: int) -> bool:
    """Whether the word begins with a capital."""
    return reading.tokens[i].text[:1].isupper()


def bounds(reading: Reading, i: int) -> range:
    """The tokens of the sentence that `i` stands in."""
    sentence = sentence_at(reading, i)
    return range(sentence.first, sentence.last)


def skip(reading: Reading, i: int, words: frozenset[str], step: int = 1) -> int:
    """The first token from `i` on, going by `step`, that is none of these words; it may lie outside the sentence."""
    here = bounds(reading, i) if 0 <= i < len(reading.tokens) else range(0)
    while i in here and reading.tokens[i].lower.rstrip(".") in words:
        i += step
    return i


def is_headline(reading: Reading, i: int) -> bool:
    """Whether nearly all longer words of the sentence are capitalised, so that capitals tell no names."""
    long = [reading.tokens[k].text for k in bounds(reading, i) if len(reading.tokens[k].text) > 3]
    return len(long) > 3 and sum(word[:1].isupper() for word in long) > 0.85 * len(long)


# ---- persons ------------------------------------------------------------------------------------
def person_from(scene: Scene, i: int) -> Run | None:
    """The name of a person that begins at token `i`."""
    reading = scene.reading
    last = i - 1
    for k in bounds(reading, i) if i < len(reading.tokens) else ():
        if k >= i and k - i < _LONGEST_NAME:
            if k > last + 1 or not _is_name_word(scene, k):
                break
            last = k
    last = _without_loose_end(reading, i, last)
    return (i, last) if last >= i and _is_person_run(scene, i, last) else None


def person_until(scene: Scene, i: int) -> Run | None:
    """The name of a person, of two words or more, that ends at token `i`."""
    reading = scene.reading
    first = i + 1
    while first - 1 in bounds(reading, i) and i - first < _LONGEST_NAME and _is_name_word(scene, first - 1):
        first -= 1
    first = skip(reading, first, RANKS)
    while first <= i and not is_upper(reading, first) and reading.tokens[first].lower not in _PARTICLES:
        first += 1
    several = sum(is_upper(reading, k) for k in range(first, i + 1)) > 1
    return (first, i) if several and _is_person_run(scene, first, i) else None


def _is_name_word(scene: Scene, i: int) -> bool:
    token = scene.reading.tokens[i]
    if token.lower in DAYS or (token.pos == "PUNCT" and token.text not in _DASHES):
        return False
    if token.text in _DASHES:
        return _is_tight(scene.reading, i)
    if token.lower in _PARTICLES:
        return True
    after_dash = i > 0 and scene.reading.tokens[i - 1].text in _DASHES and _is_tight(scene.reading, i - 1)
    named = is_upper(scene.reading, i) or after_dash
    return named and token.lower not in _NO_NAME and token.pos in ("PROPN", "NOUN", "ADJ", "X")


def _is_tight(reading: Reading, i: int) -> bool:
    """Whether a dash joins two words without a space."""
    inside = 0 < i < len(reading.tokens) - 1
    return (
        inside
        and reading.tokens[i - 1].end == reading.tokens[i].start
        and reading.tokens[i].end == reading.tokens[i + 1].start
    )


def _without_loose_end(reading: Reading, first: int, last: int) -> int:
    while (
        last >= first
        and not (reading.tokens[last].pos != "PUNCT" and is_upper(reading, last))
        and not _after_dash(reading, last)
    ):
        last -= 1
    return last


def _after_dash(reading: Reading, i: int) -> bool:
    return reading.tokens[i].pos != "PUNCT" and i > 0 and reading.tokens[i - 1].text in _DASHES


def _is_person_run(scene: Scene, first: int, last: int) -> bool:
    """No nation, body or listed group: what is left can be a person."""
    tokens = scene.reading.tokens
    if any(is_nation(tokens[k].text) or tokens[k].lower in BODIES for k in range(first, last + 1)):
        return False
    if not any(tokens[k].pos == "PROPN" for k in range(first, last + 1)) or is_nation(
        scene.reading.words(first, last).text
    ):
        return False
    listed = scene.actors.get(first)
    whole = listed is not None and scene.actors.get(last) == listed and scene.actors.get(last + 1) != listed
    placed = [scene.place_at.get(k) for k in range(first, last + 1)]
    named_place = placed[0] is not None and all(placed) and placed[0].first == first
    return not named_place and not (whole and scene.actors.get(first - 1) != listed)


def person(scene: Scene, run: Run) -> Mention:
    """A person under the fullest name in the report."""
    words = scene.reading.words(*run)
    name = _without_lost_apostrophe(scene, run)
    if len(name.split()) > 1:
        return Mention(name=name, words=words)
    longer = _persons_ending(scene, scene.reading.tokens[run[1]].text)
    return Mention(name=max(longer, key=len, default=name), words=words)


def _persons_ending(scene: Scene, surname: str) -> Iterable[str]:
    for token in scene.reading.tokens:
        if token.text == surname and (run := person_until(scene, token.i)):
            yield scene.reading.words(*run).text


def is_surname(scene: Scene, word: str) -> bool:
    """Whether the report gives a person's full name that ends in the word."""
    return next(iter(_persons_ending(scene, word)), None) is not None


def _without_lost_apostrophe(scene: Scene, run: Run) -> str:
    """ "Karim Madrids" before a noun, in a text without apostrophes, is Karim Madrid's."""
    reading = scene.reading
    text, after = reading.words(*run).text, run[1] + 1
    if not text.endswith("s") or text.endswith("ss") or after >= len(reading.tokens):
        return text
    owns = reading.tokens[after].pos in ("NOUN", "ADJ") and not is_upper(reading, after)
    return text[:-1] if owns and lost_apostrophes(reading) else text


def lost_apostrophes(reading: Reading) -> bool:
    """Whether a page has no possessive with its apostrophe."""
    return not any(token.tag == "POS" for token in reading.tokens)


# ---- bodies and parties -------------------------------------------------------------------------
def body_from(scene: Scene, i: int) -> Run | None:
    """The name of a body, party or place that begins at token `i`, articles skipped: "the Kara Valley Health Directorate"."""
    reading = scene.reading
    first = i = skip(reading, i, _ARTICLES)
    last = i - 1
    for k in bounds(reading, i) if i < len(reading.tokens) else ():
        if k < i or k <= last:
            continue
        if k - first > _LONGEST_BODY or not _goes_on(scene, first, last, k):
            break
        last = k
        if reading.tokens[k].tag == "POS" and k + 1 in bounds(reading, i) and _may_begin(scene, k + 1):
            first = k + 1
    while last >= first and reading.tokens[last].pos in ("PUNCT", "PART", "ADP", "CCONJ", "DET"):
        last -= 1
    return (first, last) if last >= first and _is_body_run(scene, first, last) else None


_ARTICLES = frozenset(
    {"the", "a", "an", "so-called", "some", "its", "their", "his", '"', "“", "elite", "hardline", "powerful"}
)


def _may_begin(scene: Scene, i: int) -> bool:
    token = scene.reading.tokens[i]
    return is_upper(scene.reading, i) or (token.pos in ("NOUN", "PROPN", "ADJ") and token.lower not in RANKS)


def _goes_on(scene: Scene, first: int, last: int, k: int) -> bool:
    """Whether token `k` goes on with the body's name that stands from `first` to `last`."""
    token, reading = scene.reading.tokens[k], scene.reading
    begun = last >= first
    if begun and k in scene.actors and scene.actors.get(last) == scene.actors[k]:
        return True
    if token.text in _DASHES or token.tag == "POS":
        return begun
    if token.lower.rstrip(".") in RANKS and begun:
        return False
    if token.lower in _JOINS | {"the", "and"}:
        return begun and _joins(scene, first, k)
    if begun and _is_complete(scene, first, last):
        nation = is_nation(token.text) and last in scene.actors
        return nation or _capital_body_ahead(scene, k) or (token.lower in BODIES and not scene.is_place(last))
    if is_upper(reading, k) or token.lower in _PARTICLES:
        return token.pos in ("PROPN", "NOUN", "ADJ", "X", "NUM", "ADP", "DET")
    return token.lower in BODIES or (token.pos in ("NOUN", "ADJ", "PROPN") and _body_ahead(scene, k))


def _joins(scene: Scene, first: int, k: int) -> bool:
    """ "Ministry of Defence", "Security and Defence Council": a small word inside a name."""
    reading = scene.reading
    after = skip(reading, k + 1, frozenset({"the", "of"}))
    if after not in bounds(reading, k) or not is_upper(reading, after):
        return False
    if reading.tokens[k].lower == "and":
        ends = range(after, min(after + 3, bounds(reading, k).stop))
        named = any(reading.tokens[e].lower in BODIES and is_upper(reading, e) for e in ends)
        return named and reading.tokens[k - 1].lower not in BODIES
    before = reading.tokens[k - 1]
    return (is_upper(reading, k - 1) and (before.lower in BODIES or not is_nation(before.text))) or before.lower in _JOINS


def _is_complete(scene: Scene, first: int, last: int) -> bool:
    """A listed name, a nation or a name that ends in a word for a body: what follows is another name."""
    token = scene.reading.tokens[last]
    if last in scene.actors:
        return not is_nation(scene.reading.tokens[last + 1].text) if last + 1 in bounds(scene.reading, last) else True
    if token.lower in BODIES:
        return not _capital_body_ahead(scene, last + 1)
    return scene.is_place(last) and not is_upper(scene.reading, last)


def _capital_body_ahead(scene: Scene, k: int) -> bool:
    """Whether the capitals go on to another word for a body: "State Intelligence Agency"."""
    reading = scene.reading
    while (
        k in bounds(reading, max(k - 1, 0))
        and is_upper(reading, k)
        and reading.tokens[k].lower.rstrip(".") not in RANKS
    ):
        if reading.tokens[k].lower in BODIES:
            return True
        k += 1
    return False


def _body_ahead(scene: Scene, k: int) -> bool:
    """Lower-case words belong to a body's name where a word for a body ends them: "counter terror police"."""
    for after in range(k + 1, min(k + 4, bounds(scene.reading, k).stop)):
        token = scene.reading.tokens[after]
        if token.lower in BODIES:
            return True
        if token.pos not in ("NOUN", "ADJ", "PROPN") and token.text not in _DASHES:
            return False
    return False


def _is_body_run(scene: Scene, first: int, last: int) -> bool:
    tokens = scene.reading.tokens[first : last + 1]
    if all(token.lower in DAYS or token.lower in RANKS for token in tokens):
        return False
    capital = any(token.text[:1].isupper() for token in tokens)
    return capital or tokens[-1].lower in BODIES or tokens[-1].lemma in word_classes()["fighters"]


def body(scene: Scene, run: Run) -> Mention:
    """A body under the fullest name in the report: "Authority" → "Kara Valley Authority"."""
    words = scene.reading.words(*run)
    name = _without_lost_s(scene, run)
    if run[0] == run[1] and is_upper(scene.reading, run[0]) and not is_nation(name):
        return Mention(name=_fuller_body(scene, name, run[0]), words=words)
    return Mention(name=name, words=words)


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
        if known or (not is_nation(last.text) and _without_lost_apostrophe(scene, run) != text):
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
