"""Workbooks that come one by one, twice, and against one another: nothing is chosen, lost or taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from hsbdocs.content.guidance import load_guidance
from hsbdocs.content.locate import Roots
from hsbdocs.pipeline import review
from hsbdocs.pipeline.review import apply
from hsbdocs.store.files import write_atomic
from tests.command.running import run
from tests.review.books import (
    TODAY,
    by_openpyxl,
    changed,
    content_bytes,
    reloaded,
    says,
    typed,
)
from tests.support.forms import ROOT


def _corrected(sent: Path, out: Path, value: str, by: str = "A. Sample", second: str = "B. Sample") -> Path:
    name = "Contacts", "C08.phone"
    return typed(
        sent,
        out,
        (*name, "Value", value),
        (*name, "Checked by", by),
        (*name, "Checked on", "25 November 2026"),
        (*name, "Second person", second),
    )


def test_nothing_is_taken_as_checked_on_which_partners_do_not_agree(roots: Roots, sent: Path, tmp_path: Path) -> None:
    before = content_bytes(roots)
    books = [_corrected(sent, tmp_path / f"{name}.xlsx", f"01634 000 {name}") for name in ("111", "222")]
    applied = apply(roots, books, TODAY)
    assert len(applied.asked.conflicts) == 1
    assert (applied.asked.changes, content_bytes(roots)) == ((), before)


def test_workbooks_may_come_back_one_by_one(roots: Roots, sent: Path, tmp_path: Path) -> None:
    """What one partner corrected, another's untouched cell does not take back."""
    apply(roots, [_corrected(sent, tmp_path / "a.xlsx", "01634 000 111")], TODAY)
    applied = apply(roots, [typed(sent, tmp_path / "b.xlsx", ("Contacts", "C06.phone", "Remark", "busy"))], TODAY)
    assert (applied.asked.changes, applied.asked.problems) == ((), ())
    (comment,) = applied.asked.comments
    assert comment.startswith("C06.phone: busy [b.xlsx, Contacts, row ")
    guidance, _ = reloaded(roots)
    assert guidance.by_id["C08.phone"].value == "01634 000 111"


def test_another_value_that_comes_later_is_no_choice(roots: Roots, sent: Path, tmp_path: Path) -> None:
    apply(roots, [_corrected(sent, tmp_path / "a.xlsx", "01634 000 111")], TODAY)
    applied = apply(roots, [_corrected(sent, tmp_path / "b.xlsx", "01634 000 222")], TODAY)
    assert says(applied, "C08.phone", "01634 000 111", "01634 000 222", "settle it first")
    assert applied.asked.changes == ()


def test_twice_is_once(roots: Roots, sent: Path, tmp_path: Path) -> None:
    book = by_openpyxl(_filled(sent, tmp_path), tmp_path / "again.xlsx", {})
    apply(roots, [book], TODAY)
    before = content_bytes(roots)
    applied = apply(roots, [book], TODAY)
    assert applied.done == ()
    assert content_bytes(roots) == before


def _filled(sent: Path, tmp_path: Path) -> Path:
    """A number checked by two, a decision, two additions and a sign-off."""
    additions = {
        ("Additions", f"{column}{row}"): text
        for row in (2, 3)
        for column, text in zip(
            "BCDEGHI",
            (
                f"Line {row}",
                "phone",
                "kent",
                f"01634 000 {row}00",
                "None in working hours",
                "KSCMP",
                "26 November 2026",
            ),
            strict=True,
        )
    }
    book = by_openpyxl(_corrected(sent, tmp_path / "one.xlsx", "01634 000 111"), tmp_path / "two.xlsx", additions)
    return typed(
        book,
        tmp_path / "three.xlsx",
        ("Decisions", "E035", "Decision", "option 1"),
        ("Decisions", "E035", "For area", "kent"),
        ("Decisions", "E035", "Decided by", "KSCMP"),
        ("Decisions", "E035", "Decided on", "26 November 2026"),
        ("Sign-off", "kscmp", "Outcome", "Reviewed, kept with changes"),
        ("Sign-off", "kscmp", "Signed by", "C. Sample"),
        ("Sign-off", "kscmp", "Signed on", "1 December 2026"),
    )


def test_two_additions_in_one_workbook(roots: Roots, sent: Path, tmp_path: Path) -> None:
    applied = apply(roots, [_filled(sent, tmp_path)], TODAY)
    assert applied.refused == ()
    guidance, _ = reloaded(roots)
    assert [contact.name for contact in guidance.contacts[-2:]] == ["Line 2", "Line 3"]


def test_partners_sign_off_one_after_the_other(roots: Roots, sent: Path, tmp_path: Path) -> None:
    applied = apply(roots, [_filled(sent, tmp_path)], TODAY)
    assert says(applied, "No review is recorded yet", "Medway")
    later = typed(
        sent,
        tmp_path / "m.xlsx",
        ("Sign-off", "mscp", "Outcome", "reviewed: kept, with changes"),
        ("Sign-off", "mscp", "Signed by", "D. Sample"),
        ("Sign-off", "mscp", "Signed on", "2 December 2026"),
    )
    apply(roots, [later], TODAY)
    _, edition = reloaded(roots)
    assert edition.reviewed is not None
    assert (edition.reviewed.on, edition.reviewed.outcome) == ("2026-12-02", "Reviewed, kept with changes")


def _decided(sent: Path, out: Path, what: str, area: str) -> Path:
    name = "Decisions", "E035"
    return typed(
        sent,
        out,
        (*name, "Decision", what),
        (*name, "For area", area),
        (*name, "Decided by", "The partnerships"),
        (*name, "Decided on", "26 November 2026"),
    )


def test_another_decision_that_comes_later_is_no_choice(roots: Roots, sent: Path, tmp_path: Path) -> None:
    apply(roots, [_decided(sent, tmp_path / "a.xlsx", "1", "kent")], TODAY)
    applied = apply(roots, [_decided(sent, tmp_path / "b.xlsx", "2", "kent")], TODAY)
    assert says(applied, "E035", "decided already", "nothing was chosen")
    apply(roots, [_decided(sent, tmp_path / "c.xlsx", "2", "medway")], TODAY)
    guidance, _ = reloaded(roots)
    assert [each.area.value for each in guidance.by_id["E035"].decisions] == ["kent", "medway"]


@pytest.mark.parametrize(
    ("what", "area", "words"),
    [
        ("7", "both", "names no single option"),
        ("1 and 2", "both", "names no single option"),
        ("1", "", "should be kent, medway or both"),
        ("1", "essex", "should be kent, medway or both"),
    ],
)
def test_what_is_no_decision(what: str, area: str, words: str, roots: Roots, sent: Path, tmp_path: Path) -> None:
    applied = apply(roots, [_decided(sent, tmp_path / "a.xlsx", what, area)], TODAY)
    assert says(applied, "E035", words)
    assert applied.asked.changes == ()


def test_a_day_that_has_not_come(roots: Roots, sent: Path, tmp_path: Path) -> None:
    applied = apply(roots, [_corrected(sent, tmp_path / "a.xlsx", "01634 000 111")], date(2026, 11, 1))
    assert says(applied, "25 November 2026", "has not come yet")


def test_one_column_sorted_alone(roots: Roots, sent: Path, tmp_path: Path) -> None:
    known = load_guidance(roots.content).by_id
    swapped = (("C05.phone", known["C06.phone"].value), ("C06.phone", known["C05.phone"].value))
    cells = [("Contacts", name, "Value", value) for name, value in swapped]
    applied = apply(roots, [typed(sent, tmp_path / "a.xlsx", *cells)], TODAY)
    assert says(applied, "C05.phone", "is what C06.phone had")
    assert applied.asked.changes == ()


def test_a_row_added_under_contacts_is_shown_the_way(roots: Roots, sent: Path, tmp_path: Path) -> None:
    def add(book: openpyxl.Workbook) -> None:
        book["Contacts"][f"B{book['Contacts'].max_row + 1}"] = "Ours"

    assert says(apply(roots, [changed(sent, tmp_path / "a.xlsx", add)], TODAY), "without an id", "Additions")


def test_nothing_that_is_there_is_written_over(sent: Path) -> None:
    before = sent.read_bytes()
    result = run("review", "workbook", sent, "--content", ROOT)
    assert result.exit_code == 2
    assert "is there already" in result.stderr
    assert sent.read_bytes() == before


def test_decisions_of_two_areas_at_once(roots: Roots, sent: Path, tmp_path: Path) -> None:
    books = [_decided(sent, tmp_path / f"{area}.xlsx", str(at), area) for at, area in enumerate(("kent", "medway"), 1)]
    assert apply(roots, books, TODAY).refused == ()
    guidance, _ = reloaded(roots)
    assert [each.area.value for each in guidance.by_id["E035"].decisions] == ["kent", "medway"]


def test_a_disk_that_is_full_midway_leaves_content_as_it_was(
    roots: Roots, sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several files change together or not at all."""
    book, before = _filled(sent, tmp_path), content_bytes(roots)
    written: list[Path] = []

    def full(path: Path, data: bytes) -> None:
        written.append(path)
        if len(written) == 2:
            raise OSError(28, "No space left on device")
        write_atomic(path, data)

    monkeypatch.setattr(review, "write_atomic", full)
    with pytest.raises(OSError, match="No space left"):
        apply(roots, [book], TODAY)
    assert len(written) > 2
    assert content_bytes(roots) == before
