"""The parts that every plain document has: its styles, settings and footer. Arial, 12 points, one accent colour."""

from __future__ import annotations

from xml.sax.saxutils import escape

from hsbdocs.formats.word.controls import W

_ACCENT, TINT, _INK, _MUTED, _RULE = "1B4B66", "E6EEF2", "1A1A1A", "595959", "7F929E"
_NS = f'xmlns:w="{W}"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: The size of a heading of each level, in half points.
_SIZES = (40, 32, 28, 26, 24, 24)
_SIDES = ("top", "left", "bottom", "right")
#: The footer by the relationship that a section names it with.
FOOTER = "rId3"
LEVELS = len(_SIZES)


def frame(title: str, language: str) -> dict[str, str]:
    """Every part but the document itself and its properties, by name."""
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings", "footer1": "footer"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    texts = {
        "[Content_Types].xml": types,
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relationships(
            {"styles": "styles.xml", "settings": "settings.xml", "footer": "footer1.xml"}
        ),
        "word/styles.xml": _styles(language),
        "word/settings.xml": _settings(language),
        "word/footer1.xml": _footer(title),
    }
    return {name: _DECLARATION + text for name, text in texts.items()}


def _relationships(targets: dict[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _settings(language: str) -> str:
    return (
        f'<w:settings {_NS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{escape(language)}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def _footer(title: str) -> str:
    words = f"{_run(f'{title}. Page ')}{_field('PAGE')}{_run(' of ')}{_field('NUMPAGES')}"
    return f'<w:ftr {_NS}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{words}</w:p></w:ftr>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} ">{_run("1")}</w:fldSimple>'


# ---- Styles --------------------------------------------------------------------------------------


def _styles(language: str) -> str:
    return (
        f"<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
        f'<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="{escape(language)}" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_spacing(0, 120)}</w:pPr><w:rPr>{_colour(_INK)}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
        f"{''.join(_heading(level, size) for level, size in enumerate(_SIZES, 1))}"
        f"{_paragraph('Footer', 'footer', _spacing(0, 0), _colour(_MUTED))}"
        f"{_paragraph('PlainFramed', 'Plain Framed', _FRAME)}"
        f"{_paragraph('PlainOpening', 'Plain Opening', f'<w:keepNext/>{_spacing(160, 60)}', _BOLD)}"
        f"{_paragraph('PlainEntry', 'Plain Entry', _ENTRY)}"
        f"{_paragraph('PlainHead', 'Plain Head', f'<w:keepNext/>{_spacing(40, 40)}', _BOLD + _colour(_ACCENT))}"
        f"{_paragraph('PlainCell', 'Plain Cell', _spacing(40, 40))}"
        f"{_paragraph('PlainEnd', 'Plain End', _spacing(0, 0))}"
        f"{_table()}</w:styles>"
    )


def _spacing(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="264" w:lineRule="auto"/>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _sides(names: tuple[str, ...], size: int, space: int) -> str:
    return "".join(f'<w:{name} w:val="single" w:sz="{size}" w:space="{space}" w:color="{_RULE}"/>' for name in names)


_BOLD = "<w:b/><w:bCs/>"
_FRAME = f'<w:pBdr>{_sides(_SIDES, 6, 4)}</w:pBdr>{_spacing(0, 160)}<w:ind w:left="120" w:right="120"/>'
_ENTRY = f'<w:pBdr>{_sides(("left",), 12, 8)}</w:pBdr>{_spacing(0, 100)}<w:ind w:left="397"/>'


def _paragraph(identity: str, name: str, look: str, run: str = "") -> str:
    custom = ' w:customStyle="1"' if identity.startswith("Plain") else ""
    words = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{look}</w:pPr>{words}</w:style>'
    )


def _heading(level: int, size: int) -> str:
    room = _spacing(0 if level == 1 else 320, 120)
    look = f'<w:keepNext/><w:keepLines/>{room}<w:outlineLvl w:val="{level - 1}"/>'
    run = f'{_BOLD}{_colour(_ACCENT)}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return _paragraph(f"Heading{level}", f"heading {level}", look, run)


def _table() -> str:
    margins = "".join(f'<w:{side} w:w="100" w:type="dxa"/>' for side in ("left", "right"))
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="PlainTable"><w:name w:val="Plain Ruled"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_sides((*_SIDES, "insideH", "insideV"), 6, 0)}'
        f"</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )
