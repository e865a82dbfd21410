"""A template in large print: type of 18 point or more, and the page laid out anew for it.

18 point is the size that the UK Association for Accessible Formats calls large print (from 16 point on) with a margin.
Sizes that are larger already grow by a third, so that headings still stand out; narrow columns (refs, ticks) are made
wider at the cost of the wide ones, and rows of a set height are made higher. Nothing begins a page by itself: what
filled one now goes on over the next.
"""

from __future__ import annotations

import math

from lxml import etree

from hsbdocs.formats.package import pack, parse_xml, serialise, unpack
from hsbdocs.formats.word.controls import W

#: In half points.
_SMALLEST, _GROWTH = 36, 4 / 3
#: A column is narrow below this part of its table, and then grows so much; rows grow as much.
_NARROW, _WIDER = 1 / 5, 1.5
_VALUE, _WIDTH = f"{{{W}}}val", f"{{{W}}}w"
_SIZES = (f"{{{W}}}sz", f"{{{W}}}szCs")
_PRINTS = ("word/document", "word/header", "word/footer", "word/styles", "word/numbering")


def enlarged(template: bytes) -> bytes:
    """The template with everything that it prints enlarged."""
    parts = unpack(template)
    for name in [name for name in parts if name.startswith(_PRINTS) and name.endswith(".xml")]:
        root = parse_xml(parts[name])
        _type(root)
        for kept in [*root.iter(f"{{{W}}}pageBreakBefore"), *_keeping_lists(root)]:
            kept.getparent().remove(kept)  # type: ignore[union-attr]
        for height in root.iter(f"{{{W}}}trHeight"):
            height.set(_VALUE, str(round(int(height.get(_VALUE, "0")) * _WIDER)))
        for margins in root.iter(f"{{{W}}}pgMar"):
            _margins(margins)
        for table in root.iter(f"{{{W}}}tbl"):
            _columns(table)
        parts[name] = serialise(root)
    return pack(parts)


def with_long_rows(template: bytes) -> bytes:
    """The template with rows that may go on over the page: LibreOffice cuts off one that is longer than a page."""
    parts = unpack(template)
    root = parse_xml(parts["word/document.xml"])
    for kept in list(root.iter(f"{{{W}}}cantSplit")):
        kept.getparent().remove(kept)  # type: ignore[union-attr]
    parts["word/document.xml"] = serialise(root)
    return pack(parts)


def _type(root: etree._Element) -> None:
    for size in root.iter(*_SIZES):
        if size.getparent().tag == f"{{{W}}}rPr":  # type: ignore[union-attr]
            size.set(_VALUE, str(max(_SMALLEST, math.ceil(int(size.get(_VALUE, "0")) * _GROWTH))))


def _keeping_lists(root: etree._Element) -> list[etree._Element]:
    """What keeps the items of a list on one page, in the styles of lists: a page no longer holds them."""
    styles = {style.get(f"{{{W}}}styleId"): style for style in root.iter(f"{{{W}}}style")}
    found = []
    for style in styles.values():
        chain = [style]
        while (base := chain[-1].find(f"{{{W}}}basedOn")) is not None and styles.get(base.get(_VALUE)) not in (
            None,
            *chain,
        ):
            chain.append(styles[base.get(_VALUE)])
        if any(each.find(f"{{{W}}}pPr/{{{W}}}numPr") is not None for each in chain):
            found += style.findall(f"{{{W}}}pPr/{{{W}}}keepNext")
    return found


def _margins(margins: etree._Element) -> None:
    """Room for headers and footers, which are as much larger."""
    for side, edge in (("top", "header"), ("bottom", "footer")):
        whole, kept = (int(margins.get(f"{{{W}}}{name}", "0")) for name in (side, edge))
        margins.set(f"{{{W}}}{side}", str(max(whole, kept + round((whole - kept) * _WIDER))))


def _columns(table: etree._Element) -> None:
    """Widths anew, in the grid and in each cell; a table whose columns share the room is left as it is."""
    grid = table.findall(f"{{{W}}}tblGrid/{{{W}}}gridCol")
    cells = list(table.iter(f"{{{W}}}tcW"))
    before = [int(column.get(_WIDTH, "0")) for column in grid]
    if not all(before) or any(cell.get(f"{{{W}}}type") == "auto" for cell in cells):
        return
    after = _shared(before)
    for column, width in zip(grid, after, strict=True):
        column.set(_WIDTH, str(width))
    for row in table.iter(f"{{{W}}}tr"):
        at = 0
        for cell in row.iter(f"{{{W}}}tcPr"):
            span = cell.find(f"{{{W}}}gridSpan")
            columns = 1 if span is None else int(span.get(_VALUE, "1"))
            told = cell.find(f"{{{W}}}tcW")
            if told is not None:
                told.set(_WIDTH, str(sum(after[at : at + columns])))
            at += columns


def _shared(widths: list[int]) -> list[int]:
    """The same in all; narrow ones are wider, and what that takes comes from the others."""
    total = sum(widths)
    narrow = [width < total * _NARROW for width in widths]
    if all(narrow) or not any(narrow):
        return widths
    grown = [round(width * _WIDER) if small else 0 for width, small in zip(widths, narrow, strict=True)]
    wide = sum(width for width, small in zip(widths, narrow, strict=True) if not small)
    left = total - sum(grown)
    shared = [grown[n] if small else left * widths[n] // wide for n, small in enumerate(narrow)]
    shared[narrow.index(False)] += total - sum(shared)
    return shared
