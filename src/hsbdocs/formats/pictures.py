"""Pictures of a package by the hash of their bytes: a logo that a blank prints is known again by it.

Only small ones are unpacked, and not many: a photograph is never looked at.
"""

from __future__ import annotations

from collections.abc import Sequence

from hsbdocs.formats.package import Damaged, Package, TooLarge
from hsbdocs.model.printed import picture_hash

#: The largest picture that is unpacked, and the most of all of them, in bytes.
LARGEST_PICTURE = 2**20
_LARGEST_TOGETHER = 4 * LARGEST_PICTURE


class Pictures:
    """The pictures of one package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._found: dict[str, str] = {}
        self._left = _LARGEST_TOGETHER

    def hash(self, part: str, relationships: Sequence[str]) -> str:
        """The hash of the pictures that a drawing in ``part`` shows; empty where one of them cannot be told.

        Usually it is one. A picture that has a second form, as a drawing in lines has, is known by both.
        """
        targets = {each.id: each.target for each in self._package.relationships(part) if not each.external}
        found = [self._of(targets.get(name, "")) for name in dict.fromkeys(relationships)]
        if not found or not all(found):
            return ""
        return found[0] if len(found) == 1 else picture_hash("".join(found).encode())

    def _of(self, target: str) -> str:
        if target not in self._found:
            self._found[target] = self._read(target)
        return self._found[target]

    def _read(self, target: str) -> str:
        size = self._package.size(target)
        if not 0 < size <= min(LARGEST_PICTURE, self._left):
            return ""
        self._left -= size
        try:
            return picture_hash(self._package.read(target))
        except (Damaged, TooLarge):
            return ""
