"""The two families of names of OOXML: transitional, as Word writes by default, and ISO 29500 strict."""

# Longer names stand before their own beginnings.
_PAIRS = (
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
        b"http://purl.oclc.org/ooxml/officeDocument/customProperties",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
        b"http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
        b"http://purl.oclc.org/ooxml/officeDocument/math",
    ),
    (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
    (
        b"http://schemas.openxmlformats.org/drawingml/2006/",
        b"http://purl.oclc.org/ooxml/drawingml/",
    ),
)


def to_strict(xml: bytes) -> bytes:
    """The XML, in UTF-8, with the strict names."""
    for transitional, strict in _PAIRS:
        xml = xml.replace(transitional, strict)
    return xml


def to_transitional(xml: bytes) -> bytes:
    """The XML, in UTF-8, with the transitional names."""
    for transitional, strict in _PAIRS:
        xml = xml.replace(strict, transitional)
    return xml


def is_strict(xml: bytes) -> bool:
    """Whether the XML, in UTF-8, uses the strict names."""
    return b"http://purl.oclc.org/ooxml/" in xml
