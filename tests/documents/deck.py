"""A presentation as its XML says it: slides in order, and what stands on each. Nothing of hsbdocs is used."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True)
class SlidePart:
    """A slide: its tree of shapes, and that of its notes."""

    name: str
    root: Element
    notes: Element

    @property
    def tree(self) -> Element:
        found = self.root.find(f"{P}cSld/{P}spTree")
        assert found is not None
        return found

    @property
    def title(self) -> str:
        """The words of the first shape, which is the title."""
        first = next(iter(self.tree.iter(f"{P}sp")))
        place = first.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        assert place is not None
        assert place.get("type") in ("title", "ctrTitle"), "the title is read out first"
        return text_of(first)

    @property
    def text(self) -> str:
        return text_of(self.tree)

    @property
    def said(self) -> str:
        """Its notes."""
        return " ".join(
            text_of(shape)
            for shape in self.notes.iter(f"{P}sp")
            for place in shape.iter(f"{P}ph")
            if place.get("type") == "body"
        )


def text_of(root: Element) -> str:
    """The words, a blank between paragraphs."""
    paragraphs = ("".join(run.text or "" for run in each.iter(f"{A}t")) for each in root.iter(f"{A}p"))
    return " ".join(" ".join(paragraphs).split())


class Deck:
    """A presentation."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def roots(self, *folders: str) -> dict[str, Element]:
        """The parts of these folders below ppt/."""
        return {
            name: ElementTree.fromstring(data)
            for name, data in self.parts.items()
            if name.endswith(".xml") and name.split("/")[1:2] and name.split("/")[1] in folders
        }

    @property
    def slides(self) -> list[SlidePart]:
        return list(self._slides())

    def _slides(self) -> Iterator[SlidePart]:
        listed = ElementTree.fromstring(self.parts["ppt/presentation.xml"]).iter(f"{P}sldId")
        targets = self._targets("ppt/presentation.xml")
        for each in listed:
            name = targets[each.get(f"{R}id", "")]
            notes = next(target for target in self._targets(name).values() if "notesSlide" in target)
            yield SlidePart(name, ElementTree.fromstring(self.parts[name]), ElementTree.fromstring(self.parts[notes]))

    def _targets(self, name: str) -> dict[str, str]:
        folder, _, file = name.rpartition("/")
        rels = ElementTree.fromstring(self.parts[f"{folder}/_rels/{file}.rels"])
        return {
            each.get("Id", ""): posixpath.normpath(posixpath.join(folder, each.get("Target", "")))
            for each in rels.iter(_RELS)
        }
