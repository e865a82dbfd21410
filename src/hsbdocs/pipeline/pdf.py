"""``build --pdf``: a tagged PDF beside each document, by LibreOffice."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from hsbdocs.store.files import write_atomic

#: LibreOffice's filter by the ending of the document.
_FILTERS = {".docx": "writer_pdf_Export", ".xlsx": "calc_pdf_Export", ".pptx": "impress_pdf_Export"}
#: Tags for screen readers, bookmarks, the title in the window's bar, and what PDF/UA-1 (ISO 14289-1) asks for.
_ASKED = ("UseTaggedPDF", "PDFUACompliance", "ExportBookmarks", "DisplayPDFDocumentTitle")
_OPTIONS = json.dumps({name: {"type": "boolean", "value": "true"} for name in _ASKED}, separators=(",", ":"))
#: British English, for whatever says no language itself.
_LANGUAGE = (
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale"),
    ("/org.openoffice.Office.Linguistic/General", "DefaultLocale"),
)
_ITEM = '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>en-GB</value></prop></item>'
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    f"{''.join(_ITEM.format(path=path, name=name) for path, name in _LANGUAGE)}</oor:items>"
)
#: Seconds for the documents of one folder and kind.
_PATIENCE = 600


class NoLibreOffice(Exception):
    """There is no LibreOffice on the path."""


class NoPdf(Exception):
    """LibreOffice made no PDF of a document; the text names them."""


def find_libreoffice() -> str:
    """The program. Raises NoLibreOffice."""
    for name in ("soffice", "libreoffice"):
        if (found := shutil.which(name)) is not None:
            return found
    raise NoLibreOffice(
        "--pdf needs LibreOffice: neither soffice nor libreoffice is on the path. Install it, or leave --pdf out."
    )


def can_be_pdf(document: Path) -> bool:
    """Whether a document is of a kind that is printed: a text for a learning platform is none."""
    return document.suffix in _FILTERS


def pdf_of(document: Path) -> Path:
    """Where the PDF of a document lies."""
    return document.with_suffix(".pdf")


def make_pdfs(libreoffice: str, documents: Sequence[Path]) -> None:
    """A PDF beside each document. Raises NoPdf and OSError.

    LibreOffice is started once for each folder and kind, with a profile of its own: one that somebody has open is
    left alone.
    """
    ordered = sorted(documents, key=_together)
    with tempfile.TemporaryDirectory(prefix="hsbdocs-pdf-", ignore_cleanup_errors=True) as profile:
        _speak_english(Path(profile))
        for (_, suffix), group in groupby(ordered, key=_together):
            _convert(libreoffice, profile, suffix, list(group))


def _speak_english(profile: Path) -> None:
    """A workbook does not say in which language it is: LibreOffice takes the one of its own settings."""
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")


def _together(path: Path) -> tuple[Path, str]:
    """What is converted by one start."""
    return path.parent, path.suffix


def _convert(libreoffice: str, profile: str, suffix: str, paths: Sequence[Path]) -> None:
    with tempfile.TemporaryDirectory(prefix="hsbdocs-pdf-", ignore_cleanup_errors=True) as folder:
        said = _run(
            [
                libreoffice,
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                f"pdf:{_FILTERS[suffix]}:{_OPTIONS}",
                "--outdir",
                folder,
                *map(str, paths),
            ]
        )
        made = {path: Path(folder) / f"{path.stem}.pdf" for path in paths}
        lost = [path.name for path, pdf in made.items() if not pdf.is_file()]
        if lost:
            raise NoPdf(f"LibreOffice made no PDF of {', '.join(lost)}. It said: {said.strip() or 'nothing'}")
        for path, pdf in made.items():
            write_atomic(pdf_of(path), pdf.read_bytes())


def _run(command: Sequence[str]) -> str:
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"nothing in {_PATIENCE} seconds"
    return done.stdout
