"""A built document with one fault planted in it, to see that a check finds it."""

from __future__ import annotations

from tests.documents.editions import built
from tests.unit.formats.wordfile import unzipped, zipped


def planted(document: str, part: str, old: bytes, new: bytes) -> bytes:
    """The reader's copy of a document, with the first of ``old`` in one of its parts made ``new``."""
    name = f"word/{part}.xml"
    parts = unzipped(built("reader")[document])
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new, 1)
    return zipped(parts)
