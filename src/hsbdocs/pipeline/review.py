"""The review: a workbook goes out to partners, comes back, and what they ask for is put into content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from hsbdocs.content import splice_exactly as exactly
from hsbdocs.content.checks_facts import unsound
from hsbdocs.content.guidance import read_guidance
from hsbdocs.content.locate import MARK, Roots
from hsbdocs.content.places import Places
from hsbdocs.content.plain import Steps
from hsbdocs.content.source import SourceFile
from hsbdocs.content.splice import CannotSplice
from hsbdocs.formats.excel.tables import write_tables
from hsbdocs.formats.word.plain import write_plain
from hsbdocs.formats.word.plain_view import PlainView
from hsbdocs.formats.word.remarks import remarked
from hsbdocs.intake.open import transcribe
from hsbdocs.model.content import Content
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.guidance import Contact, Guidance
from hsbdocs.model.transcript import Transcript
from hsbdocs.pipeline.kinds import read_pack
from hsbdocs.reading import read_date
from hsbdocs.report.review import applied_report, standing_report
from hsbdocs.report.text import Line
from hsbdocs.review.agenda import agenda as agenda_view
from hsbdocs.review.change import Change, Helps
from hsbdocs.review.copy import copy as copy_view
from hsbdocs.review.proposals import Proposals, proposals
from hsbdocs.review.remarks import added, is_copy, printed, texts_of
from hsbdocs.review.remarks import changes as changes_of
from hsbdocs.review.remarks import comments as comments_of
from hsbdocs.review.returned import Returned, returned
from hsbdocs.review.sheets import tables
from hsbdocs.review.standing import standing
from hsbdocs.store.files import write_atomic


class Copied(msgspec.Struct, frozen=True):
    """What came back in copies for comments: comments, and changes of words for a person to look at."""

    comments: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


class Applied(msgspec.Struct, frozen=True):
    """What came of workbooks: what was asked for, the new text of files by name, and what could not be put in."""

    asked: Proposals
    files: dict[str, str]
    done: tuple[Change, ...]
    refused: tuple[str, ...]
    copied: Copied = Copied()


class Loaded(msgspec.Struct, frozen=True):
    """Content and guidance with the places of their entries."""

    content: Content
    guidance: Guidance
    places: Places


def load(roots: Roots) -> Loaded:
    """All that a review is about. Raises AuthorError."""
    reading = read_pack(roots, compiled=False)
    content = reading.sound()
    found = read_guidance(roots.content, content.forms, content.edition)
    if found.faults:
        raise AuthorError(found.faults)
    return Loaded(content, found.guidance, {**reading.places, **found.places})


def workbook(roots: Roots, path: Path) -> int:
    """Write the workbook for partners to fill in; give back how many rows it has. Raises AuthorError and OSError."""
    loaded = load(roots)
    sheets = tables(loaded.guidance, loaded.content.edition)
    write_atomic(path, write_tables(sheets, f"Review of {loaded.content.edition.version}"))
    return sum(len(sheet.rows) for sheet in sheets)


def agenda(roots: Roots, path: Path, today: date) -> None:
    """Write the agenda of the partners' meeting, as of a day. Raises AuthorError and OSError."""
    loaded = load(roots)
    content, guidance = loaded.content, loaded.guidance
    found = standing(guidance, content.edition, today)
    view = agenda_view(
        guidance,
        content.edition,
        content.house,
        content.forms,
        found=found,
        face=_face(content),
        today=today.isoformat(),
    )
    write_atomic(path, write_plain(view))


def copy(roots: Roots, path: Path) -> None:
    """Write the copy of the content for comments. Raises AuthorError and OSError."""
    write_atomic(path, write_plain(_copy_of(load(roots))))


def _copy_of(loaded: Loaded) -> PlainView:
    content = loaded.content
    return copy_view(loaded.guidance, content.edition, content.house, content.forms, _face(content))


def _face(content: Content) -> tuple[str, ...]:
    """How the guidance stands, in the lines that every document bears."""
    captions = next((form.captions for form in content.forms.values()), {})
    lines = (getattr(content.handout, name) or captions.get(name, "") for name in ("status", "review"))
    return tuple(line for line in lines if line)


def apply(roots: Roots, files: Sequence[Path], today: date, *, dry_run: bool = False) -> Applied:
    """Put into content what returned workbooks ask for, each value at its own place; ``dry_run`` only says what.

    Raises AuthorError where content is broken, before or by a change: then nothing is written. Raises OSError.
    """
    loaded = load(roots)
    copies = [path for path in files if path.suffix.lower() in _WORD]
    books = [_book(path) for path in files if path not in copies]
    helps = Helps(lambda text: read_date(text).value, unsound, today)
    asked = proposals(books, loaded.guidance, loaded.content.edition, helps)
    texts, done, refused = _changed(asked.changes, loaded)
    if texts and not dry_run:
        _write(texts, roots)
    return Applied(asked, texts, done, tuple(refused), _copied(copies, loaded))


#: Copies for comments; anything else that comes back should be a workbook.
_WORD = (".docx", ".docm")


def _copied(files: Sequence[Path], loaded: Loaded) -> Copied:
    """What readers wrote on their copies. Words are proposals: a person puts them into content."""
    if not files:
        return Copied()
    view = _copy_of(loaded)
    sent, known = printed(view), texts_of(view)
    said: list[str] = []
    changed: list[str] = []
    problems: list[str] = []
    for path in files:
        found = remarked(path.read_bytes())
        if found is None or not any(paragraph.now for paragraph in found):
            problems.append(f"{path.name}: is no Word document that can be read")
            continue
        said += comments_of(path.name, found)
        if is_copy(found, sent):
            changed += [*changes_of(path.name, found, sent), *added(path.name, found, known)]
        else:
            problems.append(f"{path.name}: is no copy for comments of today's content: its comments alone were read")
    return Copied(tuple(said), tuple(changed), tuple(problems))


def _book(path: Path) -> Returned:
    data = path.read_bytes()
    found = transcribe(data, path.name)
    if not isinstance(found, Transcript):
        problem = f"{path.name}: is no Excel workbook that can be read ({found.kind.value})"
        return Returned(path.name, (), (problem,), frozenset())
    return returned(path.name, found)


def _changed(changes: Iterable[Change], loaded: Loaded) -> tuple[dict[str, str], tuple[Change, ...], list[str]]:
    """The new text of each file, what was put in, and what could not be."""
    done: list[Change] = []
    texts: dict[str, str] = {}
    refused: list[str] = []
    for change in changes:
        source, path = _place(change, loaded)
        text = texts.get(source.name, source.bytes.decode("utf-8"))
        try:
            new = _spliced(text, path, change)
        except CannotSplice as error:
            refused.append(f"{change.says}: could not be put into {source.name}: {error}")
            continue
        done.append(change)
        if new != text:
            texts[source.name] = new
    return texts, tuple(done), refused


def _place(change: Change, loaded: Loaded) -> tuple[SourceFile, Steps]:
    """The file and the path of the entry that a change is about."""
    if change.id == MARK:
        return loaded.places[MARK][0], ()
    if change.adds:
        last = loaded.guidance.contacts[-1]
        return loaded.places[f"contacts:{last.id}"][0], ()
    for kind in ("contacts", "links", "laws", "errata"):
        found = loaded.places.get(f"{kind}:{change.id}")
        if found is not None:
            return found
    contact, number = _point(loaded.guidance, change.id)
    source, path = loaded.places[f"contacts:{contact.id}"]
    return source, (*path, "points", number)


def _point(guidance: Guidance, name: str) -> tuple[Contact, int]:
    return next(
        (contact, number)
        for contact in guidance.contacts
        for number, point in enumerate(contact.points)
        if point.id == name
    )


def _spliced(text: str, path: Steps, change: Change) -> str:
    """The text with one change in it, and nothing else."""
    key = change.key.partition(" ")[0]
    if change.adds:
        return exactly.append(text, path, change.value)
    if change.value is None:
        return exactly.take_out(text, (*path, key))
    if key == "decisions":
        return exactly.add(text, (*path, key), change.value)
    return exactly.put(text, (*path, key), change.value)


def _write(texts: dict[str, str], roots: Roots) -> None:
    """Write all files. Where one cannot be written, or content is broken by them, the old ones come back.

    Raises OSError or AuthorError.
    """
    paths = {name: roots.content.parent / name for name in texts}
    before = {path: path.read_bytes() for path in paths.values()}
    try:
        for name, path in paths.items():
            write_atomic(path, texts[name].encode("utf-8"))
        faults = _faults(roots)
        if faults:
            raise AuthorError(faults)
    except (OSError, AuthorError):
        for path, data in before.items():
            if path.read_bytes() != data:
                write_atomic(path, data)
        raise


def _faults(roots: Roots) -> tuple[Fault, ...]:
    reading = read_pack(roots, compiled=False)
    if reading.faults or reading.content is None:
        return reading.faults
    return read_guidance(roots.content, reading.content.forms, reading.content.edition).faults


def status(roots: Roots, today: date) -> Iterator[Line]:
    """Where the review stands, on one screen. Raises AuthorError."""
    loaded = load(roots)
    found = standing(loaded.guidance, loaded.content.edition, today)
    return standing_report(found.facts, found.blocks, found.waiting)


def report_of(applied: Applied, *, dry_run: bool) -> Iterator[Line]:
    """What came of workbooks, for people."""
    asked = applied.asked
    return applied_report(
        changes=[change.says for change in applied.done],
        conflicts=[[f"{side.says} [{side.file}, {side.place}]" for side in sides] for sides in asked.conflicts],
        problems=[*asked.problems, *applied.refused, *applied.copied.problems],
        comments=[*asked.comments, *applied.copied.comments],
        words=applied.copied.changes,
        files=sorted(applied.files),
        dry_run=dry_run,
    )
