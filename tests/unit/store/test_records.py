"""What is kept without --full: coded values and findings, and nothing that names anybody; and how it is written."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.model.line import Carried, Correction, FormOfLine, Line, RulesOfLine, Status, UnplacedOfLine, as_text
from hsbdocs.model.record import RecognisedBy
from hsbdocs.store.records import coded, write_records
from tests.unit.reading.complete import EXPECTED
from tests.unit.reading.sheets import RELEASED

_CODED = {
    "outcome.category",
    *(f"actions.{row}.answer" for row in ("discussed", "support", "safeguarding_lead", "referral", "saved", "other")),
    "completion.mode",
    "completion.date",
}
_WHOLE = Line(
    file="returned/Amber Example.docx",
    member=None,
    part=1,
    sha256="0123456789abcdef" * 4,
    status=Status.CLEAR,
    form=FormOfLine(id="risk-assessment", version="2023.06-1", document=None, recognised_by=RecognisedBy.STAMP),
    answers=dict(EXPECTED),
    as_written={"child.date_of_birth": "3/4/2011"},
    unplaced=(UnplacedOfLine("Amber", "after row D1"),),
    findings=(),
    rules=RulesOfLine(version="1", changed={}),
    pack="kent-medway",
)


def line(**changes: Any) -> Line:
    """A line as parse makes it."""
    return msgspec.structs.replace(_WHOLE, **changes)


def test_only_coded_values_are_kept() -> None:
    kept = coded(line(), RELEASED)
    assert set(kept.answers) == set(EXPECTED)
    assert {field for field, value in kept.answers.items() if value is not None} == _CODED
    assert all(kept.answers[field] == EXPECTED[field] for field in _CODED)
    assert (kept.as_written, kept.unplaced) == ({}, ())


def test_the_file_name_is_not_kept() -> None:
    kept = coded(line(member="in/Amber Example.docx"), RELEASED)
    assert kept.file == "0123456789ab"
    assert "Amber" not in as_text(kept)


def test_a_file_that_was_not_opened_has_a_name_too() -> None:
    kept = coded(line(sha256="", form=None, answers={}, status=Status.UNREAD), None)
    assert kept.file
    assert "Amber" not in as_text(kept)


def test_without_its_form_nothing_is_known_to_be_a_code() -> None:
    assert set(coded(line(), None).answers.values()) == {None}


def test_of_corrections_who_made_them_is_kept_and_what_was_carried_over_is_not() -> None:
    by, day = "AB", "2026-06-01"
    later = line(
        corrected={
            "child.name": Correction(by=by, on=day, basis="told by the sender", value="Amber"),
            "completion.date": Correction(by=by, on=day, basis="read in the original", value="2026-05-12"),
        },
        carried=Carried(version="2023.06-2", answers={"child.name": "Amber"}),
    )
    kept = coded(later, RELEASED)
    assert "Amber" not in as_text(kept)
    assert kept.corrected == {
        "child.name": Correction(by=by, on=day, basis="told by the sender"),
        "completion.date": Correction(by=by, on=day, basis="read in the original", value="2026-05-12"),
    }


def test_the_line_itself_is_left_alone() -> None:
    whole = line()
    before = as_text(whole)
    coded(whole, RELEASED)
    assert as_text(whole) == before


@given(st.dictionaries(st.sampled_from(sorted(set(EXPECTED) - _CODED)), st.just("Zebra99"), min_size=1))
def test_no_personal_word_is_kept(answers: dict[str, str]) -> None:
    kept = coded(line(answers={**EXPECTED, **answers}, as_written=answers), RELEASED)
    assert "Zebra99" not in as_text(kept)


@pytest.mark.parametrize("key", ["schema", "part", "sha256", "status", "form", "findings", "rules", "pack"])
def test_the_rest_is_kept(key: str) -> None:
    assert getattr(coded(line(), RELEASED), key) == getattr(line(), key)


def test_lines_are_written_one_by_one_and_stand_there_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_text("old")

    def lines() -> Iterator[str]:
        yield as_text(line())
        assert (tmp_path / "records.jsonl").read_text() == "old"
        yield as_text(line(part=2))

    path = write_records(tmp_path, lines())

    assert path.read_text(encoding="ascii") == f"{as_text(line())}\n{as_text(line(part=2))}\n"
    assert [path.name for path in tmp_path.iterdir()] == ["records.jsonl"]


def test_a_run_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    def lines() -> Iterator[str]:
        yield as_text(line())
        raise OSError("disk full")

    (tmp_path / "records.jsonl").write_text("old")
    with pytest.raises(OSError, match="disk full"):
        write_records(tmp_path, lines())
    assert (tmp_path / "records.jsonl").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["records.jsonl"]


def test_of_an_age_the_band_is_kept() -> None:
    bands = {12: "under 13", 13: "13-15", 15: "13-15", 16: "16-17", 17: "16-17", 18: "18 or more"}
    for age, band in bands.items():
        kept = coded(line(answers={**EXPECTED, "child.age": age}), RELEASED)
        assert (kept.age_band, kept.answers["child.age"]) == (band, None)
    assert not isinstance(coded(line(answers={**EXPECTED, "child.age": None}), RELEASED).age_band, str)
