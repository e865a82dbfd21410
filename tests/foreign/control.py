"""A content control in a document: `w:sdt` and what stands in it."""

import copy
from dataclasses import dataclass

from lxml import etree

from tests.foreign.docx import w, w14
from tests.foreign.tree import replace


@dataclass(frozen=True)
class Control:
    """One control that stands among the runs of a paragraph."""

    element: etree._Element

    @property
    def tag(self) -> str | None:
        tag = self.element.find(f"{w('sdtPr')}/{w('tag')}")
        return None if tag is None else tag.get(w("val"))

    @property
    def settings(self) -> etree._Element:
        return _the_one(self.element, w("sdtPr"))

    @property
    def content(self) -> etree._Element:
        return _the_one(self.element, w("sdtContent"))

    @property
    def paragraph(self) -> etree._Element:
        """The paragraph around the control."""
        return next(self.element.iterancestors(w("p")))

    @property
    def date(self) -> etree._Element | None:
        """`w:date`, where this is a date control."""
        return self.settings.find(w("date"))

    @property
    def tick_box(self) -> etree._Element | None:
        """`w14:checkbox`, where this is a tick box."""
        return self.settings.find(w14("checkbox"))

    @property
    def shows_placeholder(self) -> bool:
        return self.settings.find(w("showingPlcHdr")) is not None

    @property
    def text(self) -> str:
        return "".join(text.text or "" for text in self.content.iter(w("t")))

    @property
    def is_alone(self) -> bool:
        """Whether nothing else stands in its paragraph."""
        parent = self.element.getparent()
        return parent is self.paragraph and all(child.tag == w("pPr") or child is self.element for child in parent)

    @property
    def run_properties(self) -> etree._Element | None:
        """How the first run in it looks."""
        return self.content.find(f".//{w('r')}/{w('rPr')}")

    def typed_properties(self) -> etree._Element | None:
        """How typed text looks: as the placeholder did, without the placeholder's style, whatever its name."""
        properties = copy.deepcopy(self.run_properties)
        if properties is not None and self.shows_placeholder:
            for style in properties.findall(w("rStyle")):
                properties.remove(style)
        return None if properties is None or len(properties) == 0 else properties

    def clear_flag(self) -> None:
        """Says that the control no longer shows its placeholder."""
        for flag in self.settings.findall(w("showingPlcHdr")):
            self.settings.remove(flag)

    def put(self, *elements: etree._Element) -> None:
        """Replaces all that stands in the control."""
        self.content[:] = list(elements)

    def give_way_to(self, *elements: etree._Element) -> None:
        """Takes the control away and puts other elements in its place."""
        replace(self.element, *elements)


def controls(root: etree._Element) -> list[Control]:
    """All controls, in document order."""
    return [Control(element) for element in root.iter(w("sdt"))]


def placeholders(root: etree._Element) -> dict[str, str]:
    """The placeholder of each tagged control that still shows it."""
    return {c.tag: c.text for c in controls(root) if c.tag is not None and c.shows_placeholder}


def _the_one(parent: etree._Element, name: str) -> etree._Element:
    found = parent.find(name)
    if found is None:
        raise ValueError(f"{parent.tag} without {name}")
    return found
