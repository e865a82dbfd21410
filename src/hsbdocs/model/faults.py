"""Authors' mistakes: in content, in templates, in releases. They are collected and raised together."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from hsbdocs.model.check import CHECKS, CheckCode
from hsbdocs.model.finding import Severity


class Fault(msgspec.Struct, frozen=True, order=True):
    """One thing that is wrong or open: the file, its line (0 where there is none), the path inside it, the problem.

    ``code`` is its kind; None for what is no content: a template, a settings file, a document that was made.
    """

    file: str
    line: int
    path: str
    problem: str
    code: CheckCode | None = None

    @property
    def severity(self) -> Severity:
        """How serious it is: without a code an error."""
        return Severity.ERROR if self.code is None else CHECKS[self.code].severity

    def __str__(self) -> str:
        place = self.file + (f":{self.line}" if self.line else "")
        return f"{place}: {self.path}: {self.problem}" if self.path else f"{place}: {self.problem}"


class AuthorError(Exception):
    """Raised with every fault found; its text is one line for each."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))
