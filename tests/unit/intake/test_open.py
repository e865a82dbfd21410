"""A file is known by what it is, not by what its name says."""

import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.formats.package import LARGEST_FILE, megabytes
from hsbdocs.intake.arrivals import arrival
from hsbdocs.intake.open import transcribe
from hsbdocs.model.arrival import Unreadable, Why
from hsbdocs.model.transcript import Transcript
from tests.command.odd_files import PDF, PNG, empty_zip, many_parts, ole, other_office, word, zip_bomb


def kind(found: Transcript | Why) -> Unreadable:
    """Why it was not read."""
    assert isinstance(found, Why)
    return found.kind


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "a.txt", "a", "a.DOCX"])
def test_a_word_file_under_any_name(name: str) -> None:
    found = transcribe(word("<w:p><w:r><w:t>Zebra</w:t></w:r></w:p>"), name)
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
    assert kind(transcribe(data, name)) is why


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK", b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")]))
def test_junk_is_told_and_never_raised(data: bytes, start: bytes) -> None:
    assert isinstance(transcribe(start + data, "a.docx"), Why)


@given(st.integers(0, 3000), st.integers(1, 255))
def test_a_flipped_byte_never_raises(position: int, change: int) -> None:
    data = bytearray(word("<w:p><w:r><w:t>Zebra</w:t></w:r></w:p>"))
    data[position % len(data)] ^= change
    assert isinstance(transcribe(bytes(data), "a.docx"), Transcript | Why)


@given(st.integers(0, 3000))
def test_a_cut_file_is_damaged(length: int) -> None:
    data = word("<w:p/>")
    assert kind(transcribe(data[: length % len(data)], "a.docx")) is Unreadable.DAMAGED


def test_an_arrival_has_the_bytes_or_says_why_not(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one")
    found, none = arrival(tmp_path / "a"), arrival(tmp_path / "none")
    assert (found.file, found.name, found.data, found.why) == ((tmp_path / "a").as_posix(), "a", b"one", None)
    assert (none.name, none.data, none.why) == ("none", None, Why(Unreadable.NOT_OPENED))


def test_a_very_large_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as stream:
        stream.truncate(LARGEST_FILE + 1)
    tracemalloc.start()
    found, (_, most) = arrival(path), tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < LARGEST_FILE / 10
    assert found.why == Why(Unreadable.TOO_LARGE, {"limit": megabytes(LARGEST_FILE)})


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may open everything")
def test_a_file_that_may_not_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"x")
    path.chmod(0)
    assert arrival(path).why == Why(Unreadable.NOT_OPENED)


@pytest.mark.parametrize(
    ("data", "limit"), [(zip_bomb(), "200 MB"), (many_parts(), "5,000 parts")], ids=["unpacked", "parts"]
)
def test_the_limit_that_was_met_is_told(data: bytes, limit: str) -> None:
    assert transcribe(data, "a.docx") == Why(Unreadable.TOO_LARGE, {"limit": limit})
