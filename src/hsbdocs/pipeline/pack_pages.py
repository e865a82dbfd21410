"""The pages that lie beside the training pack: what is in it, and what inspectors ask."""

from __future__ import annotations

import base64
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hsbdocs import __version__
from hsbdocs.content.catalogue import load_catalogue
from hsbdocs.content.releases import load_releases
from hsbdocs.documents.pack_page import Group, Picture, Shown, pack_page
from hsbdocs.model.content import Content
from hsbdocs.pipeline.make import Sources
from hsbdocs.report.inspectors import Versions, inspectors_page
from hsbdocs.store.files import write_atomic

if TYPE_CHECKING:
    from hsbdocs.pipeline.build import Built

#: The group of documents that they are made for, and their names.
TRAINING, INDEX, INSPECTORS = "training", "index.html", "for-inspectors.html"
#: Dots to the inch of a first page: as much as a small picture shows.
_DOTS = 18


def write_pages(sources: Sources, built: Sequence[Built], out: Path) -> None:
    """Both pages, beside the manifest. Raises AuthorError and OSError."""
    content = sources.content
    training = [each for each in built if TRAINING in each.document.groups]
    groups = tuple(_groups(training, out))
    index = pack_page(content.handout, content.edition.version, groups, _picture(sources, training, out), INSPECTORS)
    write_atomic(out / INDEX, index)
    write_atomic(out / INSPECTORS, _inspectors(sources, content))


def _inspectors(sources: Sources, content: Content) -> bytes:
    catalogue = load_catalogue(sources.roots.content)
    versions = Versions(
        program=__version__, content=content.edition.version, hash=content.hash, rules=catalogue.version
    )
    frame = (f"{content.handout.status} {content.handout.review}", content.handout.end)
    return inspectors_page(catalogue.ruleset, load_releases(sources.roots.content), versions, frame)


def _groups(built: Sequence[Built], out: Path) -> Iterator[Group]:
    """A group for each pack; one pack alone needs no name."""
    folders = list(dict.fromkeys(each.pack.folder for each in built))
    pictures = _first_pages([each.pdf for each in built if each.pdf is not None])
    for folder in folders:
        own = [each for each in built if each.pack.folder == folder]
        name = _name(own[0]) if len(folders) > 1 else ""
        yield Group(name=name, shown=tuple(_shown(each, out, pictures.get(each.pdf, "")) for each in own))


def _name(built: Built) -> str:
    variant = built.pack.variant
    agency = "" if variant.agency is None else variant.agency.name
    return ", ".join(filter(None, (agency, "" if variant.area is None else variant.area.value.capitalize())))


def _shown(built: Built, out: Path, picture: str) -> Shown:
    pdf = "" if built.pdf is None else built.pdf.relative_to(out).as_posix()
    return Shown(document=built.document, file=built.path.relative_to(out).as_posix(), pdf=pdf, picture=picture)


def _picture(sources: Sources, built: Sequence[Built], out: Path) -> Picture | None:
    """The pathway, where a document of the pack prints it."""
    from hsbdocs.documents.pathway_chart import pathway_svg

    for each in built:
        if each.document.pathway is not None:
            svg = pathway_svg(sources.guidance, each.document.pathway).decode()
            return Picture(svg=svg[svg.index("<svg") :], words=each.path.relative_to(out).as_posix())
    return None


def _first_pages(pdfs: Sequence[Path]) -> dict[Path | None, str]:
    """The first page of each PDF, small, as PNG in base64; none where Poppler is not on the path."""
    poppler = shutil.which("pdftoppm")
    if poppler is None:
        return {}
    return {pdf: _first_page(poppler, pdf) for pdf in pdfs}


def _first_page(poppler: str, pdf: Path) -> str:
    with tempfile.TemporaryDirectory(prefix="hsbdocs-page-") as folder:
        name = Path(folder) / "page"
        command = [poppler, "-png", "-gray", "-r", str(_DOTS), "-f", "1", "-singlefile", str(pdf), str(name)]
        subprocess.run(command, check=False, capture_output=True, timeout=60)
        made = name.with_suffix(".png")
        return base64.b64encode(made.read_bytes()).decode() if made.is_file() else ""
