"""Documents that print the parts of another one: what stands once is not written twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from hsbdocs.content.places import Places, fault_at
from hsbdocs.model.content import Document
from hsbdocs.model.faults import Fault
from hsbdocs.model.handout import HandoutPart, Shape


def with_parts(documents: Iterable[Document]) -> dict[str, Document]:
    """The documents by id; those that name another one in ``parts_of`` or ``numbers_of`` have its parts or numbers."""
    by_id = {document.id: document for document in documents}
    answered = {name: _with_questions(document, by_id) for name, document in by_id.items()}
    with_numbers = {name: _with_numbers(document, answered) for name, document in answered.items()}
    return {name: _with_parts(document, with_numbers) for name, document in with_numbers.items()}


def questions_of(document: Document) -> tuple[str, ...]:
    """The questions of the quiz that a document prints, in their order."""
    return tuple(name for part in document.parts if part.shape is Shape.QUESTIONS for name in part.ids)


def _with_questions(document: Document, by_id: Mapping[str, Document]) -> Document:
    """With those questions of another document that this one answers."""
    return msgspec.structs.replace(document, parts=tuple(_answering(part, by_id) for part in document.parts))


def _answering(part: HandoutPart, by_id: Mapping[str, Document]) -> HandoutPart:
    lender = by_id.get(part.answers_of)
    return part if lender is None or part.ids else msgspec.structs.replace(part, ids=questions_of(lender))


def check_answers_of(
    document: Document, documents: Mapping[str, Document], places: Places, *, whole: bool
) -> Iterator[Fault]:
    """What is wrong with parts that answer the questions of another document."""
    key = f"documents:{document.id}"
    for index, part in enumerate(document.parts):
        lender = documents.get(part.answers_of)
        at = ("parts", index, "answers_of")
        if not part.answers_of or (lender is None and not whole):
            continue
        if lender is None:
            yield fault_at(places, key, f"the document {part.answers_of} does not exist", *at)
        elif not questions_of(lender):
            yield fault_at(places, key, f"the document {part.answers_of} asks no questions", *at)
        elif part.ids != questions_of(lender):
            yield fault_at(places, key, "names questions of its own: take ids out, or answers_of", *at)


def _with_numbers(document: Document, by_id: Mapping[str, Document]) -> Document:
    """With those numbers of another document that this one prints."""
    lender = by_id.get(document.numbers_of)
    if lender is None or document.numbers:
        return document
    wanted = numbers_printed(document)
    return msgspec.structs.replace(document, numbers=tuple(each for each in lender.numbers if each.name in wanted))


def numbers_printed(document: Document) -> set[str]:
    """The names of the numbers that parts and cells of a document print."""
    cells = {cell.numbers for part in document.parts for row in part.rows for cell in row}
    cells |= {cell.numbers for slide in document.slides for cell, _ in slide.cells}
    return {part.numbers for part in document.parts} | cells


def _with_parts(document: Document, by_id: Mapping[str, Document]) -> Document:
    lender = by_id.get(document.parts_of)
    if lender is None or document.parts:
        return document
    return msgspec.structs.replace(document, parts=lender.parts)


def check_numbers_of(
    document: Document, documents: Mapping[str, Document], places: Places, *, whole: bool
) -> Iterator[Fault]:
    """What is wrong with a document that names another one in ``numbers_of``."""
    lender = documents.get(document.numbers_of)
    key = f"documents:{document.id}"
    if lender is None and whole:
        yield fault_at(places, key, f"the document {document.numbers_of} does not exist", "numbers_of")
    elif lender is None:
        return
    elif lender.numbers_of or not lender.numbers:
        problem = f"the document {document.numbers_of} has no numbers of its own"
        yield fault_at(places, key, problem, "numbers_of")
    elif not all(each in lender.numbers for each in document.numbers):
        yield fault_at(places, key, "has numbers of its own: take them out, or numbers_of", "numbers")


def check_borrowed(
    document: Document, documents: Mapping[str, Document], places: Places, *, whole: bool
) -> Iterator[Fault]:
    """What is wrong with a document that names another one in ``parts_of``; with ``whole``, one that is missing too."""
    lender = documents.get(document.parts_of)
    key = f"documents:{document.id}"
    if lender is None and whole:
        yield fault_at(places, key, f"the document {document.parts_of} does not exist", "parts_of")
    elif lender is None:
        return
    elif lender.parts_of or not lender.parts:
        yield fault_at(places, key, f"the document {document.parts_of} has no parts of its own", "parts_of")
    elif _are_of_other_kinds(lender, document):
        problem = f"the document {document.parts_of} is of another kind: a form and a handout do not share parts"
        yield fault_at(places, key, problem, "parts_of")
    elif document.parts != lender.parts:
        yield fault_at(places, key, "has parts of its own: take them out, or parts_of", "parts")


def _are_of_other_kinds(lender: Document, document: Document) -> bool:
    """A form and a handout; one whose kind or form is only misspelt is told elsewhere."""
    return lender.kind != document.kind and (lender.form is None) is not (document.form is None)
