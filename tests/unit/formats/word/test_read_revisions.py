"""Tracked changes: what was put in counts, what was taken out does not."""

import pytest

from hsbdocs.model.location import Location
from hsbdocs.model.transcript import Mark
from tests.support.said import where
from tests.unit.formats.word.reads import owners, read, rows, spans, texts
from tests.unit.formats.wordfile import p, r, sdt, tbl, tc, tr

WHO = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
GONE = "<w:r><w:delText>gone</w:delText></w:r>"


def test_insertions_count_and_are_marked() -> None:
    found = read(p(r("a"), f"<w:ins {WHO}>{r('b')}</w:ins>", r("c")))

    assert spans(found) == [("a", 0), ("b", Mark.INSERTED), ("c", 0)]


def test_what_was_moved_counts_at_its_new_place() -> None:
    moved_from = f"<w:moveFrom {WHO}>{r('moved')}</w:moveFrom>"
    found = read(p(r("a"), moved_from) + p(f"<w:moveTo {WHO}>{r('moved')}</w:moveTo>"))

    assert texts(found) == ["a", "moved"]
    assert found.paragraphs[1].spans[0].marks == Mark.INSERTED


@pytest.mark.parametrize(
    "deleted",
    [
        f"<w:del {WHO}>{GONE}</w:del>",
        f"<w:del {WHO}>{r('gone')}</w:del>",
        f"<w:moveFrom {WHO}>{r('gone')}</w:moveFrom>",
        f"<w:ins {WHO}><w:del {WHO}>{GONE}</w:del></w:ins>",
        f"<w:del {WHO}>{sdt('x', r('gone'))}</w:del>",
        GONE,
    ],
)
def test_deletions_do_not_count(deleted: str) -> None:
    assert texts(read(p(r("a"), deleted, r("b")))) == ["ab"]


def test_changes_inside_a_control() -> None:
    found = read(p(sdt("a", f"<w:ins {WHO}>{r('new')}</w:ins><w:del {WHO}>{GONE}</w:del>")))

    assert owners(found) == {"a": "new"}


def test_a_control_inside_an_insertion() -> None:
    assert owners(read(p(f"<w:ins {WHO}>{sdt('a', r('new'))}</w:ins>"))) == {"a": "new"}


def test_deleted_rows_are_left_out_and_inserted_rows_are_not() -> None:
    found = read(
        tbl(
            tr(tc(p(r("1")))),
            tr(tc(p(f"<w:del {WHO}>{GONE}</w:del>")), properties=f"<w:cantSplit/><w:del {WHO}/>"),
            tr(tc(p(r("2"))), properties=f"<w:ins {WHO}/>"),
            sdt("a", tr(tc(p(r("3"))), properties=f"<w:del {WHO}/>")),
        )
    )

    assert rows(found) == [["1"], ["2"]]


def test_a_changed_format_is_not_a_second_text() -> None:
    change = f"<w:rPrChange {WHO}><w:rPr><w:b/></w:rPr></w:rPrChange>"
    found = read(p(f"<w:pPr><w:pPrChange {WHO}><w:pPr/></w:pPrChange></w:pPr>", r("a", change)))

    assert spans(found) == [("a", 0)]


def test_what_is_taken_out_is_kept_beside_the_text() -> None:
    found = read(p(r("a"), f"<w:del {WHO}>{GONE}</w:del>", r("b"), f"<w:del {WHO}>{GONE}</w:del>"))

    assert [(each.text, each.deleted) for each in found.paragraphs] == [("ab", "gonegone")]
    assert found.marks & Mark.DELETED
    assert not read(p(r("a"))).marks & Mark.DELETED


def test_the_mark_between_two_paragraphs_taken_out() -> None:
    gone = f"<w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>"

    assert texts(read(p(gone, r("27/03/2011 1")) + p(gone, r("5")) + p(r(" years")) + p(r("x")))) == [
        "27/03/2011 15 years",
        "x",
    ]
    assert texts(read(p(gone, r("a")))) == ["a"]


def test_rows_and_cells_taken_out_or_hidden_are_kept_apart() -> None:
    def cell(text: str, properties: str) -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(r(text))}</w:tc>"

    found = read(
        tbl(
            tr(tc(p(r("1"))), cell("cell", f"<w:cellDel {WHO}/>"), tc(p(r("2")))),
            tr(tc(p(f"<w:del {WHO}>{GONE}</w:del>")), tc(p(r("more"))), properties=f"<w:del {WHO}/>"),
            tr(tc(p(r("unseen"))), properties="<w:hidden/>"),
            tr(cell("below", "<w:vMerge/>"), cell("", "<w:vMerge/>"), tc(p(r("3")))),
        )
    )

    assert rows(found) == [["1", "2"], ["", "", "3"]]
    assert [(where(Location(aside.kind)), aside.text) for aside in found.asides] == [
        ("cell taken out by tracked changes", "cell"),
        ("row taken out by tracked changes", "gone more"),
        ("hidden row", "unseen"),
        ("hidden below a merged cell", "below"),
    ]
