"""Lines that a release does not freeze: a form that prints others reads back without a word about them."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
import docx.document
import docx.text.paragraph
import pytest
from docx.shared import Mm

from hsbdocs.content.locate import find_roots
from hsbdocs.content.releases import load_releases
from tests.libreoffice import client, values
from tests.support.forms import ROOT, blank, line, read
from tests.support.varied import AGENCY, STATE, hashed, logo, varied, without_hashes

GUIDED = "risk-assessment-guided"
#: What may be said of a blank, whatever its variable lines are.
_OUTSIDE = ("FORM-05", "FORM-06", "FORM-09", "FORM-11", "FORM-07", "FORM-04")


@cache
def _prompts() -> dict[str, str]:
    """Every prompt of the latest released form, and another in its place."""
    form = [form for form in load_releases(find_roots(ROOT).content) if GUIDED in form.documents][-1]
    texts = [prompt.text for row in form.rows for prompt in row.prompts]
    return {text: f"Think of point {number} in your own words. Is it not so?" for number, text in enumerate(texts)}


@cache
def _form() -> tuple[bytes, list[str]]:
    return varied(blank(GUIDED), _prompts())


def _outside(data: bytes) -> list[tuple[str, str, str]]:
    findings = line(read(data))["findings"]
    return [(f["code"], f["severity"], f["location"]) for f in findings if f["code"] in _OUTSIDE]


def test_the_form_made_by_hand_is_what_it_is_meant_to_be() -> None:
    data, new = _form()
    assert len(new) == 3 + len(_prompts())
    assert len(_prompts()) > 12
    found = line(read(data))
    said = "\n".join(each["text"] for each in found["unplaced"])
    assert all(text in said for text in (STATE, *AGENCY, *_prompts().values()))


def test_it_reads_back_without_a_word_about_its_own_lines() -> None:
    data, new = _form()
    found = line(read(hashed(data, new)))
    assert found["unplaced"] == []
    assert _outside(hashed(data, new)) == []
    assert [f["code"] for f in found["findings"]] == [f["code"] for f in line(read(blank(GUIDED)))["findings"]]


@pytest.mark.slow
def test_through_libreoffice_too(tmp_path: Path) -> None:
    data, new = _form()
    path, target = tmp_path / "varied.docx", tmp_path / "filled.docx"
    path.write_bytes(hashed(data, new))
    client.fill([client.Job(path, target, "docx", values.TYPED)])
    found = line(read(target.read_bytes()))
    assert found["answers"] == values.EXPECTED
    assert found["unplaced"] == []
    assert found["status"] == "clear"
    assert _outside(target.read_bytes()) == []


def test_without_the_properties_it_is_advice() -> None:
    """Above the first row and below the questions; below a question with an empty box it may be its answer."""
    data, _ = _form()
    found = _outside(without_hashes(data))
    said = [each for each in found if each[0] == "FORM-05"]
    assert ("FORM-05", "advice", "before the first row") in said
    assert {severity for _, severity, _ in said} == {"advice"}
    assert {code for code, _, _ in found} == {"FORM-05", "FORM-07", "FORM-09"}


def test_what_was_written_in_is_told_beside_them() -> None:
    """A line that the form did not print, where its own stand: no less serious than ever."""
    data, new = _form()
    written = new[:2]  # the second agency line is not among the hashes
    assert _outside(hashed(data, [*written, *new[3:]])) == [("FORM-05", "warning", "before the first row")]


def test_a_form_of_the_time_before_had_no_such_lines() -> None:
    """Its properties are there and name no pack: what stands above its first row was written in."""
    data, _ = varied((ROOT / "tests/released/2023.06-1/risk-assessment.docx").read_bytes(), {})
    said = [each for each in _outside(data) if each[0] == "FORM-05"]
    assert said == [("FORM-05", "warning", "before the first row")]


# ---- Where they count ----------------------------------------------------------------------------


def _with(data: bytes, change: Callable[[docx.document.Document], None]) -> bytes:
    document = docx.Document(io.BytesIO(data))
    change(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_what_released_documents_print_around_is_no_writing_wherever_an_editor_leaves_it() -> None:
    around = (
        "Risk Assessment Tool for Sexually Active Young People",
        "Confidential when completed: safeguarding record",
    )
    form = next(form for form in load_releases(find_roots(ROOT).content) if GUIDED in form.documents)
    actions = next(section for section in form.sections if section.heading == "Actions")
    lines = (*around, f"{actions.heading}{actions.description}", actions.description)

    def moved(document: docx.document.Document) -> None:
        for text in lines:
            document.add_paragraph(text)
            document.paragraphs[0].insert_paragraph_before(text)

    released = (ROOT / "tests/released/2023.06-1/risk-assessment.docx").read_bytes()
    assert _outside(_with(released, moved)) == []


def test_a_known_line_with_a_tick_beside_it_was_written_in() -> None:
    data, new = _form()
    ticked = _with(hashed(data, new), lambda document: _set(document.add_paragraph(), f"\u2611 {AGENCY[0]}"))
    assert _outside(ticked) == [("FORM-05", "warning", "after row C7")]


def _set(paragraph: docx.text.paragraph.Paragraph, text: str) -> None:
    paragraph.add_run(text)


@pytest.mark.parametrize(("row", "code"), [(1, "FORM-06"), (3, "FORM-06")])
def test_a_known_picture_in_an_answer_is_told(row: int, code: str) -> None:
    data, new = _form()

    def drawn(document: docx.document.Document) -> None:
        cell = document.tables[0].rows[row].cells[2]
        cell.paragraphs[0].add_run().add_picture(io.BytesIO(logo()), width=Mm(10))

    assert (code, "error", f"row D{row}") in _outside(_with(hashed(data, new), drawn))


def test_a_known_line_typed_into_an_answer_is_the_answer() -> None:
    data, new = _form()
    typed = _with(
        hashed(data, new), lambda document: _set(document.tables[0].rows[8].cells[2].paragraphs[0], f" {AGENCY[0]}")
    )
    assert AGENCY[0] in (line(read(typed))["answers"]["child.address"] or "")
