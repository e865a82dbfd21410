"""What a drawing holds: pictures and files, text boxes, and the text of shapes that are no text boxes."""

from __future__ import annotations

from hsbdocs.formats.images import Images
from hsbdocs.formats.package import Element
from hsbdocs.formats.word.alternate import choice
from hsbdocs.formats.word.names import ALTERNATE

_IMAGES = frozenset({"pic", "blip", "imagedata", "object", "OLEObject", "chart", "relIds"})
#: Letters drawn along a path, of the older kind (VML): the text is an attribute.
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_DRAWN_TEXT = frozenset(
    {
        "{http://schemas.openxmlformats.org/drawingml/2006/main}t",
        "{http://purl.oclc.org/ooxml/drawingml/main}t",
    }
)


class Drawing:
    """One drawing, looked through: ``names`` are the parts that it shows, ``boxes`` its outermost text boxes."""

    def __init__(self, element: Element, box: str, images: Images) -> None:
        self.names: dict[str, None] = {}
        self.boxes: list[Element] = []
        self.texts: list[str] = []
        self._image = False
        self._box, self._images = box, images
        open_ = [element]
        while open_:
            found = open_.pop()
            if found.tag == box:
                self.boxes.append(found)
            elif found.tag == ALTERNATE:
                open_.append(choice(found))
            else:
                self._look_at(found)
                open_ += reversed(found)

    @property
    def pictures(self) -> int:
        """How many pictures and files it shows."""
        return max(len(self.names), self._image)

    def _look_at(self, element: Element) -> None:
        self._image |= str(element.tag).rsplit("}", 1)[-1] in _IMAGES
        self.names.update(dict.fromkeys(self._images.of(element)))
        if element.tag in _DRAWN_TEXT and element.text:
            self.texts.append(element.text)
        if element.tag == _WORD_ART and element.get("string"):
            self.texts.append(element.get("string", ""))
