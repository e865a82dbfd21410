"""A content folder to one checked Content, or every fault in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from hsbdocs.content.catalogue import catalogue_path, ruleset_json, ruleset_of
from hsbdocs.content.checks import check
from hsbdocs.content.printed import printed_path, printed_today, read_printed
from hsbdocs.content.reader import Reader, Steps
from hsbdocs.content.releases import agrees, read_release, release_path
from hsbdocs.content.source import SourceFile
from hsbdocs.model.content import Content, Document, Edition, House
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.finding import CatalogueEntry
from hsbdocs.model.form import Form, Row, Section
from hsbdocs.model.handout import HandoutFrame
from hsbdocs.model.names import NameList, NoteFrame


def load_content(root: Path, templates: Path, *, compiled: bool = True) -> Content:
    """Read and check the content folder ``root``.

    ``templates`` is where documents' templates must lie. ``compiled`` also asks that the generated catalogue and
    the frozen releases agree with the source. Raises AuthorError with every fault: file, line, path and problem.
    """
    reader = _Reader(root)
    edition = reader.one("hsbdocs.yaml", Edition)
    house = reader.one("house.yaml", House)
    note = reader.one("note.yaml", NoteFrame)
    handout = reader.one("handout.yaml", HandoutFrame)
    names = reader.many("names", NameList)
    documents = reader.many("documents", Document)
    catalogue = reader.lists("findings", CatalogueEntry)
    forms = [form for path in sorted((root / "forms").glob("*/form.yaml")) if (form := reader.form(path.parent))]
    faults = reader.faults
    if edition is None or house is None or note is None or handout is None:
        raise AuthorError(faults)
    content = Content(
        edition=edition,
        house=house,
        forms={form.id: form for form in forms},
        documents={document.id: document for document in documents},
        catalogue=tuple(catalogue),
        names=tuple(names),
        note=note,
        handout=handout,
        hash=reader.hash_of_all(),
    )
    if len({form.id for form in forms}) < len(forms):
        faults += reader.doubled_forms(forms)
    else:
        faults += check(content, reader.places, templates, whole=not faults)
    if not faults and compiled:
        faults += _stale(content, root)
    if faults:
        raise AuthorError(faults)
    return content


def _stale(content: Content, root: Path) -> list[Fault]:
    """What is made from content and no longer agrees with it."""
    faults: list[Fault] = []
    path = catalogue_path(root)
    if not path.is_file() or path.read_bytes() != ruleset_json(ruleset_of(content)):
        name = f"{root.name}/generated/{path.name}"
        faults.append(Fault(name, 0, "", "does not agree with content/: run 'make content'"))
    before = read_printed(root)
    if printed_today(content, before) != before:
        name = f"{root.name}/generated/{printed_path(root).name}"
        faults.append(Fault(name, 0, "", "does not agree with content/: run 'make content'"))
    for form in content.forms.values():
        frozen = release_path(root, form.id, form.version)
        name = f"{root.name}/releases/{frozen.name}"
        if not frozen.is_file():
            faults.append(Fault(name, 0, "", f"version {form.version} is not frozen yet: run 'make content'"))
        elif not _agrees(form, frozen):
            problem = f"the form's content differs from its frozen version {form.version}: give the form a new version"
            faults.append(Fault(name, 0, "", problem))
    return faults


def _agrees(form: Form, path: Path) -> bool:
    try:
        return agrees(form, read_release(path))
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError):
        return False


class _Reader(Reader):
    """Reads forms too: a form's sections and rows may each be a file."""

    def doubled_forms(self, forms: list[Form]) -> list[Fault]:
        """Forms with one id."""
        ids = [form.id for form in forms]
        return [
            Fault(f"{self.root.name}/forms", 0, "", f"two forms have the id {i}") for i in set(ids) if ids.count(i) > 1
        ]

    def form(self, folder: Path) -> Form | None:
        """A form: form.yaml names its sections, each a file; a section's row may be a file too."""
        source = self.file(folder / "form.yaml")
        data, names = _part(source, "sections")
        form = self.typed(source, data, Form)
        sections = [
            section
            for index, name in enumerate(names)
            if (section := self._section(source, folder, name, ("sections", index)))
        ]
        if form is None:
            return None
        self.places[f"form:{folder.name}"] = (source, ())
        if form.id != folder.name:
            self.faults.append(
                source.fault(("id",), f"the form {form.id} lies in the folder {folder.name}: name both alike")
            )
        return msgspec.structs.replace(form, sections=tuple(sections))

    def _section(self, parent: SourceFile, folder: Path, name: Any, path: Steps) -> Section | None:
        source = self._named(parent, folder, name, path)
        if source is None:
            return None
        data, entries = _part(source, "rows")
        section = self.typed(source, data, Section)
        if section is not None:
            self.places[f"section:{folder.name}:{section.id}"] = (source, ())
        rows = []
        for index, entry in enumerate(entries):
            here: Steps = ("rows", index)
            row_source: SourceFile | None = source
            row_data = entry
            if not isinstance(entry, dict):
                row_source, here = self._named(source, folder / str(name), entry, here), ()
                row_data = row_source.data if row_source else None
            row = self.typed(row_source, row_data, Row, here) if row_source else None
            if row is not None and row_source is not None:
                self.places[f"row:{folder.name}:{row.key}"] = (row_source, here)
                rows.append(row)
        return None if section is None else msgspec.structs.replace(section, rows=tuple(rows))

    def _named(self, parent: SourceFile, folder: Path, name: Any, path: Steps) -> SourceFile | None:
        file = folder / f"{name}.yaml"
        if isinstance(name, str) and file.is_file():
            return self.file(file)
        self.faults.append(parent.fault(path, f"names the file {folder.name}/{name}.yaml, which is not there"))
        return None


def _part(source: SourceFile, key: str) -> tuple[Any, list[Any]]:
    """The data with the list under ``key`` emptied, and that list."""
    if not isinstance(source.data, dict) or not isinstance(source.data.get(key), list):
        return source.data, []
    return {**source.data, key: []}, source.data[key]
