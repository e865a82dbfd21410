"""Every Word document in every edition: tables that can be read out, and controls that say what they ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.documents.editions import WORD, built, over
from tests.documents.planted import planted
from tests.documents.wordfile import Element, WordFile, text_of, value, w


def silent_tables(file: WordFile) -> Iterator[str]:
    """What tables lack: a header row that is marked as one, words in its cells, a title, a description."""
    for root in file.printed.values():
        for table in root.iter(w("tbl")):
            title = value(table, "tblPr/tblCaption") or ""
            yield from (f"{title}: {lacks}" for lacks in _lacks(table, title))


def _lacks(table: Element, title: str) -> Iterator[str]:
    rows = list(table.iterchildren(w("tr")))
    marked = [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows]
    if marked != [True] + [False] * (len(rows) - 1):
        yield "its first row, and no other, is to be marked as header row"
    if not all(text_of(cell).strip() for cell in rows[0].iter(w("tc"))):
        yield "a cell of its header row is empty"
    if not title.strip():
        yield "it has no title"
    if len(value(table, "tblPr/tblDescription") or "") < 20:
        yield "it has no description"


def silent_controls(file: WordFile) -> list[str]:
    """The controls that have no title, by their text."""
    controls = (control for root in file.printed.values() for control in root.iter(w("sdt")))
    return [text_of(control) for control in controls if not (value(control, "sdtPr/alias") or "").strip()]


@over("tables", WORD)
def test_tables_have_header_rows_titles_and_descriptions(edition: str, document: str) -> None:
    assert list(silent_tables(WordFile(built(edition)[document]))) == []


@over("controls", WORD)
def test_controls_have_titles(edition: str, document: str) -> None:
    assert silent_controls(WordFile(built(edition)[document])) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<w:tblHeader/>", b""),
        (b'<w:tblCaption w:val="Actions"/>', b""),
        (b'<w:tblDescription w:val="', b'<w:tblDescription w:val="" w:x="'),
        (b">Ref</w:t>", b"></w:t>"),
    ],
)
def test_a_silent_table_would_be_found(old: bytes, new: bytes) -> None:
    assert len(list(silent_tables(WordFile(planted("risk-assessment", "document", old, new))))) == 1


def test_a_silent_control_would_be_found() -> None:
    data = planted("risk-assessment", "document", b'<w:alias w:val="Gender"/>', b"")
    assert silent_controls(WordFile(data)) == ["Click or tap to write"]
