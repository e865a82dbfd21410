"""An .xlsx file: its parts, and which part holds what. It is read and written as a .docx file is."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree

from tests.foreign import docx, strict
from tests.foreign.excel.names import R, s

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_LINK = f"{{{_PACKAGE}/relationships}}Relationship"
_KEY = f"{{{R}}}id"


class Workbook:
    """A file opened to be changed: shown in transitional names, saved as it was, strict or not."""

    def __init__(self, data: bytes) -> None:
        raw = {name: _utf8(name, part) for name, part in docx.read(data).items()}
        self._strict = any(strict.is_strict(part) for name, part in raw.items() if _is_xml(name))
        self.parts = {name: strict.to_transitional(part) if _is_xml(name) else part for name, part in raw.items()}
        self._trees: dict[str, etree._Element] = {}

    def tree(self, name: str) -> etree._Element:
        """The part as a tree; what is changed in it is saved."""
        if name not in self._trees:
            self._trees[name] = etree.fromstring(self.parts[name])
        return self._trees[name]

    def replace(self, name: str, tree: etree._Element) -> None:
        """Puts another tree in the place of a part's."""
        self._trees[name] = tree

    def save(self) -> bytes:
        """The file."""
        parts = {
            name: docx.serialise(self._trees[name]) if name in self._trees else self.parts[name] for name in self.parts
        }
        if self._strict:
            parts = {name: strict.to_strict(part) if _is_xml(name) else part for name, part in parts.items()}
        return docx.write(parts)

    @property
    def main(self) -> str:
        """The part of the workbook itself."""
        return docx.main_part(self.parts)

    @property
    def sheets(self) -> list[tuple[str, str]]:
        """The name of each sheet and its part, in the order of the tabs."""
        targets = {key: target for key, _, target in self.links(self.main)}
        return [
            (sheet.get("name", ""), targets[sheet.get(_KEY, "")]) for sheet in self.tree(self.main).iter(s("sheet"))
        ]

    def links(self, part: str) -> list[tuple[str, str, str]]:
        """Id, last word of the type, and part, of each relationship of a part to another part in the file."""
        name = self._find(links_name(part))
        if name is None:
            return []
        return [
            (link.get("Id", ""), link.get("Type", "").rpartition("/")[2], self._target(part, link.get("Target", "")))
            for link in self.tree(name).iter(_LINK)
            if link.get("TargetMode") != "External"
        ]

    def linked(self, part: str, kind: str) -> str | None:
        """The first part that another one refers to as a kind, such as `sharedStrings`."""
        return next((target for _, found, target in self.links(part) if found == kind), None)

    def add(self, part: str, content: str, content_type: str, to: str, kind: str) -> str:
        """Puts a part in, with its content type and a relationship; says the relationship's id."""
        self.parts[part] = content.encode()
        types = self.tree("[Content_Types].xml")
        override = etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", content_type)
        name = self._find(links_name(to))
        if name is None:
            name = links_name(to)
            self.parts[name] = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()
        links = self.tree(name)
        used = {link.get("Id") for link in links}
        key = next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used)
        link = etree.SubElement(links, _LINK)
        link.set("Id", key)
        link.set("Type", kind if "://" in kind else f"{R}/{kind}")
        link.set("Target", "/" + part)
        return key

    def drop(self, part: str) -> None:
        """Takes a part out, with its relationships, its content type and all relationships to it."""
        for links in [name for name in self.parts if name.lower().endswith(".rels")]:
            source = _source(links)
            for link in list(self.tree(links)):
                if link.get("TargetMode") != "External" and self._target(source, link.get("Target", "")) == part:
                    self.tree(links).remove(link)
        types = self.tree("[Content_Types].xml")
        for override in list(types):
            if override.get("PartName", "").lower() == f"/{part}".lower():
                types.remove(override)
        for name in (part, self._find(links_name(part))):
            if name is not None:
                self.parts.pop(name, None)
                self._trees.pop(name, None)

    def sheet_trees(self) -> Iterator[etree._Element]:
        """The tree of each sheet."""
        for _, part in self.sheets:
            yield self.tree(part)

    def strings(self) -> list[etree._Element]:
        """The items of the shared strings."""
        part = self.linked(self.main, "sharedStrings")
        return [] if part is None else list(self.tree(part).iterfind(s("si")))

    def _target(self, part: str, target: str) -> str:
        path = posixpath.normpath(posixpath.join(posixpath.dirname("/" + part), target)).lstrip("/")
        return self._find(path) or path

    def _find(self, name: str) -> str | None:
        return next((found for found in self.parts if found.lower() == name.lower()), None)


def links_name(part: str) -> str:
    """The part that holds the relationships of a part."""
    folder, _, last = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{last}.rels")


def _source(links: str) -> str:
    folder, _, last = links.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), last.removesuffix(".rels"))


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", ".vml"))


def _utf8(name: str, part: bytes) -> bytes:
    return docx.as_utf8(part) if _is_xml(name) else part
