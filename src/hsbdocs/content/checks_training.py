"""What is wrong with copies of forms that are filled in for training, and with what prints what is found in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hsbdocs.content.places import Places, fault_at
from hsbdocs.content.plain import Steps
from hsbdocs.model.content import Content, Document
from hsbdocs.model.faults import Fault
from hsbdocs.model.form import Field, FieldType, Form
from hsbdocs.model.kind import Asks
from hsbdocs.model.patterns import TRAINING_COPY
from hsbdocs.model.training import Found

_YES_NO = ("yes", "no")


def check_training(document: Document, content: Content, kind: Asks, places: Places, *, whole: bool) -> Iterator[Fault]:
    """Every such fault of a document; ``whole``: all files could be read and no form has faults."""
    for problem, path in (
        *_filled(document, content, kind, whole=whole),
        *_found(document, content, kind, whole=whole),
    ):
        yield fault_at(places, f"documents:{document.id}", problem, *path)


def _filled(document: Document, content: Content, kind: Asks, *, whole: bool) -> Iterator[tuple[str, Steps]]:
    if not kind.filled:
        if document.filled or document.copy_of:
            yield "this kind of document is filled in by nobody: take copy_of and filled out", ("filled",)
        return
    if not document.filled:
        yield "needs the invented answers", ("filled",)
    if not TRAINING_COPY.search(document.short):
        yield 'does not say "Training copy: not about a real child", by which a copy is told from a form', ("short",)
    yield from _against_its_form(document, content, whole=whole)


def _against_its_form(document: Document, content: Content, *, whole: bool) -> Iterator[tuple[str, Steps]]:
    original = content.documents.get(document.copy_of)
    form = None if original is None else content.forms.get(original.form or "")
    if form is None and whole:
        yield f"the document {document.copy_of} is none of a form", ("copy_of",)
    if form is not None and whole:
        yield from _answers(document, form)


def _answers(document: Document, form: Form) -> Iterator[tuple[str, Steps]]:
    fields = {field.id: field for field in form.fields}
    for name, value in document.filled.items():
        if name not in fields:
            yield f"the form {form.id} has no field {name}", ("filled", name)
        elif value not in (choices := _choices(fields[name]) or (value,)):
            yield f"{value!r} is not one of {', '.join(choices)}", ("filled", name)


def _choices(field: Field) -> tuple[str, ...]:
    if field.type is FieldType.YES_NO:
        return _YES_NO
    return tuple(choice.code for choice in field.choices)


def _found(document: Document, content: Content, kind: Asks, *, whole: bool) -> Iterator[tuple[str, Steps]]:
    if (document.found is not None) is not kind.found:
        needs = "needs the key found" if kind.found else "this kind of document prints nothing that is found"
        yield needs, ("found",)
    if document.found is not None:
        yield from _parts(document.found, document, content, whole=whole)


def _parts(found: Found, document: Document, content: Content, *, whole: bool) -> Iterator[tuple[str, Steps]]:
    try:
        date.fromisoformat(found.day)
    except ValueError:
        yield "is no day: write it as 2026-01-31", ("found", "day")
    if not found.nothing:
        yield "is empty", ("found", "nothing")
    texts = {part.id for part in document.parts}
    for name, read in found.parts.items():
        other = content.documents.get(read)
        if name not in texts:
            yield f"no part has a text with the id {name}", ("found", "parts", name)
        if whole and (other is None or not other.filled):
            yield f"the document {read} is no form that is filled in", ("found", "parts", name)
