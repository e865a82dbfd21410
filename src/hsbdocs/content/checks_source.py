"""Places in the source: each line lies in its section, and the lines of the text itself agree with the sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hsbdocs.content.places import Places, fault_at
from hsbdocs.model.check import CheckCode
from hsbdocs.model.faults import Fault
from hsbdocs.model.guidance import Block, Guidance, NumberedSection, places_of

SOURCE = "guidance/source.yaml"

#: Places that have no lines of their own.
_NO_LINES = ("cover", "contents", "whole")
_REF = re.compile(r"(?P<place>\S+)(?: Q\d+)?(?: L(?P<first>\d+)(?:-(?P<last>\d+))?)?")


class Lines:
    """The lines that each section has. ``whole`` says that every entry could be read."""

    def __init__(self, guidance: Guidance, places: Places, *, whole: bool) -> None:
        self.guidance = guidance
        self.places = places
        self.whole = whole
        starts = [section.source for section in guidance.sections[1:]]
        ends = [*(start - 1 for start in starts), guidance.source.last_line]
        self.spans = {s.number: (s.source, end) for s, end in zip(guidance.sections, ends, strict=True)}
        self.cover = (1, guidance.source.cover_ends)
        self._named: dict[str, set[int]] = {}

    def text(self) -> Iterator[Fault]:
        """What source.yaml says of the text."""
        source, first = self.guidance.source, self.guidance.sections[0].source
        if not self.whole:
            return
        if source.cover_ends >= first:
            problem = f"the first section begins on line {first}"
            yield fault_at(self.places, SOURCE, problem, "cover_ends", code=CheckCode.SOURCE)
        if source.prompts not in self.spans:
            problem = f"there is no section {source.prompts}"
            yield fault_at(self.places, SOURCE, problem, "prompts", code=CheckCode.SOURCE)

    def section(self, section: NumberedSection, key: str) -> Iterator[Fault]:
        """A section that ends before it begins."""
        begin, end = self.spans[section.number]
        if end < begin:
            problem = "does not stand before the section that follows it"
            yield fault_at(self.places, key, problem, "source", code=CheckCode.SOURCE)

    def entry(self, entry: Any, key: str) -> Iterator[Fault]:
        """The places of an entry, where its kind has places."""
        if not getattr(entry, "source", True):
            yield fault_at(self.places, key, "has no source", "source", code=CheckCode.SOURCE)
        for index, ref in enumerate(places_of(getattr(entry, "source", ()))):
            problem = self._outside(ref)
            if problem:
                yield fault_at(self.places, key, problem, "source", index, code=CheckCode.SOURCE)

    def _outside(self, ref: str) -> str:
        """What is wrong with a place; empty for a sound one."""
        match = _REF.fullmatch(ref)
        if match is None or match["first"] is None or match["place"] in _NO_LINES:
            return ""
        place, first, last = match["place"], int(match["first"]), int(match["last"] or match["first"])
        if place not in self.spans:
            return f"there is no section {place}" if self.whole else ""
        begin, end = self.spans[place]
        if not begin <= first <= last <= end:
            return f"{ref} is not in section {place} (lines {begin} to {end})"
        return ""

    def blocks(self, key: str, name: str, blocks: tuple[Block, ...], span: tuple[int, int]) -> Iterator[Fault]:
        """The lines of blocks: in their section, and in the order of the source."""
        first, last = span
        previous = 0
        for index, block in enumerate(blocks):
            problems = [
                f"line {line} is not in section {name} (lines {first} to {last})"
                for line in block.source
                if not first <= line <= last
            ]
            if not block.source:
                problems.append("has no line")
            elif block.source[0] < previous:
                problems.append("stands before the block above it in the source")
            else:
                previous = block.source[0]
            for problem in problems:
                yield fault_at(self.places, key, problem, "blocks", index, "source", code=CheckCode.SOURCE)
            for ref in block.refs:
                self._named.setdefault(ref, set()).update(block.source)

    def stated(self, entry: Any, key: str) -> Iterator[Fault]:
        """The blocks that name a duty or permission stand on its line; asked when all blocks were seen."""
        if not self.whole or entry.id not in self._named:
            return
        for ref in places_of(entry.source):
            match = _REF.fullmatch(ref)
            line = int(match["first"] or 0) if match else 0
            if line and line not in self._named[entry.id]:
                problem = f"no block on line {line} names {entry.id} in its refs"
                yield fault_at(self.places, key, problem, "source", code=CheckCode.SOURCE)
