"""What a finding carries: the row and its label, periods and the month of the review; nothing that was written."""

from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.content.catalogue import load_catalogue
from hsbdocs.model.finding import Statement
from tests.rules.test_decisions import TABLE, found
from tests.support.forms import ROOT
from tests.unit.rules.records import ADDENDUM, BASE, CHECKLIST, GUIDE, Given, complete, findings

CATALOGUE = load_catalogue(ROOT / "content")
_FREE = sorted(
    field
    for field in BASE
    if not field.endswith((".answer", ".date", "_birth", ".age", ".nhs_number", ".category", ".mode"))
)


def _text(statement: Statement) -> str:
    return " ".join([statement.message, statement.hint, statement.note, statement.location, str(statement.params)])


def test_params_hold_ref_label_period_and_due() -> None:
    for line in TABLE:
        for finding in found(line):
            assert set(finding.params) <= {"ref", "label", "period", "due"}
            assert all(field in BASE or field in CHECKLIST or field in ADDENDUM for field in finding.fields)


def test_the_review_date_is_as_printed() -> None:
    (finding,) = (each for each in found(next(line for line in TABLE if line.code == "FORM-02")) if not each.fields)
    assert finding.params == {"due": "June 2026"}
    assert "(June 2026)" in CATALOGUE.say(finding).message


def test_periods_are_those_of_the_guide() -> None:
    for line in TABLE:
        for finding in found(line):
            months = GUIDE.months.get(finding.code)
            assert finding.params.get("period") == (f"{months} months" if months else None)
    assert {code.value: months for code, months in GUIDE.months.items()} == {
        "CHILD-08": 3,
        "AGE-18": 12,
        "SIGN-08": 12,
    }


def test_a_row_finding_names_the_first_row_and_its_label() -> None:
    finding = findings(complete({"child.gender": None}))[0]
    assert finding.params == {"ref": "D3", "label": "Gender"}
    assert finding.fields == ("child.gender",)


@given(st.dictionaries(st.sampled_from(_FREE), st.integers(0, 10**6).map(lambda number: f"Zq{number}zebra police")))
def test_no_finding_repeats_what_was_written(written: dict[str, Given]) -> None:
    more: dict[str, Given] = {"actions.referral.answer": "no", "child.age": 12, "child.nhs_number": "9990000018"}
    for finding in findings(complete({**written, **more})):
        said = _text(CATALOGUE.say(finding))
        assert "zebra" not in said
        for value in ("9990000018", "2011-04-03", "2011", "Amber", "Example", "Writer"):
            assert value not in said
