"""The parts of a package beside the document: styles, numbering and building blocks, each parsed when asked for."""

from __future__ import annotations

from hsbdocs.formats.package import Element, Package
from hsbdocs.model.patterns import STORE


class Parts:
    """What the main part refers to. Raises Damaged and TooLarge where such a part is asked for and cannot be read."""

    def __init__(self, package: Package, main: str) -> None:
        self._package, self._main = package, main

    def styles(self) -> Element | None:
        """The root of the styles."""
        return self._related("styles")

    def numbering(self) -> Element | None:
        """The root of the definitions of lists."""
        return self._related("numbering")

    def blocks(self) -> Element | None:
        """The root of the part with the building blocks."""
        return self._related("glossaryDocument")

    def stores(self) -> dict[str, Element]:
        """The roots of the parts that controls may be bound to, by their ids in small letters."""
        found: dict[str, Element] = {}
        for name in sorted(self._package.names):
            if STORE.fullmatch(name):
                for properties in self._package.relationships(name):
                    if properties.kind == "customXmlProps" and properties.target in self._package:
                        item = self._package.xml(properties.target)
                        found |= {str(value).lower(): self._package.xml(name) for value in item.values()}
        return found

    def _related(self, kind: str) -> Element | None:
        related = self._package.relationships(self._main)
        target = next((r.target for r in related if r.kind == kind and not r.external), None)
        return self._package.xml(target) if target is not None and target in self._package else None
