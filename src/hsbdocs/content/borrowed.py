"""Documents that print the parts of another one: what stands once is not written twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from hsbdocs.content.places import Places, fault_at
from hsbdocs.model.content import Document
from hsbdocs.model.faults import Fault


def with_parts(documents: Iterable[Document]) -> dict[str, Document]:
    """The documents by id; those that name another one in ``parts_of`` or ``numbers_of`` have its parts or numbers."""
    by_id = {document.id: document for document in documents}
    with_numbers = {name: _with_numbers(document, by_id) for name, document in by_id.items()}
    return {name: _with_parts(document, with_numbers) for name, document in with_numbers.items()}


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
