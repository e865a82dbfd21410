"""A Word document as python's zip and lxml read it: its parts, its printed runs, and how styles make each look.

Nothing here is hsbdocs: the order in which styles count is that of the standard (ECMA-376, part 1, 17.7.2).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

Element = etree._Element
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def w(name: str) -> str:
    """A name of WordprocessingML."""
    return f"{{{W}}}{name}"


def text_of(element: Element) -> str:
    """All that is written in an element."""
    return "".join(text.text or "" for text in element.iter(w("t")))


def value(element: Element | None, path: str, attribute: str = "val") -> str | None:
    """An attribute of the element at a path of names, such as ``rPr/sz``; none where there is none."""
    names = "/".join(w(name) for name in path.split("/"))
    found = None if element is None else element.find(names)
    return None if found is None else found.get(w(attribute))


class WordFile:
    """A document's parts. Those with text are ``texts``: body, headers, footers, notes and the glossary."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        self.parts = {name: etree.fromstring(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
        self.body = self.parts["word/document.xml"]
        self.styles = Styles(self.parts["word/styles.xml"])
        self.texts = {
            name: root
            for name, root in self.parts.items()
            if name.startswith("word/") and root.find(f".//{w('p')}") is not None
        }

    @property
    def printed(self) -> dict[str, Element]:
        """The parts that are printed: all with text but the glossary, which holds the prompts of empty controls."""
        return {name: root for name, root in self.texts.items() if "glossary" not in name}

    def runs(self) -> Iterator[tuple[str, Element]]:
        """Every run that shows something, with the name of its part."""
        for name, root in self.texts.items():
            for run in root.iter(w("r")):
                if text_of(run).strip() or run.find(w("sym")) is not None:
                    yield name, run


class Styles:
    """The styles of a document, and what they give a run."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._by_id = {style.get(w("styleId")): style for style in root.iter(w("style"))}

    @cached_property
    def _default(self) -> str | None:
        return next(
            name
            for name, style in self._by_id.items()
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true")
        )

    def chain(self, name: str | None) -> Iterator[Element]:
        """A style, and those that it is based on, the nearest first."""
        seen: set[str | None] = set()
        while name in self._by_id and name not in seen:
            seen.add(name)
            yield self._by_id[name]
            name = value(self._by_id[name], "basedOn")

    def of_paragraph(self, paragraph: Element) -> Iterator[Element]:
        """The styles of a paragraph, the nearest first."""
        return self.chain(value(paragraph, "pPr/pStyle") or self._default)

    def name(self, paragraph: Element) -> str:
        """What Word calls the style of a paragraph."""
        return (value(next(self.of_paragraph(paragraph), None), "name") or "").lower()

    def level(self, paragraph: Element) -> int | None:
        """The level of a heading; none for any other paragraph."""
        own = value(paragraph, "pPr/outlineLvl")
        styled = (value(style, "pPr/outlineLvl") for style in self.of_paragraph(paragraph))
        found = own or next((level for level in styled if level is not None), None)
        return None if found in (None, "9") else int(found) + 1

    def layers(self, run: Element) -> Iterator[tuple[str, Element]]:
        """What says how a run looks, the strongest first: each with the kind of properties that it gives."""
        yield "rPr", run
        for style in self.chain(value(run, "rPr/rStyle")):
            yield "rPr", style
        paragraph = next(run.iterancestors(w("p")))
        yield "pPr", paragraph
        for style in self.of_paragraph(paragraph):
            yield "rPr", style
            yield "pPr", style
        for cell in paragraph.iterancestors(w("tc")):
            yield "tcPr", cell
            yield from self._of_table(cell)
        for defaults in self.root.iter(w("rPrDefault")):
            yield "rPr", defaults

    def _of_table(self, cell: Element) -> Iterator[tuple[str, Element]]:
        """What a table's style gives a cell. Of its conditions only that of the first row is read."""
        table = next(cell.iterancestors(w("tbl")))
        is_first = next(cell.iterancestors(w("tr"))) is next(table.iter(w("tr")))
        for style in self.chain(value(table, "tblPr/tblStyle")):
            for condition in style.iter(w("tblStylePr")):
                kind = condition.get(w("type"))
                assert kind == "firstRow", f"a table's style for its {kind}: this test does not read it yet"
                if is_first:
                    yield "rPr", condition
                    yield "tcPr", condition
            yield "rPr", style
            yield "tcPr", style

    def find(self, run: Element, path: str, attribute: str = "val") -> str | None:
        """The value that counts for a run, such as of ``rPr/sz``; none where nothing says one."""
        kind = path.partition("/")[0]
        given = (value(layer, path, attribute) for what, layer in self.layers(run) if what == kind)
        return next((each for each in given if each is not None), None)

    def points(self, run: Element) -> float:
        """The size of a run's type; 10 points where nothing says one, as the standard has it."""
        return int(self.find(run, "rPr/sz") or "20") / 2

    def fonts(self, run: Element) -> set[str]:
        """The fonts that a run's letters are set in; a theme's font by the name that the theme gives it."""
        return {self._font(run, "ascii"), self._font(run, "hAnsi")}

    def _font(self, run: Element, kind: str) -> str:
        layers = [layer for what, layer in self.layers(run) if what == "rPr"]
        given = (value(layer, "rPr/rFonts", name) for layer in layers for name in (f"{kind}Theme", kind))
        return next((font for font in given if font is not None), "none")
