"""The template of the checklist saved by LibreOffice: what is built from it looks the same."""

from __future__ import annotations

import pytest

from hsbdocs.formats.excel.look import Look
from hsbdocs.formats.excel.template import read_template
from hsbdocs.formats.excel.write import write_workbook
from tests.foreign.excel.logo import with_logo
from tests.support.agencies import png
from tests.support.programs import convert
from tests.unit.formats.excel.views import IDENTITY, TEMPLATE, VIEW, look

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> Look:
    """The look of the template with a logo, saved again."""
    folder = tmp_path_factory.mktemp("template")
    source = folder / TEMPLATE.name
    source.write_bytes(with_logo(TEMPLATE.read_bytes(), 0, 1, png(30, 12, 90)))
    saved = convert(source, "xlsx:Calc MS Excel 2007 XML", folder / "saved")
    return read_template(saved.name, saved.read_bytes())


def test_every_named_cell_looks_the_same(resaved: Look) -> None:
    found = {name: (s.font, s.size, s.ink, s.fill, s.bold, s.italic) for name, s in resaved.styles.items()}
    assert found == {name: (s.font, s.size, s.ink, s.fill, s.bold, s.italic) for name, s in look().styles.items()}
    for name, style in look().styles.items():
        kept = resaved.styles[name].others
        wanted = {key: value for key, value in style.others.items() if key.endswith("_color") or key == "valign"}
        assert {key: kept.get(key) for key in wanted} == wanted, name


def test_columns_margins_and_logo(resaved: Look) -> None:
    assert resaved.widths == pytest.approx(look().widths, rel=0.02)
    for name in ("left", "right", "top", "bottom"):
        assert getattr(resaved.margins, name) == pytest.approx(getattr(look().margins, name), abs=0.02)
    assert resaved.logo is not None
    assert resaved.logo.data == png(30, 12, 90)


def test_it_can_be_built_from(resaved: Look) -> None:
    assert write_workbook(VIEW, resaved, IDENTITY)
