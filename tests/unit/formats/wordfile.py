"""Word files written by hand, from the standard and from what Word was seen to write: no code of hsbdocs."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

NAMESPACES = (
    f'xmlns:w="{W}" xmlns:w14="{W14}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex" '
    'mc:Ignorable="w14 w16se"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def part(root: str, content: str) -> bytes:
    """A part whose root is `w:root`."""
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>".encode()


def p(*content: str) -> str:
    """A paragraph."""
    return f"<w:p>{''.join(content)}</w:p>"


def r(text: str, look: str = "") -> str:
    """A run; `text` is XML already."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def sdt(tag: str, content: str, properties: str = "") -> str:
    """A content control around anything."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="Title of {tag}"/><w:tag w:val="{tag}"/>{properties}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def tc(*content: str) -> str:
    """A cell."""
    return f'<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>{"".join(content)}</w:tc>'


def tr(*cells: str, properties: str = "") -> str:
    """A row."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def relationships(*entries: str) -> bytes:
    """A relationships part."""
    inside = "".join(entries)
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{DECLARATION}<Relationships xmlns="{namespace}">{inside}</Relationships>'.encode()


def relationship(number: int, kind: str, target: str, *, external: bool = False) -> str:
    """One relationship; `kind` is the last word of its type."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def content_types(main: str = "/word/document.xml", kind: str = MAIN_TYPE) -> bytes:
    """The list of content types."""
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="{main}" ContentType="{kind}"/></Types>'
    ).encode()


def parts(body: str, *entries: str, **more: bytes) -> dict[str, bytes]:
    """The parts of a document with this body; `entries` are the relationships of its main part."""
    found = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(relationship(1, "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": relationships(*entries),
    }
    return found | {f"word/{name}.xml": data for name, data in more.items()}


def zipped(contents: Mapping[str, bytes]) -> bytes:
    """A zip of these parts, in their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def docx(body: str, *entries: str, **more: bytes) -> bytes:
    """A document with this body."""
    return zipped(parts(body, *entries, **more))


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of a zip by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
