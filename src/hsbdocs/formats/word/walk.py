"""Walks the XML of a Word document: paragraphs, tables, rows and cells, and what is taken out of them.

What Word and other editors write is measured in docs/word.md. Content controls, tracked insertions, smart tags and
links are walked through; the text of tracked deletions is kept apart; of alternate content one choice counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hsbdocs.formats.images import Images
from hsbdocs.formats.package import Element
from hsbdocs.formats.word.alternate import choice
from hsbdocs.formats.word.bound import Bound
from hsbdocs.formats.word.drawing import Drawing
from hsbdocs.formats.word.line import joined
from hsbdocs.formats.word.looks import Looks
from hsbdocs.formats.word.names import ALTERNATE, MATHS, Names, first
from hsbdocs.formats.word.numbering import Numbering
from hsbdocs.formats.word.paragraph import Paragraphs
from hsbdocs.formats.word.parts import Parts
from hsbdocs.formats.word.prompts import Prompts
from hsbdocs.formats.word.sdt import Controls
from hsbdocs.formats.word.switches import child_is_on
from hsbdocs.model.location import Where
from hsbdocs.model.transcript import Aside, Cell, Control, Mark, Paragraph, Table

_LONGEST_NUMBER = 4
#: What stands among blocks, rows and cells, and never holds text.
_SILENT = (
    *("tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sectPr"),
    *("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"),
)


class Walker:
    """Walks one document. Methods take the index of the innermost control they stand in, -1 for none."""

    def __init__(self, namespace: str, parts: Parts, images: Images) -> None:
        """``parts`` gives the parts beside the document where they are needed; ``images`` counts what is shown."""
        self.links = 0
        self.deleted_rows: list[Aside] = []
        n = self._n = Names(namespace)
        w = n.w
        self._images = images
        self._looks = Looks(namespace, parts.styles)
        self._controls = Controls(n, Prompts(n, self._looks.styles, parts.blocks), Bound(namespace, parts.stores))
        numbering = Numbering(n, self._looks.styles, parts.numbering)
        self._paragraphs = Paragraphs(n, self._looks, self._controls, numbering, images)
        self._paragraphs.blocks = self.blocks
        self._apart = self._paragraphs.apart  # no field reaches out of a cell
        self._mark_deleted: str | None = None  # where it stands that the mark at a paragraph's end was taken out
        self._mark_path = f"{n.ppr}/{n.rpr}/{n.deleted}"
        self._row_properties, self._hidden = f"{w}trPr", f"{w}hidden"
        self._cell_properties, self._shade, self._span = f"{w}tcPr", f"{w}shd", f"{w}gridSpan"
        self._merged, self._cell_deleted = f"{w}vMerge", f"{w}cellDel"
        self._cell_borders, self._diagonals = f"{w}tcBorders", (f"{w}tl2br", f"{w}tr2bl")
        self._cell_looks = {self._shade, self._span, self._merged, self._cell_deleted, self._cell_borders}
        self._texts = (n.t, n.deleted_text, *(f"{math}t" for math in MATHS))
        self._gone = {n.deleted, n.moved_away}
        self._silent = {f"{w}{name}" for name in _SILENT}

    def body(self, body: Element) -> tuple[Paragraph | Table, ...]:
        """The blocks of a document's body. What is rare is looked for only where the body has any of it."""
        n = self._n
        self._paragraphs.by_paragraph = self._looks.on_paragraphs(body)
        tracked = next(body.iter(n.deleted), None) is not None
        self._mark_deleted = self._mark_path if tracked else None
        moved = ("".join(part.text or "" for part in each.iter(n.t)) for each in body.iter(n.moved_here))
        self._paragraphs.moved = frozenset("".join(text.split()) for text in moved)
        return self.blocks(body, -1)

    def passed_by(self, roots: Iterable[Element]) -> bool:
        """True where the parts that were walked hold more pieces of text than the walk met: a last net.

        Of alternate content one choice counts, and the other is passed by for good.
        """
        there = sum(self._pieces(root) for root in roots)
        return there > self._paragraphs.texts

    def _pieces(self, root: Element) -> int:
        other = {
            text
            for alternate in root.iter(ALTERNATE)
            for branch in alternate
            if branch is not choice(alternate)
            for text in branch.iter(self._n.t)
        }
        return sum(1 for _ in root.iter(self._n.t)) - len(other)

    @property
    def controls(self) -> tuple[Control, ...]:
        """Every control that was met."""
        return tuple(self._controls.found)

    @property
    def marks(self) -> int:
        """Every mark that was met."""
        return self._looks.seen | self._paragraphs.met

    def blocks(self, parent: Element, control: int) -> tuple[Paragraph | Table, ...]:
        """Paragraphs and tables below ``parent``, whatever wraps them."""
        n = self._n
        found: list[Paragraph | Table] = []
        parted: list[Paragraph] = []  # paragraphs whose marks were taken out, waiting for the one that ends them
        for child, inside in self._through(parent, control):
            tag = child.tag
            if tag == n.p:
                paragraphs = self._paragraphs.read(child, inside)
                if self._mark_deleted is None:
                    found += paragraphs
                    continue
                parted.append(paragraphs.pop(0))
                if child.find(self._mark_deleted) is None:
                    found.append(joined(parted))
                    parted = []
                found += paragraphs
                continue
            if parted:
                found.append(joined(parted))
                parted = []
            if tag == n.tbl:
                found.append(Table(tuple(self._rows(child, inside))))
            elif tag in n.embedded:
                self.links += 1
                found.append(self._paragraphs.embedded())
            elif tag in self._gone:
                self.deleted_rows += self._struck(child, Where.TAKEN_OUT)
            elif tag not in self._silent:
                found += self._stray(child, inside)
        if parted:
            found.append(joined(parted))
        return tuple(found)

    def _stray(self, element: Element, control: int) -> list[Paragraph | Table]:
        """What stands among paragraphs and is none: paragraphs in something unknown, or text without any."""
        if not len(element) and element.tag != self._n.t:
            return []
        if next(element.iter(self._n.p), None) is not None:
            return list(self.blocks(element, control))
        if next(element.iter(*self._texts), None) is None:
            return []
        return list(self._paragraphs.stray(element, control))

    def asides(self, root: Element, kind: Where) -> list[Aside]:
        """The texts and pictures of comments or notes, separators apart."""
        found = []
        for entry in root:
            if entry.get(f"{self._n.w}type") not in (None, "normal"):
                continue
            paragraphs = Cell(self.blocks(entry, -1)).paragraphs
            text = "\n".join(p.text for p in paragraphs).strip()
            images = tuple(image for p in paragraphs for image in p.images)
            found.append(Aside(kind, text, sum(p.pictures for p in paragraphs), images))
        return [aside for aside in found if aside.text or aside.pictures]

    def _through(self, parent: Element, control: int) -> Iterator[tuple[Element, int]]:
        """What stands below ``parent`` once controls, insertions and other wrappers are opened, each in its control."""
        n = self._n
        for child in parent:
            tag = child.tag
            if tag not in n.opened:
                yield child, control
            elif tag == n.sdt:
                index = self._controls.note(child, control)
                for content in child.iterchildren(n.sdt_content):
                    yield from self._through(content, index)
            elif tag == ALTERNATE:
                yield from self._through(choice(child), control)
            else:
                yield from self._through(child, control)

    def _rows(self, table: Element, control: int) -> Iterator[tuple[Cell, ...]]:
        n = self._n
        for child, inside in self._through(table, control):
            if child.tag != n.tr:
                self.deleted_rows += self._between(child, Where.BETWEEN_ROWS)
                continue
            properties = first(child, self._row_properties)
            said = set() if properties is None else {each.tag for each in properties}
            if n.deleted in said:
                self.deleted_rows += self._struck(child, Where.TAKEN_OUT_ROW)
            elif self._hidden in said and child_is_on(properties, self._hidden, n.val):
                self.deleted_rows += self._struck(child, Where.HIDDEN_ROW)
            else:
                yield tuple(self._cells(child, inside))

    def _between(self, element: Element, what: Where) -> list[Aside]:
        """Text in a table outside its cells."""
        if element.tag in self._silent or not (len(element) or element.tag in self._texts):
            return []
        return self._struck(element, what)

    def _struck(self, element: Element, what: Where) -> list[Aside]:
        """What a row or cell said that is not shown, and its pictures."""
        n = self._n
        self._paragraphs.account(element)
        paragraphs = list(element.iter(n.p)) or [element]
        texts = ("".join(part.text or "" for part in p.iter(*self._texts)) for p in paragraphs)
        text = " ".join(" ".join(texts).split())
        drawings = [Drawing(each, n.box, self._images) for each in element.iter(*n.pictures)]
        pictures = sum(drawing.pictures for drawing in drawings)
        images = tuple(image for drawing in drawings for image in self._images.hashes(drawing.names))
        return [Aside(what, text, pictures, images)] if text or pictures else []

    def _cells(self, row: Element, control: int) -> Iterator[Cell]:
        for child, inside in self._through(row, control):
            if child.tag != self._n.tc:
                self.deleted_rows += self._between(child, Where.BETWEEN_CELLS)
                continue
            properties = first(child, self._cell_properties)
            parts = () if properties is None else properties
            looks = {part.tag: part for part in parts if part.tag in self._cell_looks}
            if self._cell_deleted in looks:
                self.deleted_rows += self._struck(child, Where.TAKEN_OUT_CELL)
            else:
                yield self._cell(child, inside, looks) if looks else Cell(self._apart(self.blocks, child, inside))

    def _is_crossed(self, borders: Element) -> bool:
        """Whether a line runs through a cell from corner to corner: so people cross out what stands in it."""
        return any(line.get(self._n.val, "none") not in ("none", "nil") for line in borders.iter(*self._diagonals))

    def _inside(self, cell: Element, control: int, marks: int) -> tuple[Paragraph | Table, ...]:
        """What stands in a cell; all of it has these marks."""
        before = self._paragraphs.base
        self._paragraphs.base |= marks
        self._looks.seen |= marks
        found = self._apart(self.blocks, cell, control)
        self._paragraphs.base = before
        return found

    def _cell(self, cell: Element, control: int, looks: dict[str, Element]) -> Cell:
        """A cell with colour, width or merging of its own."""
        span = looks[self._span].get(self._n.val, "1") if self._span in looks else "1"
        merged = self._merged in looks and looks[self._merged].get(self._n.val, "continue") == "continue"
        if merged:
            self.deleted_rows += self._struck(cell, Where.HIDDEN_CELL)
        crossed = self._cell_borders in looks and self._is_crossed(looks[self._cell_borders])
        return Cell(
            () if merged else self._inside(cell, control, Mark.STRUCK if crossed else 0),
            self._looks.fill(looks[self._shade]) if self._shade in looks else "",
            int(span) if span.isdecimal() and 0 < len(span) < _LONGEST_NUMBER else 1,
            merged,
        )
