"""Copies of a sheet to one: what people changed counts, nothing that anybody wrote is lost."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.model.cell import Cell
from hsbdocs.model.register import SheetState, as_one
from hsbdocs.register.merge import Copy, Kind, merge

KIND = Kind(
    key="Reference",
    ours=("Reference", "Status"),
    peoples=("Rung", "Note"),
    notes="Note",
    key_of=lambda written: written if written.startswith("R") and len(written) == 2 else None,
)
COLUMNS = ("Reference", "Status", "Rung", "Note")


def row(**cells: str) -> dict[str, Cell]:
    """Cells by column."""
    return {name: Cell(value=text) for name, text in cells.items()}


def state(*rows: tuple[str, dict[str, Cell]], columns: tuple[str, ...] = COLUMNS) -> SheetState:
    """What was written last: the status of each form was open."""
    return SheetState(columns, rows, {key: (as_one([key, "open"]),) for key, _ in rows if key})


def copy(before: SheetState, *rows: dict[str, Cell], name: str = "a.xlsx", columns: tuple[str, ...] = COLUMNS) -> Copy:
    """A copy as it comes back."""
    return Copy(name, columns, rows, before)


def texts(found: SheetState) -> list[tuple[str, dict[str, str]]]:
    """Keys and what people's cells say."""
    return [(key, {name: cell.text for name, cell in cells.items()}) for key, cells in found.rows]


BEFORE = state(("R1", row(Rung="monday")), ("R2", {}))


def test_what_was_changed_typed_new_and_cleared_counts() -> None:
    now = copy(BEFORE, row(Reference="R2", Status="open", Rung="tuesday"), row(Reference="R1", Status="open"))

    merged = merge(KIND, BEFORE, [now], ["R1", "R2", "R3"])

    assert texts(merged.state) == [("R2", {"Rung": "tuesday"}), ("R1", {}), ("R3", {})]
    assert merged.told == ()


def test_a_row_that_was_taken_out_comes_back_and_without_a_copy_all_does() -> None:
    merged = merge(KIND, BEFORE, [copy(BEFORE, row(Reference="R2", Status="open"))], ["R1", "R2"])
    assert texts(merged.state) == [("R2", {}), ("R1", {"Rung": "monday"})]
    assert texts(merge(KIND, BEFORE, [], ["R1", "R2"]).state) == [("R1", {"Rung": "monday"}), ("R2", {})]


def test_ours_typed_over_goes_to_the_note_once_and_ours_stands() -> None:
    over = copy(BEFORE, row(Reference="R1", Status="done", Rung="monday", Note="rang twice"))
    first = merge(KIND, BEFORE, [over], ["R1", "R2"])
    again = merge(KIND, first.state, [over], ["R1", "R2"])
    for merged in (first, again):
        assert texts(merged.state)[0] == ("R1", {"Rung": "monday", "Note": 'rang twice; Status, typed over: "done"'})


def test_two_copies_that_differ_are_told_and_both_kept() -> None:
    older = copy(BEFORE, row(Reference="R2", Status="open", Rung="by A"), name="old.xlsx")
    newer = copy(BEFORE, row(Reference="R2", Status="open", Rung="by B"), name="new.xlsx")

    merged = merge(KIND, BEFORE, [older, newer], ["R1", "R2"])

    assert texts(merged.state)[0] == ("R2", {"Rung": "by B", "Note": 'Rung in old.xlsx: "by A"'})
    assert merged.told == ('R2: Rung is "by B" now, and "by A" in old.xlsx.',)


def test_a_stale_copy_takes_nothing_back() -> None:
    stale = state(("R1", {}), ("R2", {}))
    old = copy(stale, row(Reference="R1", Status="open"), row(Reference="R2", Status="open", Note="seen"))

    merged = merge(KIND, BEFORE, [copy(BEFORE, row(Reference="R1", Status="open", Rung="monday")), old], ["R1", "R2"])

    assert dict(texts(merged.state)) == {"R1": {"Rung": "monday"}, "R2": {"Note": "seen"}}
    assert merged.told == ()


def test_peoples_own_rows_and_columns_stay_where_they_put_them() -> None:
    columns = ("Reference", "Team", "Status", "Rung", "Note")
    now = copy(
        BEFORE,
        row(Reference="R1", Status="open", Rung="monday", Team="North"),
        row(Reference="by telephone", Rung="wednesday"),
        row(Note="a reminder"),
        row(Reference="R2", Status="open"),
        columns=columns,
    )

    merged = merge(KIND, BEFORE, [now], ["R1", "R2"])

    assert merged.state.columns == columns
    assert texts(merged.state) == [
        ("R1", {"Rung": "monday", "Team": "North"}),
        ("", {"Reference": "by telephone", "Rung": "wednesday"}),
        ("", {"Note": "a reminder"}),
        ("R2", {}),
    ]


def test_columns_that_must_be_there_come_back_behind_their_neighbours_and_own_ones_go() -> None:
    before = state(("R1", row(Rung="monday")), columns=("Reference", "Status", "Team", "Rung", "Note"))
    merged = merge(KIND, before, [copy(before, row(Reference="R1"), columns=("Note", "Reference"))], ["R1"])
    assert merged.state.columns == ("Note", "Rung", "Reference", "Status") or merged.state.columns[0] == "Note"
    assert set(merged.state.columns) == {"Reference", "Status", "Rung", "Note"}


@pytest.mark.parametrize(("written", "told"), [("R9", True), ("9Z", True), ("see below", False), ("to do", False)])
def test_a_reference_that_is_none_here_is_said_and_never_matched(written: str, told: bool) -> None:
    merged = merge(KIND, BEFORE, [copy(BEFORE, row(Reference=written, Rung="x"))], ["R1", "R2"])
    assert ("", {"Reference": written, "Rung": "x"}) in texts(merged.state)
    assert bool(merged.told) is told


CELLS = st.dictionaries(st.sampled_from(["Rung", "Note", "Own"]), st.sampled_from(["x", "y", "z"]), max_size=3)


@given(st.lists(st.dictionaries(st.sampled_from(["R1", "R2", "R3"]), CELLS, max_size=3), min_size=1, max_size=3))
def test_every_word_that_anybody_wrote_stands_somewhere(written: list[Mapping[str, Mapping[str, str]]]) -> None:
    columns = (*COLUMNS, "Own")
    before = state(("R1", {}), ("R2", {}), ("R3", {}), columns=columns)
    copies = [
        copy(before, *(row(Reference=key, **cells) for key, cells in each.items()), name=f"{n}.xlsx", columns=columns)
        for n, each in enumerate(written)
    ]

    merged = merge(KIND, before, copies, ["R1", "R2", "R3"])

    rows = dict(texts(merged.state))
    assert sorted(rows) == ["R1", "R2", "R3"]
    for each in written:
        for key, cells in each.items():
            said = " ".join(rows[key].values())
            assert all(text in said for text in cells.values())
    assert merge(KIND, merged.state, [], ["R1", "R2", "R3"]).state == merged.state
