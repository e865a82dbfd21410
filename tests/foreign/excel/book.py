"""A workbook as data: sheets, their cells and what lies on them; and the .xlsx file that Excel would write of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from tests.foreign import docx
from tests.foreign.excel import escapes
from tests.foreign.excel.looks import NUMBERS, styles
from tests.foreign.excel.names import MAIN, Place, R, S, area_name, cell

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"
_HIDDEN = ' hidden="1"'
_SELECTED = ' tabSelected="1"'
_EXTERNAL = ' TargetMode="External"'


@dataclass(frozen=True)
class Rich:
    """Text in runs: the text of each and how it looks (the inside of `rPr`, empty for as the cell)."""

    runs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Formula:
    """A formula without its `=`, and the result that the program stored: a number, text, or none.

    `kind`: attributes of `f`; with t="shared" only the first cell of several holds the formula's text.
    """

    formula: str
    result: str | float | None = None
    kind: str = ""


@dataclass(frozen=True)
class Number:
    """A number with the very digits that stand in the file."""

    digits: str


@dataclass(frozen=True)
class Error:
    """An error value such as #N/A."""

    code: str


@dataclass(frozen=True)
class Iso:
    """A date as strict workbooks write it."""

    day: str


Value = str | int | float | bool | Rich | Formula | Number | Error | Iso | None


@dataclass
class Cell:
    """What stands in a cell, and the name of its look."""

    value: Value = None
    look: str = "general"


@dataclass
class Table:
    """A named table."""

    first: Place
    last: Place
    columns: list[str]
    name: str = "Checklist"


@dataclass
class Sheet:
    """One sheet. `rules`: the inside of validations and conditional formats, ready made."""

    name: str
    cells: dict[Place, Cell] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    hidden_columns: set[int] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    merged: list[tuple[Place, Place]] = field(default_factory=list)
    formats: str = ""
    validations: list[str] = field(default_factory=list)
    table: Table | None = None
    protected: bool = False
    footer: str = ""
    state: str = ""
    comments: dict[Place, str] = field(default_factory=dict)
    # Anchors of a drawing: text boxes, pictures.
    drawn: list[str] = field(default_factory=list)

    def put(self, row: int, column: int, value: Value, look: str | None = None) -> None:
        """Writes into a cell; its look stays unless another is given."""
        old = self.cells.get((row, column), Cell())
        self.cells[row, column] = Cell(value, old.look if look is None else look)


@dataclass
class Book:
    """A workbook. `external`: the address of another workbook that it refers to."""

    sheets: list[Sheet]
    properties: dict[str, str] = field(default_factory=dict)
    macros: bool = False
    pictures: dict[str, bytes] = field(default_factory=dict)
    external: str = ""


def write(book: Book) -> bytes:
    """The file, always the same bytes for the same book."""
    return docx.write({name: part if isinstance(part, bytes) else part.encode() for name, part in _parts(book).items()})


def _if(condition: bool, text: str) -> str:
    return text if condition else ""


class _Strings:
    def __init__(self) -> None:
        self.items: dict[str, int] = {}
        self.used = 0

    def number(self, item: str) -> int:
        self.used += 1
        return self.items.setdefault(item, len(self.items))

    def part(self) -> str:
        items = "".join(f"<si>{item}</si>" for item in self.items)
        return f'{_HEAD}<sst xmlns="{S}" count="{self.used}" uniqueCount="{len(self.items)}">{items}</sst>'


def _parts(book: Book) -> dict[str, str | bytes]:
    strings = _Strings()
    parts: dict[str, str | bytes] = {}
    kinds: dict[str, str] = {}
    links: list[tuple[str, str]] = []
    tables = 0
    for n, sheet in enumerate(book.sheets, 1):
        name = f"xl/worksheets/sheet{n}.xml"
        kinds[name] = f"{MAIN}.worksheet+xml"
        links.append(("worksheet", f"worksheets/sheet{n}.xml"))
        own: list[tuple[str, str, str]] = []
        end = ""
        if sheet.drawn:
            own.append(("rId1", "drawing", f"../drawings/drawing{n}.xml"))
            end += '<drawing r:id="rId1"/>'
            kinds[f"xl/drawings/drawing{n}.xml"] = f"{_TYPES}.drawing+xml"
            parts[f"xl/drawings/drawing{n}.xml"] = _drawing(sheet)
            if book.pictures:
                parts[f"xl/drawings/_rels/drawing{n}.xml.rels"] = _relationships(
                    [(f"rId{k}", f"{R}/image", f"../media/{each}") for k, each in enumerate(book.pictures, 1)]
                )
        if sheet.comments:
            own += [("rId2", "comments", f"../comments{n}.xml"), ("rId3", "vmlDrawing", f"../drawings/vml{n}.vml")]
            end += '<legacyDrawing r:id="rId3"/>'
            kinds[f"xl/comments{n}.xml"] = f"{MAIN}.comments+xml"
            parts[f"xl/comments{n}.xml"] = _comments(sheet)
            parts[f"xl/drawings/vml{n}.vml"] = _notes(sheet)
        if sheet.table is not None:
            tables += 1
            own.append(("rId4", "table", f"../tables/table{tables}.xml"))
            end += '<tableParts count="1"><tablePart r:id="rId4"/></tableParts>'
            kinds[f"xl/tables/table{tables}.xml"] = f"{MAIN}.table+xml"
            parts[f"xl/tables/table{tables}.xml"] = _table(sheet.table, tables)
        if own:
            parts[f"xl/worksheets/_rels/sheet{n}.xml.rels"] = _relationships(
                [(key, f"{R}/{kind}", target) for key, kind, target in own]
            )
        parts[name] = _sheet(sheet, strings, first=n == 1, end=end)
    links += [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
    kinds |= {"xl/styles.xml": f"{MAIN}.styles+xml", "xl/sharedStrings.xml": f"{MAIN}.sharedStrings+xml"}
    parts |= {"xl/styles.xml": styles(), "xl/sharedStrings.xml": strings.part()}
    if book.external:
        kinds["xl/externalLinks/externalLink1.xml"] = f"{MAIN}.externalLink+xml"
        links.append(("externalLink", "externalLinks/externalLink1.xml"))
        parts |= _external(book.external)
    more = [(f"rId{n}", f"{R}/{kind}", target) for n, (kind, target) in enumerate(links, 1)]
    if book.macros:
        kinds["xl/vbaProject.bin"] = "application/vnd.ms-office.vbaProject"
        project = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
        more.append((f"rId{len(more) + 1}", project, "vbaProject.bin"))
        parts["xl/vbaProject.bin"] = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
    parts["xl/_rels/workbook.xml.rels"] = _relationships(more)
    kinds["xl/workbook.xml"] = (
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml" if book.macros else f"{MAIN}.sheet.main+xml"
    )
    parts["xl/workbook.xml"] = _workbook(book, links)
    top = [("rId1", f"{R}/officeDocument", "xl/workbook.xml")]
    if book.properties:
        kinds["docProps/custom.xml"] = f"{_TYPES}.custom-properties+xml"
        top.append(("rId2", f"{R}/custom-properties", "docProps/custom.xml"))
        parts["docProps/custom.xml"] = _custom(book.properties)
    parts["_rels/.rels"] = _relationships(top)
    parts |= {f"xl/media/{name}": data for name, data in book.pictures.items()}
    parts["[Content_Types].xml"] = _content_types(kinds)
    return parts


def _content_types(kinds: dict[str, str]) -> str:
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="vml" ContentType="{_TYPES}.vmlDrawing"/>{overrides}</Types>'
    )


def _relationships(links: list[tuple[str, str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"{_if("://" in target, _EXTERNAL)}/>'
        for key, kind, target in links
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _workbook(book: Book, links: list[tuple[str, str]]) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{n}"'
        f'{_if(sheet.state != "", f" state={quoteattr(sheet.state)}")} r:id="rId{n}"/>'
        for n, sheet in enumerate(book.sheets, 1)
    )
    outside = (
        f'<externalReferences><externalReference r:id="rId{len(links)}"/></externalReferences>' if book.external else ""
    )
    titles = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{n}">'
        f"'{sheet.name}'!${sheet.table.first[0]}:${sheet.table.first[0]}</definedName>"
        for n, sheet in enumerate(book.sheets)
        if sheet.table is not None
    )
    names = f"<definedNames>{titles}</definedNames>" if titles else ""
    return (
        f'{_HEAD}<workbook xmlns="{S}" xmlns:r="{R}"><workbookPr defaultThemeVersion="124226"/>'
        '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>'
        f'<sheets>{sheets}</sheets>{outside}{names}<calcPr calcId="162913"/></workbook>'
    )


def _custom(properties: dict[str, str]) -> str:
    made = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{n}" name="{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for n, (name, value) in enumerate(properties.items(), 2)
    )
    names = f'xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
    return f"{_HEAD}<Properties {names}>{made}</Properties>"


def _sheet(sheet: Sheet, strings: _Strings, *, first: bool, end: str) -> str:
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), each in sorted(sheet.cells.items()):
        rows.setdefault(row, {})[column] = each
    wide = max((column for _, column in sheet.cells), default=1)
    data = "".join(
        f'<row r="{row}" spans="1:{wide}"{_if(row in sheet.hidden_rows, _HIDDEN)}>'
        f"{''.join(_cell((row, column), each, strings) for column, each in cells.items())}</row>"
        for row, cells in rows.items()
    )
    columns = "".join(
        f'<col min="{column}" max="{column}" width="{width}" customWidth="1"'
        f"{_if(column in sheet.hidden_columns, _HIDDEN)}/>"
        for column, width in sorted(sheet.widths.items())
    )
    merged = "".join(f'<mergeCell ref="{area_name(*each)}"/>' for each in sheet.merged)
    checks = "".join(sheet.validations)
    return "".join(
        [
            f'{_HEAD}<worksheet xmlns="{S}" xmlns:r="{R}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
            f'<dimension ref="A1:{cell((max(rows, default=1), wide))}"/>',
            f'<sheetViews><sheetView{_if(first, _SELECTED)} workbookViewId="0"/></sheetViews>',
            '<sheetFormatPr defaultRowHeight="15"/>',
            f"<cols>{columns}</cols>" if columns else "",
            f"<sheetData>{data}</sheetData>",
            '<sheetProtection sheet="1" objects="1" scenarios="1"/>' if sheet.protected else "",
            f'<mergeCells count="{len(sheet.merged)}">{merged}</mergeCells>' if merged else "",
            sheet.formats,
            f'<dataValidations count="{len(sheet.validations)}">{checks}</dataValidations>' if checks else "",
            '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
            f"<headerFooter><oddFooter>{escape(sheet.footer)}</oddFooter></headerFooter>" if sheet.footer else "",
            end,
            "</worksheet>",
        ]
    )


def _cell(where: Place, each: Cell, strings: _Strings) -> str:
    value = each.value
    start = f'<c r="{cell(where)}"' + (f' s="{NUMBERS[each.look]}"' if each.look != "general" else "")
    match value:
        case None:
            return f"{start}/>"
        case bool():
            return f'{start} t="b"><v>{int(value)}</v></c>'
        case int() | float():
            return f"{start}><v>{value!r}</v></c>"
        case str():
            return f'{start} t="s"><v>{strings.number(text_xml(value))}</v></c>'
        case Rich(runs):
            return f'{start} t="s"><v>{strings.number("".join(map(_run, runs)))}</v></c>'
        case Error(code):
            return f'{start} t="e"><v>{code}</v></c>'
        case Iso(day):
            return f'{start} t="d"><v>{day}</v></c>'
        case Number(digits):
            return f"{start}><v>{digits}</v></c>"
        case Formula(formula, result, how):
            kind = ' t="str"' if isinstance(result, str) else ""
            stored = "" if result is None else f"<v>{escape(str(result))}</v>"
            return f"{start}{kind}><f{how}>{escape(formula)}</f>{stored}</c>"


def text_xml(text: str) -> str:
    """A `t` with the text, as Excel writes it."""
    keep = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return f"<t{keep}>{escape(escapes.written(text))}</t>"


def _run(run: tuple[str, str]) -> str:
    text, look = run
    return f"<r>{_if(look != '', f'<rPr>{look}</rPr>')}{text_xml(text)}</r>"


def _table(table: Table, n: int) -> str:
    area = area_name(table.first, table.last)
    columns = "".join(f'<tableColumn id="{k}" name={quoteattr(name)}/>' for k, name in enumerate(table.columns, 1))
    return (
        f'{_HEAD}<table xmlns="{S}" id="{n}" name="{table.name}" displayName="{table.name}" ref="{area}" '
        f'totalsRowShown="0"><autoFilter ref="{area}"/><tableColumns count="{len(table.columns)}">{columns}'
        '</tableColumns><tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" '
        'showColumnStripes="0"/></table>'
    )


def _comments(sheet: Sheet) -> str:
    notes = "".join(
        f'<comment ref="{cell(where)}" authorId="0"><text><r>{text_xml(text)}</r></text></comment>'
        for where, text in sheet.comments.items()
    )
    return (
        f'{_HEAD}<comments xmlns="{S}"><authors><author>A. Reviewer</author></authors>'
        f"<commentList>{notes}</commentList></comments>"
    )


def _notes(sheet: Sheet) -> str:
    def shapes() -> Iterator[str]:
        for n, (row, column) in enumerate(sheet.comments):
            yield (
                f'<v:shape id="_x0000_s{1025 + n}" type="#_x0000_t202" style="position:absolute;visibility:hidden" '
                'fillcolor="#ffffe1"><v:textbox/><x:ClientData ObjectType="Note"><x:Anchor>'
                f"{column}, 15, {row}, 2, {column + 2}, 15, {row + 4}, 16</x:Anchor><x:AutoFill>False</x:AutoFill>"
                f"<x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
            )

    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" '
        f'o:spt="202" path="m,l,21600r21600,l21600,xe"/>{"".join(shapes())}</xml>'
    )


def _drawing(sheet: Sheet) -> str:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'{_HEAD}<xdr:wsDr xmlns:xdr="{drawing}/spreadsheetDrawing" xmlns:a="{drawing}/main" xmlns:r="{R}">'
        f"{''.join(sheet.drawn)}</xdr:wsDr>"
    )


def _anchor(where: Place, inner: str) -> str:
    row, column = where
    return (
        f"<xdr:twoCellAnchor><xdr:from><xdr:col>{column - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row - 1}"
        f"</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff>"
        f"<xdr:row>{row + 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>{inner}<xdr:clientData/></xdr:twoCellAnchor>"
    )


_SHAPE = (
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="{}"><a:avLst/></a:prstGeom>'
)


def text_box(where: Place, text: str, *, shape: str = "rect") -> str:
    """A text box (or another shape, with or without words) over a cell, for `Sheet.drawn`."""
    box = ' txBox="1"' if shape == "rect" else ""
    return _anchor(
        where,
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="Shape 1"/><xdr:cNvSpPr{box}/></xdr:nvSpPr>'
        f"<xdr:spPr>{_SHAPE.format(shape)}</xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{escape(text)}</a:t></a:r>"
        "</a:p></xdr:txBody></xdr:sp>",
    )


def picture(where: Place) -> str:
    """The first picture of the book over a cell, for `Sheet.drawn`."""
    return _anchor(
        where,
        '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Picture 2"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill>'
        '<a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>'
        f"<xdr:spPr>{_SHAPE.format('rect')}</xdr:spPr></xdr:pic>",
    )


def _external(target: str) -> dict[str, str | bytes]:
    return {
        "xl/externalLinks/externalLink1.xml": (
            f'{_HEAD}<externalLink xmlns="{S}"><externalBook xmlns:r="{R}" r:id="rId1"><sheetNames>'
            '<sheetName val="Sheet1"/></sheetNames></externalBook></externalLink>'
        ),
        "xl/externalLinks/_rels/externalLink1.xml.rels": _relationships([("rId1", f"{R}/externalLinkPath", target)]),
    }
