"""Ways to read one completed form. Each takes the file's bytes and returns the text it found."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle

import docx
from docx2python import docx2python
from lxml import etree
from markitdown import MarkItDown, StreamInfo

from benchmarks.answers import TODAY, VALUES
from benchmarks.forms import BODY, W, arrived, held
from benchmarks.timing import Rounds, side_by_side
from hsbdocs.content.locate import Roots
from hsbdocs.model.line import Status, as_text
from hsbdocs.pipeline.parse import Parser

Reader = Callable[[bytes], str]

OURS, PARSE, BARE = "hsbdocs", "parse only", "bare read"

WHAT = {
    OURS: "bytes to record, rules and JSON line (all parts the reading needs, and a SHA-256)",
    PARSE: f"zipfile opens the file and inflates {BODY}, lxml parses it",
    BARE: "as before, and the text of every table cell is joined (every w:t below every w:tc)",
    "python-docx": "Document(stream), then cell.text of every cell of every row of document.tables",
    "docx2python": "docx2python(stream).text",
    "markitdown": "MarkItDown().convert_stream(stream), told that it is a .docx; one converter, made beforehand",
}


def measure(
    roots: Roots, forms: Mapping[str, Sequence[bytes]], rounds: int
) -> tuple[dict[str, Rounds], dict[str, int]]:
    """Times by reader for each form; and how many of the values each reader's text holds."""
    readers = _readers(roots)
    holds = {name: min(held(read(series[0])) for series in forms.values()) for name, read in readers.items()}
    times = {}
    for form, series in forms.items():
        times[form] = side_by_side({name: _reading(read, series) for name, read in readers.items()}, rounds)
    return times, holds


def _reading(read: Reader, series: Sequence[bytes]) -> Callable[[], str]:
    """Reads the next form of the series at each call."""
    forms = cycle(series)
    return lambda: read(next(forms))


def _readers(roots: Roots) -> dict[str, Reader]:
    parser = Parser(roots, TODAY)
    converter = MarkItDown()
    kind = StreamInfo(extension=".docx")

    def ours(data: bytes) -> str:
        return as_text(parser.read_file(arrived("form.docx", data))[0].line)

    def convert(data: bytes) -> str:
        return converter.convert_stream(io.BytesIO(data), stream_info=kind).text_content

    return dict(zip(WHAT, (ours, _parse_only, _bare, _python_docx, _docx2python, convert), strict=True))


def values_read(roots: Roots, data: bytes) -> int:
    """How many values hsbdocs reads, as values of their types; raises where it cannot read all of them."""
    line = Parser(roots, TODAY).read_file(arrived("form.docx", data))[0].line
    if line.form is None or line.status is not Status.CLEAR:
        codes = ", ".join(finding.code for finding in line.findings)
        raise RuntimeError(f"the completed form is not read as it should be: {line.status} {codes}")
    found = sum(value is not None for value in line.answers.values())
    if found != VALUES:
        raise RuntimeError(f"{found} of {VALUES} values were read")
    return found


def _parse(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(BODY))


def _parse_only(data: bytes) -> str:
    _parse(data)
    return ""


def _bare(data: bytes) -> str:
    cells = _parse(data).iter(f"{W}tc")
    return "\n".join("".join(text.text or "" for text in cell.iter(f"{W}t")) for cell in cells)


def _python_docx(data: bytes) -> str:
    tables = docx.Document(io.BytesIO(data)).tables
    return "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)


def _docx2python(data: bytes) -> str:
    with docx2python(io.BytesIO(data)) as document:
        return document.text
