"""The response pathway as built: the table says every step and every line by itself, the picture says no more."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from lxml import etree

from hsbdocs.content.guidance import load_guidance
from hsbdocs.content.locate import find_roots
from hsbdocs.documents.pathway_chart import pathway_drawing, pathway_svg
from hsbdocs.formats.chart.drawing import Drawing, Look
from hsbdocs.formats.chart.raster import DOTS, png
from hsbdocs.model.guidance import Area
from hsbdocs.model.pathway_words import PathwayWords
from hsbdocs.model.variant import READER, Variant
from hsbdocs.pipeline.build import build
from hsbdocs.pipeline.kinds import read_pack
from tests.documents.forces import FORCES
from tests.support.forms import ROOT
from tests.support.programs import convert_all, need
from tests.unit.formats.chart.pixels import grey_rows
from tests.unit.formats.chart.test_chart import crossed
from tests.unit.formats.wordfile import W, unzipped, zipped

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_SVG = "{http://www.w3.org/2000/svg}"
CAPTION = "Drawn from the text; not the published flowchart, which this source lacks; not approved."
#: The forces of what stands at any step, hand-typed from the lines L404, L241 and L447 of the source.
OF_THE_BAND = ("call 999", "must make a child protection referral", "must refer to children's social services")


@cache
def _document(variant: Variant = READER) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        (made,) = build(find_roots(ROOT), ["response-pathway"], Path(folder), variant)
        return made.path.read_bytes()


@cache
def _body(variant: Variant = READER) -> etree._Element:
    return etree.fromstring(unzipped(_document(variant))["word/document.xml"])


def _text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{{{W}}}t")).replace("\u00a0", " ")


def _paragraphs(variant: Variant = READER) -> list[str]:
    return [_text(paragraph) for paragraph in _body(variant).iter(f"{{{W}}}p")]


def _rows(variant: Variant = READER) -> list[list[list[str]]]:
    """The rows of the table of steps: of each cell its paragraphs."""
    table = list(_body(variant).iter(f"{{{W}}}tbl"))[1]
    return [
        [[_text(paragraph) for paragraph in cell.iter(f"{{{W}}}p")] for cell in row.iter(f"{{{W}}}tc")]
        for row in table.iter(f"{{{W}}}tr")
    ]


@cache
def _written() -> list[dict[str, Any]]:
    """The steps as they are written, those at any step apart."""
    steps = yaml.safe_load((ROOT / "content" / "guidance" / "pathway.yaml").read_text(encoding="utf-8"))
    return [step for step in steps if step["kind"] != "band"]


@cache
def _drawing() -> Drawing:
    return pathway_drawing(load_guidance(ROOT / "content"), _words())


@cache
def _words() -> PathwayWords:
    words = read_pack(find_roots(ROOT)).sound().documents["response-pathway"].pathway
    assert words is not None
    return words


# ---- The table ---------------------------------------------------------------------------------

VARIANTS = [READER, Variant(marked=True), Variant(area=Area.KENT), Variant(area=Area.MEDWAY), Variant(large_print=True)]


@pytest.mark.parametrize("variant", VARIANTS, ids=["reader", "marked", "kent", "medway", "large"])
def test_the_table_alone_says_every_step_and_every_line(variant: Variant) -> None:
    numbers = {step["id"]: number for number, step in enumerate(_written(), 1)}
    wanted = {
        (numbers[step["id"]], leads.get("when", "next"), numbers[leads["to"]])
        for step in _written()
        for leads in step.get("leads", ())
    }
    said = set()
    for first, _, where in _rows(variant)[2:]:
        number = int(first[0].split()[0])
        for line in where:
            match = re.fullmatch(r"(.+): (?:go|back) to (\d+)", line)
            assert match or line == "the last step"
            said |= {(number, match[1], int(match[2]))} if match else set()
    assert said == wanted
    titles = [re.sub(r" (\?|\((E\d+\?(, )?)+\))$", "", row[0][0]) for row in _rows(variant)[2:]]
    assert titles == [
        f"{number} {'Not said: ' if step['kind'] == 'gap' else ''}{step['title']}"
        for number, step in enumerate(_written(), 1)
    ]


def test_each_step_prints_every_duty_that_it_rests_on_with_its_force() -> None:
    guidance = load_guidance(ROOT / "content")
    for step, row in zip(_written(), _rows()[2:], strict=True):
        said = " ".join(row[1])
        for name in step.get("duties", ()):
            entry = guidance.by_id[name]
            words = next(filter(None, (getattr(entry, name, "") for name in ("duty", "option", "rule"))))
            assert words in said, entry.id
            assert {"must": "must ", "should": "should "}.get(getattr(entry, "force", ""), "") in said


def test_danger_stands_first_and_again_in_the_table() -> None:
    texts = _paragraphs()
    danger = [
        number for number, text in enumerate(texts) if text.startswith("A child is in immediate danger: call 999")
    ]
    picture = texts.index("The pathway as a picture")
    assert len(danger) == 2
    assert danger[0] < texts.index("Any time: 999") < picture < danger[1]
    first = _rows()[1]
    assert first[0] == ["At any step ?"]
    assert all(any(words in line for line in first[1]) for words in OF_THE_BAND)


def test_it_says_what_it_is_and_is_not() -> None:
    said = " ".join(_paragraphs())
    for words in (
        "Sample wording, not approved for issue.",
        "its section 4.2 is empty",
        "The order of the steps is ours.",
        "does not decide for you",
        "A referral comes before paperwork.",
    ):
        assert words in said


@pytest.mark.parametrize(("area", "point"), [(Area.KENT, "C06.phone"), (Area.MEDWAY, "C05.phone")])
def test_an_areas_edition_has_its_own_numbers(area: Area, point: str) -> None:
    other = getattr(load_guidance(ROOT / "content").by_id[point], "value")  # noqa: B009
    assert other in " ".join(_paragraphs())
    assert other not in " ".join(_paragraphs(Variant(area=area)))


def test_a_marked_copy_has_the_numbers_of_what_is_in_doubt() -> None:
    marked = " ".join(_paragraphs(Variant(marked=True)))
    assert all(f"{name}?" in marked for name in ("E033", "E038", "E054", "E110", "E111", "E185"))
    assert not re.search(r"\bE\d{3}\b", " ".join(_paragraphs()))


# ---- The picture -------------------------------------------------------------------------------


def _boxes() -> Iterator[tuple[int, str]]:
    for box in _drawing().boxes[1:]:
        text = " ".join(line.text for line in box.lines)
        yield int(text.split()[0]), text


def test_the_picture_has_the_numbers_and_words_of_the_table() -> None:
    titles = {number: step["title"] for number, step in enumerate(_written(), 1)}
    found = dict(_boxes())
    assert set(found) == set(titles)
    assert all(titles[number] in text for number, text in found.items())
    lines = {(line.start, line.end, line.label.text if line.label else "") for line in _drawing().lines}
    back = {("step-review", "step-decision")}
    written = {(s["id"], each["to"], each.get("when", "")) for s in _written() for each in s.get("leads", ())}
    assert lines == {each for each in written if each[:2] not in back}
    assert "if more becomes known: back to 17" in found[25]


def test_every_force_in_the_picture_is_the_sources() -> None:
    band = " ".join(line.text for line in _drawing().boxes[0].lines)
    assert all(words in band for words in OF_THE_BAND)
    assert len(re.findall(r"\b(must|should|always|will|may|need)\b", band)) == 2
    for number, text in _boxes():
        said = re.findall(r"\(([a-z, ]+)\)", text)
        assert said == ([FORCES[number]] if number in FORCES else []), text
        rest = re.sub(r"\([a-z, ]+\)", "", text)
        assert not re.search(r"\b(must|should|always|will|may|need)\b", rest), text


def test_no_line_of_the_picture_goes_through_a_box() -> None:
    assert crossed(_drawing()) == []


@pytest.mark.slow
def test_all_ink_of_the_words_lies_inside_the_boxes_or_beside_the_lines() -> None:
    """The words alone, drawn by a real font: none of their dots lies where no word was to be."""
    root = etree.fromstring(pathway_svg(load_guidance(ROOT / "content"), _words()))
    for drawn in [*root.iter(f"{_SVG}polygon", f"{_SVG}polyline")]:
        drawn.getparent().remove(drawn)  # type: ignore[union-attr]
    drawing, edge = _drawing(), 1.5
    rooms = [
        (box.left + edge, box.top + edge, box.left + box.width - edge, box.top + box.height - edge)
        for box in drawing.boxes
    ]
    beside = [*drawing.caption, *(line.label for line in drawing.lines if line.label)]
    rooms += [(each.left, each.baseline - 11, each.left + each.width, each.baseline + 4) for each in beside]
    rows = grey_rows(png(etree.tostring(root)))
    dark = 0
    for number, row in enumerate(rows):
        y = number / DOTS
        spans = sorted((left * DOTS, right * DOTS) for left, top, right, bottom in rooms if top <= y <= bottom)
        for at in (at for at, value in enumerate(row) if value < 160):
            dark += 1
            assert any(left <= at <= right for left, right in spans), (at / DOTS, y)
    assert dark > 50_000


def test_the_caption_stands_inside_the_picture_and_its_shapes_say_what_they_are() -> None:
    assert _drawing().caption[0].text == CAPTION
    looks = {box.look for box in _drawing().boxes}
    assert looks == set(Look)
    assert "Dashed: not said in the guidance." in _drawing().caption[1].text


def test_word_gets_a_png_and_the_svg_beside_it_with_words_instead() -> None:
    parts = unzipped(_document())
    blip = next(_body().iter(f"{{{_A}}}blip"))
    other = next(blip.iter(_SVG_BLIP))
    rels = {each.get("Id"): each.get("Target") for each in etree.fromstring(parts["word/_rels/document.xml.rels"])}
    shown, drawn = (f"word/{rels[each.get(f'{{{_R}}}embed')]}" for each in (blip, other))
    assert parts[shown].startswith(b"\x89PNG")
    assert etree.fromstring(parts[drawn]).tag == f"{_SVG}svg"
    types = parts["[Content_Types].xml"].decode()
    assert 'Extension="svg" ContentType="image/svg+xml"' in types
    said = next(_body().iter(f"{{{_WP}}}docPr")).get("descr", "")
    assert "The table after the picture says every box and every arrow in words." in said
    assert parts[shown] == png(parts[drawn])
    assert len(docx.Document(io.BytesIO(_document())).inline_shapes) == 1


def test_the_type_of_the_picture_is_12_points_on_paper() -> None:
    svg = next(data for name, data in unzipped(_document()).items() if name.endswith(".svg"))
    root = etree.fromstring(svg)
    wide = float(root.get("viewBox", "").split()[2])
    extent = int(next(_body().iter(f"{{{_WP}}}extent")).get("cx", "0")) / 12_700
    sizes = [float(each.get("font-size", "")) for each in root.iter() if each.get("font-size")]
    assert sizes
    assert min(sizes) * extent / wide == pytest.approx(12, abs=0.01)


def test_large_print_has_no_picture_and_says_so() -> None:
    """Its type would be the size of everybody's: the table is there in 18 points."""
    assert not list(_body(Variant(large_print=True)).iter(f"{{{_A}}}blip"))
    assert "There is no picture in large print." in " ".join(_paragraphs(Variant(large_print=True)))
    assert "There is no picture" not in " ".join(_paragraphs())


def _drawn_by_word_processor(folder: Path) -> list[tuple[str, float, float, float, float]]:
    """The words of the picture's page where LibreOffice draws the SVG itself: each with its place on the page."""
    parts = unzipped(_document())
    root = etree.fromstring(parts["word/document.xml"])
    blip = next(root.iter(f"{{{_A}}}blip"))
    blip.set(f"{{{_R}}}embed", next(blip.iter(_SVG_BLIP)).get(f"{{{_R}}}embed", ""))
    blip[:] = []
    parts["word/document.xml"] = etree.tostring(root)
    source = folder / "drawn.docx"
    source.write_bytes(zipped(parts))
    pdf = convert_all([source], "pdf", folder)[source]
    command = ["pdftotext", "-f", "2", "-l", "2", "-bbox", str(pdf), "-"]
    said = etree.fromstring(subprocess.run(command, capture_output=True, check=True).stdout)
    return [
        (each.text or "", *(float(each.get(name, "")) for name in ("xMin", "yMin", "xMax", "yMax")))  # type: ignore[misc]
        for each in said.iter("{http://www.w3.org/1999/xhtml}word")
    ]


@pytest.mark.slow
def test_every_word_is_in_its_box_when_another_program_draws_it(tmp_path: Path) -> None:
    """With Liberation Sans by LibreOffice, read by poppler: the words of each box, in it, and none is lost."""
    need("soffice")
    need("pdftoppm")  # pdftotext comes with it
    words = _drawn_by_word_processor(tmp_path)
    first = next(word for word in words if word[0] == "At")
    left, top = first[1] - _drawing().boxes[0].lines[0].left, first[2] - (_drawing().boxes[0].lines[0].baseline - 11)
    for box in _drawing().boxes:
        inside = [
            text
            for text, x, y, to_x, to_y in words
            if box.left <= x - left and to_x - left <= box.left + box.width
            and box.top <= (y + to_y) / 2 - top <= box.top + box.height
        ]  # fmt: skip
        assert sorted(inside) == sorted(word for line in box.lines for word in line.text.split()), box.id
    said = " ".join(text for text, *_ in words)
    assert all(line.text in said for line in _drawing().caption)
