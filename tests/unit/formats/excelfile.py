"""Excel workbooks written by hand, from the standard and from what Excel was seen to write: no code of hsbdocs."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tests.unit.formats.wordfile import DECLARATION, OFFICE, relationship, relationships, zipped

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
NAMESPACES = (
    f'xmlns="{S}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
)
DRAWING = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def part(root: str, content: str, attributes: str = "") -> bytes:
    """A part of the workbook's own language."""
    return f"{DECLARATION}<{root} {NAMESPACES} {attributes}>{content}</{root}>".encode()


def c(ref: str, value: str = "", *, t: str = "", s: str = "", f: str | None = None, more: str = "") -> str:
    """A cell: its name (empty for none), value, type, style, formula."""
    names = {"r": ref, "t": t, "s": s}
    attributes = "".join(f' {name}="{text}"' for name, text in names.items() if text)
    formula = "" if f is None else f if f.startswith("<f") else f"<f>{f}</f>"
    inside = formula + (f"<v>{value}</v>" if value else "")
    return f"<c{attributes}{f' {more}' if more else ''}>{inside}</c>"


def typed(ref: str, text: str, *, s: str = "") -> str:
    """A cell with text of its own; ``text`` is XML already."""
    style = f' s="{s}"' if s else ""
    return f'<c r="{ref}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def rich(ref: str, *runs: str, s: str = "") -> str:
    """A cell with runs."""
    return typed(ref, "", s=s).replace('<t xml:space="preserve"></t>', "".join(runs))


def run(text: str, look: str = "") -> str:
    """A run of rich text."""
    return f"<r>{f'<rPr>{look}</rPr>' if look else ''}<t xml:space='preserve'>{text}</t></r>"


def row(*cells: str, r: str = "", more: str = "") -> str:
    """A row, with its number or without."""
    number = f' r="{r}"' if r else ""
    return f"<row{number}{f' {more}' if more else ''}>{''.join(cells)}</row>"


def sheet(*rows: str, before: str = "", after: str = "") -> bytes:
    """A sheet."""
    return part("worksheet", f"{before}<sheetData>{''.join(rows)}</sheetData>{after}")


def styles(*xfs: str, fonts: Sequence[str] = (), fills: Sequence[str] = (), formats: str = "") -> bytes:
    """Styles: ``xfs`` are the attributes of each; fonts and fills follow the ones that every workbook has."""
    font = "".join(f"<font>{each}</font>" for each in ("", *fonts))
    fill = "".join(
        f"<fill>{each}</fill>"
        for each in ('<patternFill patternType="none"/>', '<patternFill patternType="gray125"/>', *fills)
    )
    inside = "".join(f"<xf {each}/>" for each in ("", *xfs))
    return part(
        "styleSheet",
        f"<numFmts>{formats}</numFmts><fonts>{font}</fonts><fills>{fill}</fills><cellXfs>{inside}</cellXfs>",
    )


def shared(*items: str) -> bytes:
    """Shared strings; each item is the inside of an ``si``."""
    return part("sst", "".join(f"<si>{item}</si>" for item in items))


def content_types(main: str = "/xl/workbook.xml", kind: str = MAIN_TYPE) -> bytes:
    """The list of content types."""
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="{main}" ContentType="{kind}"/></Types>'
    ).encode()


def parts(
    *sheets: bytes,
    properties: str = "",
    states: Sequence[str] = (),
    more: Mapping[str, bytes] = MappingProxyType({}),
    **named: bytes,
) -> dict[str, bytes]:
    """The parts of a workbook with these sheets; the others (``styles``, ``sharedStrings``) by name, or in ``more``."""
    entries, related, found = "", [], {}
    for number, data in enumerate(sheets, 1):
        state = f' state="{states[number - 1]}"' if len(states) >= number and states[number - 1] else ""
        entries += f'<sheet name="Sheet {number}" sheetId="{number}"{state} r:id="rId{number}"/>'
        related.append(relationship(number, "worksheet", f"worksheets/sheet{number}.xml"))
        found[f"xl/worksheets/sheet{number}.xml"] = data
    for number, (kind, data) in enumerate({**more, **named}.items(), len(sheets) + 1):
        related.append(relationship(number, kind, f"{kind}.xml"))
        found[f"xl/{kind}.xml"] = data
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(relationship(1, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": part("workbook", f"{properties}<sheets>{entries}</sheets>"),
        "xl/_rels/workbook.xml.rels": relationships(*related),
        **found,
    }


def beside(contents: dict[str, bytes], *entries: str, **more: bytes) -> dict[str, bytes]:
    """The workbook with relationships of its first sheet, and the parts in ``xl`` that they name."""
    rels = {"xl/worksheets/_rels/sheet1.xml.rels": relationships(*entries)}
    return contents | rels | {f"xl/{name}.xml": data for name, data in more.items()}


def drawing(*anchors: str) -> bytes:
    """A drawing with these things in it."""
    inside = "".join(f"<xdr:twoCellAnchor>{each}<xdr:clientData/></xdr:twoCellAnchor>" for each in anchors)
    return f"{DECLARATION}<xdr:wsDr {DRAWING}>{inside}</xdr:wsDr>".encode()


def shape(*lines: str) -> str:
    """A shape with lines of text."""
    inside = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
    return f"<xdr:sp><xdr:nvSpPr/><xdr:spPr/><xdr:txBody><a:bodyPr/>{inside}</xdr:txBody></xdr:sp>"


PICTURE = "<xdr:pic><xdr:nvPicPr/><xdr:blipFill/><xdr:spPr/></xdr:pic>"


def xlsx(*sheets: bytes, **more: bytes) -> bytes:
    """A workbook with these sheets."""
    return zipped(parts(*sheets, more=more))
