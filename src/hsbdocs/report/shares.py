"""What each group says of one form: its points in order, and the form's own words where they are in question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from hsbdocs.model.finding import Code, Statement
from hsbdocs.model.form import Form
from hsbdocs.model.line import Line
from hsbdocs.model.location import PlaceWords
from hsbdocs.model.report import (
    FIRST,
    NOTHING_ANSWERED,
    OF_MISSING,
    TOGETHER,
    Group,
    ReportWords,
    Urgency,
    group_of,
    urgency,
)
from hsbdocs.report.facts import is_blank, written_at
from hsbdocs.report.places import place_of
from hsbdocs.report.quote import LONG, SHORT
from hsbdocs.report.view import Block, Place, Point, Share


class Shares:
    """One form, or one file not read (``form`` is None), and what is said of it alone."""

    def __init__(
        self,
        line: Line,
        statements: Sequence[Statement],
        form: Form | None,
        words: ReportWords,
        places: PlaceWords,
        same: Callable[[str], str],
    ) -> None:
        """``same`` gives the first of equal texts, so that what is said of many forms is held once."""
        self._same = same
        self._line, self._form, self._words, self._places = line, form, words, places
        self._order = {} if form is None else {field.id: number for number, field in enumerate(form.fields)}
        self._by_group: dict[Group, list[Statement]] = {}
        for statement in sorted(statements, key=self._rank):
            self._by_group.setdefault(group_of(statement), []).append(statement)
        self.empty = any(each.code in NOTHING_ANSWERED for each in statements) and is_blank(line)

    @property
    def to_ring(self) -> bool:
        """True where somebody is to be rung today."""
        return Group.RING in self._by_group

    def shares(self, *, whole: bool) -> dict[Group, Share]:
        """By group; without ``whole`` only what is to ring about in words, and counts of the rest."""
        found = {
            group: _share(statements, self._blocks(group, statements) if whole or group is Group.RING else ())
            for group, statements in self._by_group.items()
        }
        if self.empty:
            found.pop(Group.INFORMATION, None)
            found[Group.ASK] = Share(count=1, rank=OF_MISSING)
        return found

    def _rank(self, statement: Statement) -> tuple[Urgency, int]:
        """What is most urgent first, the rest in printed order."""
        return urgency(statement), self._order.get(statement.fields[0], -1) if statement.fields else -1

    def _blocks(self, group: Group, statements: Sequence[Statement]) -> tuple[Block, ...]:
        longest = LONG if group is Group.RING else SHORT
        return tuple(
            Block(severity, tuple(self._points(list(own), longest)))
            for severity, own in groupby(statements, key=lambda each: each.severity)
        )

    def _points(self, statements: Sequence[Statement], longest: int) -> Iterator[Point]:
        """Each thing once, with every place of which it is said."""
        same: dict[str, dict[Place, None]] = {}
        rows = self._rows_together(statements)
        for statement in statements:
            if statement.code in rows:
                same.setdefault(said(statement, rows[statement.code]), {})
                continue
            at = same.setdefault(said(statement), {})
            name = self._same(place_of(statement, self._form, self._places))
            written = tuple(dict.fromkeys(written_at(statement, self._line, self._words, longest)))
            if name or written:
                at[Place(name, written)] = None
        for text, places in same.items():
            yield Point(self._same(text), tuple(places))

    def _rows_together(self, statements: Sequence[Statement]) -> Mapping[Code, str]:
        """What is said in one line of all rows of a form, by code."""
        rows: dict[Code, list[str]] = {}
        for statement in statements:
            if statement.code in TOGETHER:
                rows.setdefault(statement.code, []).append(place_of(statement, self._form, self._places))
        return {code: self._words.blanks.format(rows="; ".join(names)) for code, names in rows.items()}


def _share(statements: Sequence[Statement], blocks: tuple[Block, ...]) -> Share:
    together = [statement.code for statement in statements if statement.code in TOGETHER]
    return Share(
        count=len(statements) - len(together) + len(set(together)),
        rank=min(map(urgency, statements)),
        first=tuple(dict.fromkeys(each.name for each in statements if each.code in FIRST and each.name)),
        blocks=blocks,
    )


def said(statement: Statement, message: str = "") -> str:
    """The message, its own where none is given, what to do, the code, and the section of the guidance."""
    section = "" if statement.source.startswith(("toolkit", "NHS", "data")) else f"; guidance {statement.source}"
    return f"{message or statement.message} {statement.hint}".strip() + f" [{statement.code.value}{section}]"
