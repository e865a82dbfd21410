"""Pictures and files inside the package: which of them something shows, and what each is known by.

They are counted apart from the walk: what no place of the document accounts for is told too. None is ever decoded.
"""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.formats.package import Element, Package, Relationship
from hsbdocs.model.location import Where
from hsbdocs.model.transcript import Picture

_ENDINGS = frozenset(
    ["png", "jpg", "jpeg", "jpe", "jfif", "gif", "bmp", "dib", "tif", "tiff", "emf", "wmf", "emz", "wmz", "svg", "webp",
     "ico", "heic", "avif", "pict", "pct"]
)  # fmt: skip
_RELATIONSHIPS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_FOLDERS = ("/media/", "/embeddings/")
_MINIATURE = "thumbnail"


class Images:
    """The pictures and files of a package; ``enter`` names the part that is walked."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._related: dict[str, Relationship] = {}
        self._shown: set[str] = set()
        self._reached: set[str] = set()

    def enter(self, part: str) -> None:
        """Ids of relationships are those of this part from now on."""
        self._related = {each.id: each for each in self._package.relationships(part) if not each.external}

    def of(self, element: Element) -> list[str]:
        """The names of the pictures and files that an element refers to; they are shown from now on."""
        names: list[str] = []
        for attribute, value in element.attrib.items():
            related = self._related.get(str(value))
            if related is not None and (str(attribute).startswith(_RELATIONSHIPS) or str(attribute).endswith("relid")):
                names += self._reach(related)
        return names

    def reach(self, part: str) -> list[str]:
        """The names of the pictures and files that a part shows, itself or by parts that it refers to."""
        inner = (each for each in self._package.relationships(part) if not each.external)
        return [name for each in inner for name in self._reach(each)]

    def _reach(self, related: Relationship) -> list[str]:
        """A picture; or the pictures of a part, such as a chart, that is shown."""
        name = related.target.lower()
        if _is_picture(name, related.kind):
            self._shown.add(name)
            return [name]
        if name in self._reached:
            return []
        self._reached.add(name)
        return self.reach(related.target)

    def hashes(self, names: Iterable[str]) -> tuple[str, ...]:
        """What the parts are known by, those that are too large to be looked at left out."""
        return tuple(filter(None, (self._package.fingerprint(name) for name in names)))

    def left(self, main: Element) -> list[Picture]:
        """The pictures and files that the walk did not meet; ``main`` is the root of the document's part."""
        known = {each.target.lower() for each in self._package.relationships() if each.kind == _MINIATURE}
        names = [n for n in self._package.names if _is_picture(n, "") and n not in self._shown | known]
        named = {each.target.lower(): each.id for each in self._related.values()} if names else {}
        return [self._left(name, named.get(name), main) for name in names]

    def _left(self, name: str, identity: str | None, main: Element) -> Picture:
        """One that was not met: where the document refers to it after all, a program may show it."""
        at = [each for each in main.iter("*") if identity in each.attrib.values()] if identity else []
        background = any(str(around.tag).endswith("}background") for each in at for around in each.iterancestors())
        place = Where.BACKGROUND if background else Where.SOMEWHERE if at else Where.NOWHERE
        return Picture(place, next(iter(self.hashes([name])), ""), bool(at))


def _is_picture(name: str, kind: str) -> bool:
    """True for a part that holds a picture, a film or a file: by its relationship, its folder or its ending."""
    return kind == "image" or any(folder in name for folder in _FOLDERS) or name.rpartition(".")[2] in _ENDINGS
