"""A picture in a line of a Word template, such as a logo: its drawing, and the part that holds its bytes.

ECMA-376 part 1, 20.4.2.8 (inline) and 20.2.2.5 (pic). An SVG beside a PNG stands in an extension of the blip (svgBlip
in MS-ODRAWXML): programs that do not know it show the PNG. Names and ids come from the picture's bytes: the same
picture gives the same document.
"""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator
from typing import Any

import msgspec
from lxml import etree

from hsbdocs.formats.package import parse_xml, serialise
from hsbdocs.formats.word.controls import W

#: As high as a picture is, unless that makes it wider than this; in millimetres.
HEIGHT, WIDEST = 18.0, 60.0
_EMU = 36_000

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PACKAGE: dict[Any, str] = {None: _RELS}
_NAMES = {"wp": _WP, "a": _A, "pic": _PIC, "r": _R}
_ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_OF_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_PNG = b"\x89PNG"
_TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


class _File(msgspec.Struct, frozen=True):
    """Bytes of a picture, and the ending that says what they are."""

    data: bytes
    suffix: str

    @property
    def key(self) -> str:
        """The id of its relationship, and the name of its part."""
        return f"hsbdocs{zlib.crc32(self.data):08X}"

    @property
    def part(self) -> str:
        """Where its bytes lie."""
        return f"word/media/{self.key}.{self.suffix}"


class InlinePicture(msgspec.Struct, frozen=True):
    """A PNG or JPEG of ``width`` to ``height`` pixels; ``description`` is read out to who cannot see it.

    It is as large as it can be ``within`` a width and a height in millimetres. ``svg`` is the same picture as SVG, for
    programs that draw it. ``{{r … }}`` puts it into a template, ``{%p if … %}`` asks whether there is one.
    """

    data: bytes
    width: int
    height: int
    description: str
    within: tuple[float, float] = (WIDEST, HEIGHT)
    svg: bytes = b""

    def __bool__(self) -> bool:
        """Whether there is a picture."""
        return bool(self.data)

    def __html__(self) -> str:
        """The run that holds the drawing; nothing where there is no picture."""
        if not self.data:
            return ""
        run = f'<w:r xmlns:w="{W}"><w:drawing>{self._inline()}</w:drawing></w:r>'
        return run.replace(f' xmlns:w="{W}"', "", 1)

    @property
    def key(self) -> str:
        """The id of its relationship, and the name of its part."""
        return self.files[0].key

    @property
    def files(self) -> tuple[_File, ...]:
        """What lies in the package: the picture, and its SVG where there is one."""
        picture = _File(self.data, "png" if self.data.startswith(_PNG) else "jpeg")
        return (picture, _File(self.svg, "svg")) if self.svg else (picture,)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres, in proportion."""
        widest, highest = self.within
        scale = min(highest / self.height, widest / self.width)
        return self.width * scale, self.height * scale

    def _inline(self) -> str:
        identity = (zlib.crc32(self.data) & 0x7FFFFFFF) or 1
        extent = {name: str(round(side * _EMU)) for name, side in zip(("cx", "cy"), self.size, strict=True)}
        named = {"id": str(identity), "name": self.key, "descr": self.description}
        inline = etree.Element(f"{{{_WP}}}inline", dict.fromkeys(("distT", "distB", "distL", "distR"), "0"), _NAMES)
        etree.SubElement(inline, f"{{{_WP}}}extent", extent)
        etree.SubElement(inline, f"{{{_WP}}}docPr", named)
        frame = etree.SubElement(inline, f"{{{_WP}}}cNvGraphicFramePr")
        etree.SubElement(frame, f"{{{_A}}}graphicFrameLocks", noChangeAspect="1")
        graphic = etree.SubElement(etree.SubElement(inline, f"{{{_A}}}graphic"), f"{{{_A}}}graphicData", uri=_PIC)
        picture = etree.SubElement(graphic, f"{{{_PIC}}}pic")
        about = etree.SubElement(picture, f"{{{_PIC}}}nvPicPr")
        etree.SubElement(about, f"{{{_PIC}}}cNvPr", named)
        etree.SubElement(about, f"{{{_PIC}}}cNvPicPr")
        fill = etree.SubElement(picture, f"{{{_PIC}}}blipFill")
        blip = etree.SubElement(fill, f"{{{_A}}}blip", {f"{{{_R}}}embed": self.key})
        for other in self.files[1:]:
            extension = etree.SubElement(etree.SubElement(blip, f"{{{_A}}}extLst"), f"{{{_A}}}ext", uri=_OF_SVG)
            drawn = {f"{{{_R}}}embed": other.key}
            etree.SubElement(extension, f"{{{_ASVG}}}svgBlip", drawn, {"asvg": _ASVG})
        etree.SubElement(etree.SubElement(fill, f"{{{_A}}}stretch"), f"{{{_A}}}fillRect")
        look = etree.SubElement(picture, f"{{{_PIC}}}spPr")
        place = etree.SubElement(look, f"{{{_A}}}xfrm")
        etree.SubElement(place, f"{{{_A}}}off", x="0", y="0")
        etree.SubElement(place, f"{{{_A}}}ext", extent)
        shape = etree.SubElement(look, f"{{{_A}}}prstGeom", prst="rect")
        etree.SubElement(shape, f"{{{_A}}}avLst")
        return etree.tostring(inline, encoding="unicode")


#: Where there is none.
NO_PICTURE = InlinePicture(b"", 0, 0, "")


def embed_pictures(parts: dict[str, bytes], view: object) -> None:
    """Put the bytes of each picture of a view into the package of the document that was made of it."""
    for picture in dict.fromkeys(_pictures(view)):
        drawn = f'"{picture.key}"'.encode()
        holders = [name for name in parts if name.startswith("word/") and drawn in parts[name]]
        for holder in holders:
            for file in picture.files:
                parts[file.part] = file.data
                _declare(parts, file)
                _relate(parts, holder, file)


def _pictures(value: object) -> Iterator[InlinePicture]:
    """Every picture that a view holds."""
    if isinstance(value, InlinePicture):
        yield from (value,) if value else ()
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _pictures(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _pictures(each)


def _declare(parts: dict[str, bytes], file: _File) -> None:
    """The content type of files with its ending."""
    types = parse_xml(parts["[Content_Types].xml"])
    if not any(element.get("Extension", "").lower() == file.suffix for element in types):
        namespace = types.tag.rsplit("}", 1)[0] + "}"
        default = etree.Element(f"{namespace}Default", Extension=file.suffix, ContentType=_TYPES[file.suffix])
        types.insert(0, default)
        parts["[Content_Types].xml"] = serialise(types)


def _relate(parts: dict[str, bytes], holder: str, file: _File) -> None:
    """The relationship from the part that shows it."""
    folder, name = posixpath.split(holder)
    rels = f"{folder}/_rels/{name}.rels"
    root = parse_xml(parts[rels]) if rels in parts else etree.Element(f"{{{_RELS}}}Relationships", nsmap=_PACKAGE)
    target = f"media/{posixpath.basename(file.part)}"
    etree.SubElement(root, f"{{{_RELS}}}Relationship", Id=file.key, Type=f"{_R}/image", Target=target)
    parts[rels] = serialise(root)
