"""A form as a .docx file: the parts that Word writes around a body, slim, and always the same bytes."""

from tests.foreign import docx
from tests.foreign.published import Form, Table
from tests.foreign.word import Xml

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MORE = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_NAMES = f'xmlns:w="{docx.W}" xmlns:w14="{docx.W14}" xmlns:mc="{docx.MC}" {_MORE} mc:Ignorable="w14"'

_STYLES = f"""{_HEAD}<w:styles xmlns:w="{docx.W}"><w:docDefaults><w:rPrDefault><w:rPr>\
<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr>\
</w:rPrDefault><w:pPrDefault/></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>\
<w:pPr><w:spacing w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>\
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>\
<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>\
<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/>\
<w:pPr><w:ind w:left="720"/></w:pPr></w:style>\
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>\
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
<w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>\
</w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>\
<w:tblPr><w:tblBorders>{
    "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
}</w:tblBorders></w:tblPr></w:style></w:styles>"""

_SETTINGS = f'{_HEAD}<w:settings xmlns:w="{docx.W}"><w:defaultTabStop w:val="720"/></w:settings>'


def _numbering() -> str:
    def level(kind: str, text: str, font: str = "") -> str:
        look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr>' if font else ""
        return (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr>{look}</w:lvl>'
        )

    levels = (level("bullet", "\uf0b7", "Symbol"), level("decimal", "%1."))
    lists = "".join(f'<w:abstractNum w:abstractNumId="{n}">{each}</w:abstractNum>' for n, each in enumerate(levels))
    used = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(levels)))
    return f'{_HEAD}<w:numbering xmlns:w="{docx.W}">{lists}{used}</w:numbering>'


def to_docx(form: Form) -> bytes:
    """The file."""
    kinds = {"styles": "styles", "settings": "settings", "numbering": "numbering"}
    parts = {"word/styles.xml": _STYLES, "word/settings.xml": _SETTINGS, "word/numbering.xml": _numbering()}
    section = ""
    for name, root, content in (
        ("header", "hdr", form.header),
        ("footer", "ftr", form.footer),
        ("comments", "comments", form.comments),
    ):
        if content is not None:
            kinds[name] = name
            parts[f"word/{name}.xml"] = f"{_HEAD}<w:{root} {_NAMES}>{content}</w:{root}>"
    names = list(kinds)
    for name in ("header", "footer"):
        if name in kinds:
            section += f'<w:{name}Reference w:type="default" r:id="rId{names.index(name) + 1}"/>'
    body = "".join(part.xml() if isinstance(part, Table) else part for part in form.body)
    parts["word/document.xml"] = (
        f'{_HEAD}<w:document {_NAMES}><w:body>{body}<w:sectPr>{section}<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708"'
        ' w:gutter="0"/></w:sectPr></w:body></w:document>'
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>'
        for n, (name, kind) in enumerate(kinds.items(), 1)
    )
    parts["word/_rels/document.xml.rels"] = _relationships(links)
    parts["_rels/.rels"] = _relationships(
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in {"document": "document.main", **kinds}.items()
    )
    parts["[Content_Types].xml"] = (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    return docx.write({name: text.encode() for name, text in parts.items()})


def _relationships(links: str) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def comment(text: str, number: int = 0) -> Xml:
    """One comment, for `Form.comments`."""
    return Xml(
        f'<w:comment w:id="{number}" w:author="A. Reviewer" w:date="2026-05-06T07:08:00Z" w:initials="AR">'
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
    )
