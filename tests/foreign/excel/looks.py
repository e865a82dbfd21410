"""The styles of a workbook: how cells look, by names of our own."""

from dataclasses import dataclass

from tests.foreign.excel.names import S

DATE_FORMAT = "[$-809]d\\ mmmm\\ yyyy"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

_FONTS = {
    "plain": '<sz val="11"/><name val="Calibri"/><family val="2"/>',
    "bold": '<b/><sz val="11"/><name val="Calibri"/><family val="2"/>',
    "title": '<b/><sz val="16"/><name val="Calibri"/><family val="2"/>',
    "struck": '<strike/><sz val="11"/><name val="Calibri"/><family val="2"/>',
    "small": '<sz val="8"/><color rgb="FF7F7F7F"/><name val="Calibri"/><family val="2"/>',
    "white": '<sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/>',
}
_FILLS = {
    "none": '<patternFill patternType="none"/>',
    "gray125": '<patternFill patternType="gray125"/>',
    **{
        name: f'<patternFill patternType="solid"><fgColor rgb="FF{colour}"/><bgColor indexed="64"/></patternFill>'
        for name, colour in {"header": "D9D9D9", "green": "C6EFCE", "amber": "FFC000", "red": "FF0000"}.items()
    },
}
_SIDES = ("left", "right", "top", "bottom")
_BORDERS = {
    "none": "".join(f"<{side}/>" for side in (*_SIDES, "diagonal")),
    "thin": "".join(f'<{side} style="thin"><color auto="1"/></{side}>' for side in _SIDES) + "<diagonal/>",
}
_FORMATS = {164: DATE_FORMAT, 165: "dd/mm/yyyy", 166: "dd/mm/yyyy\\ hh:mm", 167: "00000", 168: ";;;"}


@dataclass(frozen=True)
class Look:
    """One style of cells. `number`: the id of its number format; 0 is General, 9 is 0%, 14 a day, 49 text."""

    number: int = 0
    font: str = "plain"
    fill: str = "none"
    border: str = "none"
    wrap: bool = False
    locked: bool = True


LOOKS = {
    "general": Look(),
    "title": Look(font="title"),
    "bold": Look(font="bold"),
    "small": Look(font="small"),
    "label": Look(font="bold", border="thin", wrap=True),
    "header": Look(font="bold", fill="header", border="thin", wrap=True),
    "printed": Look(border="thin", wrap=True),
    "answer": Look(49, border="thin", wrap=True, locked=False),
    "date": Look(164, border="thin", wrap=True, locked=False),
    # What returned copies have besides.
    "struck": Look(49, font="struck", border="thin", wrap=True, locked=False),
    "white": Look(49, font="white", border="thin", wrap=True, locked=False),
    "unseen": Look(168, border="thin", locked=False),
    "open general": Look(border="thin", wrap=True, locked=False),
    "day": Look(165, border="thin", locked=False),
    "day and time": Look(166, border="thin", locked=False),
    "short day": Look(14, border="thin", locked=False),
    "per cent": Look(9, border="thin", locked=False),
    "five figures": Look(167, border="thin", locked=False),
    "two decimals": Look(2, border="thin", locked=False),
    "green": Look(49, fill="green", border="thin", wrap=True, locked=False),
    "amber": Look(49, fill="amber", border="thin", wrap=True, locked=False),
    "red": Look(49, fill="red", border="thin", wrap=True, locked=False),
}
NUMBERS = {name: number for number, name in enumerate(LOOKS)}


def styles() -> str:
    """The part that holds them all, and the three colours of the conditional formats."""
    formats = "".join(f'<numFmt numFmtId="{n}" formatCode="{code}"/>' for n, code in _FORMATS.items())
    cells = "".join(map(_cell, LOOKS.values()))
    colours = "".join(
        f'<dxf><fill><patternFill><bgColor rgb="FF{colour}"/></patternFill></fill></dxf>'
        for colour in ("C6EFCE", "FFE699", "F8CBAD")
    )
    return (
        f'{_HEAD}<styleSheet xmlns="{S}"><numFmts count="{len(_FORMATS)}">{formats}</numFmts>'
        f"{_list('fonts', 'font', _FONTS)}{_list('fills', 'fill', _FILLS)}{_list('borders', 'border', _BORDERS)}"
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(LOOKS)}">{cells}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        f'<dxfs count="3">{colours}</dxfs><tableStyles count="0"/></styleSheet>'
    )


def _list(name: str, one: str, items: dict[str, str]) -> str:
    made = "".join(f"<{one}>{item}</{one}>" for item in items.values())
    return f'<{name} count="{len(items)}">{made}</{name}>'


def _cell(look: Look) -> str:
    numbers = (
        f'numFmtId="{look.number}" fontId="{list(_FONTS).index(look.font)}" fillId="{list(_FILLS).index(look.fill)}" '
        f'borderId="{list(_BORDERS).index(look.border)}" xfId="0"'
    )
    wrap = ' wrapText="1"' if look.wrap else ""
    locked = "" if look.locked else '<protection locked="0"/>'
    return (
        f'<xf {numbers} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" '
        f'applyProtection="1"><alignment vertical="top"{wrap}/>{locked}</xf>'
    )
