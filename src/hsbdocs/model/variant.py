"""In which copy and edition a document is made, apart from its content."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hsbdocs.model.agency import Agency
from hsbdocs.model.guidance import Area


class EditionOf(StrEnum):
    """For whom an edition is: both areas together, or one of them."""

    JOINT = "joint"
    KENT = "kent"
    MEDWAY = "medway"


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """In which copy a document is made.

    ``marked``: the copy for those who decide, with the numbers, readings and options of what is in doubt. Without it
    the copy is a reader's: one small sign at what is in doubt, and a sentence each at the end. ``area`` is kent or
    medway, none in the joint edition; ``agency`` is the one that a pack is for; ``large_print`` is 18 point type.
    """

    marked: bool = False
    area: Area | None = None
    agency: Agency | None = None
    large_print: bool = False

    @property
    def edition(self) -> EditionOf:
        """Which of the editions of a document this is."""
        return EditionOf.JOINT if self.area is None else EditionOf(self.area.value)


#: A reader's copy of the joint edition.
READER = Variant()
#: A reader's copy of each edition.
STANDARD = (READER, *(Variant(area=Area(name)) for name in ("kent", "medway")))
