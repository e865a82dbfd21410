"""The names of the elements that the reader knows, in the transitional or the strict namespace."""

from __future__ import annotations

from hsbdocs.formats.package import Element

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE, CHOICE, FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"
MATHS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)

#: What stands around runs and says nothing itself.
_WRAPS = ("ins", "moveTo", "smartTag", "fldSimple", "hyperlink", "customXml", "dir", "bdo", "sdtContent")
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def first(parent: Element, tag: str) -> Element | None:
    """The first child with this tag, looked for where properties stand: in front. ``find`` takes far longer."""
    try:
        child = parent[0]
    except IndexError:
        return None
    return child if child.tag == tag else next(parent.iterchildren(tag), None)


class Names:
    """Qualified names; ``w`` is the prefix of them all."""

    def __init__(self, namespace: str) -> None:
        w = self.w = f"{{{namespace}}}"
        self.val = f"{w}val"
        self.p, self.r, self.t, self.ppr, self.rpr = f"{w}p", f"{w}r", f"{w}t", f"{w}pPr", f"{w}rPr"
        self.tbl, self.tr, self.tc = f"{w}tbl", f"{w}tr", f"{w}tc"
        self.sdt, self.sdt_properties, self.sdt_content = f"{w}sdt", f"{w}sdtPr", f"{w}sdtContent"
        self.deleted, self.deleted_text, self.moved_away = f"{w}del", f"{w}delText", f"{w}moveFrom"
        self.moved_here = f"{w}moveTo"
        self.inserted = frozenset({f"{w}ins", self.moved_here})
        self.wraps = frozenset(f"{w}{name}" for name in _WRAPS)
        self.breaks = {f"{w}{name}": text for name, text in _BREAKS.items()}
        self.pictures = (f"{w}drawing", f"{w}pict", f"{w}object")
        self.box = f"{w}txbxContent"
        self.embedded = frozenset({f"{w}altChunk", f"{w}subDoc"})
        self.instruction, self.field_kind = f"{w}instr", f"{w}fldCharType"
        self.opened = frozenset({self.sdt, ALTERNATE, *self.wraps})
