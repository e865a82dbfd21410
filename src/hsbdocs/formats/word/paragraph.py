"""Reads a paragraph: text with its looks, fields, equations, and what is drawn or taken out in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hsbdocs.formats.images import Images
from hsbdocs.formats.package import Element
from hsbdocs.formats.word.alternate import choice
from hsbdocs.formats.word.drawing import Drawing
from hsbdocs.formats.word.equations import is_equation, linear
from hsbdocs.formats.word.fields import Fields, changing, shown_by_code
from hsbdocs.formats.word.legacy import shown_by
from hsbdocs.formats.word.line import Line, spans_of
from hsbdocs.formats.word.looks import Looks
from hsbdocs.formats.word.names import ALTERNATE, MATHS, Names
from hsbdocs.formats.word.numbering import Numbering
from hsbdocs.formats.word.sdt import Controls
from hsbdocs.formats.word.symbols import in_symbol_font, symbol
from hsbdocs.model.transcript import Cell, Mark, Paragraph, Rest, RestKind, Span, Table

T = TypeVar("T")
_Blocks = Callable[[Element, int], tuple[Paragraph | Table, ...]]
_Inline = Callable[[Element, int, int, Line], None]


class _Run:
    """The look of a run: its marks, and its font where the letters of that are signs."""

    __slots__ = ("control", "font", "line", "marks")

    def __init__(self, line: Line, marks: int, control: int) -> None:
        self.line, self.marks, self.control = line, marks, control
        self.font = ""


class Paragraphs:
    """Reads the paragraphs of one document. Methods take the index of the innermost control they stand in."""

    def __init__(self, names: Names, looks: Looks, controls: Controls, numbering: Numbering, images: Images) -> None:
        self.met = self.texts = 0  # the marks that were met, and how many pieces of text
        self.fields = Fields()
        self.by_paragraph = False  # whether any paragraph has a look of its own
        self.base = 0  # the look that all has at the place that is read
        self.moved: frozenset[str] = frozenset()  # the texts that tracked changes moved to where they are
        self.blocks: _Blocks = lambda element, control: ()
        self._n, self._looks, self._controls = names, looks, controls
        self._numbering, self._images = numbering, images
        w = names.w
        self._inside: dict[object, _Inline] = {
            names.r: self._run,
            names.ppr: self._nothing,
            names.sdt: self._control,
            names.t: self._stray_text,
            names.p: self._nested,
            names.deleted: self._taken_out,
            names.moved_away: self._moved_away,
            ALTERNATE: self._alternate,
            **dict.fromkeys(names.wraps, self._wrapped),
            **dict.fromkeys(names.embedded, self._embedded),
            **{f"{math}{name}": self._equation for math in MATHS for name in ("oMath", "oMathPara")},
            **{f"{math}t": self._text for math in MATHS},
        }
        self._in_run: dict[object, Callable[[Element, _Run], None]] = {
            names.t: self._run_text,
            names.rpr: self._look,
            f"{w}fldChar": self._field,
            f"{w}instrText": self._code,
            f"{w}sym": self._symbol,
            f"{w}ruby": self._ruby,
            ALTERNATE: self._alternate_in_run,
            **dict.fromkeys(names.breaks, self._break),
            **dict.fromkeys(names.pictures, self._picture),
        }

    def read(self, element: Element, control: int) -> list[Paragraph]:
        """The paragraph, and after it those of text boxes that hang in it."""
        line = Line()
        marks = self.base
        inside, properties, other = self._inside, self._n.ppr, self._other
        for child in element:
            tag = child.tag
            if tag == properties:
                marks |= self._looks.of_paragraph(child) if self.by_paragraph else 0
                line.label = self._numbering.label(child) if self._numbering.prints else ""
            else:
                inside.get(tag, other)(child, control, marks, line)
        if self.fields.open or line.is_special:
            return self._finished(line)
        return [Paragraph(spans_of(line.pieces), label=line.label)]

    def stray(self, element: Element, control: int) -> list[Paragraph]:
        """What stands where only paragraphs may, as a paragraph that says so."""
        line = Line()
        reader = self._inside.get(element.tag, self._other)
        reader(element, control, 0, line)
        if line.pieces:
            line.leave(RestKind.ODD)
        return self._finished(line)

    def embedded(self) -> Paragraph:
        """A paragraph in whose place an embedded part stands."""
        self.met |= Mark.REST
        return Paragraph((), rest=(Rest(RestKind.EMBEDDED),))

    def _finished(self, line: Line) -> list[Paragraph]:
        if self.fields.open:
            self.fields.next_paragraph(line)
        drawn, rest = line.pictures or line.shapes, bool(line.rest)
        self.met |= Mark.DELETED * bool(line.deleted) | Mark.DRAWN * bool(drawn) | Mark.REST * rest
        return [line.paragraph(), *(Cell(tuple(line.boxes)).paragraphs if line.boxes else ())]

    # ---- What stands in a paragraph --------------------------------------------------------------

    def _inline(self, parent: Element, control: int, marks: int, line: Line) -> None:
        for child in parent:
            self._inside.get(child.tag, self._other)(child, control, marks, line)

    def _other(self, element: Element, control: int, marks: int, line: Line) -> None:
        """An element that is not known: of another language, walked through; of Word's, told of where it holds text."""
        if not len(element):
            return
        before = line.length
        self._inline(element, control, marks, line)
        if str(element.tag).startswith(self._n.w) and line.text_from(before).strip():
            line.leave(RestKind.ODD)

    def _nothing(self, element: Element, control: int, marks: int, line: Line) -> None:
        """Properties say nothing."""

    def _add(self, text: str, marks: int, control: int, line: Line) -> None:
        """Add text; what stands in the code of a field is taken back where that ends."""
        if not text:
            return
        if self.fields.open:
            field = self.fields.open[-1]
            marks |= field.marks
            self.met |= field.marks
            if not field.shown:
                field.own.append(text)
        line.pieces.append((text, marks if control < 0 else marks | self._controls.lent[control], control))

    def _text(self, element: Element, control: int, marks: int, line: Line) -> None:
        self._add(element.text or "", marks, control, line)

    def _stray_text(self, element: Element, control: int, marks: int, line: Line) -> None:
        """Text outside a run."""
        self.texts += 1
        self._text(element, control, marks, line)
        if element.text and element.text.strip():
            line.leave(RestKind.ODD)

    def _nested(self, element: Element, control: int, marks: int, line: Line) -> None:
        line.boxes += self.apart(self.read, element, control)

    def apart(self, read: Callable[[Element, int], T], element: Element, control: int) -> T:
        """Read what stands apart, as a cell and a text box do: fields do not reach into it."""
        outer = self.fields
        if outer.open:
            self.fields = Fields()
        found = read(element, control)
        self.fields = Fields() if outer is self.fields and outer.open else outer
        return found

    def _control(self, element: Element, control: int, marks: int, line: Line) -> None:
        index = self._controls.note(element, control)
        before = line.length
        for content in element.iterchildren(self._n.sdt_content):
            self._inline(content, index, marks, line)
        if self._controls.found[index].checked and not line.text_from(before).strip():
            line.leave(RestKind.ODD)  # a tick that is stored and not shown

    def _wrapped(self, element: Element, control: int, marks: int, line: Line) -> None:
        """What stands around runs: insertions are marked, and so is what a simple field shows."""
        if element.tag in self._n.inserted:
            marks |= Mark.INSERTED
        code = element.get(self._n.instruction, "")
        before = line.length
        if code:
            lent = changing(code)
            self.met |= lent
            marks |= lent
        self._inline(element, control, marks, line)
        if code and line.length == before:
            self._by_code(code, _Run(line, marks, control))

    def _embedded(self, element: Element, control: int, marks: int, line: Line) -> None:
        line.leave(RestKind.EMBEDDED)

    def _alternate(self, element: Element, control: int, marks: int, line: Line) -> None:
        self._inline(choice(element), control, marks, line)

    def account(self, element: Element) -> None:
        """The pieces of text in an element are taken as a whole."""
        self.texts += sum(1 for _ in element.iter(self._n.t))

    def _equation(self, element: Element, control: int, marks: int, line: Line) -> None:
        """An equation as a line of text; where that loses its shape, it is told of."""
        self.account(element)
        self._add(linear(element), marks, control, line)
        if is_equation(element):
            line.leave(RestKind.EQUATION)

    def _taken_out(self, element: Element, control: int, marks: int, line: Line) -> None:
        """A tracked deletion: its text is kept apart, and its pictures are still in the file."""
        self.account(element)
        line.deleted += (part.text or "" for part in element.iter(self._n.deleted_text, self._n.t))
        for drawing in element.iter(*self._n.pictures):
            self._count(Drawing(drawing, self._n.box, self._images), line)

    def _moved_away(self, element: Element, control: int, marks: int, line: Line) -> None:
        """Text that was moved is read where it stands now; where it stands nowhere, it was taken out."""
        self.account(element)
        text = "".join(part.text or "" for part in element.iter(self._n.t))
        if text.strip() and "".join(text.split()) not in self.moved:
            line.deleted.append(text)

    # ---- What stands in a run --------------------------------------------------------------------

    def _run(self, element: Element, control: int, marks: int, line: Line) -> None:
        run = _Run(line, marks, control)
        readers, other = self._in_run, self._other_in_run
        for child in element:
            readers.get(child.tag, other)(child, run)

    def _other_in_run(self, element: Element, run: _Run) -> None:
        """A run in a run, a deletion, or what is not known: read, and told of where it holds text."""
        if len(element):
            before, deleted = run.line.length, len(run.line.deleted)
            self._inside.get(element.tag, self._other)(element, run.control, run.marks, run.line)
            if run.line.text_from(before).strip() or len(run.line.deleted) > deleted:
                run.line.leave(RestKind.ODD)

    def _run_text(self, element: Element, run: _Run) -> None:
        self.texts += 1
        text = element.text or ""
        self._add(in_symbol_font(text, run.font) if run.font else text, run.marks, run.control, run.line)

    def _look(self, element: Element, run: _Run) -> None:
        marks, run.font = self._looks.of_run(element)
        run.marks = run.marks & ~self._looks.cleared | marks

    def _break(self, element: Element, run: _Run) -> None:
        self._add(self._n.breaks[str(element.tag)], run.marks, run.control, run.line)

    def _symbol(self, element: Element, run: _Run) -> None:
        w = self._n.w
        self._add(symbol(element.get(f"{w}font", ""), element.get(f"{w}char", "")), run.marks, run.control, run.line)

    def _ruby(self, element: Element, run: _Run) -> None:
        """Small signs above a word: the word itself."""
        self.account(element)
        bases = element.iter(f"{self._n.w}rubyBase")
        text = "".join(part.text or "" for base in bases for part in base.iter(self._n.t))
        self._add(text, run.marks, run.control, run.line)

    def _code(self, element: Element, run: _Run) -> None:
        field = self.fields.innermost
        if field is not None and not field.shown:
            field.code.append(element.text or "")

    def _field(self, element: Element, run: _Run) -> None:
        kind = element.get(self._n.field_kind)
        if kind == "begin":
            shown = shown_by(element, self._n.w)
            self._add(shown.text, run.marks | shown.marks, run.control, run.line)
            self.fields.begin(run.line, shown.lent, shown.default)
        elif kind == "separate":
            self.fields.separate(run.line)
        elif kind == "end":
            self._field_ends(run)

    def _field_ends(self, run: _Run) -> None:
        """Where nothing is shown beside the code, the code itself may show something."""
        line = run.line
        field = self.fields.end(line)
        if field is None:
            return
        here = field.shown and field.line is line
        if not field.shown or (here and field.shown_at == line.length):
            self._by_code("".join(field.code), run)
        elif here and field.default and line.text_from(field.shown_at).strip() == field.default.strip():
            line.mark_from(field.shown_at, Mark.PROMPT)

    def _by_code(self, code: str, run: _Run) -> None:
        text, kind = shown_by_code(code)
        self._add(text, run.marks, run.control, run.line)
        if kind is not None and not self.fields.hiding:
            run.line.leave(kind, code)

    def _alternate_in_run(self, element: Element, run: _Run) -> None:
        chosen = choice(element)
        if next(chosen.iter(*self._n.pictures), None) is not None:
            self._picture(chosen, run)
            return
        # an emoji: often only the fallback holds it as text
        self.account(chosen)
        texts = [part.text or "" for part in chosen.iter(self._n.t)]
        text = "".join(texts or [part.text or "" for part in element.iter(self._n.t)])
        self._add(text, run.marks, run.control, run.line)

    # ---- What is drawn ---------------------------------------------------------------------------

    def _picture(self, element: Element, run: _Run) -> None:
        """Images and objects count as pictures; a text box gives its paragraphs; anything else is a drawn shape."""
        line = run.line
        drawing = Drawing(element, self._n.box, self._images)
        for box in drawing.boxes:
            line.boxes += self.apart(self.blocks, box, run.control)
        if drawing.texts:
            line.boxes.append(Paragraph((Span("\n".join(drawing.texts)),)))
        self._count(drawing, line)
        if not drawing.pictures and not drawing.boxes:
            line.shapes += 1

    def _count(self, drawing: Drawing, line: Line) -> None:
        line.pictures += drawing.pictures
        line.images += self._images.hashes(drawing.names)
