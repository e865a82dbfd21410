"""Pieces that the drafts of all Word templates are built from, as raw XML, and the package around them."""

from __future__ import annotations

from house_style import NS, NUMBERING, SETTINGS, TINT, WIDTH

from hsbdocs.formats.package import pack, parse_xml


def run(text: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, style: str = "") -> str:
    if not content.startswith("<"):
        content = run(content)
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{content}</w:p>"


def link(text: str) -> str:
    """A link whose words are its address, as a field: printed, it can be typed."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{text}" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(text, "Hyperlink")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(width: int, content: str, *, shade: bool = False) -> str:
    tint = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{tint}</w:tcPr>{content}</w:tc>'


def row(cells: str, *, header: bool = False, height: int = 0) -> str:
    room = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    head = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{room}{head}</w:trPr>{cells}</w:tr>"


def table(name: str, widths: list[int], rows: str, total: int = WIDTH) -> str:
    """A table whose title and description come from ``name``; ``total`` is the width of the page's text."""
    assert sum(widths) == total, widths
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="FormTable"/><w:tblW w:w="{total}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{{{{ {name}.heading }}}}"/>'
        f'<w:tblDescription w:val="{{{{ {name}.description }}}}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def header_row(name: str, widths: list[int]) -> str:
    cells = "".join(
        cell(width, paragraph(f"{{{{ {name}.columns[{index}] }}}}", "FormHead"), shade=True)
        for index, width in enumerate(widths)
    )
    return row(cells, header=True)


def loop_row(tag: str, columns: int, total: int = WIDTH) -> str:
    """A row that docxtpl takes out: it holds only the tag."""
    return f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{total}" w:type="dxa"/><w:gridSpan w:val="{columns}"/></w:tcPr>{paragraph(tag)}</w:tc></w:tr>'


def when(test: str, content: str) -> str:
    """Whole paragraphs and tables that are there only where ``test`` holds."""
    return paragraph(f"{{%p if {test} %}}") + content + paragraph("{%p endif %}")


def cell_tag(tag: str) -> str:
    """A cell that docxtpl takes out: it holds only the tag."""
    return f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>{paragraph(tag)}</w:tc>'


def shared_cell(content: str, *, shade: bool = False) -> str:
    """A cell of a list: it has no width of its own, and they share what is left of the table's."""
    return cell(0, content, shade=shade).replace('w:type="dxa"', 'w:type="auto"', 1)


def field(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def section(*, header: bool, top: int = 1418, side: int = 1021, bottom: int = 1077, foot: int = 510) -> str:
    """The page: A4, its margins in twentieths of a point, its footer and, where there is one, its header."""
    head = '<w:headerReference w:type="default" r:id="rId3"/>' if header else ""
    return (
        f'<w:sectPr>{head}<w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{top}" w:right="{side}" w:bottom="{bottom}" w:left="{side}" '
        f'w:header="567" w:footer="{foot}" w:gutter="0"/></w:sectPr>'
    )


def footer(stamp: str) -> str:
    """The footer: what the document is, and the page."""
    words = run(stamp) + "<w:r><w:tab/></w:r>" + run("Page ") + field("PAGE") + run(" of ") + field("NUMPAGES")
    return f"<w:ftr {NS}>{paragraph(words, 'Footer')}</w:ftr>"


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "header1": "header",
    "footer1": "footer",
}
ROOT_RELS = (
    f'<Relationships xmlns="{RELS_NS}"><Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Template</dc:title></cp:coreProperties>'
)


def _types(names: list[str]) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{kind}+xml"/>'
            for name, kind in KINDS.items()
            if name in names
        )
        + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _document_rels(names: list[str]) -> str:
    return (
        f'<Relationships xmlns="{RELS_NS}">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{OFFICE}/relationships/{kind}" Target="{target}.xml"/>'
            for number, (kind, target) in enumerate(
                (
                    ("styles", "styles"),
                    ("settings", "settings"),
                    ("header", "header1"),
                    ("footer", "footer1"),
                    ("numbering", "numbering"),
                ),
                1,
            )
            if target in names
        )
        + "</Relationships>"
    )


def package(body: str, styles: str, *, header: str = "", footer: str) -> bytes:
    """A template as a .docx: its body (with the section's properties), styles, header and footer."""
    words = {
        "document": f"<w:document {NS}><w:body>{body}</w:body></w:document>",
        "styles": styles,
        "numbering": NUMBERING,
        "settings": SETTINGS,
        "footer1": footer,
    }
    if header:
        words["header1"] = header
    texts = {
        "[Content_Types].xml": _types(list(words)),
        "_rels/.rels": ROOT_RELS,
        "docProps/core.xml": CORE,
        "word/_rels/document.xml.rels": _document_rels(list(words)),
        **{f"word/{name}.xml": text for name, text in words.items()},
    }
    parts = {}
    for name, text in texts.items():
        data = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()
        parse_xml(data)
        parts[name] = data
    return pack(parts)
