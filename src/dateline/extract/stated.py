"""A relation as it is stated, and the parties at its ends, read from the words around."""

from typing import NamedTuple

from dateline.extract.body_names import body
from dateline.extract.runs import DAYS, Run, bounds, is_upper, skip
from dateline.extract.scene import Scene, is_nation
from dateline.knowledge.nations import nations
from dateline.knowledge.office_words import office_words
from dateline.knowledge.words import word_classes
from dateline.model.claim import Mention, RelationKind

_SKIPPED = frozenset(
    "the a an its their his so-called some mainstream elite hardline other many several various local powerful "
    "moderate main armed".split()
)
_ALREADY_MANY = frozenset({"opposition"})
_TIES = frozenset({"-", "–", "of", "for", "the"})
_LONGEST = 9


class Stated(NamedTuple):
    """A relation as the report states it, and the token of the word that says so."""

    subject: Mention
    kind: RelationKind
    object: Mention
    at: int


def is_party_word(scene: Scene, i: int) -> bool:
    """Whether the word names a side: a listed actor, a nation, a kind of fighter or force."""
    token = scene.reading.tokens[i]
    return i in scene.actors or ends_nation(scene, i) or token.lemma in word_classes()["fighters"]


def ends_nation(scene: Scene, i: int) -> bool:
    """Whether a nation's name ends with the word, in one word or in two: "United States"."""
    tokens = scene.reading.tokens
    if is_nation(tokens[i].text):
        return True
    two = i > 0 and tokens[i].pos == "PROPN" and tokens[i - 1].pos == "PROPN"
    return two and nations().of_words(f"{tokens[i - 1].text} {tokens[i].text}") is not None


def named_nation(scene: Scene, code: str) -> Mention | None:
    """The nation (ISO 3166-1 alpha-2) by its name as the report first gives it; None where it does not."""
    report = scene.reading.report
    named = (report.span(hit.start, hit.end) for hit in nations().find(report.text) if hit.nation.code == code)
    words = next((w for w in named if nations().by_name(w.text) is not None), None)
    return None if words is None else Mention(name=words.text, words=words)


def party_after(scene: Scene, i: int) -> Run | None:
    """The party whose name begins at token `i`, articles skipped: a listed name, else words up to the last noun."""
    reading = scene.reading
    first = skip(reading, i, _SKIPPED)
    if first not in bounds(reading, i if i < len(reading.tokens) else i - 1):
        return None
    last = _end(scene, first)
    if last < first:
        return None
    named = any(
        is_party_word(scene, k) or reading.tokens[k].lower in office_words().bodies for k in range(first, last + 1)
    )
    capital = is_upper(reading, first) and not all(scene.is_place(k) for k in range(first, last + 1))
    return (first, last) if named or capital else None


def _end(scene: Scene, first: int) -> int:
    """Where the phrase that begins at `first` ends: at the end of a listed name, or at the last noun of the run."""
    reading = scene.reading
    last = first - 1
    for k in range(first, min(first + _LONGEST, bounds(reading, first).stop)):
        token = reading.tokens[k]
        if k in scene.actors:
            while scene.actors.get(k + 1) == scene.actors[k]:
                k += 1
            return k if k >= last else last
        tie = token.text in _TIES and last == k - 1 and k > first and _ties(scene, k)
        if token.pos in ("NOUN", "PROPN") or (tie and token.text in ("-", "–")):
            last = k
        elif not (token.pos in ("ADJ", "NUM", "X") or tie):
            break
    return last


def _ties(scene: Scene, k: int) -> bool:
    after = k + 1
    inside = after in bounds(scene.reading, k)
    return inside and (
        (is_upper(scene.reading, after) and is_upper(scene.reading, k - 1)) or scene.reading.tokens[k].text == "-"
    )


def party_before(scene: Scene, i: int) -> Run | None:
    """The party whose name ends at token `i`."""
    reading = scene.reading
    if i not in bounds(reading, max(i, 0)):
        return None
    first = i
    if i in scene.actors:
        while scene.actors.get(first - 1) == scene.actors[i]:
            first -= 1
        while (
            first > 0
            and reading.tokens[first - 1].lower in ("al", "-")
            and reading.tokens[first - 1].end >= reading.tokens[first].start - 1
        ):
            first -= 1
        return first, i
    if not (is_party_word(scene, i) or is_upper(reading, i)):
        return None
    while first - 1 in bounds(reading, i) and _same_name(scene, first - 1, i):
        first -= 1
    return (first, i) if reading.tokens[i].pos in ("NOUN", "PROPN", "ADJ") else None


def _same_name(scene: Scene, k: int, i: int) -> bool:
    token = scene.reading.tokens[k]
    if token.text in ("-", "–") and k > 0 and is_upper(scene.reading, i):
        return scene.reading.tokens[k - 1].end == token.start and scene.reading.tokens[k - 1].pos == "PROPN"
    if token.lower == "al" and is_upper(scene.reading, i):
        return True
    if token.pos == "DET" or token.lower in DAYS:
        return False
    if is_upper(scene.reading, i) or is_nation(token.text):
        return is_upper(scene.reading, k) and token.pos in ("PROPN", "ADJ", "NOUN")
    return token.pos in ("NOUN", "PROPN") or is_upper(scene.reading, k)


def party(scene: Scene, run: Run) -> Mention:
    """The party of a run; a lone adjective or singular noun for fighters stands for all of them: "rebel" → "rebels"."""
    found = body(scene, run)
    token = scene.reading.tokens[run[1]]
    if (
        run[1] not in scene.actors
        and token.tag in ("NN", "JJ")
        and token.lemma in word_classes()["gunmen"] - _ALREADY_MANY
    ):
        return Mention(name=f"{found.name}s", words=found.words)
    return found


def here(scene: Scene, i: int) -> bool:
    """Whether `i` is a token of the reading."""
    return 0 <= i < len(scene.reading.tokens)


def before_dash(scene: Scene, i: int) -> Mention | None:
    """The party before the dash of a compound: "Lorvian" in "Lorvian-backed", with or without its dash."""
    tokens = scene.reading.tokens
    front, dash, _ = tokens[i].text.rpartition("-")
    if dash:
        words = scene.reading.report.span(tokens[i].start, tokens[i].start + len(front))
        known = is_nation(front) or i in scene.actors or front.lower() in _REGIONS
        return Mention(name=_REGIONS.get(front.lower(), front), words=words) if known else None
    dashed = i > 1 and tokens[i - 1].text in ("-", "–")
    if not dashed and tokens[i].tag != "VBN":
        return None
    k = i - 2 if dashed else i - 1
    region = _REGIONS.get(tokens[k].lower) if k >= 0 else None
    if region is not None:
        return Mention(name=region, words=scene.reading.words(k, k))
    run = party_before(scene, k) if k >= 0 else None
    return party(scene, run) if run is not None and is_party_word(scene, run[1]) else None


_REGIONS = {"western": "West", "west": "West"}
