"""The ledger: each form once, whatever happens; what is kept in it is what comes out."""

import hashlib
import os
import sqlite3
import stat
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hsbdocs.model.cell import Cell
from hsbdocs.model.line import Line, RulesOfLine, Status
from hsbdocs.model.register import Entry, Sheet, SheetState
from hsbdocs.model.report import Standing
from hsbdocs.store.ledger import LEDGER, SCHEMA, Keeps, LedgerProblem, Told, ledger

ENTRY = Entry(form="risk-assessment", version="1", standing=Standing.CLEAR, filled="12 of 12")


def line(sha256: str, part: int = 1) -> Line:
    """A line as coded."""
    return Line(
        file=sha256[:12],
        member=None,
        part=part,
        sha256=sha256,
        status=Status.CLEAR,
        form=None,
        answers={},
        as_written={},
        unplaced=(),
        findings=(),
        rules=RulesOfLine(version="1", changed={}),
    )


def sha(number: int) -> str:
    return hashlib.sha256(str(number).encode()).hexdigest()


def test_new_the_same_and_changed(tmp_path: Path) -> None:
    with ledger(tmp_path, Keeps.CODED) as opened:
        told, kept = opened.keep(sha(1), 1, line(sha(1)), ENTRY, "2026-06-01")
        assert (told, kept.received) == (Told.NEW, "2026-06-01")
    other = msgspec.structs.replace(ENTRY, ring_today=True)
    with ledger(tmp_path, Keeps.CODED) as opened:
        assert opened.keep(sha(1), 1, line(sha(1)), ENTRY, "2026-06-08")[0] is Told.SAME
        told, again = opened.keep(sha(1), 1, line(sha(1)), other, "2026-06-08")
        assert (told, again.received, again.reference) == (Told.CHANGED, "2026-06-01", kept.reference)
        assert [each.entry for each in opened.forms()] == [other]
        (written,) = (msgspec.json.decode(each, type=Line) for each in opened.lines())
        assert (written.reference, written.received) == (kept.reference, "2026-06-01")


@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 3)), max_size=30), st.randoms())
def test_references_do_not_depend_on_the_order(forms: list[tuple[int, int]], random: object) -> None:
    import tempfile

    found = []
    for order in (forms, sorted(forms)):
        with tempfile.TemporaryDirectory() as folder, ledger(Path(folder), Keeps.CODED) as opened:
            for number, part in order:
                opened.keep(sha(number), part, line(sha(number), part), ENTRY, "2026-06-01")
            found.append({(each.sha256, each.part): each.reference for each in opened.forms()})
    assert found[0] == found[1]
    assert len(set(found[0].values())) == len(set(forms))


def test_sheets_come_back_and_the_last_writings_are_known(tmp_path: Path) -> None:
    cell = Cell(date="2026-06-01", note="rang", look="dd/mm/yyyy", fill="FFCC00")
    with ledger(tmp_path, Keeps.CODED) as opened:
        for number in range(1, 71):
            state = SheetState(("Reference",), (("R1", {"Rung": cell, "N": Cell(value=number)}),), {"R1": ("x",)})
            opened.set_sheets(number, {Sheet.REGISTER: state})
    with ledger(tmp_path, Keeps.CODED) as opened:
        last = opened.sheet(Sheet.REGISTER)
        assert last == state
        assert opened.writings() == 70
        assert opened.sheet(Sheet.REGISTER, 30) is not None
        assert opened.sheet(Sheet.REGISTER, 2) is None
        assert opened.sheet(Sheet.ORGANISATIONS) is None


def test_one_run_at_a_time(tmp_path: Path) -> None:
    one, other = ledger(tmp_path, Keeps.CODED), ledger(tmp_path, Keeps.CODED)
    with one, pytest.raises(LedgerProblem, match="Another run"), other:
        pass  # pragma: no cover


def test_coded_and_full_do_not_mix(tmp_path: Path) -> None:
    with ledger(tmp_path, Keeps.CODED):
        pass
    with pytest.raises(LedgerProblem, match="coded values only"), ledger(tmp_path, Keeps.FULL):
        pass  # pragma: no cover


@pytest.mark.parametrize(
    "data", [b"not a ledger, but long enough to be looked at" * 50, b"SQLite format 3\0" + b"x" * 5000]
)
def test_a_file_that_is_none_is_said_and_left_alone(tmp_path: Path, data: bytes) -> None:
    (tmp_path / LEDGER).write_bytes(data)
    with pytest.raises(LedgerProblem, match="cannot be used"), ledger(tmp_path, Keeps.CODED):
        pass  # pragma: no cover
    assert (tmp_path / LEDGER).read_bytes() == data


def test_a_newer_one_is_said(tmp_path: Path) -> None:
    with ledger(tmp_path, Keeps.CODED):
        pass
    with sqlite3.connect(tmp_path / LEDGER) as database:
        database.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (str(SCHEMA + 1),))
    database.close()
    with pytest.raises(LedgerProblem, match="another version"), ledger(tmp_path, Keeps.CODED):
        pass  # pragma: no cover


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_it_is_its_owners_alone(tmp_path: Path) -> None:
    with ledger(tmp_path, Keeps.CODED):
        pass
    assert stat.S_IMODE((tmp_path / LEDGER).stat().st_mode) == 0o600
