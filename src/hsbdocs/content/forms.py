"""A form from its folder: form.yaml names its sections, each a file; a section's row may be a file too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from hsbdocs.content.plain import Steps
from hsbdocs.content.reader import Reader
from hsbdocs.content.source import SourceFile
from hsbdocs.model.form import Form, Row, Section


def read_forms(reader: Reader) -> list[Form]:
    """Every form under forms/, as far as it can be read; ``reader`` keeps the faults and where all of it stands."""
    folders = sorted(path.parent for path in (reader.root / "forms").glob("*/form.yaml"))
    return [form for folder in folders if (form := _Folder(reader, folder).form()) is not None]


class _Folder:
    def __init__(self, reader: Reader, folder: Path) -> None:
        self.reader = reader
        self.folder = folder

    def form(self) -> Form | None:
        source = self.reader.file(self.folder / "form.yaml")
        data, names = _part(source, "sections")
        form = self.reader.typed(source, data, Form)
        found = [self._section(source, name, ("sections", index)) for index, name in enumerate(names)]
        if form is None:
            return None
        self.reader.places[f"form:{self.folder.name}"] = (source, ())
        if form.id != self.folder.name:
            problem = f"the form {form.id} lies in the folder {self.folder.name}: name both alike"
            self.reader.faults.append(source.fault(("id",), problem))
        return msgspec.structs.replace(form, sections=tuple(section for section in found if section is not None))

    def _section(self, parent: SourceFile, name: Any, path: Steps) -> Section | None:
        source = self._named(parent, self.folder, name, path)
        if source is None:
            return None
        data, entries = _part(source, "rows")
        section = self.reader.typed(source, data, Section)
        if section is not None:
            self.reader.places[f"section:{self.folder.name}:{section.id}"] = (source, ())
        found = [self._row(source, str(name), entry, ("rows", index)) for index, entry in enumerate(entries)]
        rows = tuple(row for row in found if row is not None)
        return None if section is None else msgspec.structs.replace(section, rows=rows)

    def _row(self, parent: SourceFile, section: str, entry: Any, path: Steps) -> Row | None:
        """A row that stands in its section's file, or in one of its own."""
        if isinstance(entry, dict):
            source: SourceFile | None = parent
        else:
            source, path = self._named(parent, self.folder / section, entry, path), ()
            entry = source.data if source else None
        row = self.reader.typed(source, entry, Row, path) if source else None
        if row is not None and source is not None:
            self.reader.places[f"row:{self.folder.name}:{row.key}"] = (source, path)
        return row

    def _named(self, parent: SourceFile, folder: Path, name: Any, path: Steps) -> SourceFile | None:
        file = folder / f"{name}.yaml"
        if isinstance(name, str) and file.is_file():
            return self.reader.file(file)
        problem = f"names the file {folder.name}/{name}.yaml, which is not there"
        self.reader.faults.append(parent.fault(path, problem))
        return None


def _part(source: SourceFile, key: str) -> tuple[Any, list[Any]]:
    """The data with the list under ``key`` emptied, and that list."""
    if not isinstance(source.data, dict) or not isinstance(source.data.get(key), list):
        return source.data, []
    return {**source.data, key: []}, source.data[key]
