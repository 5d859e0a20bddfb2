"""Names of persons, read as they stand: "Gen. Tor al-Madrid", "Jana Okello (47)"."""

from collections.abc import Iterator

from dateline.extract.runs import DASHES, DAYS, Run, bounds, is_tight, is_upper, lost_apostrophes, skip
from dateline.extract.scene import Scene, is_nation
from dateline.knowledge.office_words import office_words
from dateline.model.claim import Mention
from dateline.model.text import Reading

_LONGEST = 7


def person_from(scene: Scene, i: int) -> Run | None:
    """The name of a person that begins at token `i`."""
    reading = scene.reading
    last = i - 1
    for k in bounds(reading, i) if i < len(reading.tokens) else ():
        if k >= i and k - i < _LONGEST:
            if k > last + 1 or not _is_name_word(scene, k):
                break
            last = k
    last = _without_loose_end(reading, i, last)
    return (i, last) if last >= i and _is_person_run(scene, i, last) else None


def person_until(scene: Scene, i: int) -> Run | None:
    """The name of a person, of two words or more, that ends at token `i`."""
    reading = scene.reading
    first = i + 1
    while first - 1 in bounds(reading, i) and i - first < _LONGEST and _is_name_word(scene, first - 1):
        first -= 1
    first = skip(reading, first, office_words().ranks)
    while first <= i and not is_upper(reading, first) and reading.tokens[first].lower not in office_words().particles:
        first += 1
    several = sum(is_upper(reading, k) for k in range(first, i + 1)) > 1
    return (first, i) if several and _is_person_run(scene, first, i) else None


def _is_name_word(scene: Scene, i: int) -> bool:
    token = scene.reading.tokens[i]
    if token.lower in DAYS or (token.pos == "PUNCT" and token.text not in DASHES):
        return False
    if token.text in DASHES:
        return is_tight(scene.reading, i)
    if token.lower in office_words().particles:
        return True
    after_dash = i > 0 and scene.reading.tokens[i - 1].text in DASHES and is_tight(scene.reading, i - 1)
    named = is_upper(scene.reading, i) or after_dash
    return named and token.lower not in office_words().never_names and token.pos in ("PROPN", "NOUN", "ADJ", "X")


def _without_loose_end(reading: Reading, first: int, last: int) -> int:
    while (
        last >= first
        and not (reading.tokens[last].pos != "PUNCT" and is_upper(reading, last))
        and not _after_dash(reading, last)
    ):
        last -= 1
    return last


def _after_dash(reading: Reading, i: int) -> bool:
    return reading.tokens[i].pos != "PUNCT" and i > 0 and reading.tokens[i - 1].text in DASHES


def _is_person_run(scene: Scene, first: int, last: int) -> bool:
    """No nation, body or listed group: what is left can be a person."""
    tokens = scene.reading.tokens
    if any(is_nation(tokens[k].text) or tokens[k].lower in office_words().bodies for k in range(first, last + 1)):
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
    name = without_lost_apostrophe(scene, run)
    if len(name.split()) > 1:
        return Mention(name=name, words=words)
    longer = _persons_ending(scene, scene.reading.tokens[run[1]].text)
    return Mention(name=max(longer, key=len, default=name), words=words)


def _persons_ending(scene: Scene, surname: str) -> Iterator[str]:
    for token in scene.reading.tokens:
        if token.text == surname and (run := person_until(scene, token.i)):
            yield scene.reading.words(*run).text


def is_surname(scene: Scene, word: str) -> bool:
    """Whether the report gives a person's full name that ends in the word."""
    return next(iter(_persons_ending(scene, word)), None) is not None


def without_lost_apostrophe(scene: Scene, run: Run) -> str:
    """ "Karim Madrids" before a noun, in a text without apostrophes, is Karim Madrid's."""
    reading = scene.reading
    text, after = reading.words(*run).text, run[1] + 1
    if not text.endswith("s") or text.endswith("ss") or after >= len(reading.tokens):
        return text
    owns = reading.tokens[after].pos in ("NOUN", "ADJ") and not is_upper(reading, after)
    return text[:-1] if owns and lost_apostrophes(reading) else text
