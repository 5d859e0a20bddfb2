"""The files that the gazetteer is made of, as the package carries them."""

import gzip
from importlib import resources
from typing import Any

import yaml

from dateline.model.errors import DataError

_DATA = resources.files("dateline") / "data" / "gazetteer"


def read_yaml(name: str) -> Any:
    """One of the gazetteer's YAML files. Raises DataError where it is not YAML."""
    try:
        return yaml.load((_DATA / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise DataError(f"{name}: not valid YAML: {' '.join(str(error).split())}") from error


def lines(name: str) -> list[str]:
    """The lines of one of its tables, of a packed one (.gz) too."""
    data = (_DATA / name).read_bytes()
    return (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8").splitlines()
