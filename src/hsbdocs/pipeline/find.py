"""``find``: what is kept of a form, by its reference, by the original file, or by a text that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from hsbdocs.formats.excel.kept_book import NotReadable, read_book
from hsbdocs.model.cell import Cell
from hsbdocs.model.line import Line
from hsbdocs.model.reference import as_reference
from hsbdocs.model.register import Column, Kept, Sheet, SheetState
from hsbdocs.model.report import ReportWords
from hsbdocs.pipeline.cells import text_in
from hsbdocs.pipeline.corrections import CORRECTIONS
from hsbdocs.pipeline.folder import PassedOver
from hsbdocs.pipeline.parse import Parser
from hsbdocs.pipeline.rung import still_to_ring
from hsbdocs.store.ledger import Keeps, Ledger
from hsbdocs.store.register_file import NOTES

_HEADS = (Column.REFERENCE, "Organisation")


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for: a reference as somebody wrote it, an original file, or a text; one of them."""

    reference: str = ""
    original: Path | None = None
    text: str = ""


class NoReference(Exception):
    """What was given is no reference; the text says so."""


class FoundForm(msgspec.Struct, frozen=True, kw_only=True):
    """A form that is kept: what people wrote of it, by column, and the files that hold something of it.

    ``to_ring``: it is to be rung about, and nobody was reached; ``named_by`` are addenda and letters that name it.
    ``originals`` are the files that came in, where somebody said among which they may lie.
    """

    kept: Kept
    peoples: Mapping[str, str]
    files: tuple[str, ...]
    to_ring: bool = False
    named_by: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()

    @property
    def hold(self) -> str:
        """What stands under Hold."""
        return self.peoples.get(Column.HOLD, "")


class Found(msgspec.Struct, frozen=True):
    """What was found: forms, and other rows that people wrote, each with its file."""

    forms: tuple[FoundForm, ...]
    rows: tuple[tuple[str, str], ...] = ()


def find(folder: Path, opened: Ledger, parser: Parser, wanted: Selection) -> Found:
    """What is kept of what is looked for. Raises NoReference and OSError."""
    forms = {kept.reference: kept for kept in opened.forms()}
    books = dict(_books(folder))
    rows: list[tuple[str, str]] = []
    if wanted.reference:
        names = [_reference(wanted.reference)]
    elif wanted.original is not None:
        names = list(_of_original(wanted.original, opened, parser))
    else:
        names = list(_of_text(wanted.text, opened, forms))
        for file, found in books.items():
            for row in found:
                if _holds(row.values(), wanted.text):
                    names.append(as_reference(_text(row, Column.REFERENCE)) or "")
                    rows += [] if names[-1] in forms else [(file, "; ".join(filter(None, row.values())))]
    state = opened.sheet(Sheet.REGISTER) or SheetState()
    peoples = dict(state.rows)
    rung = {each.reference: each for each in opened.rung()}
    not_reached = parser.words.register.not_reached
    found_forms = (
        FoundForm(
            kept=forms[name],
            peoples={**_texts(peoples.get(name, {})), **_newest(books, name)},
            files=tuple(_files(folder, name, books, forms[name])),
            to_ring=still_to_ring(forms[name], _under_rung(books, peoples.get(name, {}), name), rung, not_reached),
            named_by=tuple(each for each, kept in forms.items() if name in kept.entry.about),
        )
        for name in dict.fromkeys(names)
        if name in forms
    )
    return Found(tuple(found_forms), tuple(dict.fromkeys(rows)))


def _reference(written: str) -> str:
    found = as_reference(written)
    if found is None:
        raise NoReference(
            f"{written} is no reference: it fails its check. A letter or figure is wrong, or two are exchanged."
        )
    return found


def with_originals(found: Found, inbox: Path, parser: Parser) -> Found:
    """The same with the files below ``inbox`` that the forms came in: by what is in them, whatever they are called.

    Of a file with several forms it is said which.
    """
    wanted = {(form.kept.sha256, form.kept.part) for form in found.forms}
    files: dict[tuple[str, int], list[str]] = {}
    for read in parser.parse([inbox], PassedOver()):
        key = read.line.sha256, read.line.part
        if key in wanted:
            files.setdefault(key, []).append(_named(read.line))
    forms = tuple(
        msgspec.structs.replace(form, originals=tuple(files.get((form.kept.sha256, form.kept.part), ())))
        for form in found.forms
    )
    return msgspec.structs.replace(found, forms=forms)


def _named(line: Line) -> str:
    """A form's place for people: its file, and which it is of several."""
    return f"{line.file}, form {line.part}" if line.part > 1 else line.file


def chosen(found: Found, references: str) -> Found:
    """Those forms whose references somebody typed, whatever stands between them. Raises NoReference."""
    wanted = [_reference(each) for each in references.replace(",", " ").split()]
    there = {form.kept.reference: form for form in found.forms}
    if others := [each for each in wanted if each not in there]:
        raise NoReference(f"{', '.join(others)}: not among what was found.")
    return Found(tuple(there[each] for each in dict.fromkeys(wanted)))


def _of_original(path: Path, opened: Ledger, parser: Parser) -> Iterator[str]:
    """The references of the forms in a file that came in: by what is in it, whatever it is called now."""
    for read in parser.parse([path]):
        found = opened.reference_of(read.line.sha256, read.line.part)
        if found is not None:
            yield found


def _of_text(text: str, opened: Ledger, forms: Mapping[str, Kept]) -> Iterator[str]:
    """By what stands in forms, where that is kept, and in what the register says of them."""
    if opened.keeps is Keeps.FULL:
        for line in (msgspec.json.decode(each, type=Line) for each in opened.lines()):
            said = (*map(str, line.answers.values()), *line.as_written.values(), *(each.text for each in line.unplaced))
            if _holds((*said, line.file, line.member or ""), text):
                yield str(line.reference)
    for name, kept in forms.items():
        if _holds((kept.entry.organisation, kept.entry.role), text):
            yield name


def _books(folder: Path) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Every workbook in the folder, old copies too, with the texts of its rows."""
    for path in sorted(folder.glob("*.xlsx")):
        if path.name.startswith("~$"):
            continue
        try:
            book = read_book(path.read_bytes(), _HEADS)
        except NotReadable:
            continue
        yield path.name, [_texts(row) for sheet in book.sheets for row in sheet.rows]


def _texts(row: Mapping[str, Cell]) -> dict[str, str]:
    """What people can read in a row, notes on its cells too."""
    return {name: " ".join(filter(None, (cell.text, cell.note))) for name, cell in row.items()}


def _newest(books: Mapping[str, list[dict[str, str]]], reference: str) -> dict[str, str]:
    """What stands in a form's row of the register now, whether or not a run has taken it in."""
    rows = (row for row in books.get("register.xlsx", ()) if Column.RECEIVED in row)
    return next((row for row in rows if as_reference(_text(row, Column.REFERENCE)) == reference), {})


def _under_rung(books: Mapping[str, list[dict[str, str]]], cells: Mapping[str, Cell], name: str) -> str:
    newest = _newest(books, name)
    return newest.get(Column.RUNG, "") if newest else text_in(cells, Column.RUNG)


def _files(folder: Path, reference: str, books: Mapping[str, list[dict[str, str]]], kept: Kept) -> Iterator[str]:
    """The files in which something of a form stands."""
    yield from ("ledger.sqlite", "records.jsonl")
    yield from (name for name, rows in books.items() if any(_holds(row.values(), reference) for row in rows))
    yield from (f"{NOTES}/{path.name}" for path in sorted((folder / NOTES).glob(f"{reference}*")))
    yield from (name for name in ("register.csv", "register.html") if (folder / name).exists())
    if kept.entry.correctable and (folder / CORRECTIONS).exists() and CORRECTIONS not in books:
        yield CORRECTIONS


def _holds(texts: Iterable[str], wanted: str) -> bool:
    return any(wanted.casefold() in text.casefold() for text in texts)


def _text(row: Mapping[str, str], column: str) -> str:
    return row.get(column, "")


def said_of(found: Found, words: ReportWords) -> Iterator[str]:
    """What was found, in lines for the screen."""
    for form in found.forms:
        kept, entry = form.kept, form.kept.entry
        what = f"{entry.form} {entry.version}" if entry.form else words.not_read
        yield f"{kept.reference}: {what}, received {kept.received}, {words.of(entry.standing)}"
        ours = {"Date": entry.date, "Organisation": entry.organisation, "Role": entry.role}
        peoples = {name: text for name, text in form.peoples.items() if name not in _OURS}
        for name, text in {**ours, **peoples}.items():
            if text:
                yield f"  {name}: {text}"
        if form.to_ring:
            yield "  To ring: yes, and nobody was reached yet"
        if form.named_by:
            yield f"  Named by: {', '.join(form.named_by)} (these stay, with its reference)"
        yield from (f"  Original: {file}" for file in form.originals)
        yield f"  Stands in: {', '.join(form.files)}"
    for file, text in found.rows:
        yield f"A row of your own in {file}: {text}"


_OURS = tuple(str(column) for column in Column if list(Column).index(column) <= list(Column).index(Column.RING_TODAY))
