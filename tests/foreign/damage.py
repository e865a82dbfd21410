"""Damage to a returned file: one change of its structure, or a few of its bytes. Which one, the seed alone decides."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Sequence
from copy import deepcopy

from lxml import etree

from tests.foreign.tree import parent_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

#: What holds other things: rows, cells, paragraphs, controls, properties; a piece of text itself is left whole.
_WORD = (
    "tbl",
    "tr",
    "tc",
    "p",
    "sdt",
    "sdtPr",
    "sdtContent",
    "tcPr",
    "trPr",
    "pPr",
    "rPr",
    "tblGrid",
    "gridCol",
    "sectPr",
)
_EXCEL = ("row", "c", "cols", "col", "sheetData", "mergeCells", "mergeCell", "sheetViews", "dataValidations")
_WRAPPERS = ("ins", "del", "moveFrom", "moveTo", "smartTag", "customXml", "hyperlink", "sdt", "fldSimple", "madeUp")
_LOOKS = ("vanish", "strike", "dstrike", "webHidden", "specVanish", "b", "caps", "rtl")
_VALUES = ("", "0", "1", "-1", "999999999", "true", "off", "\u00e9", "A" * 300)

Root = etree._Element


def flipped(data: bytes, seed: int) -> bytes:
    """The file with one to four of its bytes changed."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        changed[chance.randrange(len(changed))] ^= chance.randint(1, 255)
    return bytes(changed)


def restructured(data: bytes, seed: int) -> bytes:
    """The file with one change to the structure of its main part, or with another part lost."""
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    main = "word/document.xml" if "word/document.xml" in parts else "xl/worksheets/sheet1.xml"
    if chance.random() < 0.04:
        del parts[chance.choice(sorted(parts))]
    else:
        root = etree.fromstring(parts[main])
        while not chance.choice(_CHANGES)(root, chance):
            pass
        parts[main] = etree.tostring(root)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _one(root: Root, chance: random.Random, names: Sequence[str] = (*_WORD, *_EXCEL)) -> Root | None:
    """Some element with one of these names: first a name that is there, so that rare ones have their turn."""
    there = [name for name in names if next(root.iter(f"{{*}}{name}"), None) is not None]
    return chance.choice(list(root.iter(f"{{*}}{chance.choice(there)}"))) if there else None


def _drop(root: Root, chance: random.Random) -> bool:
    element = _one(root, chance)
    if element is None or element.getparent() is None:
        return False
    parent_of(element).remove(element)
    return True


def _double(root: Root, chance: random.Random) -> bool:
    element = _one(root, chance)
    if element is None or element.getparent() is None:
        return False
    element.addnext(deepcopy(element))
    return True


def _swap(root: Root, chance: random.Random) -> bool:
    """Two that stand in one parent change places."""
    element = _one(root, chance)
    others = [] if element is None else [each for each in parent_of(element) if each is not element]
    if element is None or not others:
        return False
    other = chance.choice(others)
    if _is_mark(element) or _is_mark(other):
        return False  # a mark in another box is another answer
    mark = etree.Element("mark")
    element.addprevious(mark)
    other.addprevious(element)
    parent_of(mark).replace(mark, other)
    return True


def _is_mark(element: Root) -> bool:
    """True for a cell that holds no more than a mark, or nothing."""
    return str(element.tag).endswith("}tc") and len("".join(map(str, element.itertext())).strip()) < 2


def _move(root: Root, chance: random.Random) -> bool:
    """A row to another place among rows, a cell to another place in its row."""
    element = _one(root, chance, ("tr", "tc", "row"))
    if element is None:
        return False
    places = list(root.iter(str(element.tag))) if chance.random() < 0.5 else list(parent_of(element))
    if str(element.tag).endswith("}tc"):
        places = list(parent_of(element))
    place = chance.choice(places)
    if _is_mark(element) or (str(place.tag).endswith("}tc") and _is_mark(place)):
        return False
    if place is element or place in element.iterdescendants():
        return False
    place.addnext(element)
    return True


def _unwrap(root: Root, chance: random.Random) -> bool:
    element = _one(root, chance)
    if element is None or element.getparent() is None:
        return False
    for child in list(element):
        element.addprevious(child)
    parent_of(element).remove(element)
    return True


def _wrap(root: Root, chance: random.Random) -> bool:
    element = _one(root, chance, (*_WORD, "r", "t", *_EXCEL))
    if element is None or element.getparent() is None:
        return False
    space = str(element.tag).rpartition("}")[0] + "}"
    wrapper = etree.Element(f"{space}{chance.choice(_WRAPPERS)}")
    parent_of(element).replace(element, wrapper)
    wrapper.append(element)
    return True


def _value(root: Root, chance: random.Random) -> bool:
    """An attribute says something else."""
    element = chance.choice([each for each in root.iter(etree.Element) if each.attrib])
    name = chance.choice(sorted(map(str, element.attrib)))
    if name in ("r", "t") or name.endswith("}space"):
        return False  # the address of a cell and the kind of its value are its answer
    element.set(name, chance.choice(_VALUES))
    return True


def _rename(root: Root, chance: random.Random) -> bool:
    element = _one(root, chance)
    other = _one(root, chance)
    if element is None or other is None or element is root:
        return False
    element.tag = other.tag
    return True


def _look(root: Root, chance: random.Random) -> bool:
    """A piece of text is hidden, struck out, coloured like the page."""
    run = _one(root, chance, ("r",))
    if run is None or not str(run.tag).startswith(W):
        return False
    look = run.find(f"{W}rPr")
    if look is None:
        look = etree.Element(f"{W}rPr")
        run.insert(0, look)
    etree.SubElement(look, f"{W}{chance.choice(_LOOKS)}")
    return True


def _taken_out(root: Root, chance: random.Random) -> bool:
    """Tracked changes take a row, a cell or a paragraph's mark out."""
    element = _one(root, chance, ("tr", "tc", "p"))
    if element is None:
        return False
    kind = str(element.tag).rpartition("}")[2]
    holder = element.find(f"{W}{kind}Pr")
    if holder is None:
        holder = etree.Element(f"{W}{kind}Pr")
        element.insert(0, holder)
    if kind == "p":
        holder = etree.SubElement(holder, f"{W}rPr")
    etree.SubElement(holder, f"{W}{'cellDel' if kind == 'tc' else 'del'}")
    return True


_CHANGES: tuple[Callable[[Root, random.Random], bool], ...] = (
    *(_drop, _double, _swap, _move, _unwrap, _wrap),
    *(_value, _rename, _look, _taken_out),
)
