"""Forms that are filled in with invented answers, for training, and the key that says what the rules find in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath

import msgspec

from hsbdocs.content.releases import load_releases
from hsbdocs.documents.handout_views import HandoutView, PartView
from hsbdocs.documents.printed import form_and_front_ids
from hsbdocs.documents.printed_line import PrintedLine
from hsbdocs.formats.properties import with_custom
from hsbdocs.model.arrival import Arrival
from hsbdocs.model.content import Content, Document
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.finding import Statement
from hsbdocs.model.form import FieldType, Form
from hsbdocs.model.guidance import Guidance
from hsbdocs.model.printed import as_properties
from hsbdocs.model.report import Group, ReportWords, group_of
from hsbdocs.model.training import Found
from hsbdocs.model.variant import Variant
from hsbdocs.pipeline.make import Sources, of_guidance, word_form, word_form_lines
from hsbdocs.pipeline.packs import load_packs
from hsbdocs.pipeline.read import Read, read_file
from hsbdocs.pipeline.read_back import read_back
from hsbdocs.reading import TRAINING, TRAINING_PROPERTY

_TICKED = (FieldType.CHOICE, FieldType.YES_NO)


def word_filled(sources: Sources, document: Document) -> bytes:
    """A form filled in with invented answers: first the blank, held against its release, then its answers.

    It says in its properties and on its face that it is a training copy. Raises AuthorError.
    """
    from hsbdocs.formats.word.fill import NoControl, filled

    blank = blank_of(sources.content, document)
    form = sources.form(blank)
    data = word_form(sources, blank)
    lines = (sources.content.house.handling_mark, *word_form_lines(sources, blank))
    back = read_back(blank, form, data, load_releases(sources.roots.content), lines)
    if back.faults:
        raise AuthorError(back.faults)
    texts, ticks = _by_control(form, document.filled)
    try:
        data = filled(data, texts, ticks)
    except NoControl as error:
        raise AuthorError([Fault(document.id, 0, "filled", f"{error} has no box in the form's document")]) from error
    return with_custom(data, {**as_properties(back.printed), TRAINING_PROPERTY: TRAINING})


def blank_of(content: Content, document: Document) -> Document:
    """The document that is filled in, with the copy's own title and words, and its parts above those of the form."""
    original = content.documents[document.copy_of]
    parts = (*document.parts, *original.parts)
    return msgspec.structs.replace(original, title=document.title, short=document.short, parts=parts)


def filled_ids(document: Document, content: Content, guidance: Guidance) -> frozenset[str]:
    """What of the guidance such a copy prints: what its form does, and its own parts. Raises CannotPrint."""
    return form_and_front_ids(blank_of(content, document), content, guidance)


def _by_control(form: Form, answers: Mapping[str, str]) -> tuple[dict[str, str], set[str]]:
    """What is written, by control, and which boxes are ticked."""
    ticked = {field.id for field in form.fields if field.type in _TICKED}
    texts = {name: value for name, value in answers.items() if name not in ticked}
    return texts, {f"{name}.{value}" for name, value in answers.items() if name in ticked}


def word_gap_key(sources: Sources, document: Document) -> bytes:
    """A handout with what the rules find in filled forms, each really made and read. Raises AuthorError."""

    def view_of(content: Content, document: Document, guidance: Guidance, /, *, variant: Variant) -> HandoutView:
        from hsbdocs.documents.handout import handout_view

        view = handout_view(content, document, guidance, variant=variant)
        return with_found(view, document, variant, found_in(sources, document))

    return of_guidance(sources, document, view_of, sources.template(document))


def found_in(sources: Sources, document: Document) -> dict[str, tuple[PrintedLine, ...]]:
    """What the rules find in the forms that a document names, by the part that prints it. Raises AuthorError."""
    found, content = document.found, sources.content
    if found is None:
        return {}
    return {
        part: tuple(found_lines(read_copy(sources, content.documents[name], found), found, content.report))
        for part, name in found.parts.items()
    }


def read_copy(sources: Sources, document: Document, found: Found) -> Read:
    """A filled form, made and read as if it had come in on the day that ``found`` names. Raises AuthorError."""
    data = word_filled(sources, document)
    name = f"{document.id}.docx"
    arrival = Arrival(name=name, file=str(PurePosixPath(name)), member=None, data=data)
    packs = load_packs((sources.roots,), None, today=False)
    [read] = read_file(arrival, packs, date.fromisoformat(found.day), b"")
    return read


def found_lines(read: Read, found: Found, words: ReportWords) -> Iterator[PrintedLine]:
    """A line for each thing that is said, the most urgent first, with the places of which it is said.

    What is said once for a whole batch is not about the form.
    """
    said: dict[tuple[Group, str, str], list[str]] = {}
    for statement in read.would_say:
        if not statement.once:
            key = (group_of(statement), statement.message, statement.code.value)
            said.setdefault(key, []).append(_place(statement))
    if not said:
        yield PrintedLine(text=found.nothing)
    order = list(Group)
    for (group, message, code), places in sorted(said.items(), key=lambda item: order.index(item[0][0])):
        where = "; ".join(dict.fromkeys(filter(None, places)))
        yield PrintedLine(lead=f"{words.of(group)}: ", text=f"{message} {where}".strip(), marks=f" [{code}]")


def _place(statement: Statement) -> str:
    return f"({statement.location})" if statement.location else ""


def with_found(
    view: HandoutView, document: Document, variant: Variant, found: Mapping[str, Sequence[PrintedLine]]
) -> HandoutView:
    """A view whose parts have what was found as items of a list."""
    printed = [part.id for part in document.parts if part.is_in(variant.edition)]
    pairs = zip(printed, view.parts, strict=True)
    return msgspec.structs.replace(view, parts=tuple(_with(part, found.get(name, ())) for name, part in pairs))


def _with(part: PartView, lines: Sequence[PrintedLine]) -> PartView:
    return msgspec.structs.replace(part, items=(*part.items, *lines))
