"""Where a finding stands: by the refs that a form prints, by its labels where it prints none."""

from __future__ import annotations

import pytest

from hsbdocs.model.finding import Code, Severity, Statement
from hsbdocs.model.form import Form
from hsbdocs.report.places import place_of
from tests.support.said import CATALOGUE, at
from tests.unit.reading.sheets import PUBLISHED, RELEASED


def _place(form: Form | None, location: str, *fields: str) -> str:
    found = Statement(
        code=Code.FORM_05, severity=Severity.WARNING, fields=fields, location=location, at=at(location), message="",
        hint="", source="", params={}, ring_today=False,
    )  # fmt: skip
    return place_of(found, form, CATALOGUE.ruleset.places)


@pytest.mark.parametrize(
    ("location", "fields", "refs", "labels"),
    [
        ("row D1", ["child.name"], "Row D1, Name of Child/Young Person", "Name of Child/Young Person"),
        ("row D2", ["child.date_of_birth", "child.age"], "Row D2, DOB/Age", "DOB/Age"),
        ("row O1", ["outcome.summary"], "Row O1, Summary of risk assessment", "Summary of risk assessment"),
        ("row Q4", ["considerations.q04"], "No. 4, Details of sexual partner/s.", "4. Details of sexual partner/s."),
        ("row Q4, beside the label", [], "No. 4, beside the label",
         '"4. Details of sexual partner/s.", beside the label'),
        ("row D3, hidden text", [], "Row D3, hidden text", '"Gender", hidden text'),
        ("before the first row", [], "Before the first row", "Before the first row"),
        ("after row D3", [], "After row D3", 'After "Gender"'),
        ("after row Q4", [], "After no. 4", 'After "4. Details of sexual partner/s."'),
        ("rows D3 and D4", ["child.gender", "child.ethnic_origin"], "Rows D3 and D4", '"Gender" and "Ethnic Origin"'),
        ("rows D3, D4 and D5", [], "Rows D3, D4 and D5", '"Gender", "Ethnic Origin" and "First Language"'),
        ("rows D1 to D11", [], "Rows D1 to D11", '"Name of Child/Young Person" to "School/College (If relevant)"'),
        ("rows Q4 to Q12", [], "No. 4 to 12",
         '"4. Details of sexual partner/s." to "12. Are there any signs of domestic abuse?"'),
        ("row Z9", [], "Row Z9", "Row Z9"),
        ("comment", [], "Comment", "Comment"),
        ("", [], "", ""),
    ],
)  # fmt: skip
def test_in_words(location: str, fields: list[str], refs: str, labels: str) -> None:
    assert _place(RELEASED, location, *fields) == refs
    assert _place(PUBLISHED, location, *fields) == labels


def test_a_long_label_is_shortened_between_words() -> None:
    assert _place(PUBLISHED, "after row A1") == 'After "If you have concerns, have they been discussed with the ..."'


def test_without_a_form_the_place_stands_as_it_is() -> None:
    assert _place(None, "row D1") == "Row D1"
