"""content/guidance/ to one checked Guidance, or every fault in it. Only who needs it loads it: no form does."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from hsbdocs.content.checks_guidance import check_guidance
from hsbdocs.content.decode import decode
from hsbdocs.content.reader import Reader
from hsbdocs.content.source import SourceFile
from hsbdocs.model.faults import AuthorError
from hsbdocs.model.form import Form
from hsbdocs.model.guidance import KINDS, Cover, Guidance, Section

FOLDER = "guidance"


def load_guidance(root: Path, forms: Mapping[str, Form] | None = None) -> Guidance:
    """Read and check the folder guidance/ of the content folder ``root``.

    With ``forms`` (by id), what blocks say of a form is checked too. Raises AuthorError with every fault: file, line,
    path and problem.
    """
    reader = _GuidanceReader(root)
    cover = reader.one(f"{FOLDER}/cover.yaml", Cover)
    entries: dict[str, tuple[Any, ...]] = {kind: tuple(reader.entries(kind, KINDS[kind])) for kind in KINDS}
    entries["sections"] = tuple(sorted(entries["sections"], key=_by_number))
    if cover is None:
        raise AuthorError(reader.faults)
    guidance = Guidance(cover=cover, hash=reader.hash(), **entries)
    faults = reader.faults + check_guidance(guidance, reader.places, forms, whole=not reader.faults)
    if faults:
        raise AuthorError(faults)
    return guidance


def _by_number(section: Section) -> tuple[int, ...]:
    return tuple(int(part) for part in section.number.split(".") if part.isdecimal())


class _GuidanceReader(Reader):
    """A kind lies in one file (a list), or in a folder of files: one section each, or a list each."""

    def entries(self, kind: str, struct: type[msgspec.Struct]) -> list[Any]:
        """Every entry of a kind, with the place of each under ``KIND:ID``."""
        folder, file = self.root / FOLDER / kind, self.root / FOLDER / f"{kind}.yaml"
        if not folder.is_dir():
            return self._list(kind, struct, self.file(file))
        paths = sorted(folder.glob("*.yaml"))
        if struct is not Section:
            return [entry for path in paths for entry in self._list(kind, struct, self.file(path))]
        sections = []
        for path in paths:
            source = self.file(path)
            section = self.typed(source, source.data, Section)
            if section is not None:
                if section.number != path.stem:
                    self.faults.append(source.fault(("number",), f"section {section.number} lies in {path.name}"))
                self.places[f"{kind}:{section.number}"] = (source, ())
                sections.append(section)
        return sections

    def _list(self, kind: str, struct: type[msgspec.Struct], source: SourceFile) -> list[Any]:
        if source.faults:
            return []
        if not isinstance(source.data, list):
            self.faults.append(source.fault((), "should be a list of entries"))
            return []
        values, faults = decode(tuple[struct, ...], source.data)  # type: ignore[valid-type]
        self.faults += [source.fault(path, problem) for path, problem in faults]
        for index, value in enumerate(values or ()):
            name = f"{kind}:{value.id}"  # type: ignore[attr-defined]
            if name in self.places:
                first, path = self.places[name]
                where = f"{first.name}:{first.line(path)}"
                self.faults.append(source.fault((index, "id"), f"stands twice, here and in {where}: keep one"))
                continue
            self.places[name] = (source, (index,))
        return list(values or ())
