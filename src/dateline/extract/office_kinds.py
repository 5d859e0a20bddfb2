"""What holding an office means: to lead the body, to belong to it, or nothing any more."""

from dateline.extract.office_owners import Office
from dateline.extract.runs import skip
from dateline.extract.scene import Scene, is_nation
from dateline.knowledge.office_words import office_words
from dateline.model.claim import Mention, RelationKind
from dateline.model.text import Reading

_INDEFINITE = frozenset({"a", "an", "another", "one"})


def kind(reading: Reading, office: Office) -> RelationKind:
    """Heads lead; a deputy, "a commander" among several and every other office belong."""
    owned = range(office.owner[0], office.owner[1] + 1) if office.owner else range(0)
    behind = office.owner[1] + 1 if office.owner else office.left
    words = {reading.tokens[k].lower for k in range(office.left, office.i) if k not in owned}
    rank = {reading.tokens[k].lower for k in range(behind, office.i)}
    lemma = reading.tokens[office.i].lower.rstrip(".")
    before = reading.tokens[skip(reading, office.i - 1, frozenset({"-"}), step=-1)].lower
    if lemma == "minister" and before in ("prime", "chief"):
        return "part_of" if words & {"deputy", "vice"} else "leads"
    if lemma == "general" and before == "secretary":
        return "part_of" if words & {"deputy", "vice", "under", "assistant"} else "leads"
    if lemma == "superintendent" and any(
        reading.tokens[k].lower == "police" for k in (*owned, office.i + 2)[:9] if k < len(reading.tokens)
    ):
        return "part_of"
    among = words & _INDEFINITE or _is_one_of(reading, office)
    inside = office.i + 1 < len(reading.tokens) and reading.tokens[office.i + 1].lower in ("in", "with", "from")
    if (
        lemma not in office_words().leaders
        or rank & office_words().demoting
        or among
        or (lemma == "commander" and inside)
    ):
        return "part_of"
    return "leads"


def _is_one_of(reading: Reading, office: Office) -> bool:
    return office.left > 1 and [t.lower for t in reading.tokens[office.left - 2 : office.left]] == ["one", "of"]


def is_constituency(scene: Scene, office: Office, owner: Mention) -> bool:
    """Where a lawmaker was elected is no body that he belongs to: only a nation, a body or a listed party is."""
    if scene.reading.tokens[office.i].lower not in office_words().lawmakers:
        return False
    inside = (t for t in scene.reading.tokens if owner.words.start <= t.start < owner.words.end)
    return not any(is_nation(t.text) or t.lower in office_words().bodies or t.i in scene.actors for t in inside)


def is_half(reading: Reading, i: int) -> bool:
    """ "Secretary" in "Secretary-General", "chief" in "chief executive"; an executive who is no chief executive."""
    if reading.tokens[i].lower == "chief" and i + 1 < len(reading.tokens):
        return reading.tokens[i + 1].lower in ("executive", "minister", "justice", "inspector")
    if reading.tokens[i].lower == "executive":
        return i == 0 or reading.tokens[i - 1].lower != "chief"
    return any(t.lower == "general" for t in reading.tokens[i + 1 : i + 3]) and reading.tokens[i].lower == "secretary"


def is_former(reading: Reading, office: Office) -> bool:
    return any(reading.tokens[k].lower in office_words().former for k in range(max(0, office.left - 1), office.i))
