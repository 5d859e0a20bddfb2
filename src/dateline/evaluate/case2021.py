"""The benchmark `case2021`: what kind of event a snippet of news tells of, by ACLED's sub-event types.

The label is that of the snippet's first event that has one: news before background, what occurred before what was only
planned. It follows from the event's ACLED code; where the code is left open, from its type and actors. To ACLED a
protest and what is done at it are one event, so the other events of a snippet say what kind of protest it was.
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from dateline.evaluate.rows import page_of
from dateline.model.event import Coded, Event
from dateline.pipeline import Coder

FILES: Final = ("SPLIT.tsv",)
# ACLED's sub-event types as the task calls them.
LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Abduction/forced disappearance": "ABDUCT_DISSAP",
        "Agreement": "AGREEMENT",
        "Air/drone strike": "AIR_STRIKE",
        "Armed clash": "ARMED_CLASH",
        "Arrests": "ARREST",
        "Shelling/artillery/missile attack": "ART_MISS_ATTACK",
        "Attack": "ATTACK",
        "Change to group/activity": "CHANGE_TO_GROUP_ACT",
        "Chemical weapon": "CHEM_WEAP",
        "Disrupted weapons use": "DISR_WEAP",
        "Excessive force against protesters": "FORCE_AGAINST_PROTEST",
        "Government regains territory": "GOV_REGAINS_TERIT",
        "Grenade": "GRENADE",
        "Headquarters or base established": "HQ_ESTABLISHED",
        "Mob violence": "MOB_VIOL",
        "Non-state actor overtakes territory": "NON_STATE_ACTOR_OVERTAKES_TER",
        "Non-violent transfer of territory": "NON_VIOL_TERRIT_TRANSFER",
        "Peaceful protest": "PEACE_PROTEST",
        "Looting/property destruction": "PROPERTY_DISTRUCT",
        "Protest with intervention": "PROTEST_WITH_INTER",
        "Remote explosive/landmine/IED": "REM_EXPLOS",
        "Sexual violence": "SEX_VIOL",
        "Suicide bomb": "SUIC_BOMB",
        "Violent demonstration": "VIOL_DEMONSTR",
    }
)
# The likeliest sub-event of a type of ours where the words leave the code open.
_OF_TYPE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "abduction": "ABDUCT_DISSAP",
        "agreement": "AGREEMENT",
        "air_strike": "AIR_STRIKE",
        "arrest": "ARREST",
        "armed_clash": "ARMED_CLASH",
        "attack": "ATTACK",
        "bombing": "REM_EXPLOS",
        "capture": "GOV_REGAINS_TERIT",
        "ceasefire": "AGREEMENT",
        "chemical_attack": "CHEM_WEAP",
        "damage": "PROPERTY_DISTRUCT",
        "deployment": "CHANGE_TO_GROUP_ACT",
        "group_change": "CHANGE_TO_GROUP_ACT",
        "protest": "PEACE_PROTEST",
        "riot": "VIOL_DEMONSTR",
        "sexual_violence": "SEX_VIOL",
        "shelling": "ART_MISS_ATTACK",
        "withdrawal": "NON_VIOL_TERRIT_TRANSFER",
    }
)
# What a protest is by what else the snippet tells, the first that is told.
_AT_A_PROTEST: Final[Mapping[str, str]] = MappingProxyType(
    {
        "FORCE_AGAINST_PROTEST": "FORCE_AGAINST_PROTEST",
        "VIOL_DEMONSTR": "VIOL_DEMONSTR",
        "MOB_VIOL": "VIOL_DEMONSTR",
        "PROPERTY_DISTRUCT": "VIOL_DEMONSTR",
        "ATTACK": "PROTEST_WITH_INTER",
        "ARREST": "PROTEST_WITH_INTER",
    }
)
_NO_STATE: Final = frozenset({"rebel group", "political militia", "identity militia"})


def predictions(data: Path, split: str) -> Iterator[dict[str, Any]]:
    """One row a snippet: {"id", "label"}, null where no event has one."""
    with (data / f"{split}.tsv").open(encoding="utf-8", newline="") as file:
        snippets = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    coded = Coder().code_many(page_of(row["EventSnippet"], row["id"]) for row in snippets)
    for row, one in zip(snippets, coded, strict=True):
        yield {"id": row["id"], "label": label(one)}


def label(coded: Coded) -> str | None:
    """The label of the first event that has one, and of a protest what it came to."""
    ordered = sorted(coded.events, key=lambda event: (event.background, event.claim.modality != "occurred"))
    found = [one for event in ordered if (one := _label(event))]
    if "PEACE_PROTEST" in found:
        return next((kind for told, kind in _AT_A_PROTEST.items() if told in found), "PEACE_PROTEST")
    return next(iter(found), None)


def _label(event: Event) -> str | None:
    kind = event.claim.type
    if kind == "bombing" and "suicide" in event.claim.sentence.text.lower():
        return "SUIC_BOMB"
    if event.codes.acled is not None:
        return LABELS[event.codes.acled[1]]
    if kind == "capture" and any(agent.kind in _NO_STATE for agent in event.agents):
        return "NON_STATE_ACTOR_OVERTAKES_TER"
    return _OF_TYPE.get(kind)
