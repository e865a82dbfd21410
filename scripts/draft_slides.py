"""Write a first draft of the template of the slides: house style and arrangement, no wording.

Usage: python scripts/draft_slides.py [--force]

The template is the source from then on: colours, letters and places are changed in PowerPoint, in the master and its four
layouts (View, Slide Master). Their names have to stay: Title, Text, Table, Pathway.
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import Any

from house_style import ACCENT, INK, MUTED, TINT
from lxml import etree
from pptx import Presentation
from pptx.util import Inches, Pt

from hsbdocs.formats.package import pack, unpack

ROOT = Path(__file__).resolve().parents[1]
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
SIDE = Pt(24)
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
NS = {"a": A, "p": "http://schemas.openxmlformats.org/presentationml/2006/main"}
#: Layouts of the library's own template by their number there, and what they are called here.
KEPT = {0: "Title", 1: "Text", 3: "Table", 5: "Pathway"}
#: Points from the left and the top, width and height.
TITLE, BODY = (24, 10, 912, 46), (24, 70, 912, 430)
PLACES = {
    "Title": {"title": (24, 60, 912, 110), "body": (24, 190, 912, 300)},
    "Text": {"title": (24, 22, 912, 60), "body": (24, 96, 912, 400)},
    "Table": {"title": (24, 14, 912, 50), "body": (24, 72, 912, 426)},
    "Pathway": {"title": (24, 8, 912, 40), "body": (24, 52, 912, 454)},
}
SIZES = {"Title": (36, 22), "Text": (32, 22), "Table": (28, 18), "Pathway": (24, 18)}
FOOT, NUMBER = (24, 508, 760, 28), (806, 508, 130, 28)


def main() -> int:
    """Write the draft; refuse to write over a template that is there, unless forced."""
    path = ROOT / "templates" / "slides.pptx"
    if path.exists() and "--force" not in sys.argv[1:]:
        print(f"{path.name} is there already: nothing written. With --force it is written over.", file=sys.stderr)
        return 1
    path.write_bytes(template())
    print(f"written: {path.relative_to(ROOT)}")
    return 0


def template() -> bytes:
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    layouts = list(deck.slide_layouts)
    for number, layout in enumerate(layouts):
        if number not in KEPT:
            deck.slide_layouts.remove(layout)
    _master(deck.slide_master)
    for number, name in KEPT.items():
        _layout(layouts[number], name)
    saved = io.BytesIO()
    deck.save(saved)
    parts = {
        name: data
        for name, data in unpack(saved.getvalue()).items()
        if not name.startswith(("docProps/thumbnail", "ppt/printerSettings"))
    }
    for name in [each for each in parts if each.endswith(".rels")]:
        parts[name] = re.sub(rb"<Relationship [^>]*(thumbnail|printerSettings)[^>]*/>", b"", parts[name])
    for name in [each for each in parts if each.startswith(("ppt/slideLayouts/", "ppt/slideMasters/"))]:
        parts[name] = parts[name].replace(b'lang="en-US"', b'lang="en-GB"')
    theme = next(name for name in parts if name.startswith("ppt/theme/theme"))
    parts[theme] = _theme(parts[theme])
    return pack(parts)


def _theme(data: bytes) -> bytes:
    """House colours, and Arial."""
    root = etree.fromstring(data)
    colours = {"dk1": INK, "lt1": "FFFFFF", "dk2": ACCENT, "lt2": TINT, "hlink": ACCENT, "folHlink": ACCENT}
    colours |= {f"accent{number}": ACCENT for number in range(1, 7)}
    for name, value in colours.items():
        slot = root.find(f".//a:clrScheme/a:{name}", NS)
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, f"{{{A}}}srgbClr", val=value)
    for font in root.iterfind(".//a:fontScheme/*/a:latin", NS):
        font.set("typeface", "Arial")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _master(master: Any) -> None:
    for shape in list(master.placeholders):
        kind = shape.placeholder_format.type
        if "DATE" in str(kind):
            shape.element.getparent().remove(shape.element)
        elif "TITLE" in str(kind):
            _put(shape, TITLE)
        elif "BODY" in str(kind):
            _put(shape, BODY)
        else:
            _foot(shape)
    styles = master.element.find("p:txStyles", NS)
    for level in styles.iterfind("p:titleStyle/a:lvl1pPr", NS):
        level.set("algn", "l")
        level.find("a:defRPr", NS).set("sz", "3200")
        level.find("a:defRPr", NS).set("b", "1")
        _colour(level.find("a:defRPr", NS), "tx2")
    for look in styles.iter(f"{{{A}}}defRPr"):
        look.set("lang", "en-GB")
    for number, level in enumerate(styles.find("p:bodyStyle", NS), 1):
        if level.tag.endswith("pPr") and number <= 9:
            level.find("a:defRPr", NS).set("sz", "2200" if number == 1 else "2000")
            before = level.find("a:spcBef", NS)
            if before is not None:
                before.clear()
                etree.SubElement(before, f"{{{A}}}spcPts", val="500")


def _layout(layout: Any, name: str) -> None:
    layout.name = name
    title, body = SIZES[name]
    wanted = {"title": title, "body": body}
    bodies = 0
    for shape in list(layout.placeholders):
        kind = str(shape.placeholder_format.type)
        if "DATE" in kind:
            shape.element.getparent().remove(shape.element)
        elif "FOOTER" in kind or "SLIDE_NUMBER" in kind:
            _foot(shape)
        elif "TITLE" in kind and "SUBTITLE" not in kind:
            _put(shape, PLACES[name]["title"])
            _size(shape, wanted["title"], anchor="b" if name == "Title" else "ctr")
        else:
            bodies += 1
            if bodies > 1:
                shape.element.getparent().remove(shape.element)
                continue
            _put(shape, PLACES[name]["body"])
            _size(shape, wanted["body"], anchor="t")
            if name == "Table":
                shape.element.find(".//p:ph", NS).set("type", "tbl")
    if not bodies:
        _add_body(layout, PLACES[name]["body"])


def _add_body(layout: Any, place: tuple[int, ...]) -> None:
    """The place of a drawing."""
    left, top, width, height = (Pt(each) for each in place)
    layout.shapes._spTree.append(
        etree.fromstring(
            f'<p:sp xmlns:p="{NS["p"]}" xmlns:a="{A}"><p:nvSpPr><p:cNvPr id="90" name="Place of the drawing"/>'
            '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm></p:spPr>'
            '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
        )
    )


def _put(shape: Any, place: tuple[int, ...]) -> None:
    shape.left, shape.top, shape.width, shape.height = (Pt(each) for each in place)


def _foot(shape: Any) -> None:
    number = "SLIDE_NUMBER" in str(shape.placeholder_format.type)
    _put(shape, NUMBER if number else FOOT)
    _size(shape, 18, anchor="ctr", align="r" if number else "l", colour=MUTED)


def _size(shape: Any, points: int, *, anchor: str, align: str = "l", colour: str = "") -> None:
    """Type, and where it stands in its place; what the library's template says of it goes."""
    body = shape.element.find("p:txBody", NS)
    frame = body.find("a:bodyPr", NS)
    for old in list(frame):
        frame.remove(old)
    frame.set("anchor", anchor)
    frame.set("lIns", "0")
    frame.set("rIns", "0")
    etree.SubElement(frame, f"{{{A}}}noAutofit")
    look = body.find("a:lstStyle", NS)
    for old in list(look):
        look.remove(old)
    level = etree.SubElement(look, f"{{{A}}}lvl1pPr", algn=align)
    bold = (
        {"b": "1"}
        if "TITLE" in str(shape.placeholder_format.type) and "SUB" not in str(shape.placeholder_format.type)
        else {}
    )
    if "SUB" in str(shape.placeholder_format.type):
        level.set("marL", "0")
        level.set("indent", "0")
        etree.SubElement(level, f"{{{A}}}buNone")
    run = etree.SubElement(level, f"{{{A}}}defRPr", sz=str(points * 100), lang="en-GB", **bold)
    if colour:
        fill = etree.SubElement(run, f"{{{A}}}solidFill")
        etree.SubElement(fill, f"{{{A}}}srgbClr", val=colour)


def _colour(run: Any, scheme: str) -> None:
    fill = run.find("a:solidFill", NS)
    if fill is not None:
        for old in list(fill):
            fill.remove(old)
        etree.SubElement(fill, f"{{{A}}}schemeClr", val=scheme)


if __name__ == "__main__":
    sys.exit(main())
