"""Compound files written by hand from [MS-CFB], version 3: one FAT sector, one directory, empty streams."""

import struct

_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def _entry(name: str, kind: int, *, left: int, right: int, child: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    assert len(encoded) <= 64
    head = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1)
    tail = struct.pack("<III", left, right, child) + bytes(16 + 4 + 16)
    return head + tail + struct.pack("<IQ", _END, 0)


def compound_file(*streams: str) -> bytes:
    """A sound compound file that holds these streams, all of them empty (three at most)."""
    assert len(streams) <= 3
    # MS-CFB orders siblings by length and then by letters; a chain to the right is a valid tree.
    ordered = sorted(streams, key=lambda name: (len(name), name.upper()))
    entries = [_entry("Root Entry", 5, left=_FREE, right=_FREE, child=1 if ordered else _FREE)]
    for number, name in enumerate(ordered, 1):
        entries.append(_entry(name, 2, left=_FREE, right=number + 1 if number < len(ordered) else _FREE, child=_FREE))
    directory = b"".join(entries).ljust(512, b"\0")
    fat = struct.pack("<II", _FAT, _END) + struct.pack("<I", _FREE) * 126
    header = (
        bytes.fromhex("d0cf11e0a1b11ae1")
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
        + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
        + struct.pack("<I", 0)
        + struct.pack("<I", _FREE) * 108
    )
    assert len(header) == 512
    return header + fat + directory
