"""Document properties of a package: core (ECMA-376 part 2, 11) and custom (part 1, 22.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from lxml import etree

from hsbdocs.formats.package import Damaged, Package, TooLarge, add_part, pack, serialise, unpack

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_NAMESPACES: dict[Any, str] = {None: _CUSTOM, "vt": _VARIANT}
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

#: Word wants a time of creation; ours is fixed, so that the same content gives the same bytes on any day.
_FIXED_TIME = "2023-06-01T00:00:00Z"


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """What a document says of itself in its properties; ``custom`` are those of our own."""

    title: str
    creator: str
    language: str
    custom: dict[str, str]


def identify(parts: dict[str, bytes], identity: Identity) -> None:
    """Write core and custom properties of a package."""
    set_core(parts, title=identity.title, creator=identity.creator, language=identity.language)
    set_custom(parts, identity.custom)


def set_core(parts: dict[str, bytes], *, title: str, creator: str, language: str) -> None:
    """Write the core properties of a package: title, creator and language, with fixed times."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    for name, text in (("title", title), ("creator", creator), ("language", language)):
        etree.SubElement(root, f"{{{_DC}}}{name}").text = text
    for name in ("created", "modified"):
        element = etree.SubElement(root, f"{{{_TERMS}}}{name}")
        element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        element.text = _FIXED_TIME
    add_part(
        parts,
        "docProps/core.xml",
        serialise(root),
        "application/vnd.openxmlformats-package.core-properties+xml",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    )


def set_custom(parts: dict[str, bytes], values: Mapping[str, str]) -> None:
    """Write custom properties, all of them text."""
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap=_CUSTOM_NAMESPACES)
    for number, (name, value) in enumerate(values.items(), 2):
        element = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT_ID, pid=str(number), name=name)
        etree.SubElement(element, f"{{{_VARIANT}}}lpwstr").text = value
    add_part(
        parts,
        "docProps/custom.xml",
        serialise(root),
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
    )


def with_custom(data: bytes, values: Mapping[str, str]) -> bytes:
    """A package of our own making with more custom properties."""
    parts = unpack(data)
    set_custom(parts, {**read_custom(Package(data)), **values})
    return pack(parts)


def read_custom(package: Package) -> dict[str, str]:
    """The custom properties of a package as text; none where there are none or they cannot be read."""
    for relationship in package.relationships():
        if relationship.kind.lower() == "custom-properties" or relationship.kind == "customProperties":
            try:
                root = package.xml(relationship.target)
            except (Damaged, TooLarge):
                return {}
            texts = ((element.get("name", ""), "".join(str(text) for text in element.itertext())) for element in root)
            return {name: text.strip() for name, text in texts}
    return {}


def people_in(package: Package) -> tuple[str, ...]:
    """Who the core properties say made the file and saved it last, as far as they say it.

    A document that ``build`` made carries its publisher as creator and keeps it, so there only who saved it counts.
    Properties that cannot be read name nobody.
    """
    elements = [f"{{{_CORE}}}lastModifiedBy"]
    if not any(name.startswith("hsbdocs.") for name in read_custom(package)):
        elements.append(f"{{{_DC}}}creator")
    for relationship in package.relationships():
        if relationship.kind in ("core-properties", "coreProperties"):
            try:
                root = package.xml(relationship.target)
            except (Damaged, TooLarge):
                return ()
            names = ((root.findtext(element) or "").strip() for element in elements)
            return tuple(name for name in names if name)
    return ()
