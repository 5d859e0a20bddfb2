"""What kind of source a speaker is, whether a person, and for whom the person speaks."""

from typing import Final

from dateline.extract.grammar import child
from dateline.extract.speaker_names import Tokens, is_name, joined, name_start, stripped
from dateline.extract.speaker_phrases import bare, left_edge, right_edge
from dateline.knowledge.actors import actors
from dateline.knowledge.nations import nations
from dateline.knowledge.reporting import Reporting
from dateline.model.claim import SourceKind
from dateline.model.text import Reading, Token

_TELLING: Final[tuple[SourceKind, ...]] = (
    "intergovernmental",
    "intelligence",
    "armed group",
    "activist",
    "official",
    "media",
    "aid or rights group",
)
_LONGEST_PERSON = 5
_KIND_OF_ROLE: Final[dict[str, SourceKind]] = {
    "government": "official",
    "forces": "official",
    "armed group": "armed group",
    "police": "official",
    "intelligence": "intelligence",
    "intergovernmental": "intergovernmental",
    "ngo": "aid or rights group",
    "monitor": "aid or rights group",
    "media": "media",
    "court": "official",
}


def kind_of(tokens: Tokens, head: Token, apposed: Tokens, words: Reporting) -> SourceKind:
    """By the lists of nations and actors, else by the head noun, else by another noun of the phrase or apposition."""
    listed = _listed(" ".join(t.text for t in tokens)) if head.pos == "PROPN" else None
    if listed is not None:
        return listed
    forms = (form for t in (head, *reversed((*tokens, *apposed))) for form in (t.lemma, bare(t)))
    found: SourceKind = next((words.speakers[form] for form in forms if form in words.speakers), "other")
    return _specified(found, (*tokens, *apposed), words)


def _listed(name: str) -> SourceKind | None:
    """The kind of a nation, a capital that speaks for it, or an actor of the list."""
    if nations().by_name(name) is not None or nations().by_metonym(name) is not None:
        return "official"
    entry = actors().named(name)
    return _KIND_OF_ROLE.get(entry.role) if entry is not None else None


def _specified(found: SourceKind, tokens: Tokens, words: Reporting) -> SourceKind:
    """ "source", "centre" and "group" say little: words before them say more ("security sources", "rebel group")."""
    said = {words.speakers.get(form) for t in tokens for form in (t.lemma, bare(t))}
    if found == "official":
        return "intelligence" if "intelligence" in said else found
    if found != "other":
        return found
    return next((kind for kind in _TELLING if kind in said), found)


def is_person(head: Token, tokens: Tokens, named: Tokens, words: Reporting) -> bool:
    """A role or rank beside a name, a role alone in the singular, or a two-part name with no word of a body."""
    forms = {bare(t) for t in tokens} | {t.lemma for t in tokens}
    body = bool(forms & words.organisations)
    if body and named == tokens and is_name(named):
        return False
    if forms & (words.roles | words.ranks):
        return head.tag not in ("NNS", "NNPS")
    return is_name(named) and 2 <= len(named) <= _LONGEST_PERSON and not body and not forms & words.speakers.keys()


def group_of(reading: Reading, head: int, role: Tokens, words: Reporting) -> str | None:
    """For whom a person speaks: the name in the role, or behind "of" or "in" in the role or the apposition."""
    titles = words.roles | words.ranks | words.posts
    proper = [t for t in role if t.text[0].isupper() and (bare(t) not in titles or _in_a_body(t, role, words))]
    if proper:
        own = stripped(tuple(t for t in role if proper[0].i <= t.i <= proper[-1].i), words)
        return joined(reading, own) if own else None
    posts = (p for p in (head, child(reading, head, "appos")) if p is not None)
    post = next((p for p in posts if reading.tokens[p].lemma in words.roles | words.ranks), None)
    return _behind_post(reading, post, words) if post is not None else None


def _in_a_body(token: Token, role: Tokens, words: Reporting) -> bool:
    """ "Defence" names a body before "Ministry", and only a post before "Minister"."""
    after = next((t for t in role if t.i == token.i + 1), None)
    return after is not None and bare(after) in words.organisations


def _behind_post(reading: Reading, post: int, words: Reporting) -> str | None:
    for c in reading.children[post]:
        inner = (
            child(reading, c, "pobj") if reading.tokens[c].lower in ("of", "in", "for", "at", "with", "from") else None
        )
        if inner is None:
            continue
        tokens = reading.tokens[left_edge(reading, inner, words) : right_edge(reading, inner, words) + 1]
        named = tokens[name_start(tokens, words) :]
        if any(t.pos == "PROPN" for t in named):
            return joined(reading, _bare_group(named))
    return None


def _bare_group(tokens: Tokens) -> Tokens:
    """ "N rebel group" is N."""
    last = max(k for k, t in enumerate(tokens) if t.pos == "PROPN")
    return tokens[: last + 1] if all(t.text.islower() for t in tokens[last + 1 :]) else tokens
