"""The last touches to a workbook, in its XML: what the library that wrote it cannot be asked for."""

from __future__ import annotations

from hsbdocs.formats.package import pack, parse_xml, serialise, unpack
from hsbdocs.formats.properties import Identity, identify

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def finish(data: bytes, identity: Identity) -> bytes:
    """Properties, and heights of rows that are not fixed; the bytes depend on the contents alone.

    A height is given without ``customHeight``: programs that do not measure rows for themselves show the whole text,
    and the others may still let a row grow while somebody writes in it (ECMA-376 part 1, 18.3.1.73).
    """
    parts = unpack(data)
    for name in (name for name in parts if name.startswith("xl/worksheets/sheet")):
        root = parse_xml(parts[name])
        for row in root.iter(f"{_MAIN}row"):
            row.attrib.pop("customHeight", "")
        parts[name] = serialise(root)
    identify(parts, identity)
    return pack(parts)
