"""Every Word document in every edition: no empty paragraph stands for space; a screen reader would read it out."""

from __future__ import annotations

import pytest

from tests.documents.editions import WORD, built, over
from tests.documents.planted import planted
from tests.documents.wordfile import Element, WordFile, text_of, w

_SHOWN = ("drawing", "pict", "object", "sdt", "br", "sym", "sectPr", "fldChar", "fldSimple")


def empty(file: WordFile) -> list[str]:
    """The empty paragraphs, each by its part and what stands before it; those that Word asks for left out."""
    return [
        f"{name}: {_before(paragraph)}"
        for name, root in file.printed.items()
        for paragraph in root.iter(w("p"))
        if not text_of(paragraph).strip()
        and not any(True for _ in paragraph.iter(*map(w, _SHOWN)))
        and not _asked_for(paragraph)
    ]


def _asked_for(paragraph: Element) -> bool:
    """Whether it ends a cell that is empty otherwise, or stands after a table that would end a cell or the body."""
    before, after = paragraph.getprevious(), paragraph.getnext()
    ends = after is None or after.tag == w("sectPr")
    return ends and before is not None and before.tag in (w("tcPr"), w("tbl"))


def _before(paragraph: Element) -> str:
    before = paragraph.getprevious()
    return "nothing" if before is None else text_of(before)[-40:]


@over("spacing", WORD)
def test_no_paragraph_is_empty(edition: str, document: str) -> None:
    assert empty(WordFile(built(edition)[document])) == []


@pytest.mark.parametrize("new", [b"</w:p><w:p/>", b"</w:p><w:p><w:r><w:t> </w:t></w:r></w:p>"])
def test_an_empty_paragraph_would_be_found(new: bytes) -> None:
    assert len(empty(WordFile(planted("risk-assessment", "document", b"</w:p>", new)))) == 1
