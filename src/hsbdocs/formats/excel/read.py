"""A .xlsx as somebody returned it to a Transcript: each sheet a table, and what lies or stands beside the cells."""

from __future__ import annotations

from lxml import etree

from hsbdocs.formats.excel.drawings import comments, drawn, margins
from hsbdocs.formats.excel.sheet import Book, read_sheet
from hsbdocs.formats.excel.styles import read_styles
from hsbdocs.formats.package import Element, Package, opened
from hsbdocs.formats.properties import names_people, read_custom
from hsbdocs.model.transcript import Aside, Mark, Paragraph, Table, Transcript, Unreadable

_TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
#: Relationships by which a workbook takes something from elsewhere.
_ELSEWHERE = ("externalLink", "externalLinkPath", "connections", "queryTable")
_MACROS = ("vbaproject.bin", "xl/macrosheets/")


def read_excel(data: bytes) -> Transcript | Unreadable:
    """Read the bytes of a .xlsx (.xlsm, .xltx): what it says, or why that cannot be told.

    Values that were typed are read, never the result of a formula. Nothing is run, fetched or written; limits are those
    of ``formats.package``.
    """
    return opened(data, excel_transcript)


def excel_transcript(package: Package) -> Transcript | Unreadable:
    """The transcript of a package whose main part is a workbook. Raises Damaged and TooLarge."""
    main, kind = package.main
    if not is_workbook(kind):
        return Unreadable.WRONG_TYPE
    workbook = package.xml(main)
    namespace = etree.QName(workbook).namespace
    if namespace not in (_TRANSITIONAL, _STRICT):
        return Unreadable.WRONG_TYPE
    return _Workbook(package, main, workbook, f"{{{namespace}}}").transcript()


def is_workbook(kind: str) -> bool:
    """True for the content type of a workbook in XML."""
    return ("spreadsheetml" in kind or "ms-excel" in kind) and "binary" not in kind


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
        self.blocks: list[Paragraph | Table] = []
        self.margins: list[Paragraph] = []
        self.asides: list[Aside] = []

    def transcript(self) -> Transcript:
        """Every sheet in order."""
        for sheet in self.root.iterfind(f"{self.ns}sheets/{self.ns}sheet"):
            identity = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
            found = self.related.get(str(identity))
            if found is None or found.external or found.target not in self.package:
                continue
            if found.kind == "worksheet":
                self._sheet(found.target)
            else:  # a sheet that is one chart, or a dialogue
                self.blocks.append(Paragraph((), pictures=1))
                self.book.marks |= Mark.DRAWN
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
            people=names_people(self.package),
        )

    def _part(self, kind: str) -> Element | None:
        target = next((r.target for r in self.related.values() if r.kind == kind and not r.external), None)
        return self.package.xml(target) if target is not None and target in self.package else None

    def _sheet(self, target: str) -> None:
        root = self.package.xml(target)
        table = read_sheet(root, self.book)
        if table is not None:
            self.blocks.append(table)
        self.margins += margins(root, self.ns)
        related = self.package.relationships(target)
        threads = any(r.kind == "threadedComment" and r.target in self.package for r in related)
        objects = sum(1 for _ in root.iter(f"{self.ns}oleObject"))
        fields = sum(1 for _ in root.iter(f"{self.ns}control"))
        if objects or fields:
            self._draw(Paragraph((), pictures=objects, shapes=fields))
        if any(root.find(f"{self.ns}{name}") is not None for name in ("picture", "legacyDrawingHF", "drawingHF")):
            self.margins.append(Paragraph((), pictures=1))
        for relationship in related:
            if relationship.kind in _ELSEWHERE:
                self.links += 1
            elif relationship.external or relationship.target not in self.package:
                continue
            elif relationship.kind == "drawing":
                paragraph, texts = drawn(self.package.xml(relationship.target))
                if paragraph.pictures or paragraph.shapes:
                    self._draw(paragraph)
                self.asides += (Aside("text box", text) for text in texts)
            elif relationship.kind in ("threadedComment", "comments"):
                texts = list(comments(self.package.xml(relationship.target), threads=threads))
                self.asides += (Aside("comment", text) for text in texts)

    def _draw(self, paragraph: Paragraph) -> None:
        self.blocks.append(paragraph)
        self.book.marks |= Mark.DRAWN
