"""Who speaks: the words of a speaker, the name in them, what kind of source it is and for whom it speaks.

A speaker is read off the surface as well as the parse, because many archives strip commas: "... near Damascus the
Syrian Observatory for Human Rights a monitoring group said".
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from dateline.extract.grammar import child, conjuncts
from dateline.knowledge.reporting import Reporting
from dateline.model.claim import SourceKind
from dateline.model.text import Reading, Token

Kinds = Mapping[str, SourceKind]

_LEFT = frozenset({"amod", "compound", "poss", "nummod", "nmod", "npadvmod", "punct", "case", "advmod", "quantmod", "dep"})
_LEFT_POS = frozenset({"NOUN", "PROPN", "ADJ", "PUNCT", "PART", "VERB", "X", "NUM", "ADV"})
_OF = frozenset({"of", "for", "at", "in", "from", "with", "within", "inside", "on", "to"})
_NAME_OF = frozenset({"of", "for"})
_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december today yesterday hour day week month year night morning evening afternoon".split()
)
_INSIDE_NAMES = frozenset({"al", "el", "ul", "bin", "ibn", "abu", "de", "la", "van", "von", "der", "-", "’s", "'s", "without"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A speaker as mentioned: head token, first and last token of its words (both included), and what they tell."""

    head: int
    first: int
    last: int
    name: str
    kind: SourceKind
    group: str | None
    person: bool
    plural: bool


def speakers_at(reading: Reading, head: int, words: Reporting, kinds: Kinds) -> tuple[Speaker, ...]:
    """The speaker whose noun is `head`, and those joined to it by "and": each is a source of its own."""
    heads = _without_appositions(reading, conjuncts(reading, head))
    found = tuple(_speaker(reading, one, words, kinds) for one in heads)
    return _shared_noun(reading, head, found) or tuple(s for s in found if s is not None)


def _without_appositions(reading: Reading, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Members of the list that are nouns; a verb joined by a slip of the parser is none."""
    return tuple(h for h in heads if reading.tokens[h].pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "DET"))


def _shared_noun(reading: Reading, head: int, found: tuple[Speaker | None, ...]) -> tuple[Speaker, ...]:
    """ "local and media sources" are two speakers: one of each adjective."""
    token = reading.tokens[head]
    first = next((c for c in reading.children[head] if reading.tokens[c].dep == "amod" and child(reading, c, "conj")), None)
    second = child(reading, first, "conj") if first is not None else None
    if first is None or second is None or token.tag != "NNS" or len(found) != 1 or found[0] is None:
        return ()
    one = found[0]
    names = (f"{reading.tokens[k].text} {token.text}" for k in (first, second))
    return tuple(replace(one, name=name, first=k, last=max(k, head)) for name, k in zip(names, (first, second), strict=True))


def _speaker(reading: Reading, head: int, words: Reporting, kinds: Kinds) -> Speaker | None:
    first, last = mention_range(reading, head, words)
    tokens = reading.tokens[first : last + 1]
    at, end = _name_bounds(tokens, head - first, words)
    named = tokens[at:end]
    if reading.tokens[head].lemma in words.roles:
        named, last = _name_behind_post(reading, tokens, named, last, head)
    described = _proper_before(reading, first, last)
    if described is not None:
        named = reading.tokens[described[0] : described[1]]
        first = described[0]
    named = _strip(named, words)
    if not named:
        return None
    role = tokens[:at] + tokens[end:]
    return Speaker(
        head=head,
        first=first,
        last=last,
        name=_join(reading, named),
        kind=kind_of(tokens, reading.tokens[head], words, kinds),
        group=_group(reading, head, role, words),
        person=_is_person(reading, head, tokens, named, words),
        plural=reading.tokens[head].tag in ("NNS", "NNPS") or reading.tokens[head].lower in ("police", "they"),
    )


def _name_behind_post(
    reading: Reading, tokens: tuple[Token, ...], named: tuple[Token, ...], last: int, head: int
) -> tuple[tuple[Token, ...], int]:
    """A name unmarked behind a post: "vice president of the N Council | N N", "president of N | N N"."""
    end = last + 1
    while end < len(reading.tokens) and (reading.tokens[end].pos == "PROPN" or reading.tokens[end].text == "-"):
        end += 1
    behind = reading.tokens[last + 1 : end]
    if len(behind) > 1 and last > head:
        return behind, end - 1
    run = tuple(t for t in tokens if t.i > head + 1)
    if named == tokens and len(run) >= 3 and reading.tokens[head + 1].lower == "of" and all(t.pos == "PROPN" for t in run):
        return run[1:], last
    return named, last


def mention_range(reading: Reading, head: int, words: Reporting) -> tuple[int, int]:
    """First and last token of the noun phrase around `head`, without determiner, relative clause or apposition."""
    apposed = _apposed_name(reading, head)
    return _left_edge(reading, head, words), apposed if apposed is not None else _right_edge(reading, head, words)


def _apposed_name(reading: Reading, head: int) -> int | None:
    """The last token of a name right behind a role: "its head N N"."""
    after = child(reading, head, "appos")
    if after is None or reading.tokens[after].pos != "PROPN" or reading.tokens[head].pos == "PROPN":
        return None
    between = reading.tokens[head + 1 : after + 1]
    return after if all(t.pos == "PROPN" or t.text == "-" for t in between) else None


def _left_edge(reading: Reading, head: int, words: Reporting) -> int:
    here = head
    while here - 1 >= 0 and _joins_left(reading, here - 1, head):
        here -= 1
    return _past_a_name(reading, here, head, words)


def _past_a_name(reading: Reading, here: int, head: int, words: Reporting) -> int:
    """Without a name that belongs to the clause before: "close to N | local sources said"."""
    after = reading.tokens[head + 1] if head + 1 < len(reading.tokens) else None
    if here and after is not None and after.lemma in words.verbs and reading.tokens[here - 1].pos in ("ADP", "VERB"):
        while here < head and reading.tokens[here].pos == "PROPN" and reading.tokens[head].text.islower():
            here += 1
    return here


def _joins_left(reading: Reading, i: int, head: int) -> bool:
    token = reading.tokens[i]
    if token.pos not in _LEFT_POS or (token.lemma in _TIME and token.text != "Today") or token.text in ",;:.()[]“”\"":
        return False
    if token.dep not in _LEFT or (token.pos == "NUM" and token.tag == "CD" and token.text[0].isdigit()):
        return False
    if reading.sentence_of[i] != reading.sentence_of[head]:
        return False
    return _climbs_to(reading, i, head)


def _climbs_to(reading: Reading, i: int, head: int) -> bool:
    for _ in range(6):
        i = reading.tokens[i].head
        if i == head:
            return True
        if i > head:
            return False
    return False


def _right_edge(reading: Reading, head: int, words: Reporting, *, in_name: bool = False) -> int:
    """The last token of the phrase; inside a body's name every "of" and "for" goes on."""
    edge = head
    allowed = _NAME_OF if in_name else _allowed(reading.tokens[head], words)
    for c in reading.children[head]:
        preposition = reading.tokens[c]
        if c != edge + 1 or preposition.dep != "prep" or preposition.lower not in allowed:
            continue
        inner = child(reading, c, "pobj")
        if inner is None or not _belongs(preposition, reading.tokens[inner], reading.tokens[head].lower, words):
            continue
        edge = _list_end(reading, inner, words, in_name=in_name or allowed is _NAME_OF)
    while _goes_on(reading, head, edge):
        edge += 1
    return edge


def _goes_on(reading: Reading, head: int, edge: int) -> bool:
    """A capitalised small word inside a name: "Doctors Without Borders"."""
    after = reading.tokens[edge + 1 : edge + 2]
    if not after or reading.tokens[head].pos != "PROPN" or reading.sentence_of[edge] != reading.sentence_of[after[0].i]:
        return False
    small = after[0].pos == "ADP" or reading.tokens[edge].pos == "ADP"
    joined = after[0].start == reading.tokens[edge].end and (after[0].text == "-" or reading.tokens[edge].text == "-")
    return (after[0].text[0].isupper() and small) or joined


def _list_end(reading: Reading, inner: int, words: Reporting, *, in_name: bool) -> int:
    """The end of "Human Rights", or of "Science and Trade" where the names are joined."""
    edge = _right_edge(reading, inner, words, in_name=in_name)
    joined = child(reading, inner, "conj")
    if joined is not None and joined <= edge + 4 and reading.tokens[joined].pos == reading.tokens[inner].pos == "PROPN":
        return _right_edge(reading, joined, words)
    return edge


def _allowed(head: Token, words: Reporting) -> frozenset[str]:
    """A person's name takes no "of"; a body's takes "of" and "for"; other nouns take places too."""
    if head.pos != "PROPN" or head.text.islower():
        return _OF
    return _NAME_OF if _bare(head) in words.organisations or _bare(head) in words.roles else frozenset()


def _belongs(preposition: Token, inner: Token, of_what: str, words: Reporting) -> bool:
    """Not "an official in a statement", "on Monday", nor the place where the speaker is."""
    if inner.lemma in _TIME or inner.lower in _TIME or inner.lemma in words.owned_records or inner.lemma == "interview":
        return False
    if preposition.lower == "at" and of_what in ("source", "sources"):
        return True
    return preposition.lower not in ("in", "inside", "on", "within", "at") or _bare(inner) in words.organisations | {"station"}


def _bare(token: Token) -> str:
    return token.lower.rstrip(".")


def _name_bounds(tokens: tuple[Token, ...], head: int, words: Reporting) -> tuple[int, int]:
    """Where the name lies in the phrase: "Foreign Minister | N N", "N N | head of the group", else the whole."""
    leading = len(list(takewhile(lambda t: _is_name((t,)) or t.lower in _INSIDE_NAMES, tokens)))
    if 2 <= leading < len(tokens) and all(t.pos == "PROPN" for t in tokens[:leading]) and any(t.text.islower() and t.lemma in words.roles for t in tokens[leading:]):
        own = tokens[:leading]
        if not {_bare(t) for t in own} & (words.organisations | words.roles | words.ranks) and tokens[leading].pos != "ADP":
            return 0, leading
    last = next((k for k, t in enumerate(tokens) if t.pos == "ADP" and k > head), len(tokens))
    whole = len(tokens) if _bare(tokens[head]) in words.roles else last
    return _name_start(tokens[:whole], words), len(tokens)


def _name_start(tokens: tuple[Token, ...], words: Reporting) -> int:
    """Where a name begins after a role, an organisation, a rank or a common noun."""
    for at in range(len(tokens) - 1, 0, -1):
        before, rest = tokens[at - 1], tokens[at:]
        if _is_name(rest) and any(test(before, rest, words) for test in _NAME_OPENERS):
            return _with_rank(tokens, at, words)
    return 0


def _after_role(before: Token, rest: tuple[Token, ...], words: Reporting) -> bool:
    return _bare(before) in words.roles or before.lemma in words.roles


def _after_common_word(before: Token, rest: tuple[Token, ...], words: Reporting) -> bool:
    return before.text.islower() and before.lower not in _INSIDE_NAMES and before.pos in ("NOUN", "VERB", "ADJ")


def _after_body(before: Token, rest: tuple[Token, ...], words: Reporting) -> bool:
    return _bare(before) in words.organisations and len(rest) > 1 and not _holds_body(rest, words)


def _after_rank(before: Token, rest: tuple[Token, ...], words: Reporting) -> bool:
    return _bare(before) in words.ranks and not _holds_body(rest, words)


def _holds_body(tokens: tuple[Token, ...], words: Reporting) -> bool:
    return any(_bare(t) in words.organisations for t in tokens)


_NAME_OPENERS = (_after_role, _after_common_word, _after_body, _after_rank)


def _is_name(tokens: tuple[Token, ...]) -> bool:
    """Capitalised words only, or the small words that stand inside names."""
    return tokens[0].text[0].isupper() and all(t.text[0].isupper() or t.lower in _INSIDE_NAMES for t in tokens)


def _with_rank(tokens: tuple[Token, ...], at: int, words: Reporting) -> int:
    while at > 0 and _bare(tokens[at - 1]) in words.ranks:
        at -= 1
    return at


_LEADING = frozenset({"one", "two", "several", "some", "many", "another", "other", "most", "'s", "’s", "-", "top", "earlier", "later"})


def _strip(tokens: tuple[Token, ...], words: Reporting) -> tuple[Token, ...]:
    """Without numbers and titles of courtesy before, and without a possessive mark behind."""
    skip = len(list(takewhile(lambda t: t.lower in _LEADING - {"earlier"} or t.pos == "NUM", tokens)))
    tokens = tokens[skip:]
    if len(tokens) > 1 and _bare(tokens[0]) in words.courtesies and _is_name(tokens):
        tokens = tokens[1:]
    while tokens and tokens[-1].lower in ("'s", "’s", "'", "’", "-"):
        tokens = tokens[:-1]
    return _without_description(tokens)


_DESCRIPTIONS = frozenset({"agency", "group", "newspaper", "website", "network", "channel", "broadcaster", "daily", "magazine"})


def _without_description(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Russia's N news agency" is N."""
    if not tokens or tokens[-1].lemma not in _DESCRIPTIONS or not tokens[-1].text.islower():
        return tokens
    own = next((k + 1 for k, t in enumerate(tokens) if t.lower in ("'s", "’s")), 0)
    name = tuple(takewhile(lambda t: t.pos == "PROPN" or t.text == "-", tokens[own:]))
    return name if name and len(name) < len(tokens) - own else tokens


def _join(reading: Reading, tokens: tuple[Token, ...]) -> str:
    return reading.report.text[tokens[0].start : tokens[-1].end].replace("\n", " ")


def _proper_before(reading: Reading, first: int, last: int) -> tuple[int, int] | None:
    """The name to which an unmarked description is an apposition ("N for Human Rights a monitoring group said"), or whose
    tail alone the parser gave ("N for | Human Rights said")."""
    before = reading.tokens[first - 1].lower if first else ""
    if before in _NAME_OF and first >= 2 and reading.tokens[first - 2].pos == "PROPN" and reading.tokens[first].pos == "PROPN":
        end = first
        while end <= last and reading.tokens[end].text[0].isupper():
            end += 1
        return _start_of_name(reading, first - 1), end
    if before not in ("a", "an") or reading.tokens[last].pos == "PROPN" or first < 2:
        return None
    here = first - 1 - (reading.tokens[first - 2].text == ",")
    start = _start_of_name(reading, here)
    sentence = reading.sentences[reading.sentence_of[first]]
    opens = start <= sentence.first + 1 or reading.tokens[start - 1].text in ("The", ",", '"', "”")
    return (start, here) if opens and start < here else None


def _start_of_name(reading: Reading, end: int) -> int:
    """Where the capitalised words that end before token `end` begin; a capital "The" opens a name."""
    floor = reading.sentences[reading.sentence_of[end]].first
    start = end
    while start > floor and _in_name(reading.tokens[start - 1]) and reading.tokens[start - 1].text != "The":
        start -= 1
    while start < end and not reading.tokens[start].text[0].isupper():
        start += 1
    return start


def _in_name(token: Token) -> bool:
    return token.text[0].isupper() or token.lower in _INSIDE_NAMES or token.lower in _NAME_OF


def kind_of(tokens: tuple[Token, ...], head: Token, words: Reporting, kinds: Kinds) -> SourceKind:
    """By the actor list where it knows the name, else by the head noun, else by any noun of the phrase from the right."""
    name = " ".join(t.text for t in tokens).lower()
    if name in kinds:
        return kinds[name]
    for token in (head, *reversed(tokens)):
        for form in (token.lemma, _bare(token)):
            if form in words.speakers:
                found = words.speakers[form]
                return _specified(found, tokens, words)
    return "other"


def _specified(found: SourceKind, tokens: tuple[Token, ...], words: Reporting) -> SourceKind:
    """ "source", "member" and "group" say little: the words before them say more ("security sources", "rebel group")."""
    if found not in ("other", "aid or rights group", "official"):
        return found
    others = [words.speakers.get(t.lemma) or words.speakers.get(t.lower) for t in tokens]
    for kind in ("intergovernmental", "intelligence", "armed group", "activist", "official", "media"):
        if kind in others and (found != "official" or kind == "intelligence"):
            return kind
    return found


def _group(reading: Reading, head: int, role: tuple[Token, ...], words: Reporting) -> str | None:
    """For whom a person speaks: the name before the role, or after "of" or "in" in the role or the apposition."""
    named = [t for t in role if t.lower not in words.roles and _bare(t) not in words.ranks]
    proper = [t for t in named if t.text[0].isupper()]
    if proper:
        inner = _strip(tuple(named[named.index(proper[0]) : named.index(proper[-1]) + 1]), words)
        return _join(reading, inner) if inner else None
    for post in (head, child(reading, head, "appos")):
        if post is not None and reading.tokens[post].lemma in words.roles | words.ranks:
            return _post_of(reading, post, words)
    return None


def _post_of(reading: Reading, post: int, words: Reporting) -> str | None:
    for c in reading.children[post]:
        if reading.tokens[c].lower in ("of", "in", "for", "at", "with", "from"):
            inner = child(reading, c, "pobj")
            if inner is not None and any(t.pos == "PROPN" for t in reading.tokens[inner - 1 : inner + 1]):
                tokens = reading.tokens[_left_edge(reading, inner, words) : _right_edge(reading, inner, words) + 1]
                return _join(reading, tokens[_name_start(tokens, words) :])
    return None


def _is_person(
    reading: Reading, head: int, tokens: tuple[Token, ...], named: tuple[Token, ...], words: Reporting
) -> bool:
    """A role or rank beside a name, a role alone in the singular, or a two-part name with no word of a body."""
    forms = {_bare(t) for t in tokens} | {t.lemma for t in tokens}
    if _is_name(named) and forms & words.organisations and named == tokens:
        return False
    if forms & (words.roles | words.ranks):
        return reading.tokens[head].tag not in ("NNS", "NNPS")
    return _is_name(named) and 2 <= len(named) <= 5 and not forms & words.organisations and not forms & set(words.speakers)
