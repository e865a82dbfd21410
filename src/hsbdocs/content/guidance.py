"""content/guidance/ to one checked Guidance, or every fault in it. Only who needs it loads it: no form does."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from hsbdocs.content.checks_guidance import COVER, check_guidance
from hsbdocs.content.checks_source import SOURCE
from hsbdocs.content.decode import decode
from hsbdocs.content.locate import MARK
from hsbdocs.content.places import Places
from hsbdocs.content.reader import Reader
from hsbdocs.content.slots import of_contacts, of_edition, unknown
from hsbdocs.content.source import SourceFile
from hsbdocs.content.strays import Stray, strays, told, without_those_missed
from hsbdocs.model.check import CheckCode
from hsbdocs.model.content import Edition
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.form import Form
from hsbdocs.model.guidance import KINDS, Cover, Guidance, NumberedSection, SourceText

FOLDER = "guidance"
CONTACTS = "contacts.yaml"

#: Kinds that a guidance may do without: they are for training.
_MAY_LACK = ("vignettes", "quiz")

#: Where nothing is known of the source: no line lies outside it.
_NOT_KNOWN = SourceText(last_line=sys.maxsize, cover_ends=sys.maxsize, prompts="")


class Reading(msgspec.Struct, frozen=True):
    """A guidance as far as it could be read: ``faults`` is every fault, ``places`` where each id stands."""

    guidance: Guidance
    places: Places
    faults: tuple[Fault, ...]


def load_guidance(root: Path, forms: Mapping[str, Form] | None = None, edition: Edition | None = None) -> Guidance:
    """Read and check the folder guidance/ of the content folder ``root``.

    With ``forms`` (by id), what blocks say of a form is checked too; the dates of ``edition`` (by default of the folder
    itself) stand where texts name them. Raises AuthorError with every fault: file, line,
    path and problem.
    """
    reading = read_guidance(root, forms, edition)
    if reading.faults:
        raise AuthorError(reading.faults)
    return reading.guidance


def read_guidance(root: Path, forms: Mapping[str, Form] | None = None, edition: Edition | None = None) -> Reading:
    """The same without raising: entries that are wrong are left out, and what is wrong with them is a fault."""
    reader = _GuidanceReader(root, edition or Reader(root).one(MARK, Edition))
    source = reader.one(SOURCE, SourceText)
    cover = reader.one(COVER, Cover)
    entries: dict[str, tuple[Any, ...]] = {kind: tuple(reader.entries(kind, KINDS[kind])) for kind in KINDS}
    entries["sections"] = tuple(sorted(entries["sections"], key=_by_number))
    misnamed = [found for found in strays(root, reader.read(), ()) if found.right and _is_ours(root, found)]
    whole = not reader.faults and not misnamed
    if cover is None:
        cover = Cover(title="", title_source=1, issued="", issued_source=1, blocks=())
    guidance = Guidance(source=source or _NOT_KNOWN, cover=cover, hash=reader.hash(), **entries)
    faults = [*without_those_missed(root, reader.faults, misnamed), *told(root, misnamed)]
    if guidance.sections:
        broken = None if misnamed else reader.broken
        faults += check_guidance(guidance, reader.places, forms, whole=whole, broken=broken)
    return Reading(guidance, reader.places, tuple(faults))


def _is_ours(root: Path, stray: Stray) -> bool:
    return stray.file.is_relative_to(root / FOLDER)


def _by_number(section: NumberedSection) -> tuple[int, ...]:
    return tuple(int(part) for part in section.number.split(".") if part.isdecimal())


class _GuidanceReader(Reader):
    """A kind lies in one file (a list), or in a folder of files: one section each, or a list each.

    ``broken`` holds the ids of entries that are there and wrong; it is None where a file could not be read at all.
    """

    def __init__(self, root: Path, edition: Edition | None) -> None:
        super().__init__(root)
        self.broken: set[str] | None = set()
        self._contacts = super().file(root / FOLDER / CONTACTS)
        dates = {} if edition is None else of_edition(edition, None)
        self.slots = dates | of_contacts(self._contacts.data)

    def file(self, path: Path) -> SourceFile:
        """A file with the values of contacts in the places that name them; one that no contact has is a fault."""
        if path == self.root / FOLDER / CONTACTS:
            return self._contacts
        source = super().file(path)
        for steps, name in unknown(source.data) if not self._contacts.faults else ():
            self.faults.append(source.fault(steps, f"no contact has a point {name} with a value", CheckCode.REFERENCE))
        return source

    def entries(self, kind: str, struct: type[msgspec.Struct]) -> list[Any]:
        """Every entry of a kind, with the place of each under ``KIND:ID``."""
        folder, file = self.root / FOLDER / kind, self.root / FOLDER / f"{kind}.yaml"
        if kind in _MAY_LACK and not (folder.is_dir() or file.is_file()):
            return []
        if not folder.is_dir():
            return self._list(kind, struct, self.file(file))
        paths = sorted(folder.glob("*.yaml"))
        if struct is not NumberedSection:
            return [entry for path in paths for entry in self._list(kind, struct, self.file(path))]
        sections = []
        for path in paths:
            source = self.file(path)
            section = self.typed(source, source.data, NumberedSection)
            if section is None:
                self._note_broken(source, source.data)
                continue
            if section.number != path.stem:
                problem = f"section {section.number} lies in {path.name}"
                self.faults.append(source.fault(("number",), problem, CheckCode.ID))
            self.places[f"{kind}:{section.number}"] = (source, ())
            sections.append(section)
        return sections

    def _list(self, kind: str, struct: type[msgspec.Struct], source: SourceFile) -> list[Any]:
        if source.faults:
            self.broken = None
            return []
        if not isinstance(source.data, list):
            self.faults.append(source.fault((), "should be a list of entries", CheckCode.TYPE))
            self.broken = None
            return []
        values, faults = decode(tuple[struct, ...], source.data)  # type: ignore[valid-type]
        if faults:
            self.faults += [source.fault(path, problem, CheckCode.TYPE) for path, problem in faults]
            numbered = self._those_that_are_right(struct, source)
        else:
            numbered = list(enumerate(values or ()))
        kept = []
        for index, value in numbered:
            name = f"{kind}:{value.id}"
            if name in self.places:
                first, path = self.places[name]
                where = f"{first.name}:{first.line(path)}"
                problem = f"stands twice, here and in {where}: keep one"
                self.faults.append(source.fault((index, "id"), problem, CheckCode.ID))
                continue
            self.places[name] = (source, (index,))
            kept.append(value)
        return kept

    def _those_that_are_right(self, struct: type[msgspec.Struct], source: SourceFile) -> list[tuple[int, Any]]:
        right = []
        for index, data in enumerate(source.data):
            value, faults = decode(struct, data)
            if faults:
                self._note_broken(source, data)
            else:
                right.append((index, value))
        return right

    def _note_broken(self, source: SourceFile, data: Any) -> None:
        """Keep the ids of what is there and wrong: a reference to it leads somewhere."""
        if source.faults:
            self.broken = None
        elif self.broken is not None:
            self.broken |= set(_ids(data))


def _ids(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from (data[key] for key in ("id", "number") if isinstance(data.get(key), str))
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            yield from _ids(value)
