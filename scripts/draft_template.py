"""Write a first draft of the Word templates: house style and arrangement, no wording.

Usage: python scripts/draft_template.py [--force]

The templates under templates/ are the source from then on: open them in Word to restyle them. This script makes
the draft that they started from, and does not write over one that is there unless it is told to.
"""

from __future__ import annotations

import sys
from pathlib import Path

from hsbdocs.formats.package import pack, parse_xml

ROOT = Path(__file__).resolve().parents[1]
WIDTH = 9864
ACCENT, TINT, INK, MUTED, RULE = "1B4B66", "E6EEF2", "1A1A1A", "595959", "7F929E"
NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)


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


def style(
    kind: str, identity: str, name: str, based: str = "", paragraph_look: str = "", run_look: str = "", extra: str = ""
) -> str:
    default = ' w:default="1"' if identity in ("Normal", "DefaultParagraphFont", "TableNormal") else ""
    custom = ' w:customStyle="1"' if identity.startswith(("Form", "TickBox")) else ""
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{identity}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + ("<w:qFormat/>" if kind == "paragraph" else "")
        + (f"<w:pPr>{paragraph_look}</w:pPr>" if paragraph_look else "")
        + (f"<w:rPr>{run_look}</w:rPr>" if run_look else "")
        + extra
        + "</w:style>"
    )


def spacing(before: int, after: int, line: int = 276) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def box(value: str, size: int = 8, sides: tuple[str, ...] = ("top", "left", "bottom", "right")) -> str:
    return (
        "<w:pBdr>"
        + "".join(f'<w:{side} w:val="single" w:sz="{size}" w:space="4" w:color="{value}"/>' for side in sides)
        + "</w:pBdr>"
    )


BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="{RULE}"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
STYLES = (
    f"<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
    '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    + style("paragraph", "Normal", "Normal", "", spacing(0, 120), colour(INK))
    + style("character", "DefaultParagraphFont", "Default Paragraph Font")
    + style(
        "table",
        "TableNormal",
        "Normal Table",
        extra='<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    )
    + style(
        "paragraph",
        "Heading1",
        "heading 1",
        "Normal",
        f'<w:keepNext/><w:keepLines/>{spacing(0, 160, 252)}<w:outlineLvl w:val="0"/>',
        f'<w:b/><w:bCs/>{colour(ACCENT)}<w:sz w:val="36"/><w:szCs w:val="36"/>',
    )
    + style(
        "paragraph",
        "Heading2",
        "heading 2",
        "Normal",
        f'<w:keepNext/><w:keepLines/>{spacing(320, 120, 252)}<w:outlineLvl w:val="1"/>',
        f'<w:b/><w:bCs/>{colour(ACCENT)}<w:sz w:val="28"/><w:szCs w:val="28"/>',
    )
    + style("paragraph", "Header", "header", "Normal", spacing(0, 0, 252), colour(MUTED))
    + style(
        "paragraph",
        "Footer",
        "footer",
        "Normal",
        f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs>{spacing(0, 0, 252)}',
        colour(MUTED),
    )
    + style(
        "paragraph",
        "FormStatus",
        "Form Status",
        "Normal",
        f'{box(RULE, 6)}{spacing(0, 160)}<w:ind w:left="120" w:right="120"/>',
    )
    + style(
        "paragraph",
        "FormNotice",
        "Form Notice",
        "Normal",
        f'{box(ACCENT, 36, ("left",))}{spacing(0, 160)}<w:ind w:left="200"/>',
    )
    + style(
        "paragraph",
        "FormHead",
        "Form Head",
        "Normal",
        f"<w:keepNext/>{spacing(40, 40, 252)}",
        f"<w:b/><w:bCs/>{colour(ACCENT)}",
    )
    + style("paragraph", "FormRef", "Form Ref", "Normal", spacing(40, 40, 252), colour(MUTED))
    + style("paragraph", "FormLabel", "Form Label", "Normal", spacing(40, 40, 252), "<w:b/><w:bCs/>")
    + style("paragraph", "FormInstruction", "Form Instruction", "Normal", spacing(0, 60, 252), colour(ACCENT))
    + style(
        "paragraph",
        "FormPrompt",
        "Form Prompt",
        "Normal",
        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{spacing(0, 60, 252)}',
    )
    + style("paragraph", "FormAnswer", "Form Answer", "Normal", spacing(40, 40, 264))
    + style("paragraph", "FormBox", "Form Box", "Normal", f'{spacing(20, 20, 252)}<w:jc w:val="center"/>')
    + style("paragraph", "FormStamp", "Form Stamp", "Normal", spacing(240, 0), colour(MUTED))
    + style("character", "Strong", "Strong", "DefaultParagraphFont", run_look="<w:b/><w:bCs/>")
    + style(
        "character", "Hyperlink", "Hyperlink", "DefaultParagraphFont", run_look=f'{colour(ACCENT)}<w:u w:val="single"/>'
    )
    + style("character", "FormCaption", "Form Caption", "DefaultParagraphFont", run_look=colour(MUTED))
    + style("character", "PlaceholderText", "Placeholder Text", "DefaultParagraphFont", run_look=colour(MUTED))
    + style(
        "character",
        "TickBox",
        "Tick Box",
        "DefaultParagraphFont",
        run_look='<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:cs="MS Gothic"/><w:sz w:val="28"/><w:szCs w:val="28"/>',
    )
    + style(
        "table",
        "FormTable",
        "Form Table",
        "TableNormal",
        extra=f'<w:tblPr><w:tblBorders>{BORDERS}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    )
    + "</w:styles>"
)
NUMBERING = (
    f'<w:numbering {NS}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="&#8226;"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="284" w:hanging="227"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
SETTINGS = (
    f'<w:settings {NS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
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
