"""Widths of the columns of a table that has as many as its list: no template can give them beforehand."""

from __future__ import annotations

from lxml import etree

from hsbdocs.formats.word.controls import W


def share_widths(root: etree._Element) -> bool:
    """Cells of the width ``auto`` share what the others leave of their table's width; whether there was one.

    The grid is made anew from the first row: in a table of the layout ``fixed`` Word takes the cells' widths,
    LibreOffice the grid's (ECMA-376 part 1, 17.4.52 and 17.18.87).
    """
    found = False
    for table in root.iter(f"{{{W}}}tbl"):
        rows = [list(row.iter(f"{{{W}}}tcW")) for row in table.iter(f"{{{W}}}tr")]
        if rows and any(map(_is_auto, rows[0])):
            found = True
            _share(table, rows)
    return found


def _share(table: etree._Element, rows: list[list[etree._Element]]) -> None:
    total = int(table.find(f"{{{W}}}tblPr/{{{W}}}tblW").get(f"{{{W}}}w"))  # type: ignore[union-attr,arg-type]
    for row in rows:
        auto = [width for width in row if _is_auto(width)]
        left = total - sum(_of(width) for width in row if not _is_auto(width))
        for number, width in enumerate(auto):
            width.set(f"{{{W}}}w", str(left // len(auto) + (left % len(auto) if number == 0 else 0)))
            width.set(f"{{{W}}}type", "dxa")
    grid = table.find(f"{{{W}}}tblGrid")
    if grid is not None:
        grid[:] = [etree.Element(f"{{{W}}}gridCol", {f"{{{W}}}w": str(_of(width))}) for width in rows[0]]


def _is_auto(width: etree._Element) -> bool:
    return width.get(f"{{{W}}}type") == "auto"


def _of(width: etree._Element) -> int:
    return int(width.get(f"{{{W}}}w", "0"))
