"""What one report says: every announcement made a claim, each thing told once."""

from dateline.extract.attribution import attributions, sources_of
from dateline.extract.means import extent_of, means_of
from dateline.extract.modality import is_told_as_background, modality
from dateline.extract.places import find_places, places_of
from dateline.extract.quantities import counts_of, figures
from dateline.extract.relations import relations
from dateline.extract.roles import Roles, roles
from dateline.extract.scene import Scene
from dateline.extract.times import carried_time, find_times, lead_days, report_days, time_of
from dateline.extract.told_twice import told_once
from dateline.extract.triggers import Announcement, announcements, points_back
from dateline.knowledge.actors import actors
from dateline.knowledge.codebook import Codebook, Trigger
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.types import TYPES
from dateline.model.claim import Claim, Claims, Count, Mention, Modality, PlaceMention, TimeMention
from dateline.model.text import Reading


def extract(reading: Reading, codebook: Codebook, gazetteer: Gazetteer) -> Claims:
    """All claims and relations of one report, in reading order."""
    scene = look(reading, gazetteer)
    announced = announcements(scene, codebook)
    rivals = tuple((a.token, a.trigger.type) for a in announced)
    told = [(_claim(scene, a, rivals), points_back(reading, a.token)) for a in announced]
    return Claims(
        report=reading.report,
        claims=told_once(told),
        relations=relations(scene),
        said_days=report_days(reading, scene.times),
        lead_days=lead_days(reading, scene.times),
        places=tuple(found.mention for found in scene.places),
    )


def look(reading: Reading, gazetteer: Gazetteer) -> Scene:
    """Everything in a report that is found once for all claims."""
    hits = actors().find(reading.report.text)
    places = find_places(reading, gazetteer, hits)
    starts = {token.start: token.i for token in reading.tokens}
    actor_tokens: dict[int, str] = {}
    for hit in hits:
        i = starts.get(hit.start)
        while i is not None and i < len(reading.tokens) and reading.tokens[i].start < hit.end:
            actor_tokens[i] = hit.entry.id
            i += 1
    return Scene(
        reading=reading,
        actors=actor_tokens,
        place_at={i: found for found in places for i in range(found.first, found.last + 1)},
        places=places,
        times=find_times(reading),
        figures=figures(reading),
        attributions=attributions(reading),
    )


def _claim(scene: Scene, announcement: Announcement, rivals: tuple[tuple[int, str], ...]) -> Claim:
    reading, i, trigger = scene.reading, announcement.token, announcement.trigger
    parts = roles(scene, announcement)
    counts = counts_of(i, trigger.type, reading, scene.figures, rivals)
    places = _places(scene, i, parts)
    return Claim(
        type=trigger.type,
        trigger=announcement.words,
        sentence=reading.sentences[reading.sentence_of[i]].span,
        modality=_modality(trigger, reading, i),
        background=is_told_as_background(reading, i),
        agents=parts.agents,
        targets=parts.targets or _counted(trigger.type, parts.agents, counts),
        places=places,
        time=_time(scene, i, trigger),
        counts=counts,
        sources=sources_of(i, reading, scene.attributions),
        means=trigger.means or means_of(reading, i),
        extent=extent_of(trigger.type, reading, parts.place_heads),
        rule=trigger.rule,
    )


def _modality(trigger: Trigger, reading: Reading, i: int) -> Modality:
    found = modality(reading, i, trigger.type)
    return _FIXED[trigger.modality] if trigger.modality in _FIXED and found == "occurred" else found


_FIXED: dict[str | None, Modality] = {"planned": "planned", "possible": "possible", "not": "not"}


def _time(scene: Scene, i: int, trigger: Trigger) -> TimeMention | None:
    """The event's own words of time; for news that happened, else the day that the story is at."""
    own = time_of(i, scene.reading, scene.times)
    if own is not None or is_told_as_background(scene.reading, i):
        return own
    happened = _modality(trigger, scene.reading, i) in ("occurred", "not")
    return carried_time(i, scene.reading, scene.times) if happened else None


def _places(scene: Scene, i: int, parts: Roles) -> tuple[PlaceMention, ...]:
    """The places that the frame names, else those that hang on the event."""
    framed = [scene.place_at[h].mention for h in parts.place_heads if h in scene.place_at]
    return tuple(dict.fromkeys(framed)) or places_of(i, scene.reading, scene.places)


def _counted(kind: str, agents: tuple[Mention, ...], counts: tuple[Count, ...]) -> tuple[Mention, ...]:
    """Those counted as harmed are the targets of a violent act that names no other."""
    if TYPES[kind] != "violence" and kind not in ("casualties", "arrest", "release"):
        return ()
    acting = {agent.name.lower() for agent in agents}
    harmed = (c for c in counts if c.part_of is None and c.kind in _HARMED and _is_named(c.who))
    named = {c.who.lower(): Mention(name=c.who, words=c.words) for c in harmed if c.who.lower() not in acting}
    return tuple(named.values())


_HARMED = frozenset({"killed", "injured", "abducted", "detained", "released", "missing"})


def _is_named(who: str) -> bool:
    words = who.lower().split()
    return bool(words) and not set(words) & {"killed", "injured", "wounded", "dead"}
