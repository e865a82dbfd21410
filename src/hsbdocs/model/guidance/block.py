"""Sections and blocks: one block for each paragraph of the source, in its order, in our own words."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class BlockKind(StrEnum):
    """What the block is in the source."""

    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    QUOTATION = "quotation"
    ITEM = "item"
    ROW = "row"
    TABLE = "table"
    MISSING = "missing"


class Block(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One paragraph, list item or row.

    ``source`` are lines of the source file. ``text`` is ours, ``short`` the same in few words; ``title`` is exact (a
    sub-heading, a row's label, a caption). ``parts`` are things that the paragraph counts off. ``list`` is the list an
    item belongs to; ``form`` is what a content/forms entry says instead (``risk-assessment/Q1``). ``owner`` is whose
    text the source prints here, where it is not the section's owner.
    """

    id: str
    kind: BlockKind
    source: tuple[int, ...]
    text: str = ""
    short: str = ""
    title: str = ""
    parts: tuple[str, ...] = ()
    list: str = ""
    form: str = ""
    owner: str = ""
    refs: tuple[str, ...] = ()


class ContentsEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of the contents list, exact; ``page`` is null where none is printed."""

    title: str
    page: int | None
    source: int


class NumberedSection(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A numbered section: its id is its ``number``. ``title`` is the body's heading, exact, and ``source`` its line.

    It ends where the next one begins.
    """

    number: str
    title: str
    source: int
    contents: ContentsEntry
    parent: str = ""
    owner: str = "partnerships"
    refs: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def id(self) -> str:
        """Its number."""
        return self.number


class Cover(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The cover: title and month of issue with their lines, and one block for each row of its table."""

    title: str
    title_source: int
    issued: str
    issued_source: int
    owner: str = "partnerships"
    refs: tuple[str, ...] = ()
    blocks: tuple[Block, ...]


class SourceText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The text that the guidance was read from: its last line, the cover's last, and the section of the prompts."""

    last_line: int
    cover_ends: int
    prompts: str
