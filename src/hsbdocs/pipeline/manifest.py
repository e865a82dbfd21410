"""manifest.json: what a build made, and from what, so that the next one leaves alone what would be the same."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from hsbdocs.content.locate import Roots
from hsbdocs.model.content import Content, Document
from hsbdocs.model.variant import Variant

MANIFEST = "manifest.json"
#: Libraries whose own version decides what bytes come out.
_LIBRARIES = (
    *("docxtpl", "fontpkg-arimo", "jinja2", "lxml", "msgspec", "openpyxl", "python-docx", "python-pptx", "resvg-py"),
    "XlsxWriter",
)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What a manifest says of a document, as far as the next build asks for it."""

    path: str
    sha256: str
    parts_sha256: str
    printed: tuple[str, ...]
    inputs: str
    pdf: str | None = None


class _Manifest(msgspec.Struct, frozen=True, kw_only=True):
    documents: tuple[Entry, ...]


class Earlier:
    """What an earlier build left in a folder."""

    def __init__(self, out: Path) -> None:
        """Of a folder without a manifest, or with one that cannot be read or is older than ``inputs``, nothing."""
        self._out = out
        try:
            read = msgspec.json.decode((out / MANIFEST).read_bytes(), type=_Manifest)
        except (OSError, msgspec.DecodeError):
            read = _Manifest(documents=())
        self._entries: Mapping[str, Entry] = {entry.path: entry for entry in read.documents}

    def unchanged(self, path: str, inputs: str) -> Entry | None:
        """The document at ``path`` if it was made from the same and is still as it was made."""
        entry = self._entries.get(path)
        if entry is None or entry.inputs != inputs:
            return None
        try:
            data = (self._out / path).read_bytes()
        except OSError:
            return None
        return entry if hashlib.sha256(data).hexdigest() == entry.sha256 else None

    def pdf_of(self, path: str) -> Path | None:
        """The PDF that was made of the document at ``path``, if it is there."""
        entry = self._entries.get(path)
        if entry is None or entry.pdf is None:
            return None
        pdf = (self._out / entry.pdf).resolve()
        inside = pdf.is_relative_to(self._out.resolve())
        return pdf if inside and pdf.is_file() else None


class Inputs:
    """From what documents are made: content, templates, the program with its libraries, the copy."""

    def __init__(self, content: Content, roots: Roots) -> None:
        """Raises OSError."""
        templates = sorted(path for path in roots.templates.iterdir() if path.is_file())
        self._of_all = _hash([content.hash, _of_files(templates, roots.templates), _program()])

    def of(self, document: Document, variant: Variant) -> str:
        """The hash of everything that a document in this copy is made from."""
        return _hash([self._of_all, document.id, msgspec.json.encode(variant).decode()])


def _hash(parts: list[str]) -> str:
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()


def _of_files(paths: list[Path], root: Path) -> str:
    found = hashlib.sha256()
    for path in paths:
        found.update(f"{path.relative_to(root).as_posix()}\n".encode())
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


@cache
def _program() -> str:
    """The program's own files, whatever version it says, and the versions of what writes the documents."""
    package = Path(__file__).resolve().parents[1]
    own = _of_files(sorted(package.rglob("*.py")), package)
    return _hash([own, *(f"{name} {_version(name)}" for name in _LIBRARIES)])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
