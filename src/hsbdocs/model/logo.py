"""A picture that documents print: an agency's logo."""

from __future__ import annotations

import msgspec


class Picture(msgspec.Struct, frozen=True):
    """A PNG or JPEG: its bytes, its size in pixels, and what it says to who cannot see it."""

    data: bytes
    width: int
    height: int
    description: str

    @property
    def suffix(self) -> str:
        """``png`` or ``jpeg``, by how the file begins."""
        return "png" if self.data.startswith(b"\x89PNG") else "jpeg"
