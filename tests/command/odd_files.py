"""Files that are no forms, made by hand: damaged, encrypted, of other kinds, too large."""

from __future__ import annotations

import io
import struct
import zipfile
from functools import cache

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument"

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489") + b"\0" * 40


def _zip(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def _package(main: str, content_type: str, data: bytes) -> dict[str, bytes]:
    types = (
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{main}" ContentType="{content_type}"/></Types>'
    )
    rels = (
        f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="{main}"/>'
        "</Relationships>"
    )
    return {"[Content_Types].xml": types.encode(), "_rels/.rels": rels.encode(), main: data}


def word(body: str, *, broken: bool = False, doctype: bool = False) -> bytes:
    """A Word file with this body; ``broken``: its XML does not end; ``doctype``: it declares an entity."""
    start = '<!DOCTYPE d [<!ENTITY e "x">]>' if doctype else ""
    end = "" if broken else "</w:body></w:document>"
    data = f'{start}<w:document xmlns:w="{_W}"><w:body>{body}{end}'.encode()
    return _zip(_package("word/document.xml", f"{_MAIN}.wordprocessingml.document.main+xml", data))


def other_office(kind: str) -> bytes:
    """A workbook or an OpenDocument text."""
    if kind == "xlsx":
        return _zip(_package("xl/workbook.xml", f"{_MAIN}.spreadsheetml.sheet.main+xml", b"<workbook/>"))
    return _zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"})


def empty_zip() -> bytes:
    """An archive with one text in it."""
    return _zip({"readme.txt": b"hello"})


@cache
def zip_bomb() -> bytes:
    """A Word file whose body unpacks to more than 200 MB."""
    buffer = io.BytesIO()
    parts = _package("word/document.xml", f"{_MAIN}.wordprocessingml.document.main+xml", b"")
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            if name != "word/document.xml":
                package.writestr(name, data)
        with package.open("word/document.xml", "w", force_zip64=True) as stream:
            for _ in range(201):
                stream.write(b" " * (1024 * 1024))
    return buffer.getvalue()


def many_parts() -> bytes:
    """A Word file of very many parts."""
    parts = _package("word/document.xml", f"{_MAIN}.wordprocessingml.document.main+xml", b"<d/>")
    return _zip({**parts, **{f"p/{number}": b"" for number in range(5001)}})


def ole(*streams: str) -> bytes:
    """A compound file ([MS-CFB]) with these empty streams: an encrypted or an old Office file to look at."""
    free, end, fat_sector, none = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
    names = ["Root Entry", *streams, "", ""][:4]
    header = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    fat = struct.pack("<128I", fat_sector, end, *[free] * 126)
    directory = b""
    for number, name in enumerate(names):
        raw = name.encode("utf-16-le")
        kind = 5 if number == 0 else 2 if name else 0
        size = len(raw) + 2 if name else 0
        right = number + 1 if 0 < number < len(streams) else none
        child = 1 if number == 0 else none
        entry = raw.ljust(64, b"\0") + struct.pack("<HBBIII", size, kind, 1, none, right, child)
        directory += entry + b"\0" * 16 + struct.pack("<IQQIQ", 0, 0, 0, end, 0)
    assert (len(header), len(fat), len(directory)) == (512, 512, 512)
    return header + fat + directory
