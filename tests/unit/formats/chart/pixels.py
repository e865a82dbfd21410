"""A PNG to its dots, by hand from the standard (W3C Portable Network Graphics, 9: filters)."""

from __future__ import annotations

import struct
import zlib


def grey_rows(data: bytes) -> list[bytes]:
    """Each row of dots from the top, a byte a dot: how light it is. For RGB and RGBA of 8 bits that hide nothing."""
    width, height, depth, kind = struct.unpack(">IIBB", data[16:26])
    assert (depth, kind in (2, 6)) == (8, True)
    step = 3 if kind == 2 else 4
    packed, at = b"", 8
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        packed += data[at + 8 : at + 8 + length] if name == b"IDAT" else b""
        at += length + 12
    raw, rows, before = zlib.decompress(packed), [], bytearray(width * step)
    for number in range(height):
        start = number * (width * step + 1)
        row = bytearray(raw[start + 1 : start + 1 + width * step])
        _unfilter(raw[start], row, before, step)
        before = row
        red, green, blue = row[0::step], row[1::step], row[2::step]
        rows.append(bytes((r * 299 + g * 587 + b * 114) // 1000 for r, g, b in zip(red, green, blue, strict=True)))
    return rows


def _unfilter(how: int, row: bytearray, above: bytearray, step: int) -> None:
    for at in range(len(row)) if how else ():
        left = row[at - step] if at >= step else 0
        up, corner = above[at], above[at - step] if at >= step else 0
        row[at] = (row[at] + (left, up, (left + up) // 2, _paeth(left, up, corner))[how - 1]) & 0xFF


def _paeth(left: int, up: int, corner: int) -> int:
    near = left + up - corner
    return min((left, up, corner), key=lambda each: abs(near - each))
