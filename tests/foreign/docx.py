"""A docx file: a zip of parts, one of them the document, which is edited as a tree."""

import io
import posixpath
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree

from tests.foreign import strict

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_PACKAGE_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def w(name: str) -> str:
    """A name of WordprocessingML as lxml writes it."""
    return f"{{{W}}}{name}"


def w14(name: str) -> str:
    """A name of Word 2010's extension as lxml writes it."""
    return f"{{{W14}}}{name}"


def mc(name: str) -> str:
    """A name of markup compatibility as lxml writes it."""
    return f"{{{MC}}}{name}"


def read(data: bytes) -> dict[str, bytes]:
    """The parts by their names in the zip, in the order of the zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist() if not name.endswith("/")}


def write(parts: Mapping[str, bytes]) -> bytes:
    """A zip as Word writes it: deflated, all entries dated 1980, the content types first."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in sorted(parts, key=lambda name: name != "[Content_Types].xml"):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, parts[name])
    return buffer.getvalue()


def find_part(parts: Mapping[str, bytes], name: str) -> str:
    """The part's name as the zip has it; part names know no case."""
    return next(found for found in parts if found.lower() == name.lower())


def main_part(parts: Mapping[str, bytes]) -> str:
    """The name in the zip of the part that holds the document."""
    relationships = etree.fromstring(parts["_rels/.rels"])
    for relationship in relationships.iter(f"{_PACKAGE_RELATIONSHIPS}Relationship"):
        if relationship.get("Type", "").endswith("/officeDocument"):
            return find_part(parts, posixpath.normpath(relationship.get("Target", "").lstrip("/")))
    raise ValueError("this file has no main document")


def as_utf8(xml: bytes) -> bytes:
    """The XML in UTF-8, whatever encoding it had."""
    if xml.startswith((b"\xff\xfe", b"\xfe\xff")):
        return serialise(etree.fromstring(xml))
    return xml


def serialise(root: etree._Element) -> bytes:
    """XML as Word writes it: one line after the declaration."""
    declaration = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    return declaration + etree.tostring(root, encoding="UTF-8", xml_declaration=False)


def document(data: bytes) -> etree._Element:
    """The document as a tree, in transitional names."""
    parts = read(data)
    return etree.fromstring(strict.to_transitional(as_utf8(parts[main_part(parts)])))


def edit(data: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """The file with its document changed; a strict file is shown in transitional names and stays strict."""
    parts = read(data)
    name = main_part(parts)
    xml = as_utf8(parts[name])
    root = etree.fromstring(strict.to_transitional(xml))
    change(root)
    changed = serialise(root)
    parts[name] = strict.to_strict(changed) if strict.is_strict(xml) else changed
    return write(parts)
