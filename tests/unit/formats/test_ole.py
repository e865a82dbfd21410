"""Compound files are told apart: encrypted, an old format, another type, or damaged. They are never read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.formats.ole import MAGIC, why_unreadable
from hsbdocs.formats.word.read import read_word
from hsbdocs.model.arrival import Unreadable, Why
from tests.support.programs import convert, need
from tests.unit.formats.compound import compound_file
from tests.unit.formats.wordfile import docx, p, r

ENCRYPTED = compound_file("EncryptionInfo", "EncryptedPackage")
DOC = compound_file("WordDocument", "1Table")


@pytest.mark.parametrize(
    ("streams", "why"),
    [
        (("EncryptionInfo", "EncryptedPackage"), Unreadable.ENCRYPTED),
        (("EncryptionInfo", "EncryptedPackage", "WordDocument"), Unreadable.ENCRYPTED),
        (("WordDocument", "1Table"), Unreadable.OLD_BINARY),
        (("worddocument",), Unreadable.OLD_BINARY),
        (("Workbook",), Unreadable.OLD_BINARY),
        (("Book",), Unreadable.OLD_BINARY),
        (("PowerPoint Document",), Unreadable.OLD_BINARY),
        (("__properties_version1.0",), Unreadable.WRONG_TYPE),
        (("WordDocumentary",), Unreadable.WRONG_TYPE),
        ((), Unreadable.WRONG_TYPE),
    ],
)
def test_what_a_compound_file_is(streams: tuple[str, ...], why: Unreadable) -> None:
    data = compound_file(*streams)

    assert data.startswith(MAGIC)
    assert why_unreadable(data) == Why(why)


@pytest.mark.parametrize("length", [0, 1, 8, 9, 100, 511, 512, 513, 600, 1024, 1100])
def test_a_compound_file_cut_short_is_damaged(length: int) -> None:
    assert why_unreadable(DOC[:length]) == Why(Unreadable.DAMAGED)


def test_a_cut_file_is_never_taken_for_the_name_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """olefile takes few bytes for a path: one that is there must not be opened."""
    (tmp_path / "a.doc").write_bytes(DOC)
    monkeypatch.chdir(tmp_path)

    assert why_unreadable(b"a.doc") == Why(Unreadable.DAMAGED)


@given(flips=st.lists(st.tuples(st.integers(8, len(DOC) - 1), st.integers(1, 255)), max_size=20))
def test_flipped_bytes_never_raise(flips: list[tuple[int, int]]) -> None:
    data = bytearray(DOC)
    for at, value in flips:
        data[at] ^= value

    assert isinstance(why_unreadable(bytes(data)), Why)


@pytest.mark.parametrize("data", [ENCRYPTED, DOC])
def test_the_reader_of_docx_does_not_take_a_compound_file(data: bytes) -> None:
    assert read_word(data) == Why(Unreadable.DAMAGED)


@pytest.mark.slow
def test_a_doc_saved_by_libreoffice_is_an_old_file(tmp_path: Path) -> None:
    need("soffice")
    source = tmp_path / "form.docx"
    source.write_bytes(docx(p(r("Name"))))

    saved = convert(source, "doc", tmp_path / "out")

    assert why_unreadable(saved.read_bytes()) == Why(Unreadable.OLD_BINARY)
