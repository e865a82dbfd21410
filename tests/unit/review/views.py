"""The agenda and the copy as views, of content as it was issued and with something decided in it."""

from __future__ import annotations

from datetime import date
from functools import cache

from msgspec.structs import replace

from hsbdocs.content.guidance import load_guidance
from hsbdocs.content.load import load_content
from hsbdocs.formats.word.plain_view import Heading, Paragraph, Piece, PlainTable, PlainView
from hsbdocs.model.content import Content
from hsbdocs.model.guidance import Decision, Erratum, Guidance
from hsbdocs.pipeline.kinds import ASKS
from hsbdocs.review.agenda import agenda
from hsbdocs.review.copy import copy
from hsbdocs.review.standing import standing
from tests.support.unreviewed import issued

FACE = ("How it stands.",)
TODAY = date(2026, 11, 27)


@cache
def content() -> Content:
    """Content as it was issued."""
    return load_content(issued() / "content", issued() / "templates", ASKS, compiled=False)


@cache
def guidance() -> Guidance:
    """Its guidance, with slots filled."""
    return load_guidance(issued() / "content", content().forms, content().edition)


def agenda_of(found: Guidance) -> PlainView:
    """The agenda of a guidance."""
    edition = content().edition
    stands = standing(found, edition, TODAY)
    house, forms = content().house, content().forms
    return agenda(found, edition, house, forms, found=stands, face=FACE, today=TODAY.isoformat())


def copy_of(found: Guidance) -> PlainView:
    """The copy of a guidance."""
    return copy(found, content().edition, content().house, content().forms, FACE)


def pieces(view: PlainView) -> list[Piece]:
    """All pieces in their order."""
    return [piece for part in view.parts for piece in part.pieces]


def said(piece: Piece) -> str:
    """What a piece says; of a table its cells, a line each."""
    match piece:
        case Heading():
            return piece.text
        case Paragraph():
            return piece.lead + piece.text
        case PlainTable():
            return "\n".join(cell for row in piece.rows for cell in row)


def table(view: PlainView, name: str) -> PlainTable:
    """The table of this name."""
    (found,) = [piece for piece in pieces(view) if isinstance(piece, PlainTable) and piece.name == name]
    return found


def under(view: PlainView, heading: str) -> list[Piece]:
    """What stands below the heading that begins so, up to the next of its level or above."""
    rest = pieces(view)
    at, level = next(
        (at, piece.level)
        for at, piece in enumerate(rest)
        if isinstance(piece, Heading) and piece.text.startswith(heading)
    )
    ends = (
        number
        for number, piece in enumerate(rest[at + 1 :], at + 1)
        if isinstance(piece, Heading) and piece.level <= level
    )
    return rest[at + 1 : next(ends, len(rest))]


def with_erratum(name: str, *, decisions: tuple[Decision, ...]) -> Guidance:
    """The guidance with decisions on one erratum."""
    errata = (_decided(each, decisions) if each.id == name else each for each in guidance().errata)
    return replace(guidance(), errata=tuple(errata))


def _decided(erratum: Erratum, decisions: tuple[Decision, ...]) -> Erratum:
    return replace(erratum, decisions=decisions)
