"""The house style that the templates start from: styles, list, settings, as raw XML. One accent colour, Arial, 12 pt."""

from __future__ import annotations

WIDTH = 9864
ACCENT, TINT, INK, MUTED, RULE = "1B4B66", "E6EEF2", "1A1A1A", "595959", "7F929E"
NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
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


def styles(
    *,
    width: int = WIDTH,
    heading: str = spacing(320, 120, 252),
    item: str = spacing(0, 60, 252),
    head: str = spacing(40, 40, 252),
    cell: int = 40,
    extra: str = "",
) -> str:
    """The styles of a template.

    ``width`` is that of the page's text; ``heading``, ``item`` and ``head`` are the room around a second heading, an
    item of a list and the words of a header row, ``cell`` that above and below in a cell; ``extra`` are more styles.
    """
    return (
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
            f'<w:keepNext/><w:keepLines/>{heading}<w:outlineLvl w:val="1"/>',
            f'<w:b/><w:bCs/>{colour(ACCENT)}<w:sz w:val="28"/><w:szCs w:val="28"/>',
        )
        + style("paragraph", "Header", "header", "Normal", spacing(0, 0, 252), colour(MUTED))
        + style(
            "paragraph",
            "Footer",
            "footer",
            "Normal",
            f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>{spacing(0, 0, 252)}',
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
            f"<w:keepNext/>{head}",
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
            f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{item}',
        )
        + style("paragraph", "FormAnswer", "Form Answer", "Normal", spacing(40, 40, 264))
        + style("paragraph", "FormBox", "Form Box", "Normal", f'{spacing(20, 20, 252)}<w:jc w:val="center"/>')
        + style("paragraph", "FormStamp", "Form Stamp", "Normal", spacing(240, 0), colour(MUTED))
        + style("character", "Strong", "Strong", "DefaultParagraphFont", run_look="<w:b/><w:bCs/>")
        + style(
            "character",
            "Hyperlink",
            "Hyperlink",
            "DefaultParagraphFont",
            run_look=f'{colour(ACCENT)}<w:u w:val="single"/>',
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
            extra=f'<w:tblPr><w:tblBorders>{BORDERS}</w:tblBorders><w:tblCellMar><w:top w:w="{cell}" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
            f'<w:bottom w:w="{cell}" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>',
        )
        + extra
        + "</w:styles>"
    )


STYLES = styles()
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
