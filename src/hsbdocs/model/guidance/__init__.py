"""The guidance as content: blocks, duties, ages, contacts, links, errata, each with an id that never changes."""

from hsbdocs.model.guidance.base import LOST, SECTION, Added, AddedBy, Area, Entry, SourceRef, Verified, places_of
from hsbdocs.model.guidance.block import Block, BlockKind, ContentsEntry, Cover, NumberedSection, SourceText
from hsbdocs.model.guidance.contact import Actor, Contact, Point, PointKind, Resource
from hsbdocs.model.guidance.duty import ANYONE, AgeOf, AgeRule, Bound, Deadline, Duty, Force, Nature, Permission
from hsbdocs.model.guidance.erratum import Decision, Erratum, ErratumClass, Prints, PrintsHow
from hsbdocs.model.guidance.pathway import LeadsTo, Step, StepKind
from hsbdocs.model.guidance.quiz import QuizItem, QuizOption
from hsbdocs.model.guidance.reach import address_verified, needs_no_check, verified, ways
from hsbdocs.model.guidance.reference import (
    Footnote,
    Law,
    Link,
    LocalDocument,
    Missing,
    MissingKind,
    NamedList,
    Owner,
    Scale,
    SourceTable,
    Term,
    Tool,
)
from hsbdocs.model.guidance.says import SAYS, Says, says
from hsbdocs.model.guidance.value_names import AREA, CLASS
from hsbdocs.model.guidance.vignette import Vignette
from hsbdocs.model.guidance.whole import KINDS, Guidance

__all__ = [
    "ANYONE",
    "AREA",
    "CLASS",
    "KINDS",
    "LOST",
    "SAYS",
    "SECTION",
    "Actor",
    "Added",
    "AddedBy",
    "AgeOf",
    "AgeRule",
    "Area",
    "Block",
    "BlockKind",
    "Bound",
    "Contact",
    "ContentsEntry",
    "Cover",
    "Deadline",
    "Decision",
    "Duty",
    "Entry",
    "Erratum",
    "ErratumClass",
    "Footnote",
    "Force",
    "Guidance",
    "Law",
    "LeadsTo",
    "Link",
    "LocalDocument",
    "Missing",
    "MissingKind",
    "NamedList",
    "Nature",
    "NumberedSection",
    "Owner",
    "Permission",
    "Point",
    "PointKind",
    "Prints",
    "PrintsHow",
    "QuizItem",
    "QuizOption",
    "Resource",
    "Says",
    "Scale",
    "SourceRef",
    "SourceTable",
    "SourceText",
    "Step",
    "StepKind",
    "Term",
    "Tool",
    "Verified",
    "Vignette",
    "address_verified",
    "needs_no_check",
    "places_of",
    "says",
    "verified",
    "ways",
]
