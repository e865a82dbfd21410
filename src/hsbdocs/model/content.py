"""The single source: what an edition of the content holds besides its forms."""

from __future__ import annotations

from typing import Annotated

import msgspec

from hsbdocs.model.doubt import DoubtWords
from hsbdocs.model.finding import CatalogueEntry
from hsbdocs.model.form import Form
from hsbdocs.model.handout import HandoutFrame, HandoutPart, NumberLines
from hsbdocs.model.location import PlaceWords
from hsbdocs.model.names import NameList, NoteFrame
from hsbdocs.model.pathway_words import PathwayWords
from hsbdocs.model.report import ReportWords
from hsbdocs.model.slides import Slide
from hsbdocs.model.state import Reviewed, SignedOff
from hsbdocs.model.training import Found

#: An id of our own: small letters and figures, hyphens between them.
Slug = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]


class Partner(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the partnerships that own the guidance."""

    id: Slug
    name: str


class Edition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which guidance the content comes from. ``version`` is the content's own; dates are as printed.

    ``id`` names the pack: another partnership's form of the same name must not be taken for this one's. ``reviewed`` is
    the review that was made since, None until one is recorded: once all partners in ``signed`` agree.
    """

    id: Slug
    version: str
    guidance: str
    issued: str
    review_due: str
    reviewed: Reviewed | None = None
    signed: tuple[SignedOff, ...] = ()
    partnerships: tuple[Partner, ...]


class House(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """House details that a team may set: they are outside every form's frozen text.

    ``owner`` is who answers for the forms, ``return_to`` the lines of the address that completed ones go to (an
    agency's own stands in its place). ``said_of_owner``, ``said_of_return`` and ``said_of_logo`` are the words around
    them; ``{name}`` stands for the agency's name. ``said_of_area`` says which area's edition a document is: ``{area}``.
    """

    handling_mark: str
    publisher: str
    language: str = "en-GB"
    owner: str = ""
    return_to: tuple[str, ...] = ()
    said_of_owner: str = ""
    said_of_return: str = ""
    said_of_logo: str = "{name}"
    said_of_area: str = ""


class Document(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A document that ``build`` makes: ``kind`` decides how, ``template`` is a file name under templates/.

    A kind that is made without a template names none. A document is made from a ``form``, or from ``parts`` that say
    what of the guidance it prints; before a form's sections its ``parts`` are printed too. ``parts_of`` names another
    document with the same parts. ``short`` is what tells it from the other documents of its form. ``roomy`` are the
    form's sections whose answers get room to write at length. ``numbers`` are lines on whom to ring that its parts
    print by name; ``numbers_of`` names another document whose numbers it prints. ``pathway`` are the words around the
    steps of the pathway, in a document that prints it. ``slides`` are those of a document that is shown.
    ``copy_of`` names a document of a form that is ``filled`` in for training: invented answers by field, choices by
    their code. ``found`` says which parts print what the rules find in such copies.
    """

    id: str
    kind: str
    title: str
    groups: tuple[str, ...]
    short: str = ""
    template: str = ""
    form: str | None = None
    prompts: bool = False
    roomy: tuple[str, ...] = ()
    parts: tuple[HandoutPart, ...] = ()
    parts_of: str = ""
    numbers: tuple[NumberLines, ...] = ()
    numbers_of: str = ""
    pathway: PathwayWords | None = None
    slides: tuple[Slide, ...] = ()
    copy_of: str = ""
    filled: dict[str, str] = {}
    found: Found | None = None
    purpose: str = ""
    order: int = 0


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """One edition, loaded and checked. ``hash`` is over every file of it, read or not."""

    edition: Edition
    house: House
    forms: dict[str, Form]
    documents: dict[str, Document]
    catalogue: tuple[CatalogueEntry, ...]
    names: tuple[NameList, ...]
    note: NoteFrame
    report: ReportWords
    places: PlaceWords
    doubts: DoubtWords
    handout: HandoutFrame
    hash: str
