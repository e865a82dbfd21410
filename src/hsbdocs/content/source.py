"""One YAML file: its plain data, and the line of any path in it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from hsbdocs.content.quick import NeedsCare, plain
from hsbdocs.model.check import CheckCode
from hsbdocs.model.faults import Fault

Steps = tuple[str | int, ...]

_TEXT = "tag:yaml.org,2002:str"
_DATE = "tag:yaml.org,2002:timestamp"
_Plain: Any = yaml.constructor.SafeConstructor
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SourceFile:
    """A content file as read: ``data`` is plain (dict, list, str …), ``faults`` what kept it from being read."""

    def __init__(self, root: Path, path: Path) -> None:
        self.name = f"{root.name}/{path.relative_to(root).as_posix()}"
        self.bytes = b""
        self.data: Any = None
        self.faults: list[Fault] = []
        self._text = ""
        try:
            self.bytes = path.read_bytes()
            text = self.bytes.decode("utf-8")
        except UnicodeDecodeError as error:
            line = self.bytes[: error.start].count(b"\n") + 1
            self._unreadable(line, "is not UTF-8 text: save the file again as UTF-8")
            return
        except OSError as error:
            self._unreadable(0, f"cannot be opened: {error.strerror}")
            return
        self._text = text
        try:
            self.data = plain(text)
        except (NeedsCare, yaml.YAMLError):
            self._read_closely()

    def _read_closely(self) -> None:
        """Read a file that may have a fault: a tree of nodes knows the line of everything in it."""
        try:
            if self._root is not None:
                self.faults += self._unsound(self._root, (), ())
                self.data = None if self.faults else _Plain().construct_document(self._root)
        except yaml.reader.ReaderError as error:
            line = self._text.count("\n", 0, error.position) + 1
            self._unreadable(line, f"is not valid YAML: {error.reason}")
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            if error.context_mark is not None and mark is not None and mark.line >= self._text.rstrip().count("\n"):
                mark = error.context_mark  # something was opened there and never closed
            self._unreadable(mark.line + 1 if mark else 0, f"is not valid YAML: {error.problem or error.context}")
        except yaml.YAMLError as error:
            self._unreadable(0, f"is not valid YAML: {error}")

    def _unreadable(self, line: int, problem: str) -> None:
        self.faults.append(Fault(self.name, line, "", problem, CheckCode.UNREADABLE))

    @cached_property
    def _root(self) -> Any:
        """The tree of nodes. Raises yaml.YAMLError."""
        return yaml.compose(self._text, Loader=_Loader)

    def fault(self, path: tuple[str | int, ...], problem: str, code: str = "") -> Fault:
        """A fault at ``path`` (keys and list positions) with the line where that stands."""
        return Fault(self.name, self.line(path), show_path(path), problem, code)

    def line(self, path: tuple[str | int, ...]) -> int:
        """The line of ``path``, or of the nearest thing above it that is there."""
        try:
            node = self._root
        except yaml.YAMLError:
            node = None
        line = 1 if node is None else node.start_mark.line + 1
        for step in path:
            found = None
            if isinstance(node, yaml.MappingNode):
                for key, value in node.value:
                    if key.value == step:
                        found, line = value, key.start_mark.line + 1
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                found = node.value[step]
                line = found.start_mark.line + 1
            if found is None:
                break
            node = found
        return int(line)

    def _unsound(self, node: Any, path: Steps, above: tuple[int, ...]) -> list[Fault]:
        """What YAML itself would take without a word: a key twice, a key that is no text, an entry inside itself."""
        if id(node) in above:
            problem = "refers to itself: take the anchor (&) or the alias (*) out"
            return [self._unsound_at(node, path, problem)]
        above = (*above, id(node))
        faults: list[Fault] = []
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if not isinstance(key, yaml.ScalarNode) or key.tag != _TEXT:
                    faults.append(self._unsound_at(key, path, "has a key that is not text"))
                    continue
                here = (*path, str(key.value))
                if key.value in seen:
                    faults.append(self._unsound_at(key, here, "stands twice in one entry: keep one"))
                seen.add(key.value)
                faults += self._unsound(value, here, above)
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                faults += self._unsound(value, (*path, index), above)
        elif node.tag == _DATE:
            problem = f"should be text, not a date: put {node.value} in quotation marks"
            faults.append(self._unsound_at(node, path, problem))
        elif node.tag != _TEXT and not _can_be_made(node):
            problem = f"is YAML that cannot be read ({node.tag.rsplit(':', 1)[-1]}): put it in quotation marks"
            faults.append(self._unsound_at(node, path, problem))
        return faults

    def _unsound_at(self, node: Any, path: Steps, problem: str) -> Fault:
        return Fault(self.name, node.start_mark.line + 1, show_path(path), problem, CheckCode.TYPE)


def _can_be_made(node: Any) -> bool:
    try:
        _Plain().construct_object(node)
    except Exception:  # YAML's constructors raise whatever int() and their own patterns raise
        return False
    return True


def show_path(path: tuple[str | int, ...]) -> str:
    """``("rows", 2, "label")`` as ``rows[2].label``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else (f".{step}" if text else step)
    return text
