"""A file is known by what it is, not by what its name says."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.intake.open import load, transcribe
from hsbdocs.model.transcript import Transcript, Unreadable
from tests.command.odd_files import PDF, PNG, empty_zip, many_parts, ole, other_office, word, zip_bomb


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.txt", "a", "a.DOCX"])
def test_a_word_file_under_any_name(name: str) -> None:
    found = transcribe(word("<w:p><w:r><w:t>Zebra</w:t></w:r></w:p>"), Path(name))
    assert isinstance(found, Transcript)
    assert [p.text for p in found.paragraphs] == ["Zebra"]


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        pytest.param(b"", "a.docx", Unreadable.DAMAGED, id="empty docx"),
        pytest.param(b"", "a.txt", Unreadable.DAMAGED, id="empty txt"),
        pytest.param(b"just text", "a.docx", Unreadable.DAMAGED, id="text docx"),
        pytest.param(b"just text", "a.txt", Unreadable.WRONG_TYPE, id="text"),
        pytest.param(PDF, "a.pdf", Unreadable.WRONG_TYPE, id="pdf"),
        pytest.param(PNG, "a.png", Unreadable.WRONG_TYPE, id="png"),
        pytest.param(PDF, "a.docx", Unreadable.WRONG_TYPE, id="pdf named docx"),
        pytest.param(PNG, "a.docx", Unreadable.WRONG_TYPE, id="png named docx"),
        pytest.param(b"PK\x03\x04 and no more", "a.docx", Unreadable.DAMAGED, id="only a signature"),
        pytest.param(word("<w:p/>")[:-40], "a.docx", Unreadable.DAMAGED, id="cut"),
        pytest.param(word("<w:p>", broken=True), "a.docx", Unreadable.DAMAGED, id="broken xml"),
        pytest.param(word("<w:p/>", doctype=True), "a.docx", Unreadable.DAMAGED, id="doctype"),
        pytest.param(empty_zip(), "a.docx", Unreadable.WRONG_TYPE, id="zip"),
        pytest.param(other_office("xlsx"), "a.xlsx", Unreadable.WRONG_TYPE, id="xlsx"),
        pytest.param(other_office("xlsx"), "a.docx", Unreadable.WRONG_TYPE, id="xlsx named docx"),
        pytest.param(other_office("odt"), "a.odt", Unreadable.WRONG_TYPE, id="odt"),
        pytest.param(ole("EncryptedPackage", "EncryptionInfo"), "a.docx", Unreadable.ENCRYPTED, id="encrypted"),
        pytest.param(ole("WordDocument"), "a.doc", Unreadable.OLD_BINARY, id="doc"),
        pytest.param(ole("WordDocument"), "a.docx", Unreadable.OLD_BINARY, id="doc named docx"),
        pytest.param(ole("Workbook"), "a.xls", Unreadable.OLD_BINARY, id="xls"),
        pytest.param(ole("__properties_version1.0"), "a.msg", Unreadable.WRONG_TYPE, id="msg"),
        pytest.param(ole("WordDocument")[:600], "a.doc", Unreadable.DAMAGED, id="cut doc"),
        pytest.param(zip_bomb(), "a.docx", Unreadable.TOO_LARGE, id="bomb"),
        pytest.param(many_parts(), "a.docx", Unreadable.TOO_LARGE, id="many parts"),
    ],
)
def test_why_a_file_is_not_read(data: bytes, name: str, why: Unreadable) -> None:
    assert transcribe(data, Path(name)) is why


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK", b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")]))
def test_junk_is_told_and_never_raised(data: bytes, start: bytes) -> None:
    assert isinstance(transcribe(start + data, Path("a.docx")), Unreadable)


@given(st.integers(0, 3000), st.integers(1, 255))
def test_a_flipped_byte_never_raises(position: int, change: int) -> None:
    data = bytearray(word("<w:p><w:r><w:t>Zebra</w:t></w:r></w:p>"))
    data[position % len(data)] ^= change
    assert isinstance(transcribe(bytes(data), Path("a.docx")), Transcript | Unreadable)


@given(st.integers(0, 3000))
def test_a_cut_file_is_damaged(length: int) -> None:
    data = word("<w:p/>")
    assert transcribe(data[: length % len(data)], Path("a.docx")) is Unreadable.DAMAGED


def test_load_gives_the_bytes_or_says_why_not(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one")
    assert load(tmp_path / "a") == b"one"
    assert load(tmp_path / "none") is Unreadable.NOT_OPENED


def test_a_very_large_file_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as stream:
        stream.truncate(51 * 1024 * 1024)

    def refuse(_: Path) -> bytes:
        raise AssertionError("was read")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert load(path) is Unreadable.TOO_LARGE


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may open everything")
def test_a_file_that_may_not_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"x")
    path.chmod(0)
    assert load(path) is Unreadable.NOT_OPENED
