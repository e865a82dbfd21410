"""Authors' mistakes: in content, in templates, in releases. They are collected and raised together."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Fault(msgspec.Struct, frozen=True, order=True):
    """One mistake: the file, its line (0 where there is none), the path inside it, and what to put right.

    ``code`` is the CheckCode of what is wrong, empty where whoever found it leaves that to ``check``.
    """

    file: str
    line: int
    path: str
    problem: str
    code: str = ""

    def __str__(self) -> str:
        place = self.file + (f":{self.line}" if self.line else "")
        return f"{place}: {self.path}: {self.problem}" if self.path else f"{place}: {self.problem}"


class AuthorError(Exception):
    """Raised with every fault found; its text is one line for each."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))
