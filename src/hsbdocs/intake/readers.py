"""The table of readers: who reads a file is decided by what the file is, not by what its name says.

A new format, or a new container such as a mail, is an entry here and no branch anywhere.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from hsbdocs.formats.excel.read import excel_transcript, is_workbook
from hsbdocs.formats.ole import MAGIC, why_unreadable
from hsbdocs.formats.package import Package, opened
from hsbdocs.formats.word.read import is_document, word_transcript
from hsbdocs.model.arrival import Arrival, Unreadable, Why
from hsbdocs.model.transcript import Transcript

#: What came of reading: what the file says, why that cannot be told, or what a container holds.
Found = Transcript | Why | tuple[Arrival, ...]


class Reader(msgspec.Struct, frozen=True):
    """Reads every file that starts with one of these signatures."""

    signatures: tuple[bytes, ...]
    read: Callable[[Arrival, bytes], Found]


class PartReader(msgspec.Struct, frozen=True):
    """Reads every package whose main part's content type is ``known``; it is empty for an archive of another kind."""

    known: Callable[[str], bool]
    read: Callable[[Arrival, Package], Found]


class Readers(msgspec.Struct, frozen=True):
    """All readers, of files and of Office packages. The first that knows a file reads it."""

    files: tuple[Reader, ...]
    packages: tuple[PartReader, ...]

    def read(self, arrival: Arrival) -> Found:
        """What the arrival says, why that cannot be told, or what it holds."""
        if arrival.data is None:
            return arrival.why or Why(Unreadable.NOT_OPENED)
        data = arrival.data
        if data.startswith(_ZIP):
            return opened(data, lambda package: self._package(arrival, package))
        for reader in self.files:
            if data.startswith(reader.signatures):
                return reader.read(arrival, data)
        ending = arrival.name.lower().rpartition(".")[2]
        return Why(Unreadable.DAMAGED if not data or ending in _OFFICE_ENDINGS else Unreadable.WRONG_TYPE)

    def _package(self, arrival: Arrival, package: Package) -> Found:
        kind = package.main[1]
        for reader in self.packages:
            if reader.known(kind):
                return reader.read(arrival, package)
        return Why(Unreadable.WRONG_TYPE)


_ZIP = b"PK"
_OFFICE_ENDINGS = {"docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xltx", "xltm"}
#: What is told by its signature and not read: a PDF, rich text, pictures.
_NOT_READ = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")

READERS = Readers(
    files=(
        Reader((MAGIC,), lambda _, data: why_unreadable(data)),
        Reader(_NOT_READ, lambda *_: Why(Unreadable.WRONG_TYPE)),
    ),
    packages=(
        PartReader(is_workbook, lambda _, package: excel_transcript(package)),
        PartReader(is_document, lambda _, package: word_transcript(package)),
    ),
)
