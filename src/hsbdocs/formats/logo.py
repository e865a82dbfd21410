"""A logo for documents: a PNG or JPEG, checked, and without what programs note in it about people.

PNG: W3C Portable Network Graphics, 5.6 (chunks); JPEG: ITU-T T.81, annex B (marker segments).
"""

from __future__ import annotations

import struct

from hsbdocs.model.logo import Picture

#: A larger picture is refused: every form carries it, and what is read back keeps no larger one in mind.
LARGEST = 1_000_000
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
#: Chunks of a PNG that say how it looks: all others, such as text, times and Exif, are left out.
_LOOKS = (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sRGB", b"sBIT", b"bKGD", b"pHYs")
#: Segments of a JPEG that may name people: Exif and XMP (APP1), Photoshop's (APP13), comments.
_NOTES = (0xE1, 0xED, 0xFE)
_NO_LENGTH = (0x01, 0xD8, *range(0xD0, 0xD8))
_SCAN, _END = 0xDA, 0xD9


class NoLogo(Exception):
    """A file is no picture that can be used; the text says why and what to do."""


def logo(data: bytes, description: str) -> Picture:
    """The picture in ``data``; ``description`` is what it says to who cannot see it. Raises NoLogo."""
    if len(data) > LARGEST:
        raise NoLogo(f"is larger than {LARGEST // 1000:,} KB: save a smaller copy of the picture")
    if not data.startswith((_PNG, _JPEG)):
        raise NoLogo("is neither a PNG nor a JPEG picture: save it as one of these")
    try:
        plain = _png(data) if data.startswith(_PNG) else _jpeg(data)
        width, height = _size(plain)
    except Exception as error:  # a library meets bytes that nobody vouches for
        raise NoLogo("is a picture that cannot be read: save it again in another program") from error
    if not (0 < width <= 20_000 and 0 < height <= 20_000):
        raise NoLogo("has no size that can be printed: save it again in another program")
    return Picture(plain, width, height, description)


def _size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    from docx.image.image import Image

    image = Image.from_blob(data)
    return image.px_width, image.px_height


def _png(data: bytes) -> bytes:
    kept, at = [_PNG], len(_PNG)
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + length + 12
        if end > len(data):
            raise ValueError("a chunk is cut off")
        if name in _LOOKS:
            kept.append(data[at:end])
        if name == b"IEND":
            return b"".join(kept)
        at = end
    raise ValueError("has no end")


def _jpeg(data: bytes) -> bytes:
    kept, at = [data[:2]], 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill bytes
            at += 1
            continue
        if marker == _SCAN:
            return b"".join([*kept, data[at:]])
        length = 0 if marker in _NO_LENGTH else struct.unpack_from(">H", data, at + 2)[0]
        end = at + 2 + length
        if end > len(data) or marker == _END:
            break
        if marker not in _NOTES:
            kept.append(data[at:end])
        at = end
    raise ValueError("has no picture in it")
