"""An agency's logo on the checklist: calm above the form, nothing where its own blank has it, else never excused."""

from datetime import date
from pathlib import Path

import pytest

from hsbdocs.content.locate import find_roots
from hsbdocs.model.arrival import Arrival
from hsbdocs.pipeline.parse import Parser
from tests.damage.judge import good_forms
from tests.foreign.excel.logo import with_logo
from tests.support.forms import ROOT, blank, codes, read

PICTURES = {"FORM-06", "FORM-09"}
FILLED = "excel.xlsx"


@pytest.mark.parametrize(("first", "last", "said"), [(0, 1, {"FORM-09"}), (0, 20, {"FORM-06"}), (12, 13, {"FORM-06"})])
def test_by_its_place(first: int, last: int, said: set[str]) -> None:
    found = read(with_logo(good_forms()[FILLED], first, last), FILLED)
    assert PICTURES & set(codes(found)) == said
    assert found.line.answers == read(good_forms()[FILLED], FILLED).line.answers


@pytest.mark.parametrize(("picture", "said"), [(b"a logo", set()), (b"another", {"FORM-06"})])
def test_by_the_blank_of_the_agency(picture: bytes, said: set[str], tmp_path: Path) -> None:
    (tmp_path / "blank.xlsx").write_bytes(with_logo(blank("rag-checklist"), 0, 20))
    settings = tmp_path / "hsbdocs.toml"
    settings.write_text('blanks = ["blank.xlsx"]\n', encoding="utf-8")
    parser = Parser(find_roots(ROOT), date(2026, 6, 1), settings)
    data = with_logo(good_forms()[FILLED], 12, 13, picture)
    (found,) = parser.read_file(Arrival(file=FILLED, name=FILLED, data=data))
    assert PICTURES & set(codes(found)) == said
