"""Walks the XML of a Word document: paragraphs, tables, spans, controls and what is drawn.

What Word and other editors write is measured in docs/word.md. Content controls, tracked insertions, smart tags and
links are walked through; the text of tracked deletions is kept apart; of alternate content the first choice counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from hsbdocs.formats.package import Element
from hsbdocs.formats.word.legacy import shown_by
from hsbdocs.formats.word.looks import Looks
from hsbdocs.formats.word.symbols import in_symbol_font, symbol
from hsbdocs.model.transcript import Aside, Cell, Control, Mark, Paragraph, Span, Table

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_CHECKBOX, _CHECKED, _CHECKED_VALUE = f"{_W14}checkbox", f"{_W14}checked", f"{_W14}val"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_LONGEST_NUMBER = 4
_MATH_TEXTS = {
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t",
    "{http://purl.oclc.org/ooxml/officeDocument/math}t",
}

_WRAPS = (
    "ins",
    "moveTo",
    "smartTag",
    "fldSimple",
    "hyperlink",
    "customXml",
    "dir",
    "bdo",
    "sdtContent",
)
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_IMAGES = {"pic", "blip", "imagedata", "object", "OLEObject", "chart", "relIds"}
#: Of these, what only frames an image, and what names the part that it lies in.
_FRAME, _NAMING = "pic", {"blip", "svgBlip", "imagedata"}
_OFF = ("0", "false", "off", "none")


class _Field:
    """A field that is open: its instruction, and whether what it shows has begun."""

    __slots__ = ("code", "shown")

    def __init__(self) -> None:
        self.code = ""
        self.shown = False


class _Drawn:
    """What a paragraph holds besides text: gathered while it is walked. ``fields`` are those open, by their code."""

    __slots__ = ("deleted", "fields", "images", "pictures", "shapes")

    def __init__(self) -> None:
        self.pictures = self.shapes = 0
        self.deleted = ""
        self.images: list[str] = []
        self.fields: list[_Field] = []


class Walker:
    """Walks one document. Methods take the index of the innermost control they stand in, -1 for none."""

    def __init__(self, namespace: str, styles: Callable[[], Element | None] = lambda: None) -> None:
        """``styles`` gives the root of the styles part where it is needed.

        ``picture`` gives the hash of what a drawing shows, by its relationships; it is set for each part.
        """
        self.picture: Callable[[Sequence[str]], str] = lambda _: ""
        self.controls: list[Control] = []
        self.links = 0
        self.deleted_rows: list[Aside] = []
        self._looks = Looks(namespace, styles)
        self._paragraphs_look = False
        self._mark_deleted: str | None = None  # where it stands that the mark at a paragraph's end was taken out
        self._met = 0
        self._ns = f"{{{namespace}}}"
        self._val = f"{{{namespace}}}val"
        w = self._ns
        self._ppr = f"{w}pPr"
        self._p, self._r, self._t, self._rpr = f"{w}p", f"{w}r", f"{w}t", f"{w}rPr"
        self._tbl, self._tr, self._tc, self._sdt = f"{w}tbl", f"{w}tr", f"{w}tc", f"{w}sdt"
        self._content = f"{w}sdtContent"
        self._properties, self._tag, self._alias = f"{w}sdtPr", f"{w}tag", f"{w}alias"
        self._showing, self._date = f"{w}showingPlcHdr", f"{w}date"
        self._lists = {f"{w}dropDownList", f"{w}comboBox"}
        self._row_properties, self._hidden_row = f"{w}trPr", f"{w}hidden"
        self._deleted, self._deleted_text = f"{w}del", f"{w}delText"
        self._cell_properties, self._shade, self._span = f"{w}tcPr", f"{w}shd", f"{w}gridSpan"
        self._merged, self._cell_deleted = f"{w}vMerge", f"{w}cellDel"
        self._cell_looks = {self._shade, self._span, self._merged, self._cell_deleted}
        self._wraps = {f"{w}{name}" for name in _WRAPS}
        self._inserted = {f"{w}ins", f"{w}moveTo"}
        self._breaks = {f"{w}{name}": text for name, text in _BREAKS.items()}
        self._sym = f"{w}sym"
        self._field, self._field_kind = f"{w}fldChar", f"{w}fldCharType"
        self._code, self._instr = f"{w}instrText", f"{w}instr"
        self._pictures = {f"{w}drawing", f"{w}pict", f"{w}object"}
        self._box = f"{w}txbxContent"
        self._alternate = f"{{{_MC}}}AlternateContent"
        self._opened = {self._sdt, self._alternate, *self._wraps}
        self._chunk = f"{w}altChunk"
        self._ruby, self._ruby_base = f"{w}ruby", f"{w}rubyBase"

    def body(self, body: Element) -> tuple[Paragraph | Table, ...]:
        """The blocks of a document's body. What is rare is looked for only where the body has any of it."""
        self._paragraphs_look = self._looks.on_paragraphs(body)
        tracked = next(body.iter(self._deleted), None) is not None
        self._mark_deleted = f"{self._ppr}/{self._rpr}/{self._deleted}" if tracked else None
        return self.blocks(body, -1)

    @property
    def marks(self) -> int:
        """Every mark that was met."""
        return self._looks.seen | self._met

    def blocks(self, parent: Element, control: int) -> tuple[Paragraph | Table, ...]:
        """Paragraphs and tables below ``parent``, whatever wraps them."""
        found: list[Paragraph | Table] = []
        joins = False
        for child, inside in self._through(parent, control):
            tag = child.tag
            if tag == self._p:
                paragraphs = self._paragraph(child, inside)
                if joins and found and isinstance(found[-1], Paragraph):
                    found[-1] = _joined(found[-1], paragraphs.pop(0))
                found += paragraphs
                joins = self._mark_deleted is not None and child.find(self._mark_deleted) is not None
            elif tag == self._tbl:
                found.append(Table(tuple(self._rows(child, inside))))
            elif tag == self._chunk:
                self.links += 1
        return tuple(found)

    def asides(self, root: Element, kind: str) -> list[Aside]:
        """The texts of comments or notes, separators apart."""
        found = []
        for entry in root:
            if entry.get(f"{self._ns}type") not in (None, "normal"):
                continue
            text = "\n".join(p.text for p in Cell(self.blocks(entry, -1)).paragraphs).strip()
            if text:
                found.append(Aside(kind, text))
        return found

    def _through(self, parent: Element, control: int) -> Iterator[tuple[Element, int]]:
        """What stands below ``parent`` once controls, insertions and other wrappers are opened, each in its control."""
        for child in parent:
            tag = child.tag
            if tag not in self._opened:
                yield child, control
            elif tag == self._sdt:
                index = self._control(child)
                for content in child.iterchildren(self._content):
                    yield from self._through(content, index)
            elif tag == self._alternate:
                yield from self._through(_choice(child), control)
            else:
                yield from self._through(child, control)

    def _rows(self, table: Element, control: int) -> Iterator[tuple[Cell, ...]]:
        for child, inside in self._through(table, control):
            if child.tag != self._tr:
                continue
            properties = child.find(self._row_properties)
            if properties is None:
                yield tuple(self._cells(child, inside))
            elif properties.find(self._deleted) is not None:
                self.deleted_rows += self._struck(child, "row taken out by tracked changes")
            elif properties.find(self._hidden_row) is not None:
                self.deleted_rows += self._struck(child, "hidden row")
            else:
                yield tuple(self._cells(child, inside))

    def _struck(self, element: Element, what: str) -> list[Aside]:
        """What a row or cell said that is not shown."""
        texts = (
            "".join(part.text or "" for part in p.iter(self._t, self._deleted_text)) for p in element.iter(self._p)
        )
        text = " ".join(" ".join(texts).split())
        return [Aside(what, text)] if text else []

    def _cells(self, row: Element, control: int) -> Iterator[Cell]:
        for child, inside in self._through(row, control):
            if child.tag == self._tc:
                properties = child.find(self._cell_properties)
                if properties is None:
                    yield Cell(self.blocks(child, inside))
                    continue
                looks = {part.tag: part for part in properties if part.tag in self._cell_looks}
                yield from self._cell(child, inside, looks) if looks else (Cell(self.blocks(child, inside)),)

    def _cell(self, cell: Element, control: int, looks: dict[str, Element]) -> Iterator[Cell]:
        """A cell with colour, width or merging of its own; none where tracked changes take it out."""
        if self._cell_deleted in looks:
            self.deleted_rows += self._struck(cell, "cell taken out by tracked changes")
            return
        span = looks[self._span].get(self._val, "1") if self._span in looks else "1"
        merged = self._merged in looks and looks[self._merged].get(self._val, "continue") == "continue"
        if merged:
            self.deleted_rows += self._struck(cell, "hidden below a merged cell")
        yield Cell(
            () if merged else self.blocks(cell, control),
            self._looks.fill(looks[self._shade]) if self._shade in looks else "",
            int(span) if span.isdecimal() and 0 < len(span) < _LONGEST_NUMBER else 1,
            merged,
        )

    def _paragraph(self, element: Element, control: int) -> list[Paragraph]:
        """The paragraph, and after it those of text boxes that hang in it."""
        spans: list[Span] = []
        boxes: list[Paragraph | Table] = []
        drawn = _Drawn()
        marks = 0
        if self._paragraphs_look:
            properties = element.find(self._ppr)
            marks = 0 if properties is None else self._looks.of_paragraph(properties)
        self._inline(element, control, marks, spans, boxes, drawn)
        paragraphs = [Paragraph(tuple(spans), drawn.pictures, drawn.shapes, drawn.deleted, tuple(drawn.images))]
        if boxes:
            paragraphs += Cell(tuple(boxes)).paragraphs
        return paragraphs

    def _inline(
        self,
        parent: Element,
        control: int,
        marks: int,
        spans: list[Span],
        boxes: list[Paragraph | Table],
        drawn: _Drawn,
    ) -> None:
        """Gather spans, text boxes and drawings below ``parent``."""
        for child in parent:
            tag = child.tag
            if tag == self._r:
                self._run(child, control, marks, spans, boxes, drawn)
            elif tag == self._ppr:
                continue
            elif tag == self._sdt:
                index = self._control(child)
                for content in child.iterchildren(self._content):
                    self._inline(content, index, marks, spans, boxes, drawn)
            elif tag in self._wraps:
                inner = marks | Mark.INSERTED if tag in self._inserted else marks
                inner |= self._changing(child.get(self._instr, ""))
                self._inline(child, control, inner, spans, boxes, drawn)
            elif tag == self._alternate:
                self._inline(_choice(child), control, marks, spans, boxes, drawn)
            elif tag in _MATH_TEXTS:
                _add(spans, child.text or "", marks, control)
            elif tag == self._deleted:
                drawn.deleted += "".join(part.text or "" for part in child.iter(self._deleted_text))
                self._met |= Mark.DELETED
            elif tag == self._p:
                boxes += self._paragraph(child, control)
            elif not tag.startswith(self._ns):
                self._inline(child, control, marks, spans, boxes, drawn)

    def _run(
        self,
        run: Element,
        control: int,
        marks: int,
        spans: list[Span],
        boxes: list[Paragraph | Table],
        drawn: _Drawn,
    ) -> None:
        text = font = ""
        for child in run:
            tag = child.tag
            if tag == self._t:
                text += in_symbol_font(child.text or "", font) if font else child.text or ""
            elif tag == self._rpr:
                marks |= self._looks.of_run(child)
                font = self._looks.symbol_font(child)
            elif tag == self._field:
                kind = child.get(self._field_kind)
                text += shown_by(child, self._ns) if kind == "begin" else ""
                self._add(spans, text, marks, control, drawn)
                text = ""
                if kind == "begin":
                    drawn.fields.append(_Field())
                elif drawn.fields and kind == "separate":
                    drawn.fields[-1].shown = True
                elif drawn.fields and kind == "end":
                    drawn.fields.pop()
            elif tag == self._code and drawn.fields:
                drawn.fields[-1].code += child.text or ""
            elif tag in self._breaks:
                text += self._breaks[tag]
            elif tag == self._sym:
                text += symbol(child.get(f"{self._ns}font", ""), child.get(f"{self._ns}char", ""))
            elif tag in self._pictures:
                self._drawing(child, control, boxes, drawn)
            elif tag == self._ruby:  # small signs above a word: the word itself
                text += "".join(part.text or "" for base in child.iter(self._ruby_base) for part in base.iter(self._t))
            elif tag == self._alternate:
                chosen = _choice(child)
                if any(next(chosen.iter(kind), None) is not None for kind in self._pictures):
                    self._drawing(chosen, control, boxes, drawn)
                else:  # an emoji: often only the fallback holds it as text
                    texts = [part.text or "" for part in chosen.iter(self._t)]
                    text += "".join(texts or [part.text or "" for part in child.iter(self._t)])
        self._add(spans, text, marks, control, drawn)

    def _add(self, spans: list[Span], text: str, marks: int, control: int, drawn: _Drawn) -> None:
        """Add text, unless it stands in the instruction of a field."""
        for field in drawn.fields:
            marks |= self._changing(field.code)
            if not field.shown:
                return
        if text:
            _add(spans, text, marks, control)

    def _changing(self, code: str) -> int:
        """A mark for the result of a field that shows today's date (ECMA-376 part 1, 17.16.5)."""
        if code.split()[:1] not in (["DATE"], ["TIME"]):
            return 0
        self._met |= Mark.CHANGING
        return Mark.CHANGING

    def _drawing(self, element: Element, control: int, boxes: list[Paragraph | Table], drawn: _Drawn) -> None:
        """Images and objects count as pictures; a text box gives its paragraphs; anything else is a drawn shape."""
        self._met |= Mark.DRAWN
        content: list[Element] = []
        parts: list[str] = []
        images = _look_into(element, self._box, content, parts)
        for box in content:
            boxes += self.blocks(box, control)
        if images:
            drawn.pictures += 1
            drawn.images.append(self.picture(parts) if all(parts) else "")
        elif not content:
            drawn.shapes += 1

    def _control(self, sdt: Element) -> int:
        """Note a control and return its index."""
        tag = title = full_date = ""
        kind, placeholder = "text", False
        checked: bool | None = None
        properties = next(sdt.iterchildren(self._properties), None)
        for child in properties if properties is not None else ():
            name = child.tag
            if name == self._tag:
                tag = child.get(self._val, "")
            elif name == self._alias:
                title = child.get(self._val, "")
            elif name == self._showing:
                placeholder = child.get(self._val) not in _OFF
            elif name == self._date:
                kind, full_date = "date", child.get(f"{self._ns}fullDate", "")
            elif name == _CHECKBOX:
                kind = "checkbox"
                state = child.find(_CHECKED)
                checked = state is not None and state.get(_CHECKED_VALUE, "1") not in _OFF
            elif name in self._lists:
                kind = "list"
        self.controls.append(Control(tag, title, kind, placeholder, checked, full_date))
        return len(self.controls) - 1


def _look_into(element: Element, box: str, boxes: list[Element], parts: list[str]) -> bool:
    """Gather the text boxes of a drawing, not those inside them; True where an image or object stands in it.

    ``parts`` takes the relationship of each, empty where it has none.
    """
    if element.tag == box:
        boxes.append(element)
        return False
    if element.tag == f"{{{_MC}}}AlternateContent":
        return _look_into(_choice(element), box, boxes, parts)
    name = str(element.tag).rsplit("}", 1)[-1]
    found = name in _IMAGES
    if name in _NAMING or (found and name != _FRAME):
        parts.append(_names(element) if name in _NAMING else "")
    for child in element:
        found |= _look_into(child, box, boxes, parts)
    return found


def _names(image: Element) -> str:
    """The relationship by which an image names its part (``r:embed``, in VML ``r:id``)."""
    found = (str(value) for name, value in image.attrib.items() if str(name).endswith(("}embed", "}id")))
    return next(found, "")


def _choice(alternate: Element) -> Element:
    """The first choice of alternate content, else its fallback."""
    for name in ("Choice", "Fallback"):
        found = alternate.find(f"{{{_MC}}}{name}")
        if found is not None:
            return found
    return alternate


def _joined(first: Paragraph, second: Paragraph) -> Paragraph:
    """Two paragraphs whose parting mark was taken out."""
    return Paragraph(
        (*first.spans, *second.spans),
        first.pictures + second.pictures,
        first.shapes + second.shapes,
        first.deleted + second.deleted,
        (*first.images, *second.images),
    )


def _add(spans: list[Span], text: str, marks: int, control: int) -> None:
    """Add text, to the span before it where that looks the same."""
    if spans and spans[-1].control == control and spans[-1].marks == marks:
        spans[-1] = Span(spans[-1].text + text, marks, control)
    else:
        spans.append(Span(text, marks, control))
