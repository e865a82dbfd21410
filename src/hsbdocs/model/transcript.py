"""A Transcript: what a file says, whatever its format, before anybody asks which form it is.

Readers in ``formats`` make one; ``reading`` alone knows forms. Types here are made by the thousand, so they are
plain structures without cycles. Paragraph and Table carry a tag, by which msgspec tells them apart where a Transcript
is written as bytes; it takes no room in either.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from hsbdocs.model.location import Where


class Mark:
    """How a run of text looks where that can carry meaning: bits of ``Span.marks`` (plain numbers, for speed).

    ``FADED`` is grey text, ``WHITE`` white text, ``COLOURED`` any other colour than black; ``BOXED`` has a border
    around it, ``APART`` letters that are set otherwise (capitals, an outline, a shadow); ``RAISED`` is set above the
    line, as the number of a footnote is. ``HIDDEN`` is also what is too small to be seen.
    ``CHANGING`` is a date that the program writes anew each time the file is opened (a DATE field). ``COMPUTED`` is a
    formula: the text is the formula's, not its result. ``ROUNDED`` is a number whose last figures the program lost.
    ``PROMPT`` is what a control or field shows until somebody writes in it; ``PROMPTED`` looks like that by both its
    signs, in words that are not known. ``MONTH_FIRST`` is a date of a control that shows the month first, ``UNTOUCHED``
    the entry that a list shows until somebody chooses. ``STORED`` stands in a control for which the file holds
    something else.
    ``DELETED``, ``DRAWN`` and ``REST`` are no looks of a span: they stand in ``Transcript.marks`` where a paragraph of
    the file has deleted text, pictures or shapes, or something that could not be read.
    """

    NONE = 0
    BOLD = 1
    ITALIC = 2
    UNDERLINE = 4
    STRUCK = 8
    HIGHLIGHT = 16
    SHADED = 32
    COLOURED = 64
    INSERTED = 128
    HIDDEN = 256
    FADED = 512
    BOXED = 1024
    DELETED = 2048
    DRAWN = 4096
    CHANGING = 8192
    WHITE = 16384
    RAISED = 32768
    COMPUTED = 65536
    ROUNDED = 131072
    PROMPT = 1 << 18
    PROMPTED = 1 << 19
    MONTH_FIRST = 1 << 20
    UNTOUCHED = 1 << 21
    REST = 1 << 22
    APART = 1 << 23
    STORED = 1 << 24


class Control(msgspec.Struct, frozen=True, gc=False):
    """A content control: what its properties say. ``checked`` and ``full_date`` are the stored state."""

    tag: str
    title: str
    kind: str
    placeholder: bool
    checked: bool | None = None
    full_date: str = ""


class Span(msgspec.Struct, frozen=True, gc=False):
    """Text of one look. ``control`` is the index of the innermost control around it, -1 for none."""

    text: str
    marks: int = 0
    control: int = -1


class RestKind(StrEnum):
    """What the program shows, or may show, in a paragraph and a reader cannot give as plain text.

    ``FIELD`` is one whose result cannot be told, ``ODD`` something in a place where programs put nothing.
    """

    EMBEDDED = "embedded"
    EQUATION = "equation"
    FIELD = "field"
    ODD = "odd"


class Rest(msgspec.Struct, frozen=True, gc=False):
    """One such thing, and the text that it holds besides that of the paragraph."""

    kind: RestKind
    text: str = ""


class Paragraph(msgspec.Struct, frozen=True, tag=True):
    """Spans in order; ``pictures`` counts images and objects standing in it, ``shapes`` what is drawn on it.

    ``deleted`` is text struck out by tracked changes: it is no part of ``text``. ``images`` are the hashes of those of
    the pictures that are small images of the file (``model.printed``).
    ``label`` is the number, or the tick, that stands before it as an entry of a list; ``rest`` what could not be read.
    """

    spans: tuple[Span, ...]
    pictures: int = 0
    shapes: int = 0
    deleted: str = ""
    images: tuple[str, ...] = ()
    label: str = ""
    rest: tuple[Rest, ...] = ()

    @property
    def text(self) -> str:
        """The paragraph's text, line breaks as ``\\n``."""
        spans = self.spans
        return spans[0].text if len(spans) == 1 else "".join(span.text for span in spans)


class Cell(msgspec.Struct, frozen=True, dict=True):
    """A table cell: paragraphs and nested tables in order.

    ``fill`` is its colour (hexadecimal), empty for none; ``span`` the number of columns that it takes up;
    ``continued`` says that it is merged with the cell above; ``serial`` is the date, in ISO 8601, that a number in
    it is or may be meant for.
    """

    blocks: tuple[Paragraph | Table, ...]
    fill: str = ""
    span: int = 1
    continued: bool = False
    serial: str = ""

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Its paragraphs, those of nested tables included, in order."""
        found: list[Paragraph] | None = self.__dict__.get("paragraphs")
        if found is None:  # kept by hand: functools.cached_property takes a lock each time
            blocks = self.blocks
            alone = len(blocks) == 1 and isinstance(blocks[0], Paragraph)
            found = self.__dict__["paragraphs"] = list(blocks if alone else _paragraphs(blocks))
        return found

    @property
    def text(self) -> str:
        """Its text, paragraphs parted by ``\\n``."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def first_line(self) -> str:
        """Its first paragraph that says something, trimmed."""
        for paragraph in self.paragraphs:
            text = paragraph.text.strip()
            if text:
                return text
        return ""


class Table(msgspec.Struct, frozen=True, tag=True):
    """Rows of cells, as they stand in the file.

    ``sheet`` is the number of the sheet that the table is, 0 for a table of a document, and ``name`` the sheet's name;
    ``hidden`` says that the sheet, or a row or column of it that holds something, is hidden.
    """

    rows: tuple[tuple[Cell, ...], ...]
    sheet: int = 0
    name: str = ""
    hidden: bool = False


class Aside(msgspec.Struct, frozen=True):
    """What stands beside the document: a comment, a footnote, an endnote, a row struck out by tracked changes.

    ``pictures`` and ``images`` are as in a paragraph; ``text`` may be empty; ``cell`` is the address of the cell that
    it belongs to.
    """

    kind: Where
    text: str
    pictures: int = 0
    images: tuple[str, ...] = ()
    cell: str = ""


class Picture(msgspec.Struct, frozen=True):
    """A picture or file in the package that stands in no paragraph and in no aside; ``image`` is its hash.

    ``shown`` says that something in the file refers to it, so that a program may show it.
    """

    place: Where
    image: str = ""
    shown: bool = False


class Format(StrEnum):
    """Which kind of file a Transcript was made of; ``OTHER`` where that says nothing about it."""

    WORD = "word"
    EXCEL = "excel"
    OTHER = "other"


class Certainty(StrEnum):
    """How a Transcript came about.

    ``STATED``: the file itself says what is text, table and cell; ``INFERRED``: a reader had to infer it, as from a
    page's layout or by recognising letters.
    """

    STATED = "stated"
    INFERRED = "inferred"


class Transcript(msgspec.Struct, frozen=True):
    """What a file says. ``margins`` are headers and footers; ``properties`` the custom document properties.

    ``macros`` says that the file holds program code, ``links`` counts references to other files (web links apart).
    ``marks`` has every mark that the file has anywhere: what is not there need not be looked for. ``people`` are those
    whom the file's own properties name: for the rules only, and never said, written down or kept. ``pictures`` are
    those that stand nowhere in it.
    """

    blocks: tuple[Paragraph | Table, ...]
    controls: tuple[Control, ...]
    margins: tuple[Paragraph, ...] = ()
    properties: dict[str, str] = {}
    asides: tuple[Aside, ...] = ()
    macros: bool = False
    links: int = 0
    marks: int = -1
    people: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    format: Format = Format.OTHER
    certainty: Certainty = Certainty.STATED

    @property
    def paragraphs(self) -> list[Paragraph]:
        """All paragraphs of the body, those in tables included, in order."""
        return list(_paragraphs(self.blocks))


def _paragraphs(blocks: tuple[Paragraph | Table, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from _paragraphs(cell.blocks)
