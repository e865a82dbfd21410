"""The programs that judge our documents are judged here: each must be able to say yes and no."""

import os
import stat
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support import programs

CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""

RELATIONSHIPS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""

DOCUMENT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"""

SOUND = "<w:p><w:pPr><w:jc w:val='left'/></w:pPr><w:r><w:t>One line.</w:t></w:r></w:p>"
PROPERTIES_AFTER_TEXT = "<w:p><w:r><w:t>One line.</w:t></w:r><w:pPr><w:jc w:val='left'/></w:pPr></w:p>"


def write_docx(path: Path, body: str) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", CONTENT_TYPES)
        package.writestr("_rels/.rels", RELATIONSHIPS)
        package.writestr("word/document.xml", DOCUMENT.format(body=body))
    return path


@pytest.fixture
def no_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "find", lambda name: None)


@pytest.mark.usefixtures("no_programs")
def test_a_missing_program_skips_the_test_and_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HSBDOCS_REQUIRE_PROGRAMS", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"soffice not found .*libreoffice-writer"):
        programs.need("soffice")


@pytest.mark.usefixtures("no_programs")
def test_a_missing_program_fails_the_test_where_programs_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HSBDOCS_REQUIRE_PROGRAMS", "1")
    with pytest.raises(pytest.fail.Exception, match="pdftoppm not found"):
        programs.need("pdftoppm")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_program_that_hangs_is_ended_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in = tmp_path / "soffice"
    stand_in.write_text("#!/bin/sh\nsleep 60 &\nwait\n")
    stand_in.chmod(stand_in.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(programs, "find", lambda name: stand_in)
    with pytest.raises(programs.ProgramError, match="soffice took longer"):
        programs.convert(tmp_path / "a.docx", "pdf", tmp_path / "out", seconds=0.2)


def test_nothing_is_converted_onto_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "find", lambda name: Path(os.devnull))
    path = write_docx(tmp_path / "a.docx", SOUND)
    with pytest.raises(ValueError, match="onto itself"):
        programs.convert(path, "docx", tmp_path)
    assert path.is_file()


@pytest.mark.slow
def test_the_validator_tells_sound_from_unsound(tmp_path: Path) -> None:
    sound = write_docx(tmp_path / "sound.docx", SOUND)
    unsound = write_docx(tmp_path / "unsound.docx", PROPERTIES_AFTER_TEXT)
    no_package = tmp_path / "no package.docx"
    no_package.write_bytes(b"This is not a zip file.")

    errors = programs.validate_ooxml([sound, unsound, no_package])

    assert errors[sound] == []
    assert len(errors[unsound]) == 1
    assert "/word/document.xml" in errors[unsound][0]
    assert "pPr" in errors[unsound][0]
    assert len(errors[no_package]) == 1


@pytest.mark.slow
def test_the_validator_knows_what_came_with_which_version(tmp_path: Path) -> None:
    tick_box = (
        "<w:p><w:sdt><w:sdtPr><w14:checkbox xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'/></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    path = write_docx(tmp_path / "tick box.docx", tick_box)
    assert programs.validate_ooxml([path], "Office2010")[path] == []
    assert programs.validate_ooxml([path], "Office2007")[path] != []


@pytest.mark.slow
def test_libreoffice_converts_several_files_in_one_start(tmp_path: Path) -> None:
    paths = [write_docx(tmp_path / f"{name}.docx", SOUND) for name in ("one", "two")]
    converted = programs.convert_all(paths, "odt", tmp_path / "out")
    assert [zipfile.is_zipfile(converted[path]) for path in paths] == [True, True]


@pytest.mark.slow
def test_what_libreoffice_cannot_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(programs.ProgramError, match=r"did not convert absent\.docx"):
        programs.convert(tmp_path / "absent.docx", "pdf", tmp_path / "out")


@pytest.mark.slow
def test_a_document_becomes_pictures_of_its_pages(tmp_path: Path) -> None:
    page_break = "<w:p><w:r><w:br w:type='page'/></w:r></w:p>"
    document = write_docx(tmp_path / "two pages.docx", SOUND + page_break + SOUND)
    pages = programs.to_png(programs.to_pdf(document, tmp_path), tmp_path / "pages")
    assert [page.name for page in pages] == ["two pages-1.png", "two pages-2.png"]
    assert all(page.read_bytes().startswith(b"\x89PNG") for page in pages)


@pytest.mark.slow
def test_a_python_with_uno_is_found() -> None:
    assert programs.need("uno-python").is_file()
