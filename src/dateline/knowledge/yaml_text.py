"""YAML files that people write: read with their lines, so that an error can say where to look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import msgspec
import yaml

from dateline.knowledge.project import DataFile
from dateline.model.errors import DataError

T = TypeVar("T")
_STEP: Final = re.compile(r"\.(?P<key>\w+)|\[(?P<index>\d+)\]")
_MESSAGE: Final = re.compile(r"(?P<what>.*?)(?: - at (?:`key` in )?`(?P<path>[^`]+)`)?", re.DOTALL)
_UNKNOWN: Final = re.compile(r"unknown field `(\w+)`")
_WORDS: Final = (
    ("Object contains unknown field", "unknown key"),
    ("Object missing required field", "lacks the key"),
    ("Expected `str`, got `bool`", "expected words; put on, off, yes, no, true and false in quotes"),
    ("Expected `str`, got `int`", "expected words; put numbers in quotes"),
    ("Expected `str` matching regex '^[^A-Z]+$'", "write it in lower case"),
    ("Expected `str` matching regex '^[A-Z]{2}$'", "write the two capital letters of ISO 3166, as SD"),
    ("Expected `str | array | null`, got `int`", "expected words; put numbers in quotes"),
    ("Expected `object`", "expected a table of keys"),
    ("Expected `array`", "expected a list"),
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a YAML file says, and where it says it."""

    path: str
    value: Any
    _node: yaml.Node | None

    def where(self, *steps: str | int) -> str:
        """ "FILE, line N" of the value that the keys and positions lead to, or of the last one on the way."""
        return f"{self.path}, line {_line(self._node, steps)}"

    def rows(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """The tables of a list, each with where it stands. Raises DataError where it is no list of tables."""
        if not isinstance(self.value, list):
            raise DataError(f"{self.where()}: expected a list; begin each entry with '- '")
        for number, row in enumerate(self.value):
            if not isinstance(row, dict):
                raise DataError(f"{self.where(number)}: expected a table of keys")
            yield self.where(number), row

    def as_(self, shape: type[T]) -> T:
        """The value in a shape. Raises DataError naming the line and the key that does not fit."""
        try:
            return msgspec.convert(self.value, shape)
        except msgspec.ValidationError as error:
            what, steps = _taken_apart(error)
            steps += _UNKNOWN.findall(what)
            raise DataError(f"{self.where(*steps)}: {plainly(error)}") from error


def parse_yaml(file: DataFile, *, words_only: bool = False) -> Parsed:
    """A file read; with `words_only` every value is text. Raises DataError where it is no YAML or gives a key twice."""
    loader = (yaml.CBaseLoader if words_only else yaml.CSafeLoader)(file.text)
    try:
        node = loader.get_single_node()
        value = None if node is None else loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise DataError(f"{file.path}{line}: not valid YAML: {error.problem or error.context}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise DataError(f"{file.path}: not valid YAML: {' '.join(str(error).split())}") from error
    finally:
        loader.dispose()
    for key in _twice(node):
        raise DataError(f"{file.path}, line {key.start_mark.line + 1}: the key {key.value!r} stands twice in one table")
    return Parsed(file.path, value, node)


def _twice(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Keys that their table has given already."""
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    yield key
                seen.add(key.value)
            yield from _twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _twice(child)


def _line(node: yaml.Node | None, steps: tuple[str | int, ...]) -> int:
    line = node.start_mark.line + 1 if node else 1
    for step in steps:
        key, node = _into(node, step)
        if node is None or key is None:
            break
        line = key.start_mark.line + 1
    return line


def _into(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    """The node that stands for a step, and the one that it leads to."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), (None, None))
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None, None


def plainly(error: msgspec.ValidationError) -> str:
    """msgspec's message in the words of somebody who writes the file, with the keys that lead to what is wrong."""
    what, steps = _taken_apart(error)
    for theirs, ours in _WORDS:
        what = what.replace(theirs, ours)
    key = ".".join(step for step in steps if isinstance(step, str))
    return f"{key}: {what}".replace("`", "'") if key else what.replace("`", "'")


def _taken_apart(error: msgspec.ValidationError) -> tuple[str, list[str | int]]:
    """What is wrong, and the keys and positions that lead to it."""
    found = _MESSAGE.fullmatch(str(error))
    what, path = (found["what"], found["path"] or "") if found else (str(error), "")
    return what, [step["key"] or int(step["index"]) for step in _STEP.finditer(path)]
