"""Small pictures written by the standards, some with a name in them that nobody wants in a form."""

from __future__ import annotations

import base64
import struct
import zlib

#: What must never come through.
NAME = b"Jane Doe-Example"

#: 40 by 16 pixels, saved by Pillow with Exif (artist) and a comment that both hold ``NAME``.
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/4QBARXhpZgAATU0AKgAAAAgAAgE7AAIAAAARAAAAJpydAAEAAAABeAAAAAAAAABKYW5lIERvZS1FeGFtcGxl"
    "AAD//gAabWFkZSBieSBKYW5lIERvZS1FeGFtcGxl/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OFBtUVdf"
    "YmdoZz5NcXlwZHhcZWdj/9sAQwEREhIYFRgvGhovY0I4QmNjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj"
    "/8AAEQgAEAAoAwEiAAIRAQMRAf/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFB"
    "BhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeI"
    "iYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/EAB8BAAMBAQEBAQEBAQEA"
    "AAAAAAABAgMEBQYHCAkKC//EALURAAIBAgQEAwQHBQQEAAECdwABAgMRBAUhMQYSQVEHYXETIjKBCBRCkaGxwQkjM1LwFWJy0QoWJDThJfEXGBka"
    "JicoKSo1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5eoKDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXG"
    "x8jJytLT1NXW19jZ2uLj5OXm5+jp6vLz9PX29/j5+v/aAAwDAQACEQMRAD8A5+iiiuo4wooooAKKKKAP/9k="
)


def png(width: int = 40, height: int = 16, *, shade: int = 90, noted: bool = True) -> bytes:
    """A grey PNG (W3C PNG 11.2); ``noted``: with ``NAME`` in a text chunk and in Exif."""
    rows = b"".join(b"\0" + bytes([shade]) * width for _ in range(height))
    notes = [_chunk(b"tEXt", b"Author\0" + NAME), _chunk(b"eXIf", b"MM\0*" + NAME)] if noted else []
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">IIB", 11811, 11811, 1)),
            *notes,
            _chunk(b"IDAT", zlib.compress(rows, 9)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
