"""Bytes to a Transcript, by what the file is and not by what its name says."""

from __future__ import annotations

from pathlib import Path

from hsbdocs.formats.excel.read import excel_transcript, is_workbook
from hsbdocs.formats.ole import MAGIC, why_unreadable
from hsbdocs.formats.package import LARGEST_FILE, Package, opened
from hsbdocs.formats.word.read import word_transcript
from hsbdocs.model.transcript import Transcript, Unreadable

_ZIP = b"PK"
_OTHERS = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_OFFICE_NAMES = {".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".xltx", ".xltm"}


def load(path: Path) -> bytes | Unreadable:
    """The bytes of a file, or why it was not opened."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            return Unreadable.TOO_LARGE
        return path.read_bytes()
    except OSError:
        return Unreadable.NOT_OPENED


def transcribe(data: bytes, path: Path) -> Transcript | Unreadable:
    """What the file says, or why that cannot be told."""
    if data.startswith(MAGIC):
        return why_unreadable(data)
    if data.startswith(_ZIP):
        return opened(data, _office)
    if data.startswith(_OTHERS):
        return Unreadable.WRONG_TYPE
    if not data or path.suffix.lower() in _OFFICE_NAMES:
        return Unreadable.DAMAGED
    return Unreadable.WRONG_TYPE


def _office(package: Package) -> Transcript | Unreadable:
    """An Office package by what its main part is."""
    return excel_transcript(package) if is_workbook(package.main[1]) else word_transcript(package)
