"""What one report says: every announcement made a claim, each thing told once."""

from dataclasses import dataclass
from datetime import date

from dateline.extract.attribution import attributions, sources_of
from dateline.extract.background import is_told_as_background
from dateline.extract.coreference import is_on_us
from dateline.extract.counted_targets import with_counted
from dateline.extract.counterclaims import settled
from dateline.extract.governors import is_motive
from dateline.extract.grammar import ancestors
from dateline.extract.habits import is_habit
from dateline.extract.joined_means import with_joined_means
from dateline.extract.judge import judged
from dateline.extract.left_figures import with_left_figures
from dateline.extract.means import extent_of, means_of
from dateline.extract.modality import modality
from dateline.extract.none_harmed import with_none_harmed
from dateline.extract.one_act import of_one_act
from dateline.extract.party_judge import PartyJudge, with_parties
from dateline.extract.places import find_places, places_of
from dateline.extract.pointing_back import may_point_back, points_back
from dateline.extract.proforms import proform_announcements, told_behind
from dateline.extract.quantities import counts_of, figures
from dateline.extract.relations import relations
from dateline.extract.rival_tolls import by_speaker
from dateline.extract.roles import Roles, roles
from dateline.extract.scene import Scene
from dateline.extract.shared_agents import with_shared_agents
from dateline.extract.suspicions import with_suspects
from dateline.extract.theme import of_theme
from dateline.extract.time_attachment import carried_time, time_of
from dateline.extract.times import find_times, lead_days, report_days
from dateline.extract.told_by_police import with_police
from dateline.extract.told_kind import of_told_kind
from dateline.extract.told_twice import Pointing, told_once
from dateline.extract.triggers import Announcement, announcements
from dateline.knowledge.actors import actors
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.codebook_entry import Trigger
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.words import word_classes
from dateline.model.claim import Claim, Claims, Count, Mention, Modality, PlaceMention, Source, TimeMention
from dateline.model.text import Reading, Report, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """How words become claims.

    `claimed` has one claim for each announcement, `once` each thing once, `on_theme` those that the report's theme
    allows, `framed` these with agents carried over, and `kept` these with their parties weighed and denials joined to
    what they deny.
    """

    announced: tuple[Announcement, ...]
    claimed: tuple[Claim, ...]
    once: tuple[Claim, ...]
    on_theme: tuple[Claim, ...]
    framed: tuple[Claim, ...]
    kept: tuple[Claim, ...]


def extract(
    reading: Reading,
    codebook: Codebook,
    gazetteer: Gazetteer,
    judge: bool = True,
    parties: PartyJudge | None = None,
) -> Claims:
    """All claims and relations of one report, in reading order; with `judge`, only claims that are likely enough.

    `parties` weighs who acts and who suffers, by default the judge of parties that comes with Dateline.
    """
    scene = look(reading, gazetteer)
    claims = stages(scene, codebook, parties).kept
    return Claims(
        report=reading.report,
        claims=with_left_figures(scene, claims, judged(reading, claims)) if judge else claims,
        relations=relations(scene),
        said_days=report_days(reading, scene.times),
        lead_days=lead_days(reading, scene.times),
        places=tuple(found.mention for found in scene.places),
    )


def stages(scene: Scene, codebook: Codebook, parties: PartyJudge | None = None) -> Stages:
    """The claims of a report on their way, before they are judged."""
    reading = scene.reading
    named = announcements(scene, codebook)
    told = sorted((*named, *proform_announcements(reading, named)), key=lambda a: a.token)
    announced = tuple(a for a in told if not _is_no_act(reading, a.token, a.trigger.type))
    rivals = tuple((a.token, a.trigger.type) for a in announced)
    claimed = of_told_kind(reading, [(_claim(scene, a, rivals), a.token) for a in announced])
    acts = with_joined_means(reading, of_one_act(reading, zip(claimed, (a.token for a in announced), strict=True)))
    once = with_none_harmed(told_once((claim, _pointing(reading, i)) for claim, i in acts))
    on_theme = of_theme(scene, once)
    framed = with_shared_agents(on_theme)
    weighed = with_police(reading.report, with_suspects(scene, with_parties(scene, framed, parties)))
    told_of = settled(scene, weighed)
    kept = tuple(each for claim in told_of for each in by_speaker(scene, claim))
    return Stages(announced=announced, claimed=claimed, once=once, on_theme=on_theme, framed=framed, kept=kept)


def _is_no_act(reading: Reading, i: int, kind: str) -> bool:
    return is_motive(reading, i, kind) or is_habit(reading, i, kind)


def _pointing(reading: Reading, i: int) -> Pointing:
    if points_back(reading, i):
        return "back"
    return "perhaps" if may_point_back(reading, i) else "no"


def look(reading: Reading, gazetteer: Gazetteer) -> Scene:
    """Everything in a report that is found once for all claims."""
    hits = actors().find(reading.report.text, _day(reading.report))
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
        token_at={token.end: token.i for token in reading.tokens},
    )


def _day(report: Report) -> date | None:
    """The page's own day, by which names that changed hands are understood."""
    return date.fromisoformat(report.published[:10]) if report.published else None


def _claim(scene: Scene, announcement: Announcement, rivals: tuple[tuple[int, str], ...]) -> Claim:
    reading, i, trigger = scene.reading, announcement.token, announcement.trigger
    parts = roles(scene, announcement)
    sentence = reading.sentences[reading.sentence_of[i]].span
    background = is_told_as_background(reading, i, trigger.type)
    sources = sources_of(i, reading, scene.attributions) or _alleging(scene, i, parts)
    happening = _unless_denied(reading, i, _modality(trigger, reading, i), sources)
    counts = _told_of(happening, sentence, counts_of(i, trigger.type, reading, scene.figures, rivals))
    places = told_behind(reading, i, _places(scene, i, parts, trigger.type))
    struck = told_behind(reading, i, with_counted(scene, trigger.type, parts, counts))
    return Claim(
        type=trigger.type,
        trigger=announcement.words,
        sentence=sentence,
        modality=happening,
        background=background,
        agents=parts.agents or _moving(trigger.type, counts) or _demanding(reading, i, sources),
        targets=struck if is_on_us(reading, i) else _unsaying(struck, sources),
        places=places,
        time=_time(scene, i, trigger.type, happening, background),
        counts=counts,
        sources=sources,
        means=trigger.means or means_of(reading, i),
        extent=extent_of(trigger.type, reading, parts.place_heads),
        rule=trigger.rule,
        voiced=_is_only_denied_later(sentence, sources),
    )


def _told_of(happening: Modality, sentence: Span, counts: tuple[Count, ...]) -> tuple[Count, ...]:
    """The counts, of what did not happen those of its own sentence only: the dead told next died of something else."""
    return tuple(c for c in counts if sentence.covers(c.words)) if happening == "not" else counts


def _is_only_denied_later(sentence: Span, sources: tuple[Source, ...]) -> bool:
    """Whether the report tells it itself, and whom it credits comes only behind and denies it."""
    return bool(sources) and all(s.stance == "denies" and s.words.start >= sentence.end for s in sources)


def _modality(trigger: Trigger, reading: Reading, i: int) -> Modality:
    found = modality(reading, i, trigger.type)
    return _FIXED[trigger.modality] if trigger.modality in _FIXED and found == "occurred" else found


def _unless_denied(reading: Reading, i: int, happening: Modality, sources: tuple[Source, ...]) -> Modality:
    """ "We did not bomb it" is a denial of what occurred by others' word, "has no plans to" of what is planned; to say
    that it did not happen would deny it twice."""
    denied = bool(sources) and all(source.stance == "denies" for source in sources)
    if happening != "not" or not denied:
        return happening
    aims = word_classes()["plan_nouns"] | word_classes()["plotting"]
    return "planned" if any(reading.tokens[a].lemma in aims for a in ancestors(reading, i)) else "occurred"


_FIXED: dict[str | None, Modality] = {"planned": "planned", "possible": "possible", "not": "not"}


# What is said is news of the day on which it is said, not of the day that the story is at.
_SAID: frozenset[str] = frozenset({"demand", "threat"})


def _time(scene: Scene, i: int, kind: str, happening: Modality, background: bool) -> TimeMention | None:
    """The event's own words of time; for news that happened, else the day that the story is at."""
    own = time_of(i, scene.reading, scene.times)
    if own is not None or background or kind in _SAID or happening not in ("occurred", "not"):
        return own
    return carried_time(i, scene.reading, scene.times)


def _places(scene: Scene, i: int, parts: Roles, kind: str) -> tuple[PlaceMention, ...]:
    """The places that the frame names or that hang on the event; a name that acts is no place."""
    found = places_of(i, scene.reading, scene.places, type=kind, heads=parts.place_heads)
    return tuple(p for p in found if not any(agent.words.covers(p.words) for agent in parts.agents))


def _alleging(scene: Scene, i: int, parts: Roles) -> tuple[Source, ...]:
    """Who says whose act it was is who says it, where nobody else is credited."""
    names = {name for agent in parts.agents for name in agent.alleged_by}
    here = scene.reading.sentence_of[i]
    return tuple(a.source for a in scene.attributions if a.sentence == here and a.source.name in names)


def _moving(kind: str, counts: tuple[Count, ...]) -> tuple[Mention, ...]:
    """Of a displacement the agents are those who move."""
    if kind != "displacement":
        return ()
    moved = [c for c in counts if c.kind in ("displaced", "returned") and c.part_of is None]
    return tuple(Mention(name=c.who or "people", words=c.words) for c in moved[:1])


def _demanding(reading: Reading, i: int, sources: tuple[Source, ...]) -> tuple[Mention, ...]:
    """ "The army must leave", said the mayor: who says what another must do demands it."""
    by_word = reading.tokens[i].tag == "MD"
    return tuple(Mention(name=s.name, words=s.words) for s in sources if by_word and s.stance == "asserts")


def _unsaying(targets: tuple[Mention, ...], sources: tuple[Source, ...]) -> tuple[Mention, ...]:
    """The targets without whoever tells of the event, whom parsers of comma-free text take for its object."""
    return tuple(t for t in targets if not any(s.words.covers(t.words) or t.words.covers(s.words) for s in sources))
