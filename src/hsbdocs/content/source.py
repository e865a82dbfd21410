"""One YAML file: its plain data, and the line of any path in it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from hsbdocs.content.plain import LOADER, Lines, PlainData, Steps, line_of
from hsbdocs.content.yaml_words import why
from hsbdocs.model.check import CheckCode
from hsbdocs.model.faults import Fault

#: The kind of a fault where whoever found it gave none: by the folder or file of content that it lies in.
_BY_FOLDER = {
    "forms": CheckCode.FORM,
    "findings": CheckCode.CATALOGUE,
    "names": CheckCode.CATALOGUE,
    "documents": CheckCode.DOCUMENT,
    "generated": CheckCode.STALE,
    "releases": CheckCode.STALE,
    "guidance": CheckCode.ENTRY,
    "hsbdocs.yaml": CheckCode.DAY,
}


class SourceFile:
    """A content file as read: ``data`` is plain (dict, list, str …), ``faults`` what kept it from being read."""

    def __init__(self, root: Path, path: Path) -> None:
        self.name = f"{root.name}/{path.relative_to(root).as_posix()}"
        self.bytes = b""
        self.data: Any = None
        self._first, self._lines = 1, Lines()
        self.faults: list[Fault] = []
        try:
            self.bytes = path.read_bytes()
            self._read(self.bytes.decode("utf-8"))
        except UnicodeDecodeError as error:
            line = self.bytes[: error.start].count(b"\n") + 1
            self._unreadable(line, "is not UTF-8 text: save the file again as UTF-8")
        except OSError as error:
            self._unreadable(0, f"cannot be opened: {error.strerror}")

    def _read(self, text: str) -> None:
        try:
            self._first, plain = _parsed(text)
        except (yaml.YAMLError, RecursionError) as error:
            self._unreadable(*why(error, text))
            return
        self._lines = plain.lines
        self.faults += [
            Fault(self.name, mistake.line, show_path(mistake.path), mistake.problem, CheckCode.TYPE)
            for mistake in plain.mistakes
        ]
        self.data = None if self.faults else plain.data

    def _unreadable(self, line: int, problem: str) -> None:
        self.faults.append(Fault(self.name, line, "", problem, CheckCode.UNREADABLE))

    def fault(self, path: Steps, problem: str, code: CheckCode | None = None) -> Fault:
        """A fault at ``path`` (keys and list positions) with the line where that stands.

        Without a ``code`` it is of the kind that the file's folder gives it.
        """
        return Fault(self.name, self.line(path), show_path(path), problem, code or code_of(self.name))

    def line(self, path: Steps) -> int:
        """The line of ``path``, or of the nearest thing above it that is there."""
        return line_of(self._first, self._lines, path)


@lru_cache(maxsize=1024)
def _parsed(text: str) -> tuple[int, PlainData]:
    """The line on which a file's data begin, and the data: nobody may change them, for the same text gives the same.

    A review, and packs of several editions, read the same files again and again.
    """
    root = yaml.compose(text, Loader=LOADER)
    first = 1 if root is None else int(root.start_mark.line) + 1
    return first, PlainData(root)


def code_of(name: str) -> CheckCode:
    """The kind of a fault that is only known to lie in a file or folder, such as ``content/forms/x/form.yaml``."""
    _, _, inside = name.partition("/")
    return _BY_FOLDER.get(inside.partition("/")[0], CheckCode.TYPE)


def show_path(path: Steps) -> str:
    """``("rows", 2, "label")`` as ``rows[2].label``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else (f".{step}" if text else step)
    return text
