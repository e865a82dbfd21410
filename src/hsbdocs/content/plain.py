"""A tree of YAML nodes to plain data, with what YAML itself would take without a word and an author did not mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import yaml

Steps = tuple[str | int, ...]

#: The parser everything is read with: libyaml, which PyYAML's wheels bring; its own scanner only where that is missing.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_Constructor: Any = yaml.constructor.SafeConstructor
_TEXT = "tag:yaml.org,2002:str"
_INT = "tag:yaml.org,2002:int"
_DATE = "tag:yaml.org,2002:timestamp"
_COLLECTIONS = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


class Mistake(msgspec.Struct, frozen=True):
    """What is wrong at one node: its line, its path, and the problem in words."""

    line: int
    path: Steps
    problem: str


class PlainData:
    """The data of a tree: dict, list, str, int, float, bool, None. ``mistakes`` says why it cannot be trusted."""

    def __init__(self, root: Any) -> None:
        """Raises yaml.YAMLError where a node has a tag that nobody knows."""
        self.mistakes: list[Mistake] = []
        self._above: set[int] = set()
        self.data = None if root is None else self._value(root, ())

    def _value(self, node: Any, path: Steps) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.tag == _TEXT else self._converted(node, path)
        if id(node) in self._above:
            self._mistake(node, path, "refers to itself: take the anchor (&) or the alias (*) out")
            return None
        self._above.add(id(node))
        made = self._mapping(node, path) if isinstance(node, yaml.MappingNode) else self._sequence(node, path)
        self._above.remove(id(node))
        if node.tag not in _COLLECTIONS and not self.mistakes:
            return _Constructor().construct_document(node)
        return made

    def _mapping(self, node: Any, path: Steps) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag != _TEXT:
                self._mistake(key, path, "has a key that is not text")
                continue
            here = (*path, str(key.value))
            if key.value in made:
                self._mistake(key, here, "stands twice in one entry: keep one")
            made[key.value] = self._value(value, here)
        return made

    def _sequence(self, node: Any, path: Steps) -> list[Any]:
        return [self._value(value, (*path, index)) for index, value in enumerate(node.value)]

    def _converted(self, node: Any, path: Steps) -> Any:
        """The value of a scalar that is no text."""
        text = node.value
        if node.tag == _INT and text.isdecimal() and text[0] != "0":  # a number that is no octal
            return int(text)
        if node.tag == _DATE:
            self._mistake(node, path, f"should be text, not a date: put {text} in quotation marks")
            return None
        try:
            return _Constructor().construct_object(node)
        except Exception:  # YAML's constructors raise whatever int() and their own patterns raise
            tag = node.tag.rsplit(":", 1)[-1]
            self._mistake(node, path, f"is YAML that cannot be read ({tag}): put it in quotation marks")
            return None

    def _mistake(self, node: Any, path: Steps, problem: str) -> None:
        self.mistakes.append(Mistake(node.start_mark.line + 1, path, problem))


def line_of(root: Any, path: Steps) -> int:
    """The line of ``path`` in a tree, or of the nearest thing above it that is there."""
    line = 1 if root is None else root.start_mark.line + 1
    node = root
    for step in path:
        found = next(_below(node, step), None)
        if found is None:
            break
        line, node = found
    return int(line)


def _below(node: Any, step: str | int) -> Iterator[tuple[int, Any]]:
    """The line and node of one step down; of a key that stands twice, the last."""
    if isinstance(node, yaml.MappingNode):
        for key, value in reversed(node.value):
            if key.value == step:
                yield key.start_mark.line + 1, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        value = node.value[step]
        yield value.start_mark.line + 1, value
