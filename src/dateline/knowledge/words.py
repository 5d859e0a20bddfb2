"""Classes of words that conditions and roles speak of: aircraft, fighters, buildings ..."""

from functools import cache
from importlib import resources

import yaml

from dateline.model.errors import DataError


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """Lemmas by class name. A member "@other" takes in that class. Raises DataError on an unknown class."""
    text = (resources.files("dateline") / "data" / "words.yaml").read_text(encoding="utf-8")
    raw: dict[str, list[str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return {name: _members(name, raw, ()) for name in raw}


def _members(name: str, raw: dict[str, list[str]], above: tuple[str, ...]) -> frozenset[str]:
    if name not in raw or name in above:
        raise DataError(f"words.yaml: the class @{name} is unknown or contains itself")
    found: set[str] = set()
    for member in raw[name]:
        found |= _members(member[1:], raw, (*above, name)) if member.startswith("@") else {str(member)}
    return frozenset(found)
