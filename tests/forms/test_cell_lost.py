"""A row whose answer cell was deleted is not a row left blank."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.foreign import docx
from tests.foreign.fill import Manner, fill
from tests.libreoffice.values import TYPED
from tests.support.forms import DOCUMENTS, blank, codes, read

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_answer_cell_is_gone(document: str) -> None:
    """FORM-03 and null, not "the name is blank"."""

    def cut(root: etree._Element) -> None:
        rows = [row for row in root.iter(f"{_W}tr") if "".join(t.text or "" for t in row.iter(f"{_W}t"))[:2] == "D1"]
        cells = rows[0].findall(f"{_W}tc")
        rows[0].remove(cells[-1])

    found = read(docx.edit(fill(blank(document), TYPED, Manner.WORD), cut))
    assert found.line.form is not None
    assert found.line.answers["child.name"] is None
    assert codes(found) == ["ACTION-06", "CHILD-10", "CHILD-15", "FORM-03"]
