"""What is made from content, made anew whenever its sources are younger: nobody has to know of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from hsbdocs.content.catalogue import catalogue_path, ruleset_json, ruleset_of
from hsbdocs.content.locate import MARK, Roots
from hsbdocs.content.printed import printed_json, printed_path, printed_today, read_printed
from hsbdocs.documents.queries import errata_of, form_queries
from hsbdocs.model.content import Content
from hsbdocs.model.faults import AuthorError
from hsbdocs.model.variant import READER, STANDARD
from hsbdocs.store.files import write_atomic

#: What the catalogue and the hashes of what is printed are made from.
_FILES = (MARK, "house.yaml", "note.yaml", "report.yaml", "places.yaml", "doubts.yaml", "handout.yaml", "state.yaml")
_FOLDERS = ("findings", "names", "forms", "documents", "guidance")


def bring_up_to_date(roots: Roots) -> None:
    """Make the catalogue and the hashes of what is printed where a source is younger.

    Nothing is done for content with faults, which whoever reads it is told, or that may not be written. Raises OSError.
    """
    if is_younger(roots.content) and os.access(roots.content / "generated", os.W_OK):
        from hsbdocs.pipeline.kinds import read_pack

        reading = read_pack(roots, compiled=False)
        if reading.content is not None and not reading.faults:
            make(reading.content, roots.content)


def is_younger(root: Path) -> bool:
    """True where a source is younger than what is made from it, or that is not there."""
    made = [catalogue_path(root), printed_path(root)]
    if not all(path.is_file() for path in made):
        return True
    since = min(path.stat().st_mtime_ns for path in made)
    return any(path.stat().st_mtime_ns > since for path in _sources(root))


def _sources(root: Path) -> Iterator[Path]:
    yield from (root / name for name in _FILES if (root / name).is_file())
    for name in _FOLDERS:
        yield from (root / name).rglob("*.yaml")


def make(content: Content, root: Path) -> list[Path]:
    """Write what is missing or says something else; give back which. What is right already counts as made now."""
    before = read_printed(root)
    printed = printed_today(content, before, _besides(content, root))
    wanted = {catalogue_path(root): ruleset_json(ruleset_of(content)), printed_path(root): printed_json(printed)}
    written = []
    for path, data in wanted.items():
        if path.is_file() and path.read_bytes() == data:
            os.utime(path)
        else:
            write_atomic(path, data)
            written.append(path)
    return written


def _besides(content: Content, root: Path) -> dict[str, list[str]]:
    """What the standard editions of each form print that may vary, for copies that lost their properties.

    All captions, for a line may hold one that varies beside one that does not; the house's own lines; what a form
    prints of the guidance.
    """
    from hsbdocs.documents.issuer import issuer
    from hsbdocs.documents.letterhead import letterhead
    from hsbdocs.documents.word_form import short_of

    house = letterhead(issuer(content, READER)).texts
    lines = {form.id: list(form.captions.values()) for form in content.forms.values()}
    for document in content.documents.values():
        if document.form is not None:
            lines[document.form] += [*(short_of(content, document, variant) for variant in STANDARD), *house]
    for form, texts in _of_guidance(content, root):
        lines[form].extend(texts)
    return lines


def _of_guidance(content: Content, root: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What forms print of the guidance; nothing of one with faults, which ``check`` and ``build`` tell."""
    from hsbdocs.content.guidance import load_guidance
    from hsbdocs.documents.front import front
    from hsbdocs.documents.handout import CannotPrint

    printing = [(document.form, document) for document in content.documents.values() if document.parts]
    forms = [(form, document) for form, document in printing if form is not None]
    doubted = [form for form in content.forms.values() if errata_of(form)]
    if not (forms or doubted) or not (root / "guidance").is_dir():
        return
    with suppress(AuthorError, CannotPrint):
        guidance = load_guidance(root, content.forms, content.edition)
        for each in doubted:
            yield each.id, form_queries(each, guidance, content.handout, READER)
        for form, document in forms:
            for variant in STANDARD:
                yield form, front(content, document, guidance, variant).texts
