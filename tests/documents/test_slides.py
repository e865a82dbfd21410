"""The slides: each can be read, read out, and led by somebody who has only its notes; nothing lies off the slide."""

from __future__ import annotations

import io
import itertools
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from pptx import Presentation

from hsbdocs.content.locate import Roots, find_roots
from hsbdocs.model.faults import AuthorError
from hsbdocs.model.variant import Variant
from hsbdocs.pipeline.build import NotInLargePrint, build
from tests.documents.deck import A, Deck, P, SlidePart, text_of
from tests.documents.editions import EDITIONS, built
from tests.documents.forces import FORCES
from tests.documents.pages import pages
from tests.support.forms import ROOT
from tests.support.programs import convert_all, need, validate_ooxml
from tests.unit.content.planting import Copy

HAVE = [name for name, edition in EDITIONS.items() if edition.holds("slides")]
EACH = pytest.mark.parametrize(
    "edition", [pytest.param(e, marks=[] if e == "reader" else pytest.mark.slow) for e in HAVE]
)
WRITTEN = yaml.safe_load((ROOT / "content/documents/slides.yaml").read_text(encoding="utf-8"))["slides"]
STEPS = yaml.safe_load((ROOT / "content/guidance/pathway.yaml").read_text(encoding="utf-8"))
#: The order of the hour, as it was asked for.
ORDER = ("this hour", "danger", "difficult", "covers", "consent", "under 13", "parents", "stages", "harmful",
         "technology", "pathway 1", "pathway 2", "pathway 3", "ring", "case", "questions", "leaves open",
         "sources")  # fmt: skip


@cache
def _deck(edition: str) -> Deck:
    return Deck(built(edition)["slides"])


@EACH
def test_slides_stand_in_the_order_of_the_hour_with_a_title_each(edition: str) -> None:
    titles = [slide.title for slide in _deck(edition).slides]
    assert 12 <= len(titles) <= 18
    assert len(set(titles)) == len(titles)
    assert titles == [slide["title"] for slide in WRITTEN]
    assert all(word in title.casefold() for word, title in zip(ORDER, titles, strict=True))


@EACH
def test_every_slide_says_something_and_has_notes(edition: str) -> None:
    for slide in _deck(edition).slides:
        assert len(slide.text.split()) >= 8, slide.title
        assert len(slide.said.split()) >= 8, slide.title


@EACH
def test_the_first_and_the_last_slide_say_how_the_edition_stands(edition: str) -> None:
    first, *_, last = (slide.text for slide in _deck(edition).slides)
    for text in (first, last):
        assert "Sample wording, not approved for issue. Stated review date:" in text
        assert "guidance of June 2023, reworded" in text
        assert "not a substitute for the guidance" in text
        assert "slides, content 2023.06-1" in text
    assert all("Sample wording, not approved for issue." in slide.text for slide in _deck(edition).slides)


@EACH
def test_type_has_18_points_or_more_and_is_british_english(edition: str) -> None:
    deck = _deck(edition)
    for name, root in deck.roots("slides", "slideLayouts", "slideMasters").items():
        sizes = {int(each.get("sz", "0")) for each in root.iter() if each.tag in (f"{A}rPr", f"{A}defRPr")} - {0}
        assert min(sizes, default=1800) >= 1800, name
    for name, root in deck.roots("slides", "notesSlides").items():
        assert {run.get("lang") for run in root.iter(f"{A}rPr")} == {"en-GB"}, name
        assert all(run.find(f"{A}rPr") is not None for run in root.iter(f"{A}r")), name


@EACH
def test_what_is_no_text_has_words_for_who_cannot_see_it(edition: str) -> None:
    kinds = ("graphicFrame", "grpSp", "cxnSp", "pic")
    found = 0
    for slide in _deck(edition).slides:
        for shape in (each for kind in kinds for each in slide.tree.iter(f"{P}{kind}")):
            (names, *_) = shape.iter(f"{P}cNvPr")
            assert len((names.get("descr") or "").split()) >= 4, f"{slide.title}: {names.get('name')}"
            found += 1
    assert found > 4


@EACH
def test_title_comes_first_and_number_last(edition: str) -> None:
    """The order of the shapes is that in which they are read out."""
    for slide in _deck(edition).slides:
        kinds = [place.get("type") for place in slide.tree.iter(f"{P}ph")]
        assert kinds[0] in ("title", "ctrTitle")
        assert kinds[-2:] == ["ftr", "sldNum"]
        identities = [each.get("id") for each in slide.tree.iter(f"{P}cNvPr")]
        assert len(set(identities)) == len(identities)


@EACH
def test_tables_have_a_header_row_and_no_empty_cell(edition: str) -> None:
    tables = [table for slide in _deck(edition).slides for table in slide.tree.iter(f"{A}tbl")]
    assert len(tables) == 2
    for table in tables:
        looks = table.find(f"{A}tblPr")
        assert looks is not None
        assert looks.get("firstRow") == "1"
        assert all(text_of(cell) for cell in table.iter(f"{A}tc"))


def _light(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_of_words_can_be_read_on_every_ground() -> None:
    """WCAG 2: 4.5 to 1. Words are dark on white, on the tint of questions and on the grey of tables."""
    deck = _deck("reader")
    grounds = ("FFFFFF", "E6EEF2", "E7E7E7")
    theme = deck.roots("theme")["ppt/theme/theme1.xml"]
    words = {
        each.get("val", "")
        for root in (*deck.roots("slides", "slideLayouts").values(),)
        for run in root.iter()
        if run.tag in (f"{A}rPr", f"{A}defRPr")
        for each in run.iter(f"{A}srgbClr")
    }
    for name in ("dk1", "dk2"):
        words |= {each.get("val", "") for each in theme.findall(f".//{A}{name}/{A}srgbClr")}
    assert {"1A1A1A", "595959"} <= words
    for word, ground in itertools.product(words, grounds):
        low, high = sorted((_light(word), _light(ground)))
        assert (high + 0.05) / (low + 0.05) >= 4.5, (word, ground)


def _boxes(slide: SlidePart) -> list[str]:
    (group,) = slide.tree.iter(f"{P}grpSp")
    return [
        text_of(shape)
        for shape in group.iter(f"{P}sp")
        if next(shape.iter(f"{P}cNvPr")).get("name", "").startswith("step-") and re.match(r"\d+ ", text_of(shape))
    ]


def test_the_pathway_is_all_there_in_the_order_of_its_steps() -> None:
    boxes = [box for slide in _deck("reader").slides for box in (_boxes(slide) if "Pathway" in slide.title else [])]
    steps = [step for step in STEPS if step["kind"] != "band"]
    assert len(boxes) == len(steps)
    for number, (box, step) in enumerate(zip(boxes, steps, strict=True), 1):
        gap = "Not said: " if step["kind"] == "gap" else ""
        assert box.startswith(f"{number} {gap}{' '.join(step['title'].split())}")
        assert re.findall(r"\(([a-z, ]+)\)", box) == ([FORCES[number]] if number in FORCES else [])


def test_every_line_of_the_pathway_is_drawn_or_said() -> None:
    numbers = {step["id"]: at for at, step in enumerate((s for s in STEPS if s["kind"] != "band"), 1)}
    slides = [slide for slide in _deck("reader").slides if "Pathway" in slide.title]
    drawn = {
        (int(found[1]), int(found[2]))
        for slide in slides
        for each in slide.tree.iter(f"{P}cNvPr")
        if (found := re.match(r"Line from (\d+) to (\d+)", each.get("descr") or ""))
    }
    boxes = {int(box.split()[0]): box for slide in slides for box in _boxes(slide)}
    for step in (each for each in STEPS if each["kind"] != "band"):
        for leads in step.get("leads", ()):
            start, end = numbers[step["id"]], numbers[leads["to"]]
            assert (start, end) in drawn or re.search(rf"– .*: (back to )?{end}$", boxes[start]), (start, end)


@pytest.mark.slow
def test_an_areas_edition_has_its_own_numbers() -> None:
    ring = {e: next(s.text for s in _deck(e).slides if s.title == "Whom to ring") for e in ("reader", "kent", "medway")}
    assert "01634 334 466" in ring["reader"].replace("\u00a0", " ")
    assert "01634" not in ring["kent"]
    assert "Out of Hours Services" not in ring["medway"]
    assert all("not verified: nobody recorded a check" in text for text in ring.values())
    assert "Hillview Academy Trust" in _deck("agency").slides[0].text


@pytest.mark.slow
def test_an_agencys_logo_stands_above_the_first_title_and_is_said() -> None:
    first, *others = _deck("agency").slides
    (picture,) = first.tree.iter(f"{P}pic")
    assert next(picture.iter(f"{P}cNvPr")).get("descr") == "Logo of Hillview Academy Trust"
    (place,) = picture.iter(f"{A}xfrm")
    top, high = int(place[0].get("y", "")), int(place[1].get("cy", ""))
    deck: Any = Presentation(io.BytesIO(built("agency")["slides"]))
    assert 0 < top < top + high < deck.slides[0].shapes.title.top
    assert int(place[1].get("cx", "")) == pytest.approx(3 * high, rel=0.01)
    assert not any(True for slide in (*others, *_deck("reader").slides) for _ in slide.tree.iter(f"{P}pic"))


def test_the_notes_of_the_last_slide_explain_every_sign() -> None:
    *others, last = _deck("reader").slides
    assert any("?)" in slide.text for slide in others)
    assert "Marked ?: in doubt in the guidance" in last.said
    assert "The service that takes referrals has eight names" in last.said


def test_a_reader_of_presentations_opens_it_and_finds_layouts_by_name() -> None:
    deck: Any = Presentation(io.BytesIO(built("reader")["slides"]))
    assert [slide.slide_layout.name for slide in deck.slides] == [slide["layout"] for slide in WRITTEN]
    assert deck.core_properties.language == "en-GB"
    assert deck.core_properties.title == "Children and sexual behaviour: an hour on the guidance"


def test_the_notes_for_whoever_leads_name_every_slide_in_its_order() -> None:
    """Each step of the hour names its slides; together they are all of them, once."""
    path = ROOT / "content/documents/facilitator-notes.yaml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))["parts"][3]["rows"]
    named: list[int] = []
    for row in rows:
        found = re.search(r"Slides? (\d+)(?: (?:to|and) (\d+))?", row[1]["text"])
        assert found, row
        named += range(int(found[1]), int(found[2] or found[1]) + 1)
    assert named == list(range(1, len(WRITTEN) + 1))


# ---- As others see it --------------------------------------------------------------------------


@pytest.mark.slow
def test_the_open_xml_sdk_finds_no_fault(tmp_path: Path) -> None:
    need("ooxml-validator")
    files = []
    for edition in HAVE:
        files.append(tmp_path / f"{edition}.pptx")
        files[-1].write_bytes(built(edition)["slides"])
    files.append(tmp_path / "template.pptx")
    files[-1].write_bytes((ROOT / "templates" / "slides.pptx").read_bytes())
    assert validate_ooxml(files) == {file: [] for file in files}


@pytest.mark.slow
def test_the_open_xml_sdk_does_find_a_fault(tmp_path: Path) -> None:
    need("ooxml-validator")
    from tests.unit.formats.wordfile import unzipped, zipped

    parts = unzipped(built("reader")["slides"])
    parts["ppt/slides/slide1.xml"] = parts["ppt/slides/slide1.xml"].replace(b"</p:spTree>", b"<p:odd/></p:spTree>")
    file = tmp_path / "odd.pptx"
    file.write_bytes(zipped(parts))
    assert validate_ooxml([file])[file]


@pytest.mark.slow
def test_libreoffice_shows_every_word_inside_the_slide_and_above_its_foot(tmp_path: Path) -> None:
    need("impress")
    need("pdftoppm")
    files = {edition: tmp_path / f"{edition}.pptx" for edition in HAVE}
    for edition, file in files.items():
        file.write_bytes(built(edition)["slides"])
    made = convert_all(list(files.values()), "pdf", tmp_path / "pdf")
    for edition, file in files.items():
        slides, shown = _deck(edition).slides, pages(made[file])
        assert len(shown) == len(slides)
        for number, (slide, page) in enumerate(zip(slides, shown, strict=True), 1):
            where = f"{edition}, slide {number}"
            said = "".join("".join(line.text for line in page.lines).split())
            words = [word for word in re.findall(r"\w+", slide.text.replace("\u2039#\u203a", ""))]
            assert [word for word in words if word not in said] == [], where
            assert len(words) >= 8
            foot = [
                line for line in page.lines if line.text.startswith("Sample wording") and line.top > page.height * 0.9
            ]
            assert len(foot) == 1, where
            for line in page.lines:
                assert line.left >= 0, (where, line)
                assert line.right <= page.width, (where, line)
                assert line.bottom <= page.height, (where, line)
                inside = line.top >= foot[0].top - 1 or line.bottom <= foot[0].top + 1
                assert inside, (where, "lies over the foot", line)


# ---- What is not sound -------------------------------------------------------------------------


def _tried(copy: Copy, tmp_path: Path) -> list[str]:
    with pytest.raises(AuthorError) as raised:
        build(Roots(copy.content, copy.templates, copy.content), ["slides"], tmp_path / "out")
    return [str(fault) for fault in raised.value.faults]


def test_a_template_without_a_layout_or_a_place_is_refused(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    path = copy.templates / "slides.pptx"
    deck: Any = Presentation(str(path))
    next(each for each in deck.slide_layouts if each.name == "Table").name = "Tables"
    deck.save(str(path))
    assert "slides.pptx" in _tried(copy, tmp_path)[0]
    assert "no layout of the name Table" in _tried(copy, tmp_path)[0]


def test_a_pathway_that_does_not_fit_or_is_not_there_is_refused(tmp_path: Path) -> None:
    file = "documents/slides.yaml"
    copy = Copy(tmp_path)
    copy.replace(file, "steps: [step-start, step-images]", "steps: [step-start, step-decision]")
    assert "points high on a slide that has room for" in _tried(copy, tmp_path)[0]
    copy.replace(file, "steps: [step-start, step-decision]", "steps: [step-start, step-nowhere]")
    (told,) = _tried(copy, tmp_path)
    assert "step-nowhere is no step of the pathway" in told
    assert "slides[10].steps" in told


def test_there_is_no_large_print_of_slides(tmp_path: Path) -> None:
    with pytest.raises(NotInLargePrint, match=r"slides has no large print: its type has 18 points or more as it is\."):
        build(find_roots(ROOT), ["slides"], tmp_path, Variant(large_print=True))
