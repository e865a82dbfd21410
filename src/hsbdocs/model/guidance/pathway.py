"""The pathway: steps in an order that the guidance's prose supports, where each leads, and where nothing is said.

It is a reading of the text. The published flowchart is not in the source (E054), and nothing here stands in its place.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hsbdocs.model.guidance.base import Entry


class StepKind(StrEnum):
    """At any step, over all others; something to do; a question to answer; a place where the guidance says nothing."""

    BAND = "band"
    ACT = "act"
    QUESTION = "question"
    GAP = "gap"


class LeadsTo(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where a step leads: ``to`` is a step, ``when`` the condition in words; without one, next."""

    to: str
    when: str = ""


class Step(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One step, in words of ours that hold neither a force nor an age: those come from the duties.

    ``title`` is short, for the picture; ``text`` says more in the table. ``duties`` are ids of the duties, permissions
    and rules by age that it rests on: the picture has the force of each duty. ``lists`` are printed in the table with
    their items. ``shown`` is the one whose words stand in the picture, for a step at any time. What the steps ``too``
    say holds here as well. ``review`` is for the one step that every path comes to. ``column`` and ``row`` say where it
    stands in the picture, from 0, and ``columns`` over how many it reaches. A step at any time has no place and leads
    nowhere.
    """

    kind: StepKind
    title: str
    text: str = ""
    duties: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    too: tuple[str, ...] = ()
    review: bool = False
    column: int = 0
    row: int = 0
    columns: int = 1
    leads: tuple[LeadsTo, ...] = ()

    @property
    def next_steps(self) -> tuple[str, ...]:
        """The ids of the steps that it leads to, each once."""
        return tuple(dict.fromkeys(each.to for each in self.leads))

    @property
    def cells(self) -> tuple[tuple[int, int], ...]:
        """The cells of the picture's grid that it stands on: column and row. None for a step at any time."""
        if self.kind is StepKind.BAND:
            return ()
        return tuple((column, self.row) for column in range(self.column, self.column + self.columns))
