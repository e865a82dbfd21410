"""One YAML file: its plain data, and the line of any path in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from hsbdocs.model.faults import Fault

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SourceFile:
    """A content file as read: ``data`` is plain (dict, list, str …), ``faults`` what kept it from being read."""

    def __init__(self, root: Path, path: Path) -> None:
        self.name = f"{root.name}/{path.relative_to(root).as_posix()}"
        self.bytes = b""
        self.data: Any = None
        self.faults: list[Fault] = []
        self._root_node: Any = None
        try:
            self.bytes = path.read_bytes()
            text = self.bytes.decode("utf-8")
        except UnicodeDecodeError as error:
            line = self.bytes[: error.start].count(b"\n") + 1
            self.faults.append(Fault(self.name, line, "", "is not UTF-8 text: save the file again as UTF-8"))
            return
        except OSError as error:
            self.faults.append(Fault(self.name, 0, "", f"cannot be opened: {error.strerror}"))
            return
        try:
            self._root_node = yaml.compose(text, Loader=_Loader)
            self.faults.extend(self._doubled(self._root_node, ()))
            self.data = _plain(self._root_node)
        except RecursionError:
            self.faults.append(Fault(self.name, 0, "", "refers to itself: take the anchor (&) or the alias (*) out"))
            return
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            self.faults.append(Fault(self.name, line, "", f"is not valid YAML: {error.reason}"))
            return
        except yaml.MarkedYAMLError as error:
            mark = error.context_mark or error.problem_mark
            problem = f"is not valid YAML: {error.problem or error.context}"
            self.faults.append(Fault(self.name, mark.line + 1 if mark else 0, "", problem))
            return
        except yaml.YAMLError as error:
            self.faults.append(Fault(self.name, 0, "", f"is not valid YAML: {error}"))

    def fault(self, path: tuple[str | int, ...], problem: str) -> Fault:
        """A fault at ``path`` (keys and list positions) with the line where that stands."""
        return Fault(self.name, self.line(path), show_path(path), problem)

    def line(self, path: tuple[str | int, ...]) -> int:
        """The line of ``path``, or of the nearest thing above it that is there."""
        node = self._root_node
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

    def _doubled(self, node: Any, path: tuple[str | int, ...]) -> list[Fault]:
        """A key that stands twice in one mapping: YAML itself would keep the last without a word."""
        faults: list[Fault] = []
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                here = (*path, str(key.value))
                if key.value in seen:
                    problem = "stands twice in one entry: keep one"
                    faults.append(Fault(self.name, key.start_mark.line + 1, show_path(here), problem))
                seen.add(key.value)
                faults += self._doubled(value, here)
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                faults += self._doubled(value, (*path, index))
        return faults


def show_path(path: tuple[str | int, ...]) -> str:
    """``("rows", 2, "label")`` as ``rows[2].label``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else (f".{step}" if text else step)
    return text


def _plain(node: Any) -> Any:
    """Plain data of a composed document, by YAML's safe constructor."""
    if node is None:
        return None
    constructor = yaml.constructor.SafeConstructor()
    return constructor.construct_document(node)
