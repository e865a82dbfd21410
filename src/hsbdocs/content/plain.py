"""A tree of YAML nodes to plain data, with what YAML itself would take without a word and an author did not mean."""

from __future__ import annotations

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
#: A key that YAML 1.1 takes for true, and authors for a word.
_WORDS = ("on",)
_COLLECTIONS = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


class Mistake(msgspec.Struct, frozen=True):
    """What is wrong at one node: its line, its path, and the problem in words."""

    line: int
    path: Steps
    problem: str


#: Where things stand: the line of each key or item; with it, where there is anything, the same of what stands below.
Lines = dict[str | int, Any]


class PlainData:
    """The data of a tree: dict, list, str, int, float, bool, None. ``mistakes`` says why it cannot be trusted.

    ``lines`` say where each part of it stands: the tree itself, which takes far more room, can go.
    """

    def __init__(self, root: Any) -> None:
        """Raises yaml.YAMLError where a node has a tag that nobody knows."""
        self.mistakes: list[Mistake] = []
        self._above: set[int] = set()
        self.data: Any = None
        self.lines: Lines = {}
        if root is not None:
            self.data, self.lines = self._value(root, ())

    def _value(self, node: Any, path: Steps) -> tuple[Any, Lines]:
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.tag == _TEXT else self._converted(node, path), {}
        if id(node) in self._above:
            self._mistake(node, path, "refers to itself: take the anchor (&) or the alias (*) out")
            return None, {}
        self._above.add(id(node))
        made, lines = self._mapping(node, path) if isinstance(node, yaml.MappingNode) else self._sequence(node, path)
        self._above.remove(id(node))
        if node.tag not in _COLLECTIONS and not self.mistakes:
            return _Constructor().construct_document(node), lines
        return made, lines

    def _mapping(self, node: Any, path: Steps) -> tuple[dict[str, Any], Lines]:
        made: dict[str, Any] = {}
        lines: Lines = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or (key.tag != _TEXT and key.value not in _WORDS):
                self._mistake(key, path, "has a key that is not text")
                continue
            here = (*path, str(key.value))
            if key.value in made:
                self._mistake(key, here, "stands twice in one entry: keep one")
            made[key.value], below = self._value(value, here)
            lines[key.value] = (_line(key), below) if below else _line(key)
        return made, lines

    def _sequence(self, node: Any, path: Steps) -> tuple[list[Any], Lines]:
        made: list[Any] = []
        lines: Lines = {}
        for index, value in enumerate(node.value):
            one, below = self._value(value, (*path, index))
            made.append(one)
            lines[index] = (_line(value), below) if below else _line(value)
        return made, lines

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
        self.mistakes.append(Mistake(_line(node), path, problem))


def _line(node: Any) -> int:
    return int(node.start_mark.line) + 1


def line_of(first: int, lines: Lines, path: Steps) -> int:
    """The line of ``path``, or of the nearest thing above it that is there; of all, the ``first`` one."""
    line = first
    for step in path:
        found = lines.get(step, (line, {}))
        line, lines = found if isinstance(found, tuple) else (found, {})
    return line
