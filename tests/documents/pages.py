"""Every document as LibreOffice prints it and Poppler reads it: pages, with their words and how far down they are used.

All documents of all editions are converted by one start of LibreOffice, once a session, whichever process of the tests
asks first; documents that two editions share are converted once.
"""

from __future__ import annotations

import hashlib
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from tests.documents.editions import DOCUMENTS, EDITIONS, SLIDES, TEXT, WORD, built
from tests.support.programs import convert_all, need

_HTML = "{http://www.w3.org/1999/xhtml}"
#: Dots to the inch of the pictures, and what counts as ink: tints of cells are lighter, and rules are darker.
_DPI, _INK = 72, 200
#: How long one process waits for another that converts, in seconds.
_PATIENCE = 300


@dataclass(frozen=True)
class Line:
    """A line of words on a page, with its place in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """A page: its size in points, its lines, and the rows of dots of its picture that have ink, from the top."""

    width: float
    height: float
    lines: tuple[Line, ...]
    inked: tuple[bool, ...]

    def lowest(self, top: float, bottom: float) -> float:
        """How far down there is ink between two heights, in points; ``top`` where there is none."""
        rows = (row / _DPI * 72 for row, ink in enumerate(self.inked) if ink)
        return max((row for row in rows if top <= row < bottom), default=top)


def pdfs(folder: Path) -> Mapping[tuple[str, str], Path]:
    """The PDF of each document of each edition, made in a folder that all processes of the tests share."""
    need("soffice")
    need("pdftoppm")  # pdftotext and pdffonts come with it
    files = {
        (edition, document): data
        for edition in EDITIONS
        for document, data in built(edition).items()
        if document not in EDITIONS[edition].without and DOCUMENTS.get(document, WORD) not in (TEXT, SLIDES)
    }
    names = {key: f"{hashlib.sha256(data).hexdigest()[:16]}" for key, data in files.items()}
    home = folder / "every-document"
    _once(home, {f"{names[key]}{DOCUMENTS.get(key[1], WORD)}": data for key, data in files.items()})
    return {key: home / "pdf" / f"{name}.pdf" for key, name in names.items()}


def _once(home: Path, files: Mapping[str, bytes]) -> None:
    """Converts the files, or waits until the process that came first has done so."""
    done = home / "done"
    try:
        home.mkdir()
    except FileExistsError:
        until = time.monotonic() + _PATIENCE
        while not done.exists():
            assert time.monotonic() < until, "another process of the tests was to convert the documents"
            time.sleep(0.2)
        return
    try:
        for name, data in files.items():
            (home / name).write_bytes(data)
        convert_all([home / name for name in files], "pdf", home / "pdf", seconds=_PATIENCE)
    finally:
        done.touch()


@cache
def pages(pdf: Path) -> tuple[Page, ...]:
    """The pages of a PDF."""
    root = ElementTree.fromstring(_said("pdftotext", "-bbox-layout", str(pdf), "-"))
    pictures = _pictures(_said("pdftoppm", "-gray", "-r", str(_DPI), str(pdf)))
    found = list(root.iter(f"{_HTML}page"))
    return tuple(_page(element, picture) for element, picture in zip(found, pictures, strict=True))


def _page(element: ElementTree.Element, inked: tuple[bool, ...]) -> Page:
    width, height = (float(element.get(name, "")) for name in ("width", "height"))
    return Page(width, height, tuple(_line(each) for each in element.iter(f"{_HTML}line")), inked)


def _line(element: ElementTree.Element) -> Line:
    left, top, right, bottom = (float(element.get(name, "")) for name in ("xMin", "yMin", "xMax", "yMax"))
    words = " ".join(word.text or "" for word in element.iter(f"{_HTML}word"))
    return Line(words, left, top, right, bottom)


def _pictures(data: bytes) -> list[tuple[bool, ...]]:
    """For each picture of a row of PGM files (P5, a byte a dot), which rows of dots have ink."""
    found = []
    while data:
        kind, size, _, rest = data.split(b"\n", 3)
        assert kind == b"P5"
        across, down = map(int, size.split())
        found.append(tuple(min(rest[row * across : (row + 1) * across]) < _INK for row in range(down)))
        data = rest[across * down :]
    return found


def fonts(pdf: Path) -> dict[str, bool]:
    """The fonts of a PDF without their marks of subsets, and whether each is embedded."""
    _, rule, *rows = _said("pdffonts", str(pdf)).decode().splitlines()
    columns = [len(dashes) for dashes in rule.split(" ")]
    at = sum(columns[:3]) + 3
    return {row[: columns[0]].strip().split("+")[-1]: row[at : at + 3] == "yes" for row in rows}


def _said(*command: str) -> bytes:
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout
