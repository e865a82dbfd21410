"""Reading a body written by hand."""

from collections.abc import Mapping

from hsbdocs.formats.word.read import read_word
from hsbdocs.model.transcript import Control, Paragraph, Table, Transcript
from tests.unit.formats.wordfile import docx, zipped


def read(body: str, *entries: str, **more: bytes) -> Transcript:
    """The transcript of a document with this body."""
    found = read_word(docx(body, *entries, **more))
    assert isinstance(found, Transcript), found
    return found


def read_parts(parts: Mapping[str, bytes]) -> Transcript:
    """The transcript of a package with these parts."""
    found = read_word(zipped(parts))
    assert isinstance(found, Transcript), found
    return found


def texts(transcript: Transcript) -> list[str]:
    """The text of every paragraph of the body."""
    return [paragraph.text for paragraph in transcript.paragraphs]


def rows(transcript: Transcript) -> list[list[str]]:
    """The text of every cell of the first table, row by row."""
    table = next(block for block in transcript.blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in table.rows]


def owners(transcript: Transcript) -> dict[str, str]:
    """The text that stands innermost in each control, by tag; text outside all controls under an empty tag."""
    found: dict[str, str] = {}
    for paragraph in transcript.paragraphs:
        for span in paragraph.spans:
            tag = "" if span.control < 0 else transcript.controls[span.control].tag
            found[tag] = found.get(tag, "") + span.text
    return found


def control(transcript: Transcript, tag: str) -> Control:
    """The one control with this tag."""
    (found,) = (control for control in transcript.controls if control.tag == tag)
    return found


def pictures(transcript: Transcript) -> int:
    """How many pictures stand in the body."""
    return sum(paragraph.pictures for paragraph in transcript.paragraphs)


def spans(transcript: Transcript) -> list[tuple[str, int]]:
    """Text and marks of the first paragraph."""
    first = transcript.blocks[0]
    assert isinstance(first, Paragraph)
    return [(span.text, span.marks) for span in first.spans]
