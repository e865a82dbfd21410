"""Pieces of WordprocessingML as Word writes them: runs, paragraphs, marks, symbols, tracked changes.

`str` is typed text: `\\n` is the Enter key, `\\v` is Shift and Enter, `\\t` the Tab key. `Xml` is already XML.
"""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr


class Xml(str):
    """XML of runs, or of whole paragraphs."""

    __slots__ = ()


Piece = str | Xml

TRACKED = 'w:author="A. Reviewer" w:date="2026-05-06T07:08:00Z"'

# In the order in which the schema wants them.
LOOKS = {
    "wingdings": '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>',
    "wingdings 2": '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>',
    "bold": "<w:b/>",
    "italic": "<w:i/>",
    "caps": "<w:caps/>",
    "struck": "<w:strike/>",
    "double struck": "<w:dstrike/>",
    "hidden": "<w:vanish/>",
    "red": '<w:color w:val="FF0000"/>',
    "grey": '<w:color w:val="A6A6A6"/>',
    "blue": '<w:color w:val="0000FF"/>',
    "highlight": '<w:highlight w:val="yellow"/>',
    "underline": '<w:u w:val="single"/>',
    "boxed": '<w:bdr w:val="single" w:sz="12" w:space="0" w:color="auto"/>',
    "shaded": '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>',
}

# Paragraph settings.
BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
SHADED = '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'

_SIGNS = re.compile("([\v\t])")
_numbers = 0


def run(text: str, *looks: str) -> Xml:
    """One run; `looks` are names of LOOKS."""
    unknown = set(looks) - set(LOOKS)
    if unknown:
        raise KeyError(f"no such look: {unknown}")
    chosen = "".join(xml for name, xml in LOOKS.items() if name in looks)
    settings = f"<w:rPr>{chosen}</w:rPr>" if chosen else ""
    return Xml("".join(f"<w:r>{settings}{part}</w:r>" for part in _parts(text)))


def _parts(text: str) -> Iterator[str]:
    for piece in _SIGNS.split(text):
        if piece == "\v":
            yield "<w:br/>"
        elif piece == "\t":
            yield "<w:tab/>"
        elif piece:
            edge = ' xml:space="preserve"' if piece[:1].isspace() or piece[-1:].isspace() else ""
            yield f"<w:t{edge}>{escape(piece)}</w:t>"


def runs(*pieces: Piece) -> Xml:
    """Pieces one behind the other: typed text becomes a run."""
    return Xml("".join(piece if isinstance(piece, Xml) else run(piece) for piece in pieces))


def p(*pieces: Piece, layout: str = "", style: str = "") -> Xml:
    """One paragraph."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    settings = f"<w:pPr>{named}{layout}</w:pPr>" if named or layout else ""
    return Xml(f'<w:p w:rsidR="00B45C1A" w:rsidRDefault="00D93A77">{settings}{runs(*pieces)}</w:p>')


def bullet(*pieces: Piece) -> Xml:
    """One paragraph of a bulleted list."""
    return p(*pieces, layout=BULLET, style="ListParagraph")


def block(content: Piece, *looks: str) -> Xml:
    """Paragraphs: typed text is cut at each Enter; paragraphs stay as they are; runs get a paragraph."""
    if isinstance(content, Xml):
        return content if content.startswith(("<w:p ", "<w:p>", "<w:tbl>", "<w:sdt>")) else p(content)
    return Xml("".join(p(run(line, *looks)) for line in content.split("\n")))


def blocks(*contents: Piece) -> Xml:
    """Several paragraphs, one below the other."""
    return Xml("".join(block(content) for content in contents))


def symbol(font: str, code: str) -> Xml:
    """What Insert, Symbol makes of a character of a symbol font."""
    return Xml(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>')


def fresh() -> int:
    """A number for a tracked change or a control; `restart` makes them the same for each file."""
    global _numbers  # noqa: PLW0603
    _numbers += 1
    return _numbers


def restart() -> None:
    """Begins the numbers anew: each file has its own."""
    global _numbers  # noqa: PLW0603
    _numbers = 100


def inserted(*pieces: Piece) -> Xml:
    """Typed while changes are tracked."""
    return Xml(f'<w:ins w:id="{fresh()}" {TRACKED}>{runs(*pieces)}</w:ins>')


def deleted(text: str, *looks: str) -> Xml:
    """Deleted while changes are tracked."""
    gone = run(text, *looks).replace("<w:t>", "<w:delText>").replace("<w:t ", "<w:delText ")
    return Xml(f'<w:del w:id="{fresh()}" {TRACKED}>{gone.replace("</w:t>", "</w:delText>")}</w:del>')


def control(inner: str, *, settings: str = "") -> Xml:
    """A control around something, as Google Docs writes it; `settings` come after its tag."""
    number = fresh()
    named = settings or f'<w:tag w:val="goog_rdk_{number - 101}"/>'
    identity = f'<w:id w:val="{number * 1017}"/>'
    return Xml(f"<w:sdt><w:sdtPr>{identity}{named}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>")


def field(code: str, shown: str) -> Xml:
    """A field such as DATE, with what it showed last."""
    return Xml(
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {escape(code)} '
        f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def link(shown: str, target: str = "") -> Xml:
    """A link, as Word makes one of an address by a field."""
    code = f"HYPERLINK {quoteattr(target or shown)}"
    return field(code, shown)
