"""Files that are no forms: each says why, and the others go on."""

import os
from pathlib import Path

import pytest

from tests.command.filling import BODY, change, with_part
from tests.command.odd_files import PDF, PNG, empty_zip, ole, other_office, word, zip_bomb
from tests.command.running import codes, parse, records


def test_each_kind_says_why_and_the_forms_go_on(filled: bytes, tmp_path: Path) -> None:
    files = {
        "a-form.docx": (filled, ["CHILD-10"]),
        "broken.docx": (b"not a zip", ["FILE-01"]),
        "cut.docx": (filled[: len(filled) // 2], ["FILE-01"]),
        "empty.docx": (b"", ["FILE-01"]),
        "encrypted.docx": (ole("EncryptedPackage", "EncryptionInfo"), ["FILE-02"]),
        "old.doc": (ole("WordDocument", "1Table"), ["FILE-03"]),
        "old.xls": (ole("Workbook"), ["FILE-03"]),
        "table.xlsx": (other_office("xlsx"), ["FILE-04"]),
        "text.odt": (other_office("odt"), ["FILE-04"]),
        "bomb.docx": (zip_bomb(), ["FILE-05"]),
        "picture.png": (PNG, ["FILE-04"]),
        "pdf-named.docx": (PDF, ["FILE-04"]),
        "archive.zip": (empty_zip(), ["FILE-04"]),
        "letter.docx": (word("<w:p><w:r><w:t>Dear all</w:t></w:r></w:p>"), ["FORM-01"]),
        "z-form.docx": (filled, ["CHILD-10"]),
    }
    for name, (data, _) in files.items():
        (tmp_path / name).write_bytes(data)
    result = parse("--json", tmp_path)
    found = {Path(line["file"]).name: line for line in records(tmp_path)}
    assert result.exit_code == 1
    assert {name: codes(line) for name, line in found.items()} == {name: want for name, (_, want) in files.items()}
    for name, line in found.items():
        assert line["status"] == ("clear" if name.endswith("form.docx") else "unread"), name


def test_a_form_of_an_unknown_version_is_not_read(filled: bytes, tmp_path: Path) -> None:
    def later(xml: bytes) -> bytes:
        assert b"version 2023.06-2" in xml
        return xml.replace(b"version 2023.06-2", b"version 2031.06-1")

    (tmp_path / "a.docx").write_bytes(change(filled, BODY, later))
    (line,) = records(tmp_path / "a.docx")
    assert (line["status"], codes(line)) == ("unread", ["FORM-01"])


def test_macros_and_links_are_warnings_beside_the_record(filled: bytes, tmp_path: Path) -> None:
    rels = "word/_rels/document.xml.rels"

    def link(xml: bytes) -> bytes:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        more = f'<Relationship Id="rIdZ" Type="{kind}/image" Target="https://example.org/a.png" TargetMode="External"/>'
        return xml.replace(b"</Relationships>", more.encode() + b"</Relationships>")

    (tmp_path / "a.docx").write_bytes(with_part(change(filled, rels, link), "word/vbaProject.bin", b"x"))
    (line,) = records(tmp_path / "a.docx")
    assert (line["status"], codes(line)) == ("clear", ["CHILD-10", "FILE-07", "FILE-08"])
    assert parse(tmp_path / "a.docx").exit_code == 0


def test_every_unread_file_is_one_to_ring_about(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"broken")
    assert "Ring today" in parse(tmp_path).stdout


def test_a_folder_that_may_not_be_opened_does_not_stop_the_rest(
    filled: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.docx", "closed/b.docx", "d.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(filled)
    scan = os.scandir

    def refuse(path: str | os.PathLike[str]) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = parse("--json", tmp_path)
    assert result.exit_code == 1
    assert [Path(line["file"]).name for line in records(tmp_path) if line["status"] == "clear"] == ["a.docx", "d.docx"]
