"""Bytes to a Transcript, by what the file is and not by what its name says."""

from __future__ import annotations

from pathlib import Path

from hsbdocs.formats.ole import MAGIC, why_unreadable
from hsbdocs.formats.package import LARGEST_FILE
from hsbdocs.formats.word.read import read_word
from hsbdocs.model.transcript import Transcript, Unreadable

_ZIP = b"PK"
_OTHERS = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_WORD_NAMES = {".docx", ".docm", ".dotx", ".dotm"}


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
        return read_word(data)
    if data.startswith(_OTHERS):
        return Unreadable.WRONG_TYPE
    if not data or path.suffix.lower() in _WORD_NAMES:
        return Unreadable.DAMAGED
    return Unreadable.WRONG_TYPE
