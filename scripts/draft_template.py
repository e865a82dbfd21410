"""Write a first draft of the Word templates: house style and arrangement, no wording.

Usage: python scripts/draft_template.py [--force]

The templates under templates/ are the source from then on: open them in Word to restyle them. This script makes
the draft that they started from, and does not write over one that is there unless it is told to.
"""

from __future__ import annotations

import sys
from pathlib import Path

from house_style import NS, NUMBERING, SETTINGS, STYLES, TINT, WIDTH

from hsbdocs.formats.package import pack, parse_xml

ROOT = Path(__file__).resolve().parents[1]


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


def table(name: str, widths: list[int], rows: str) -> str:
    assert sum(widths) == WIDTH, widths
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="FormTable"/><w:tblW w:w="{WIDTH}" w:type="dxa"/>'
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


def loop_row(tag: str, columns: int) -> str:
    """A row that docxtpl takes out: it holds only the tag."""
    return f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{WIDTH}" w:type="dxa"/><w:gridSpan w:val="{columns}"/></w:tcPr>{paragraph(tag)}</w:tc></w:tr>'


PARTS = (
    paragraph("{%p for part in row.parts %}")
    + paragraph(
        run("{{ part.before }}", "FormCaption") + run("{{r part.control }}") + run("{{ part.after }}"), "FormAnswer"
    )
    + paragraph("{%p endfor %}")
)
INSTRUCTION = (
    paragraph("{%p if row.instruction %}")
    + paragraph("{{ row.instruction }}", "FormInstruction")
    + paragraph("{%p endif %}")
)
PROMPTS = (
    paragraph("{%p for prompt in row.prompts %}") + paragraph("{{ prompt }}", "FormPrompt") + paragraph("{%p endfor %}")
)


def labelled(name: str, widths: list[int], height: int, *, prompts: bool = False) -> str:
    label = paragraph("{{ row.label }}", "FormLabel") + INSTRUCTION + (PROMPTS if prompts else "")
    cells = (
        cell(widths[0], paragraph("{{ row.ref }}", "FormRef"), shade=True)
        + cell(widths[1], label, shade=True)
        + cell(widths[2], PARTS)
    )
    return table(
        name,
        widths,
        header_row(name, widths)
        + loop_row(f"{{%tr for row in {name}.rows %}}", 3)
        + row(cells, height=height)
        + loop_row("{%tr endfor %}", 3),
    )


def outcomes() -> str:
    widths = [700, WIDTH - 700]
    cells = cell(widths[0], paragraph("{{ row.ref }}", "FormRef"), shade=True) + cell(
        widths[1], paragraph("{{ row.label }}", "FormLabel") + INSTRUCTION + PARTS
    )
    rows = loop_row("{%tr for row in outcomes.rows %}", 2) + row(cells, height=2150) + loop_row("{%tr endfor %}", 2)
    return table("outcomes", widths, header_row("outcomes", widths) + rows)


def actions() -> str:
    widths = [700, 3764, 800, 800, 3800]
    boxes = "".join(
        cell(width, paragraph(run(f"{{{{r row.{name} }}}}"), style))
        for width, name, style in ((800, "yes", "FormBox"), (800, "no", "FormBox"), (3800, "details", "FormAnswer"))
    )
    cells = (
        cell(700, paragraph("{{ row.ref }}", "FormRef"), shade=True)
        + cell(3764, paragraph("{{ row.label }}", "FormLabel"), shade=True)
        + boxes
    )
    rows = loop_row("{%tr for row in actions.rows %}", 5) + row(cells, height=860) + loop_row("{%tr endfor %}", 5)
    return table("actions", widths, header_row("actions", widths) + rows)


def body(*, guided: bool) -> str:
    wide = [700, 4964, 4200] if guided else [700, 3764, 5400]
    narrow = [700, 3764, 5400]
    face = (
        paragraph("{{ title }}", "Heading1")
        + paragraph(run("{{ captions.status }}", "Strong") + run(" {{ captions.review }}"), "FormStatus")
        + paragraph(run("{{ captions.danger }}", "Strong") + run(" {{ captions.act_first }}"), "FormNotice")
        + paragraph("{{ captions.how }} {{ captions.pictures }}")
        + paragraph(run("{{ captions.consult }}", "Strong") + run(" {{ captions.consult_whom }}"))
        + paragraph("{{ captions.use }}")
        + paragraph(run("{{ captions.continuum }} ") + link("{{ captions.continuum_link }}"))
    )
    return (
        face
        + paragraph("{{ details.heading }}", "Heading2")
        + labelled("details", narrow, 470)
        + paragraph("{{ considerations.heading }}", "Heading2")
        + (paragraph("{{ captions.guided }}") if guided else "")
        + labelled("considerations", wide, 1560, prompts=guided)
        + paragraph("{{ outcomes.heading }}", "Heading2")
        + outcomes()
        + paragraph("{{ actions.heading }}", "Heading2")
        + actions()
        + paragraph("{{ completion.heading }}", "Heading2")
        + labelled("completion", narrow, 520)
        + paragraph("{{ captions.end }} {{ stamp }}", "FormStamp")
    )


def document(*, guided: bool) -> str:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1021" w:bottom="1077" w:left="1021" '
        'w:header="567" w:footer="510" w:gutter="0"/></w:sectPr>'
    )
    return f"<w:document {NS}><w:body>{body(guided=guided)}{section}</w:body></w:document>"


def field(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


HEADER = f"<w:hdr {NS}>{paragraph('{{ document_title }}', 'Header')}{paragraph(run('{{ handling_mark }}', 'Strong'), 'Header')}</w:hdr>"
FOOTER = (
    f"<w:ftr {NS}>"
    + paragraph(
        run("{{ stamp }}") + "<w:r><w:tab/></w:r>" + run("Page ") + field("PAGE") + run(" of ") + field("NUMPAGES"),
        "Footer",
    )
    + "</w:ftr>"
)


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS_OF = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "header1": "header",
    "footer1": "footer",
}
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{kind}+xml"/>' for name, kind in PARTS_OF.items()
    )
    + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
RELS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
ROOT_RELS = (
    f'<Relationships xmlns="{RELS_NS}"><Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
)
DOCUMENT_RELS = (
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
    )
    + "</Relationships>"
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Template</dc:title></cp:coreProperties>'
)


def template(*, guided: bool) -> bytes:
    texts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT_RELS,
        "docProps/core.xml": CORE,
        "word/_rels/document.xml.rels": DOCUMENT_RELS,
        "word/document.xml": document(guided=guided),
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/settings.xml": SETTINGS,
        "word/header1.xml": HEADER,
        "word/footer1.xml": FOOTER,
    }
    parts = {}
    for name, text in texts.items():
        data = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()
        parse_xml(data)
        parts[name] = data
    return pack(parts)


def main() -> int:
    """Write both drafts; refuse to write over a template that is there, unless forced."""
    for guided in (False, True):
        path = ROOT / "templates" / f"risk-assessment{'-guided' if guided else ''}.docx"
        if path.exists() and path.stat().st_size and "--force" not in sys.argv[1:]:
            print(f"{path.name} is there already: nothing written. With --force it is written over.", file=sys.stderr)
            return 1
        path.write_bytes(template(guided=guided))
        print(f"written: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
