"""How many of the groups and states named in hand-coded reports the actor list resolves rightly.

    actor_names.py GOLD_FOLDER [--key FILE] [--wrong]

Names are the agents and targets of all records; of the alternatives of one party the first, its fullest name, counts.
Whom it means was judged by hand, in actor_names.tsv: a name and the ids that are right. A name that is not in the file
names nobody who could be listed (a person, a kind of people, a building) and is left out; how many records do is told.

Most of the list was written with the training reports in view, so that the share over all names flatters. The second
share is over the names that no such entry was written from: those that no entry has word for word, but for the entries
in the files `*-more.yaml`, which were written with no report in view. `--wrong` prints what is not resolved rightly.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from dateline.knowledge.names import fold
from dateline.model.claim import Mention
from dateline.model.text import Span
from dateline.resolve.actors import resolve_actor

KEY = Path(__file__).with_suffix(".tsv")
BLIND = "-more.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A party as one record names it: in a report about a country, on a day."""

    name: str
    country: str | None
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of some names are resolved rightly: of records, and of different names."""

    right: int
    records: int
    names_right: int
    names: int

    def __str__(self) -> str:
        share = self.right / self.records if self.records else 0.0
        by_name = self.names_right / self.names if self.names else 0.0
        return f"{share:.3f} ({self.right} of {self.records} records), {by_name:.3f} of {self.names} different names"


def named_in(gold: Mapping[str, Any]) -> Iterator[Named]:
    """The parties of a report's records."""
    places = Counter(p["country"] for e in gold["events"] for p in e["places"] if p["country"])
    country = places.most_common(1)[0][0] if places else None
    for event in gold["events"]:
        said = (event.get("date") or {}).get("start") or gold["report"].get("published")
        on = date.fromisoformat(said[:10]) if said else None
        for party in (*event["agents"], *event["targets"]):
            yield Named(name=party.split("|")[0], country=country, on=on)


def id_of(named: Named) -> str | None:
    """Whom the program takes it for."""
    mention = Mention(name=named.name, words=Span(0, len(named.name), named.name))
    return resolve_actor(mention, named.country, named.on).id


def read_key(path: Path) -> dict[str, frozenset[str]]:
    """The ids that are right for each name."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t") if row and not row[0].startswith("#")]
    return {name: frozenset(ids.split("|")) for name, ids in rows}


def written_from_reports() -> frozenset[str]:
    """The names, folded, of the entries that may have been written with a hand-coded report in view."""
    folder = resources.files("dateline") / "data" / "actors"
    files = [file for file in folder.iterdir() if file.name.endswith(".yaml") and not file.name.endswith(BLIND)]
    rows = (row for file in files for row in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader))
    return frozenset(fold(name) for row in rows for name in (row["name"], *row.get("names", ()), *row.get("local", ())))


def share(counted: Mapping[Named, int], key: Mapping[str, frozenset[str]]) -> Share:
    """The share that is right."""
    right = {named for named in counted if id_of(named) in key[named.name]}
    wrong_names = {named.name for named in counted.keys() - right}
    names = {named.name for named in counted}
    return Share(
        right=sum(counted[named] for named in right),
        records=sum(counted.values()),
        names_right=len(names - wrong_names),
        names=len(names),
    )


def main() -> None:
    """Print both shares."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--key", type=Path, default=KEY)
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args()
    key = read_key(asked.key)
    golds = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(asked.gold.glob("*.json")))
    counted = Counter(named for gold in golds for named in named_in(gold))
    known = {named: count for named, count in counted.items() if named.name in key}
    unseen = {named: count for named, count in known.items() if fold(named.name) not in written_from_reports()}
    print(f"all named groups and states: {share(known, key)}")
    print(f"those no entry was written from: {share(unseen, key)}")
    print(f"left out: {sum(counted.values()) - sum(known.values())} records of nobody who could be listed")
    if asked.wrong:
        for named in sorted(known, key=lambda named: named.name):
            if id_of(named) not in key[named.name]:
                print(f"{named.name} ({named.country}, {named.on}): {id_of(named)}, not {'|'.join(key[named.name])}")


if __name__ == "__main__":
    main()
