"""Text in any place of a document is read, or it is said that something there was not."""

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy

import pytest
from lxml import etree

from hsbdocs.formats.word.read import read_word
from hsbdocs.model.transcript import Transcript
from tests.support.forms import ROOT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FILES = ["tests/released/2023.06-1/risk-assessment.libreoffice-7.4.docx", "tests/returned/blank.docx"]
WORD = "Zqzebra"
DOCUMENT = "word/document.xml"


def _texts(found: Transcript) -> Iterator[str]:
    for paragraph in (*found.paragraphs, *found.margins):
        yield paragraph.text
        yield paragraph.deleted
        yield from (rest.text for rest in paragraph.rest)
    yield from (aside.text for aside in found.asides)


def _is_told(data: bytes) -> bool:
    found = read_word(data)
    assert isinstance(found, Transcript)
    rest = any(paragraph.rest for paragraph in (*found.paragraphs, *found.margins))
    return rest or any(WORD in text for text in _texts(found))


def _packed(parts: dict[str, bytes], root: etree._Element) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, etree.tostring(root) if name == DOCUMENT else data)
    return buffer.getvalue()


def _kinds(root: etree._Element) -> dict[tuple[str, ...], int]:
    """The first element of each kind, by its tag and those of the two around it."""
    found: dict[tuple[str, ...], int] = {}
    for number, element in enumerate(root.iter(etree.Element)):
        around = [str(each.tag) for each in list(element.iterancestors())[:2]]
        found.setdefault((str(element.tag), *around), number)
    return found


def _run() -> etree._Element:
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}t").text = WORD
    return run


def _paragraph() -> etree._Element:
    paragraph = etree.Element(f"{W}p")
    paragraph.append(_run())
    return paragraph


def _text() -> etree._Element:
    return _run()[0]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    "make",
    [
        pytest.param(_run, id="run"),
        pytest.param(_paragraph, id="paragraph", marks=pytest.mark.slow),
        pytest.param(_text, id="text", marks=pytest.mark.slow),
    ],
)
def test_text_is_read_or_missed_aloud_wherever_it_stands(file: str, make: object) -> None:
    with zipfile.ZipFile(ROOT / file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[DOCUMENT])
    assert not _is_told(_packed(parts, root)), "the oracle cannot tell"
    passed_by = []
    for kind, number in _kinds(root).items():
        changed = deepcopy(root)
        element = list(changed.iter(etree.Element))[number]
        element.insert(0, make())  # type: ignore[operator]
        if not _is_told(_packed(parts, changed)):
            passed_by.append(kind)
    assert passed_by == []
