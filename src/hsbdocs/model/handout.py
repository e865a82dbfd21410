"""A training document: in which order it prints which entries of the guidance. Their wording stands in the guidance."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hsbdocs.model.variant import EditionOf


class Shape(StrEnum):
    """How a part looks: lines with a bar beside them, paragraphs, a bulleted list, short lines, or a table.

    A short line is a row of two cells in one paragraph: what the first says in bold, then the second. Questions and
    answers are those of the quiz.
    """

    NOTICE = "notice"
    PARAGRAPHS = "paragraphs"
    LIST = "list"
    LINES = "lines"
    TABLE = "table"
    QUESTIONS = "questions"
    ANSWERS = "answers"


class Number(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A piece of a line: ``text`` of our own with its ``id``, and behind it the number, or the hours, of ``point``.

    ``no_phone_for`` is a contact for which ``text`` says that no telephone number is printed: once the contact has one,
    the document is refused. ``says`` are errata that ``text`` says in plain words.
    """

    id: str = ""
    text: str = ""
    point: str = ""
    no_phone_for: str = ""
    says: tuple[str, ...] = ()


class NumberLine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A line on whom to ring: ``text`` of our own with its ``id`` in bold, then the ``numbers``.

    ``editions`` are those that print it: without any, all do.
    """

    id: str
    text: str
    numbers: tuple[Number, ...]
    editions: tuple[EditionOf, ...] = ()

    def is_in(self, edition: EditionOf | None) -> bool:
        """Whether an edition prints it; without one, yes."""
        return edition is None or not self.editions or edition in self.editions


class NumberLines(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lines on whom to ring that cells and parts print by ``name``: the same numbers stand beside many things."""

    name: str
    lines: tuple[NumberLine, ...]


class HandoutCell(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a cell prints: ``text`` of our own with its ``id``, duties ``bare``, entries ``ids``, then ``numbers``.

    ``bare`` are duties whose condition the row's first cell says: "You must make …", "Must be done: refer …".
    ``says`` are errata that ``text`` says in plain words, so that a reader's copy needs no sign for them. ``added_for``
    is an erratum: the telephone numbers that the partnerships added to answer it are printed, once there are any.
    ``no_phone_for`` is a contact for which ``text`` says that no telephone number is printed: once the contact has one,
    the document is refused. ``short``: entries are printed in few words where they have them.
    """

    id: str = ""
    text: str = ""
    bare: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    short: bool = False
    numbers: str = ""
    says: tuple[str, ...] = ()
    added_for: str = ""
    no_phone_for: str = ""


class HandoutColumn(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column that only some ``editions`` print, with the words of its header."""

    text: str
    editions: tuple[EditionOf, ...]


class HandoutPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part under its ``heading``: ``text`` of our own with its ``id``, then the entries ``ids``, or its ``rows``.

    ``columns`` are the words of the table's header row; ``description`` says to a screen reader what it holds.
    ``new_page``: the part begins one. ``editions`` are those that print it: without any, all do. ``numbers`` are
    printed after the entries. ``says`` and ``short`` are as in a cell. ``answers_of`` is the document whose
    questions are answered here, with their numbers.
    """

    shape: Shape
    heading: str = ""
    id: str = ""
    text: str = ""
    ids: tuple[str, ...] = ()
    short: bool = False
    new_page: bool = False
    numbers: str = ""
    columns: tuple[str | HandoutColumn, ...] = ()
    description: str = ""
    rows: tuple[tuple[HandoutCell, ...], ...] = ()
    editions: tuple[EditionOf, ...] = ()
    says: tuple[str, ...] = ()
    answers_of: str = ""

    def is_in(self, edition: EditionOf) -> bool:
        """Whether an edition prints it."""
        return not self.editions or edition in self.editions

    def headers(self, edition: EditionOf | None) -> dict[int, str]:
        """The words of the columns that an edition prints, by their place; of all columns without one."""
        return {
            index: column if isinstance(column, str) else column.text
            for index, column in enumerate(self.columns)
            if edition is None or isinstance(column, str) or edition in column.editions
        }


class HandoutFrame(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every training document says of itself, and the words of its marks.

    ``{issued}``, ``{review_due}`` and ``{version}`` stand for what the edition says, ``{document}`` for the document's
    id. ``query`` stands behind each erratum of a statement, ``not_verified`` beside what no person has checked (999
    apart), ``unchecked`` says the same as a sign, where numbers stand close, and ``lost`` is for an address that the
    source has lost; ``queries`` heads the list that explains the errata. In a marked copy ``until`` stands before what
    is printed until one is decided, ``option`` before the number of each of its options. ``invented``
    stands before every invented case.
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
    unchecked: str
    not_verified_about: str
    lost: str
    invented: str
    end: str


#: The frame of a pack without training documents.
NO_FRAME = msgspec.convert(dict.fromkeys(HandoutFrame.__struct_fields__, ""), HandoutFrame)
