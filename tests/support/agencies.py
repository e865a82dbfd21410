"""An agency that does not exist, with everything that an agency file can set."""

from __future__ import annotations

import struct
import zlib

from hsbdocs.model.agency import Agency
from hsbdocs.model.logo import Picture


def png(width: int, height: int, grey: int) -> bytes:
    """A picture of one grey, as a PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes([grey]) * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


LOGO = Picture(png(300, 120, 90), 300, 120, "Logo of Exampleshire Health Trust")
AGENCY = Agency(
    id="exampleshire",
    name="Exampleshire Health Trust",
    logo=LOGO,
    return_to=("Safeguarding Team", "1 Example Street", "Exampletown", "safeguarding@exampleshire.example"),
    lines=("Our safeguarding lead: 01632 960123", "Out of hours: 01632 960456"),
)
