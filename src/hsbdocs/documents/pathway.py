"""A document that prints the pathway: what stands at any step, the picture, and a table that says all of it alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hsbdocs.documents.handout import CannotPrint, parts_in, printed_ids, said_by
from hsbdocs.documents.handout_parts import Path
from hsbdocs.documents.handout_views import HandoutRow, HandoutTable, HandoutView, PartView
from hsbdocs.documents.issuer import Issuer, area_of, issuer
from hsbdocs.documents.letterhead import letterhead
from hsbdocs.documents.lines import NotPrintable, Printer
from hsbdocs.documents.pathway_chart import leads_back, pathway_drawing
from hsbdocs.documents.printed_line import PrintedLine
from hsbdocs.documents.queries import Row
from hsbdocs.documents.wording import OWN, Wording
from hsbdocs.formats.chart.drawing import Drawing
from hsbdocs.formats.chart.raster import DOTS, png
from hsbdocs.formats.chart.svg import svg
from hsbdocs.formats.word.picture import NO_PICTURE, InlinePicture
from hsbdocs.model.content import Content, Document
from hsbdocs.model.guidance import Guidance, Step, StepKind
from hsbdocs.model.handout import NO_FRAME
from hsbdocs.model.pathway_words import PathwayWords
from hsbdocs.model.variant import READER, Variant

_MM = 25.4 / 72
_NO_BREAK = "\u00a0"


class PathwayView(HandoutView, frozen=True, kw_only=True):
    """What the template of a pathway prints. Where there is no ``picture``, ``no_picture`` says so."""

    picture_heading: str
    picture: InlinePicture
    no_picture: str
    steps: HandoutTable


def pathway_view(
    content: Content, document: Document, guidance: Guidance, wording: Wording = OWN, variant: Variant = READER
) -> PathwayView:
    """The pathway in an edition and a copy: in large print without the picture. Raises CannotPrint."""
    words, frame = _words(document), content.handout
    problems = unprintable_pathway(document, guidance, wording)
    if problems:
        raise CannotPrint(problems)
    printer = Printer(guidance, frame, wording, variant, said_by(document, variant.edition))
    table = _Table(guidance, words, printer)
    band = table.band()
    parts = parts_in(document, printer, frame, variant.edition)
    steps = table.steps()
    explained = tuple(printer.explained())
    said = issuer(content, variant)
    return PathwayView(
        title=document.title,
        letterhead=letterhead(Issuer(name=said.name, logo=said.logo, lines=said.lines)),
        status=frame.status,
        review=frame.review,
        edition=". ".join(filter(None, (area_of(content, variant), frame.edition))),
        stamp=frame.stamp.replace("{document}", document.id).replace("{version}", content.edition.version),
        parts=(band, *parts),
        picture_heading=words.picture,
        picture=NO_PICTURE if variant.large_print else _picture(pathway_drawing(guidance, words, wording)),
        no_picture=words.no_picture if variant.large_print else "",
        steps=steps,
        queries=frame.queries if explained else "",
        explained=explained,
        end=frame.end,
    )


def pathway_ids(document: Document, content: Content, guidance: Guidance) -> frozenset[str]:
    """What a pathway prints: its steps, what they rest on, and its parts. Raises CannotPrint."""
    printer = Printer(guidance, NO_FRAME)
    table = _Table(guidance, _words(document), printer)
    table.band()
    table.steps()
    list(printer.explained())
    steps = {step.id for step in guidance.pathway}
    return frozenset({*printer.used, *steps, *printed_ids(document, guidance)})


def unprintable_pathway(document: Document, guidance: Guidance, wording: Wording = OWN) -> list[tuple[Path, str]]:
    """What stands in the way of printing it: the path in the document's file, and what is wrong."""
    if not guidance.pathway:
        return [(("pathway",), "guidance/pathway.yaml has no steps")]
    rested_on = {name for step in guidance.pathway for name in step.duties}
    lost: list[tuple[Path, str]] = [
        (("pathway", "holds", index), f"no step of the pathway rests on {name}")
        for index, name in enumerate(_words(document).holds)
        if name not in rested_on
    ]
    try:
        pathway_drawing(guidance, _words(document), wording)
        table = _Table(guidance, _words(document), Printer(guidance, NO_FRAME, wording))
        table.band()
        table.steps()
    except (ValueError, NotPrintable) as error:
        return [*lost, (("pathway",), f"the pathway cannot be drawn: {error}")]
    return lost


def _words(document: Document) -> PathwayWords:
    assert document.pathway is not None, "a document of this kind was checked to have them"
    return document.pathway


def _picture(drawing: Drawing) -> InlinePicture:
    """The drawing as PNG, and as SVG for programs that draw it, as large as its type is in points."""
    drawn = svg(drawing)
    width, height = (round(side * DOTS) for side in (drawing.width, drawing.height))
    within = (drawing.width * _MM, drawing.height * _MM)
    return InlinePicture(png(drawn), width, height, drawing.description, within, drawn)


class _Table:
    """The steps as rows of tables: the duties as they are printed everywhere, and where each step leads."""

    def __init__(self, guidance: Guidance, words: PathwayWords, printer: Printer) -> None:
        self.guidance = guidance
        self.words = words
        self.printer = printer

    def band(self) -> PartView:
        """What stands at any step, as the first part."""
        rows = tuple(self._at_any_step(step) for step in self._of_band())
        table = HandoutTable(self.words.band, self.words.band_description, self.words.band_columns, rows)
        return PartView(heading=self.words.band, text="", new_page=False, two=(table,))

    def steps(self) -> HandoutTable:
        """The table of all steps; its first row says once more what comes before them."""
        counted = [step for step in self.guidance.pathway if step.kind is not StepKind.BAND]
        rows = (self._first(), *(self._step(step) for step in counted))
        return HandoutTable(self.words.table, self.words.description, self.words.columns, rows)

    def _of_band(self) -> list[Step]:
        return [step for step in self.guidance.pathway if step.kind is StepKind.BAND]

    def _at_any_step(self, step: Step) -> HandoutRow:
        row = Row()
        self.printer.queries.sign(step.refs, row)
        lines = tuple(self.printer.line(name, row) for name in step.duties)
        return HandoutRow((self._head(step.title, row), lines))

    def _first(self) -> HandoutRow:
        row = Row()
        lines = tuple(self.printer.line(name, row) for step in self._of_band() for name in step.shown)
        first = self.guidance.step_numbers[next(iter(self.guidance.step_numbers))]
        where = PrintedLine(text=f"{self.words.next}: {self.words.go_to} {first}")
        return HandoutRow((self._head(self.words.any_step, row), lines, (where,)))

    def _step(self, step: Step) -> HandoutRow:
        row = Row()
        text = self.printer.wording.of(step)
        beside = self.printer.queries.beside(step.refs, row)
        own = (PrintedLine(text=text, marks=beside),) if text else ()
        said = (*own, *self._rests_on(step, row)) or (PrintedLine(text=self.words.nothing),)
        number = self.guidance.step_numbers[step.id]
        lead = f"{self.words.gap} " if step.kind is StepKind.GAP else ""
        head = self._head(f"{number} {lead}{step.title}", row, "" if text else beside)
        return HandoutRow((head, said, tuple(self._where(step))))

    def _head(self, text: str, row: Row, marks: str = "") -> tuple[PrintedLine, ...]:
        return (PrintedLine(text=text, marks=f"{marks}{self.printer.queries.sign_of(row)}"),)

    def _rests_on(self, step: Step, row: Row) -> Iterator[PrintedLine]:
        yield from (self.printer.line(name, row) for name in step.duties)
        for name in step.lists:
            yield from self.printer.lines(name, row)
        if step.too:
            yield PrintedLine(text=f"{self.words.too} {self._numbers(step.too)}.")

    def _where(self, step: Step) -> Iterator[PrintedLine]:
        for leads in step.leads:
            back = leads_back(step, self.guidance.by_id[leads.to])
            words = self.words.back_to if back else self.words.go_to
            to = f"{words} {self._numbers([leads.to])}".replace(" ", _NO_BREAK)
            yield PrintedLine(text=f"{leads.when or self.words.next}: {to}")
        if not step.leads:
            yield PrintedLine(text=self.words.end)

    def _numbers(self, steps: Iterable[str]) -> str:
        return ", ".join(str(self.guidance.step_numbers[name]) for name in steps)
