"""Documents that print the parts of another one: what stands once is not written twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from hsbdocs.content.places import Places, fault_at
from hsbdocs.model.content import Document
from hsbdocs.model.faults import Fault


def with_parts(documents: Iterable[Document]) -> dict[str, Document]:
    """The documents by id; those that name another one in ``parts_of`` have its parts."""
    by_id = {document.id: document for document in documents}
    return {name: _with_parts(document, by_id) for name, document in by_id.items()}


def _with_parts(document: Document, by_id: Mapping[str, Document]) -> Document:
    lender = by_id.get(document.parts_of)
    if lender is None or document.parts:
        return document
    return msgspec.structs.replace(document, parts=lender.parts)


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
