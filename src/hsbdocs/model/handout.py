"""A training document: in which order it prints which entries of the guidance. Their wording stands in the guidance."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hsbdocs.model.variant import EditionOf


class Shape(StrEnum):
    """How a part looks: lines with a bar beside them, paragraphs, a bulleted list, short lines, or a table.

    A short line is a row of two cells in one paragraph: what the first says in bold, then the second.
    """

    NOTICE = "notice"
    PARAGRAPHS = "paragraphs"
    LIST = "list"
    LINES = "lines"
    TABLE = "table"


class HandoutCell(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a cell prints: ``text`` of our own, with its ``id``, then the entries ``ids``.

    ``no_phone_for`` is a contact for which ``text`` says that no telephone number is printed: once the contact has one,
    the document is refused.
    """

    id: str = ""
    text: str = ""
    ids: tuple[str, ...] = ()
    no_phone_for: str = ""


class HandoutPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part under its ``heading``: ``text`` of our own with its ``id``, then the entries ``ids``, or its ``rows``.

    ``columns`` are the words of the table's header row; ``description`` says to a screen reader what it holds.
    ``new_page``: the part begins one. ``editions`` are those that print it: without any, all do.
    """

    shape: Shape
    heading: str = ""
    id: str = ""
    text: str = ""
    ids: tuple[str, ...] = ()
    new_page: bool = False
    columns: tuple[str, ...] = ()
    description: str = ""
    rows: tuple[tuple[HandoutCell, ...], ...] = ()
    editions: tuple[EditionOf, ...] = ()

    def is_in(self, edition: EditionOf) -> bool:
        """Whether an edition prints it."""
        return not self.editions or edition in self.editions


class HandoutFrame(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every training document says of itself, and the words of its marks.

    ``{issued}``, ``{review_due}`` and ``{version}`` stand for what the edition says, ``{document}`` for the document's
    id. ``query`` stands behind each erratum of a statement, ``not_verified`` beside what no person has checked (999
    apart), and ``lost`` for an address that the source has lost; ``queries`` heads the list that explains the
    errata. In a marked copy ``until`` stands before what is printed until one is decided, ``option`` before the
    number of each of its options.
    """

    status: str
    review: str
    edition: str
    stamp: str
    query: str
    queries: str
    until: str
    option: str
    not_verified: str
    not_verified_about: str
    lost: str
    end: str


#: The frame of a pack without training documents.
NO_FRAME = msgspec.convert(dict.fromkeys(HandoutFrame.__struct_fields__, ""), HandoutFrame)
