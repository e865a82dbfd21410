"""``hsbdocs review agenda`` and ``review copy``, read back by python-docx."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from hsbdocs.content.guidance import load_guidance
from hsbdocs.formats.word.own_check import check_document
from hsbdocs.model.guidance import Guidance, PointKind
from tests.command.running import CONTENT, ROOT, run
from tests.support.programs import need, to_pdf, validate_ooxml

DAY = ("--today", "2026-11-27")
COMMANDS = {"agenda": DAY, "copy": ()}


@pytest.fixture(scope="module")
def guidance() -> Guidance:
    """Everything of content/guidance; values that are named elsewhere are not filled in."""
    return load_guidance(ROOT / "content")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both documents as the command makes them."""
    folder = tmp_path_factory.mktemp("made")
    for name, options in COMMANDS.items():
        result = run("review", name, folder / f"{name}.docx", *options, *CONTENT)
        assert result.exit_code == 0, result.output
        assert f"{name}.docx" in result.output
    return {name: folder / f"{name}.docx" for name in COMMANDS}


BOTH = pytest.mark.parametrize("name", list(COMMANDS))


def _opened(path: Path) -> Document:
    return docx.Document(str(path))


def _paragraphs(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def _rows(document: Document) -> Iterator[list[str]]:
    for table in document.tables:
        yield from ([cell.text for cell in row.cells] for row in table.rows)


def test_every_question_for_the_table_stands_with_its_options(made: dict[str, Path], guidance: Guidance) -> None:
    document = _opened(made["agenda"])
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 3"]
    text = "\n".join(_paragraphs(document))
    asked = [each for each in guidance.errata if each.at_table]
    assert len(asked) >= 12
    for erratum in asked:
        assert f"[{erratum.id}] {erratum.brief}" in headings
        assert all(f"{number}. {option}" in text for number, option in enumerate(erratum.options, 1))
    boxes = [table for table in document.tables if table.rows[0].cells[0].text == "Decision"]
    assert [len(table.rows) for table in boxes] == [2] * len(asked)


def test_every_other_erratum_stands_in_a_row(made: dict[str, Path], guidance: Guidance) -> None:
    found = {cell for row in _rows(_opened(made["agenda"])) for cell in row}
    assert {f"[{each.id}]" for each in guidance.errata if not each.at_table} <= found


def test_every_contact_is_on_the_call_sheet(made: dict[str, Path], guidance: Guidance) -> None:
    rows = list(_rows(_opened(made["agenda"])))
    points = [point for contact in guidance.contacts for point in contact.points]
    values = {point.id: point.value for point in points if point.value and point.kind is not PointKind.HOURS}
    assert len(values) > 15
    for name, value in values.items():
        found = [row for row in rows if row[0] == f"[{name}]" and value in row[3]]
        assert len(found) == (value != "999"), name


def test_every_block_stands_in_the_copy_once(made: dict[str, Path], guidance: Guidance) -> None:
    opens = (re.match(r"\[([^\]]+)\] ", text) for text in _paragraphs(_opened(made["copy"])))
    counts = Counter(match[1] for match in opens if match)
    kinds = (guidance.blocks(), guidance.duties, guidance.permissions, guidance.ages, guidance.contacts)
    ids = [entry.id for kind in kinds for entry in kind]
    assert {name: counts[name] for name in ids} == dict.fromkeys(ids, 1)


@BOTH
def test_headings_never_skip_a_level(name: str, made: dict[str, Path]) -> None:
    styles = [p.style.name for p in _opened(made[name]).paragraphs if p.style is not None and p.style.name]
    levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_table_has_one_header_row_that_repeats(made: dict[str, Path]) -> None:
    tables = _opened(made["agenda"]).tables
    assert len(tables) > 15
    for table in tables:
        marked = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
        assert marked == [True] + [False] * (len(table.rows) - 1)
        assert all(cell.text for cell in table.rows[0].cells)


@BOTH
def test_the_look_is_that_of_the_house(name: str, made: dict[str, Path]) -> None:
    """A4, Arial of 12 points or more, British English; a title; the lines that every document bears; small."""
    document = _opened(made[name])
    sizes = {round(side.mm) for s in document.sections for side in (s.page_width, s.page_height) if side}
    assert sizes == {210, 297}
    styles = document.styles.element
    assert {each.get(qn("w:ascii")) for each in styles.iter(qn("w:rFonts"))} == {"Arial"}
    assert min(int(each.get(qn("w:val"), "0")) for each in styles.iter(qn("w:sz"))) >= 24
    assert [each.get(qn("w:val")) for each in styles.iter(qn("w:lang"))] == ["en-GB"]
    assert document.core_properties.title == _paragraphs(document)[0]
    assert "Sample wording, not approved for issue." in _paragraphs(document)[2]
    assert made[name].stat().st_size < 60_000


@BOTH
def test_it_is_sound_and_the_same_twice(name: str, made: dict[str, Path], tmp_path: Path) -> None:
    again = tmp_path / "again.docx"
    assert run("review", name, again, *COMMANDS[name], *CONTENT).exit_code == 0
    assert again.read_bytes() == made[name].read_bytes()
    assert check_document(again.read_bytes()) == []


def test_the_day_stands_in_the_agenda(made: dict[str, Path]) -> None:
    text = "\n".join(_paragraphs(_opened(made["agenda"])))
    assert "How the review stands on 27 November 2026" in text


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    result = run("review", "copy", tmp_path / "file" / "copy.docx", *CONTENT)
    assert result.exit_code == 3
    assert "Could not be done" in result.output


@pytest.mark.slow
def test_the_open_xml_sdk_finds_no_fault(made: dict[str, Path]) -> None:
    need("ooxml-validator")
    files = list(made.values())
    assert validate_ooxml(files) == {file: [] for file in files}


@pytest.mark.slow
@BOTH
def test_it_can_be_printed(name: str, made: dict[str, Path], tmp_path: Path) -> None:
    need("soffice")
    assert to_pdf(made[name], tmp_path).read_bytes().startswith(b"%PDF-")
