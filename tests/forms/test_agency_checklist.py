"""The checklist of an agency's pack: what it prints, and that its own lines and logo raise nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import pytest

from hsbdocs.content.locate import find_roots
from hsbdocs.model.guidance import Area
from hsbdocs.model.variant import Variant
from hsbdocs.pipeline.build import build
from tests.foreign.excel.fill import fill_by_label
from tests.libreoffice.sheet_values import EXPECTED, TYPED
from tests.support.agencies import AGENCY, LOGO, png
from tests.support.forms import ROOT, blank, line, read
from tests.unit.formats.excel.views import Written
from tests.unit.formats.wordfile import unzipped, zipped


@cache
def built(variant: Variant) -> bytes:
    """The checklist in a variant."""
    with TemporaryDirectory() as folder:
        build(find_roots(ROOT), ["rag-checklist"], Path(folder), variant)
        return (Path(folder) / "rag-checklist.xlsx").read_bytes()


def of_an_agency() -> bytes:
    return built(Variant(agency=AGENCY))


def filled(data: bytes) -> bytes:
    typed = {where: text for where, text in TYPED.items() if text != "12 May 2026"}
    return fill_by_label(data, typed | {("Date of checklist", ""): "12 May 2026\t2026-05-12"})


def test_its_name_address_and_lines_stand_above_the_table() -> None:
    texts = Written(of_an_agency()).texts()
    assert texts["A4"] == (
        "Exampleshire Health Trust. Return the completed form to: "
        "Safeguarding Team, 1 Example Street, Exampletown, safeguarding@exampleshire.example"
    )
    assert texts["A5"] == "Our safeguarding lead: 01632 960123; Out of hours: 01632 960456"
    assert "Exampleshire" not in "".join(Written(blank("rag-checklist")).texts().values())


def test_its_logo_is_there_with_a_text_for_who_cannot_see_it() -> None:
    parts = unzipped(of_an_agency())
    assert [data for name, data in parts.items() if name.startswith("xl/media/")] == [LOGO.data]
    (drawing,) = (ElementTree.fromstring(parts[name]) for name in parts if name.startswith("xl/drawings/drawing"))
    (shown,) = (each for each in drawing.iter() if each.tag.endswith("cNvPr"))
    assert shown.get("descr") == LOGO.description
    (size,) = (each for each in drawing.iter() if each.tag.endswith("}ext") and each.get("cx"))
    assert int(size.get("cx", "")) / int(size.get("cy", "")) == pytest.approx(300 / 120, rel=0.02)


def test_a_return_raises_nothing_for_its_own_lines_and_logo() -> None:
    found = line(read(filled(of_an_agency())))
    assert found["answers"] == EXPECTED
    assert (found["unplaced"], found["findings"], found["status"]) == ([], [], "clear")


def test_another_picture_in_its_place_is_told() -> None:
    parts = unzipped(filled(of_an_agency()))
    (name,) = (name for name in parts if name.startswith("xl/media/"))
    parts[name] = png(300, 120, 91)
    assert [each["code"] for each in line(read(zipped(parts)))["findings"]] == ["FORM-09"]


def test_an_area_changes_nothing() -> None:
    assert built(Variant(area=Area.MEDWAY)) == blank("rag-checklist")


def test_the_marked_copy_has_numbers_readings_and_options_on_its_notes() -> None:
    notes = "\n".join(Written(built(Variant(marked=True))).texts(2).values())
    for number in ("E001", "E003", "E006", "E015", "E016", "E024", "E175", "E181", "E182", "E183", "E184"):
        assert f"\n{number} (3." in notes
    assert "\nUntil it is decided: Carson's checklist is dated 2014 in one copy and 2004 in the other." in notes
    assert "\nOption 1: Print the checklist without colours." in notes
    assert Written(built(Variant(marked=True))).texts(1) == Written(blank("rag-checklist")).texts(1)


def test_a_return_of_the_marked_copy_raises_nothing() -> None:
    found = line(read(filled(built(Variant(marked=True)))))
    assert (found["unplaced"], found["findings"], found["status"]) == ([], [], "clear")
