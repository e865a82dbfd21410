"""A .xlsx as somebody returned it to a Transcript: each sheet a table, and what lies or stands beside the cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec
from lxml import etree
from msgspec.structs import replace

from hsbdocs.formats.excel.drawings import comments, drawn, form_controls, last_row, margins
from hsbdocs.formats.excel.sheet import Book, read_sheet
from hsbdocs.formats.excel.strings import whole
from hsbdocs.formats.excel.styles import read_styles
from hsbdocs.formats.images import Images
from hsbdocs.formats.package import Damaged, Element, Package, Relationship, opened
from hsbdocs.formats.properties import people_in, read_custom
from hsbdocs.model.arrival import Unreadable, Why
from hsbdocs.model.location import Where
from hsbdocs.model.transcript import Aside, Format, Mark, Paragraph, Picture, Table, Transcript

_TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
#: Relationships by which a workbook takes something from elsewhere.
_ELSEWHERE = ("externalLink", "externalLinkPath", "connections", "queryTable")
#: Elements of a sheet that stand for a picture behind its cells or in its headers and footers.
_BEHIND = ("picture", "legacyDrawingHF", "drawingHF")
#: A row with so many cells that say something is no line above a form.
_SEVERAL = 2
_MACROS = ("vbaproject.bin", "xl/macrosheets/")


def read_excel(data: bytes) -> Transcript | Why:
    """Read the bytes of a .xlsx (.xlsm, .xltx): what it says, or why that cannot be told.

    Values that were typed are read, never the result of a formula. Nothing is run, fetched or written; limits are those
    of ``formats.package``.
    """
    return opened(data, excel_transcript)


def excel_transcript(package: Package) -> Transcript | Why:
    """The transcript of a package whose main part is a workbook. Raises Damaged and TooLarge."""
    main, kind = package.main
    if not is_workbook(kind):
        return Why(Unreadable.WRONG_TYPE)
    workbook = package.xml(main)
    namespace = etree.QName(workbook).namespace
    if namespace not in (_TRANSITIONAL, _STRICT):
        return Why(Unreadable.WRONG_TYPE)
    return _Workbook(package, main, workbook, f"{{{namespace}}}").transcript()


def is_workbook(kind: str) -> bool:
    """True for the content type of a workbook in XML."""
    return ("spreadsheetml" in kind or "ms-excel" in kind) and "binary" not in kind


class _Sheet(msgspec.Struct, frozen=True):
    """What a sheet says of the parts beside it: how many objects and form fields lie on it, whether it has threads.

    ``behind`` are the drawings of its headers and footers, which are counted there. ``at`` is the sheet's place among
    the blocks, ``begins`` the first row of several cells.
    """

    objects: int
    fields: int
    threads: bool
    behind: frozenset[str] = frozenset()
    at: int = 0
    begins: int = 0


def _begins(sheet: Element, ns: str) -> int:
    """The first row, counted from 0, in which several cells say something; 0 for none."""
    for number, row in enumerate(sheet.iterfind(f"{ns}sheetData/{ns}row"), 1):
        said = sum(1 for cell in row.iterchildren(f"{ns}c") if len(cell))
        if said >= _SEVERAL:
            return whole(row.get("r"), number) - 1
    return 0


def _behind(sheet: Element, related: Iterable[Relationship], ns: str) -> frozenset[str]:
    found = (each for name in _BEHIND for each in sheet.iterfind(f"{ns}{name}"))
    ids = {str(value) for each in found for value in each.attrib.values()}
    return frozenset(each.target for each in related if each.id in ids)


class _Workbook:
    def __init__(self, package: Package, main: str, root: Element, ns: str) -> None:
        self.package, self.ns, self.root = package, ns, root
        self.related = {r.id: r for r in package.relationships(main)}
        self.links = sum(r.kind in _ELSEWHERE for r in self.related.values())
        strings = self._part("sharedStrings")
        properties = root.find(f"{ns}workbookPr")
        self.book = Book(
            ns,
            [] if strings is None else list(strings.iterchildren(f"{ns}si")),
            read_styles(self._part("styles"), ns),
            since_1904=properties is not None and properties.get("date1904", "0") in ("1", "true"),
        )
        self.images = Images(package)
        self.blocks: list[Paragraph | Table] = []
        self.margins: list[Paragraph] = []
        self.asides: list[Aside] = []

    def transcript(self) -> Transcript:
        """Every sheet in order."""
        for number, (sheet, found) in enumerate(self._sheets(), 1):
            if found.kind == "worksheet":
                hidden = sheet.get("state", "visible") != "visible"
                root = self.package.xml(found.target)
                table = read_sheet(root, self.book, number=number, name=sheet.get("name", ""), hidden=hidden)
                self._sheet(found.target, root, table)
            else:  # a sheet that is one chart, or a dialogue
                self._draw(Paragraph((), pictures=1))
        names = self.package.names
        return Transcript(
            blocks=tuple(self.blocks),
            controls=(),
            margins=tuple(self.margins),
            properties=read_custom(self.package),
            asides=tuple(self.asides),
            macros=any(word in name for name in names for word in _MACROS),
            links=self.links,
            marks=self.book.marks,
            people=people_in(self.package),
            pictures=(*self._in_cells(), *self.images.left(self.root)),
            format=Format.EXCEL,
        )

    def _sheets(self) -> list[tuple[Element, Relationship]]:
        """Each sheet as the workbook names it, with its part. Raises Damaged where one is missing or stands twice."""
        found = []
        for sheet in self.root.iterfind(f"{self.ns}sheets/{self.ns}sheet"):
            identity = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
            part = self.related.get(str(identity))
            if part is None or part.external or part.target not in self.package:
                raise Damaged("a sheet is not there")
            found.append((sheet, part))
        if len({part.target.lower() for _, part in found}) < len(found):
            raise Damaged("two sheets are one part")
        return found

    def _in_cells(self) -> list[Picture]:
        """Pictures that WPS Office puts into cells."""
        found = (r.target for r in self.related.values() if r.kind == "cellImage" and not r.external)
        names = dict.fromkeys(name for target in found for name in self.images.reach(target))
        return [Picture(Where.CELL, "".join(self.images.hashes([name])), shown=True) for name in names]

    def _part(self, kind: str) -> Element | None:
        target = next((r.target for r in self.related.values() if r.kind == kind and not r.external), None)
        return self.package.xml(target) if target is not None and target in self.package else None

    def _sheet(self, target: str, root: Element, table: Table | None) -> None:
        at = len(self.blocks)
        if table is not None:
            self.blocks.append(table)
        self.margins += margins(root, self.ns)
        related = self.package.relationships(target)
        inside = [r for r in related if not r.external and r.target in self.package]
        sheet = _Sheet(
            objects=len([*root.iter(f"{self.ns}oleObject")]),
            fields=len([*root.iter(f"{self.ns}control")]),
            threads=any(r.kind == "threadedComment" for r in inside),
            behind=_behind(root, inside, self.ns),
            at=at,
            begins=_begins(root, self.ns),
        )
        self.links += sum(r.kind in _ELSEWHERE for r in related)
        self._draw(Paragraph((), pictures=sheet.objects, shapes=sheet.fields))
        if any(root.find(f"{self.ns}{name}") is not None for name in _BEHIND):
            self.margins.append(Paragraph((), pictures=1))
        for part in inside:
            if part.kind in _BESIDE:
                _BESIDE[part.kind](self, part.target, sheet)
        self.images.reach(target)

    def _embedded(self, _: str, sheet: _Sheet) -> None:
        """A file inside the workbook that the sheet does not count among its objects."""
        self._draw(Paragraph((), pictures=0 if sheet.objects else 1))

    def _old_drawing(self, target: str, sheet: _Sheet) -> None:
        names = dict.fromkeys(self.images.reach(target))
        if names and target not in sheet.behind and not sheet.objects:
            self.asides.append(Aside(Where.NOTE, "", len(names), self.images.hashes(names)))
        paragraph, texts = form_controls(self.package.read(target))
        if paragraph.shapes and not sheet.fields:
            self._draw(paragraph, texts)

    def _drawing(self, target: str, sheet: _Sheet) -> None:
        """Pictures and shapes, known by their hashes; those that end above the first row of cells stand before it."""
        root = self.package.xml(target)
        paragraph, texts = drawn(root)
        if paragraph.pictures:
            names = dict.fromkeys(self.images.reach(target))
            paragraph = replace(paragraph, images=self.images.hashes(names))
        self._draw(paragraph, texts, at=sheet.at if last_row(root) < sheet.begins else None)

    def _comments(self, target: str, sheet: _Sheet) -> None:
        said = comments(self.package.xml(target), threads=sheet.threads)
        self.asides += said

    def _draw(self, paragraph: Paragraph, texts: Iterable[str] = (), at: int | None = None) -> None:
        """Take in what lies on a sheet, if anything does, and the texts in it; ``at`` is its place if not the end."""
        if paragraph.pictures or paragraph.shapes:
            self.blocks.insert(len(self.blocks) if at is None else at, paragraph)
            self.book.marks |= Mark.DRAWN
        self.asides += (Aside(Where.TEXT_BOX, text) for text in texts)


#: How a part that belongs to a sheet is taken in, by the kind of its relationship.
_BESIDE: Mapping[str, Callable[[_Workbook, str, _Sheet], None]] = {
    "package": _Workbook._embedded,
    "oleObject": _Workbook._embedded,
    "vmlDrawing": _Workbook._old_drawing,
    "drawing": _Workbook._drawing,
    "threadedComment": _Workbook._comments,
    "comments": _Workbook._comments,
}
