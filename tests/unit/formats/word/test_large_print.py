"""Large print: what is printed grows to 18 point or more, and tables keep their width."""

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from hsbdocs.formats.word.large_print import enlarged, with_long_rows
from tests.support.forms import ROOT
from tests.unit.formats.wordfile import unzipped

TEMPLATES = sorted((Path(__file__).resolve().parents[4] / "templates").glob("*.docx"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_type_grows_and_tables_keep_their_width(template: Path, tmp_path: Path) -> None:
    after = tmp_path / "after.docx"
    after.write_bytes(enlarged(template.read_bytes()))

    old, new = docx.Document(str(template)), docx.Document(str(after))

    sizes = {int(size.get(qn("w:val"))) for size in new.styles.element.iter(qn("w:sz")) if _is_type(size)}
    assert min(sizes) >= 36
    for before, now in zip(old.tables, new.tables, strict=True):
        assert sum(_grid(now)) == sum(_grid(before))
        assert _grid(now)[0] >= _grid(before)[0]
        for row in now.rows:
            widths = [
                int(width.get(qn("w:w"))) for width in row._tr.iter(qn("w:tcW")) if width.get(qn("w:type")) == "dxa"
            ]
            assert sum(widths) <= sum(_grid(now))
    assert (new.sections[0].bottom_margin or 0) > (old.sections[0].bottom_margin or 0)


def _is_type(size: Any) -> bool:
    return bool(size.getparent().tag == qn("w:rPr"))


def _grid(table: Any) -> list[int]:
    return [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.iter(qn("w:gridCol"))]


def test_rows_that_may_be_long_go_on_over_the_page() -> None:
    template = (ROOT / "templates" / "response-pathway.docx").read_bytes()
    assert b"<w:cantSplit/>" in unzipped(template)["word/document.xml"]
    long = unzipped(with_long_rows(template))
    assert b"cantSplit" not in long["word/document.xml"]
    assert {name for name in long if long[name] != unzipped(template)[name]} == {"word/document.xml"}
