"""The second step of a run: what can be told of a form only beside those read before it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.line import in_line, status_of
from hsbdocs.pipeline.packs import Pack
from hsbdocs.pipeline.read import Read
from hsbdocs.rules import Earlier


class Batch:
    """Sees one form after another, and keeps of each no more than a hash of the child and the outcome."""

    def __init__(self, packs: Mapping[str, Pack]) -> None:
        """``packs`` by their ids."""
        self._packs = packs
        self._earlier = Earlier()

    def add(self, read: Read) -> Read:
        """The form, with RECORD-03 where an earlier one has the same child and another outcome, unless that is off."""
        if read.child is None or not isinstance(read.line.pack, str):
            return read
        pack = self._packs[read.line.pack]
        if Code.RECORD_03 in pack.off or Code.RECORD_03 not in pack.catalogue.entries:
            return read
        if not self._earlier.another_outcome(read.child, read.outcome):
            return read
        statement = pack.catalogue.say(Finding(code=Code.RECORD_03))
        findings = (*read.line.findings, in_line(statement))
        line = msgspec.structs.replace(read.line, findings=findings, status=status_of(findings, read=True))
        return msgspec.structs.replace(read, line=line, statements=(*read.statements, statement))
