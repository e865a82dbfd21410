"""A training document: what it prints in an edition, which entries those are, and what it cannot print."""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.documents.handout_parts import Parts, Path
from hsbdocs.documents.handout_views import HandoutView, PartView
from hsbdocs.documents.issuer import Issuer, area_of, issuer
from hsbdocs.documents.letterhead import letterhead
from hsbdocs.documents.lines import Printer
from hsbdocs.documents.wording import OWN, Wording
from hsbdocs.model.content import Content, Document
from hsbdocs.model.guidance import Guidance
from hsbdocs.model.handout import NO_FRAME, HandoutFrame, HandoutPart
from hsbdocs.model.of_form import Forms
from hsbdocs.model.variant import READER, EditionOf, Variant

__all__ = ["CannotPrint", "HandoutView", "PartView", "handout_view", "printed_ids", "unprintable"]


class CannotPrint(Exception):
    """What a document names and cannot print: each with its path in the document's file."""

    def __init__(self, problems: list[tuple[Path, str]]) -> None:
        self.problems = problems
        super().__init__("; ".join(problem for _, problem in problems))


def handout_view(
    content: Content, document: Document, guidance: Guidance, wording: Wording = OWN, variant: Variant = READER
) -> HandoutView:
    """The view of a training document, in the words of ``wording``, as a reader's or a marked copy.

    Raises CannotPrint with everything that it names and cannot print.
    """
    frame = content.handout
    printer = Printer(guidance, frame, wording, variant, said_by(document, variant.edition), content.forms)
    parts = parts_in(document, printer, frame, variant.edition)
    explained = tuple(printer.explained())
    return HandoutView(
        title=document.title,
        letterhead=letterhead(_named(issuer(content, variant))),
        status=frame.status,
        review=frame.review,
        edition=". ".join(filter(None, (area_of(content, variant), frame.edition))),
        stamp=frame.stamp.replace("{document}", document.id).replace("{version}", content.edition.version),
        parts=parts,
        queries=frame.queries if explained else "",
        explained=explained,
        end=frame.end,
    )


def parts_in(document: Document, printer: Printer, frame: HandoutFrame, edition: EditionOf) -> tuple[PartView, ...]:
    """The parts that an edition of a document prints. Raises CannotPrint with everything that it cannot print."""
    problems, parts = _printed(document, printer, frame, edition)
    if problems:
        raise CannotPrint(problems)
    return parts


def printed_ids(document: Document, guidance: Guidance, forms: Forms | None = None) -> set[str]:
    """The ids of everything in the guidance that a reader's copy prints in any edition, errata explained among them.

    Of a document made from a form, those of its parts. ``forms`` are those that blocks name. Raises CannotPrint.
    """
    used: set[str] = set()
    for edition in EditionOf:
        printer = Printer(guidance, NO_FRAME, said=said_by(document, edition), forms=forms)
        problems, _ = _printed(document, printer, NO_FRAME, edition)
        if problems:
            raise CannotPrint(problems)
        list(printer.explained())
        used |= printer.used
    return used


def unprintable(document: Document, guidance: Guidance, forms: Forms | None = None) -> list[tuple[Path, str]]:
    """What a document names and cannot print: the path in its file, and what is wrong. None for a sound one."""
    return _printed(document, Printer(guidance, NO_FRAME, forms=forms), NO_FRAME)[0]


def said_by(document: Document, edition: EditionOf) -> frozenset[str]:
    """The errata that the texts of an edition say in plain words, or that it prints (with ids of other entries)."""
    return frozenset(_said(document, edition))


def _said(document: Document, edition: EditionOf) -> Iterator[str]:
    for slide in (slide for slide in document.slides if slide.is_in(edition)):
        yield from (name for cell in slide.shown for name in (*cell.says, *cell.ids))
    lines = (line for numbers in document.numbers for line in numbers.lines if line.is_in(edition))
    yield from (name for line in lines for number in line.numbers for name in number.says)
    for part in (part for part in document.parts if part.is_in(edition)):
        yield from (*part.says, *part.ids)
        yield from _said_in_cells(part, edition)


def _said_in_cells(part: HandoutPart, edition: EditionOf) -> Iterator[str]:
    headers = part.headers(edition)
    cells = (cell for row in part.rows for number, cell in enumerate(row) if number in headers)
    yield from (name for cell in cells for name in (*cell.says, *cell.ids))


def _named(issuer: Issuer) -> Issuer:
    """Of the issuer what a training document prints: nobody fills it in, so nobody sends it back."""
    return Issuer(name=issuer.name, logo=issuer.logo, lines=issuer.lines)


def _printed(
    document: Document, printer: Printer, frame: HandoutFrame, edition: EditionOf | None = None
) -> tuple[list[tuple[Path, str]], tuple[PartView, ...]]:
    """What is wrong, and the parts of an edition; of all without one."""
    parts = Parts(printer, document.numbers, frame, edition)
    printed = [(n, part) for n, part in enumerate(document.parts) if edition is None or part.is_in(edition)]
    views = tuple(parts.view(part, ("parts", index)) for index, part in printed)
    return parts.problems, views
