"""The Open XML SDK finds no fault in the built documents."""

from pathlib import Path

import pytest

from hsbdocs.formats.word.write import fill_template
from tests.support.forms import DOCUMENTS, HANDOUTS, PATHWAYS, SESSION, blank
from tests.support.programs import need, validate_ooxml
from tests.unit.formats.word.views import IDENTITY, VIEW, template
from tests.unit.formats.wordfile import unzipped, zipped

pytestmark = pytest.mark.slow


def test_the_built_documents_have_no_error(tmp_path: Path) -> None:
    need("ooxml-validator")
    files = []
    for document in (*DOCUMENTS, *HANDOUTS, *PATHWAYS, *SESSION):
        files.append(tmp_path / f"{document}.docx")
        files[-1].write_bytes(blank(document))

    assert validate_ooxml(files) == {file: [] for file in files}


def test_a_document_made_from_a_small_template_has_no_error(tmp_path: Path) -> None:
    need("ooxml-validator")
    file = tmp_path / "small.docx"
    file.write_bytes(fill_template("small.docx", template(), VIEW, IDENTITY))

    assert validate_ooxml([file]) == {file: []}


def test_the_validator_does_find_a_fault(tmp_path: Path) -> None:
    """Without this a validator that says yes to everything would pass for a good one."""
    need("ooxml-validator")
    file = tmp_path / "bad.docx"
    data = blank(DOCUMENTS[0])

    parts = unzipped(data)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body><w:nonsense/>", 1)
    file.write_bytes(zipped(parts))

    assert validate_ooxml([file])[file]
