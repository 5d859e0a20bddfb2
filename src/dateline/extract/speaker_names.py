"""The name inside a speaker's words: without role, description, number and courtesy, but with the rank."""

from itertools import takewhile
from typing import Final

from dateline.extract.speaker_phrases import INSIDE_NAMES, bare
from dateline.knowledge.nations import nations
from dateline.knowledge.reporting import Reporting
from dateline.model.text import Reading, Token

Tokens = tuple[Token, ...]

_BEFORE_NAMES: Final = frozenset("one two several some many another other most 's ’s - top later".split())
_BEHIND_NAMES: Final = frozenset({"'s", "’s", "'", "’", "-"})
_DESCRIPTIONS: Final = frozenset("agency group newspaper website network channel broadcaster daily magazine".split())


def joined(reading: Reading, tokens: Tokens) -> str:
    """The words as the report has them, on one line."""
    return reading.report.text[tokens[0].start : tokens[-1].end].replace("\n", " ")


def is_name(tokens: Tokens) -> bool:
    """Capitalised words only, or the small words that stand inside names."""
    return tokens[0].text[0].isupper() and all(t.text[0].isupper() or t.lower in INSIDE_NAMES for t in tokens)


def name_bounds(tokens: Tokens, head: int, words: Reporting) -> tuple[int, int]:
    """Where the name lies in the phrase: "Foreign Minister | N N", "N N | head of the group", else the whole.

    `head` is the place of the head noun in `tokens`; the bounds are half-open.
    """
    leading = _leading_name(tokens, words)
    if leading:
        return 0, leading
    behind = next((k for k, t in enumerate(tokens) if t.pos == "ADP" and k > head), len(tokens))
    searched = tokens if bare(tokens[head]) in words.roles else tokens[:behind]
    return name_start(searched, words), len(tokens)


def _leading_name(tokens: Tokens, words: Reporting) -> int:
    """How many words of a name stand before an unmarked role: "N N | deputy director at the group"."""
    own = tuple(takewhile(lambda t: is_name((t,)) or t.lower in INSIDE_NAMES, tokens))
    rest = tokens[len(own) :]
    if len(own) < 2 or not rest or rest[0].pos == "ADP" or any(t.pos != "PROPN" for t in own):
        return 0
    role = any(t.text.islower() and t.lemma in words.roles for t in rest)
    body = {bare(t) for t in own} & (words.organisations | words.roles | words.ranks)
    return len(own) if role and not body else 0


def name_start(tokens: Tokens, words: Reporting) -> int:
    """Where a name begins after a role, an organisation, a rank or a common noun; 0 where nothing is to be cut."""
    for at in range(len(tokens) - 1, 0, -1):
        before, rest = tokens[at - 1], tokens[at:]
        if is_name(rest) and any(opens(before, rest, words) for opens in _OPENERS):
            return _with_rank(tokens, at, words)
    return 0


def _after_role(before: Token, rest: Tokens, words: Reporting) -> bool:
    return bare(before) in words.roles or before.lemma in words.roles


def _after_common_word(before: Token, rest: Tokens, words: Reporting) -> bool:
    return before.text.islower() and before.lower not in INSIDE_NAMES and before.pos in ("NOUN", "VERB", "ADJ")


def _after_body(before: Token, rest: Tokens, words: Reporting) -> bool:
    return bare(before) in words.organisations and len(rest) > 1 and not _holds_body(rest, words)


def _after_rank(before: Token, rest: Tokens, words: Reporting) -> bool:
    return bare(before) in words.ranks and not _holds_body(rest, words)


_OPENERS = (_after_role, _after_common_word, _after_body, _after_rank)


def _holds_body(tokens: Tokens, words: Reporting) -> bool:
    return any(bare(t) in words.organisations for t in tokens)


def _with_rank(tokens: Tokens, at: int, words: Reporting) -> int:
    while at > 0 and bare(tokens[at - 1]) in words.ranks:
        at -= 1
    return at


def name_behind_post(reading: Reading, named: Tokens, last: int, head: int) -> tuple[Tokens, int]:
    """A name unmarked behind a post: "vice president of the N Council | N N", "president of N | N N".

    Gives the name and the last token of the speaker's words.
    """
    following = reading.tokens[last + 1 : reading.sentences[reading.sentence_of[head]].last]
    behind = tuple(takewhile(lambda t: t.pos == "PROPN" or t.text == "-", following))
    if len(behind) > 1 and last > head:
        return behind, behind[-1].i
    run = tuple(t for t in named if t.i > head + 1)
    of = len(run) >= 3 and reading.tokens[head + 1].lower == "of"
    return (run[1:], last) if of and all(t.pos == "PROPN" for t in run) else (named, last)


def stripped(tokens: Tokens, words: Reporting, *, described: bool = False) -> Tokens:
    """Without numbers and titles of courtesy before, without a possessive mark or a bare description behind.

    With `described` the phrase has an "a" before it, and all of it is description: "a Talani rights group".
    """
    tokens = tokens[len(list(takewhile(lambda t: t.lower in _BEFORE_NAMES or t.pos == "NUM", tokens))) :]
    if len(tokens) > 1 and bare(tokens[0]) in words.courtesies and is_name(tokens):
        tokens = tokens[1:]
    while tokens and tokens[-1].lower in _BEHIND_NAMES:
        tokens = tokens[:-1]
    return tokens if described else _without_description(tokens)


def _without_description(tokens: Tokens) -> Tokens:
    """ "Russia's N news agency" is N."""
    if not tokens or tokens[-1].lemma not in _DESCRIPTIONS or not tokens[-1].text.islower():
        return tokens
    own = next((k + 1 for k, t in enumerate(tokens) if t.lower in ("'s", "’s")), 0)
    name = tuple(takewhile(lambda t: t.pos == "PROPN" or t.text == "-", tokens[own:]))
    cut = name and (name[-1].text == "-" or (len(name) == 1 and nations().find(name[0].text)))
    if cut:  # "Lorvia-based group", "Lorvias news agency"
        return tokens
    return name if name and len(name) < len(tokens) - own else tokens
