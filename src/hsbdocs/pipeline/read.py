"""One file read: what arrived to lines, knowing nothing of the files before it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath

import msgspec

from hsbdocs.intake.open import transcripts
from hsbdocs.model.arrival import Arrival, Unreadable, Why
from hsbdocs.model.finding import Code, Finding, Statement
from hsbdocs.model.line import FormOfLine, Line, RulesOfLine, UnplacedOfLine, in_line, status_of
from hsbdocs.model.record import Record
from hsbdocs.model.transcript import Transcript
from hsbdocs.model.words import forget
from hsbdocs.pipeline.packs import Pack, read_by_pack
from hsbdocs.reading import is_training_copy, named_references, references_in_plain_text, stamped_references
from hsbdocs.rules import Case, apply_rules, child_of

_CODES = {
    Unreadable.DAMAGED: Code.FILE_01,
    Unreadable.ENCRYPTED: Code.FILE_02,
    Unreadable.OLD_BINARY: Code.FILE_03,
    Unreadable.WRONG_TYPE: Code.FILE_04,
    Unreadable.TOO_LARGE: Code.FILE_05,
    Unreadable.NOT_OPENED: Code.FILE_06,
    Unreadable.FAILED: Code.FILE_10,
}


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one form: its line, and the same findings with all that is said of them.

    ``child`` and ``outcome`` are what the batch compares: a keyed hash, None where there is nothing to compare.
    ``case`` is what the rules saw, None for a file not read. ``training``: it is a training copy. Its line says all
    that was read and found; nothing else is said of it but FORM-14, and it is neither counted nor kept. ``would_say``
    is what would be said of it otherwise. ``settled`` says of statements, by ``Statement.about``, which correction it
    is with which they hold no more.
    """

    line: Line
    statements: tuple[Statement, ...]
    child: bytes | None = None
    outcome: str = ""
    case: Case | None = None
    training: bool = False
    would_say: tuple[Statement, ...] = ()
    settled: Mapping[tuple[Code, tuple[str, ...]], str] = {}

    @property
    def failed(self) -> bool:
        """True where the program itself failed over the file."""
        return any(statement.code is Code.FILE_10 for statement in self.statements)


def read_file(arrival: Arrival, packs: Sequence[Pack], today: date, key: bytes) -> tuple[Read, ...]:
    """Every form in what arrived, or one Read that says why there is none. ``key`` hides who a child is.

    It depends on nothing else and keeps nothing. Whatever goes wrong inside is said of this file, and of it alone: what
    the error itself says may repeat what somebody wrote, and is not passed on.
    """
    try:
        reads: list[Read] = []
        for inner, found in transcripts(arrival):
            reading = _Reading(inner, packs, today, key)
            reads += [reading.unread(found)] if isinstance(found, Why) else reading.forms(found)
        return tuple(reads)
    except Exception:
        return (_Reading(arrival, packs, today, key).unread(Why(Unreadable.FAILED)),)
    finally:
        forget()


class _Reading:
    """One file, or one member of a container."""

    def __init__(self, arrival: Arrival, packs: Sequence[Pack], today: date, key: bytes) -> None:
        self.arrival, self.packs, self.today, self.key = arrival, packs, today, key
        self.sha256 = "" if arrival.data is None else hashlib.sha256(arrival.data).hexdigest()

    def unread(self, why: Why) -> Read:
        """What is said of a file that could not be read."""
        read = self._read(self.packs[0], None, [Finding(code=_CODES[why.kind], params=why.params)], 1)
        plain = why.kind is Unreadable.WRONG_TYPE and self.arrival.data is not None
        return _naming(read, references_in_plain_text(self.arrival.data or b"") if plain else ())

    def forms(self, transcript: Transcript) -> Iterator[Read]:
        """Each form in it."""
        pack, found = read_by_pack(transcript, self.packs)
        if is_training_copy(transcript) and _is_one_form(found):
            yield self._training(pack, found[0], list(_about(transcript)))
            return
        about = list(_about(transcript))
        for part, each in enumerate(found, 1):
            if isinstance(each, Finding):
                yield _naming(self._read(pack, None, [each, *about], part), named_references(transcript))
                continue
            case = self._case(pack, each, transcript.people)
            read = self._read(pack, each, [*each.findings, *apply_rules(case), *about], part)
            read = msgspec.structs.replace(read, case=case)
            yield _naming(read, stamped_references(transcript) if case.form.adds_to else ())

    def _case(self, pack: Pack, record: Record, people: tuple[str, ...] = ()) -> Case:
        return Case(
            record=record,
            form=pack.forms[record.form],
            today=self.today,
            guide=pack.guide,
            file=PurePosixPath(self.arrival.name).stem,
            people=people,
        )

    def _training(self, pack: Pack, found: Record | Finding, about: Sequence[Finding]) -> Read:
        """A training copy: its line says everything; what is said of it elsewhere is that it is one."""
        record = found if isinstance(found, Record) else None
        seen = [found] if record is None else [*record.findings, *apply_rules(self._case(pack, record))]
        read = self._read(pack, record, [*seen, *about, Finding(code=Code.FORM_14)], 1)
        said = tuple(each for each in read.statements if each.code is Code.FORM_14)
        others = tuple(each for each in read.statements if each not in said)
        return Read(line=read.line, statements=said, training=True, would_say=others)

    def _read(self, pack: Pack, record: Record | None, findings: Sequence[Finding], part: int) -> Read:
        form = None if record is None else pack.forms[record.form]
        statements = tuple(pack.catalogue.say(finding, form) for finding in findings if finding.code not in pack.off)
        said = tuple(map(in_line, statements))
        line = Line(
            file=self.arrival.file,
            member=self.arrival.member,
            part=part,
            sha256=self.sha256,
            status=status_of(said, read=record is not None),
            form=None,
            answers={},
            as_written={},
            unplaced=(),
            findings=said,
            rules=RulesOfLine(version=pack.catalogue.version, changed=pack.changes.as_data()),
            pack=None,
        )
        if record is None:
            return Read(line=line, statements=statements)
        return Read(
            line=_filled(line, record, pack),
            statements=statements,
            child=child_of(record, self.key),
            outcome=str(record.answers.get("outcome.category") or ""),
        )


def _is_one_form(found: Sequence[Record | Finding]) -> bool:
    """False where a file holds several forms: one of them may be about a real child, so all are counted."""
    return len(found) == 1 and not (isinstance(found[0], Finding) and found[0].code is Code.FORM_12)


def _naming(read: Read, references: Sequence[str]) -> Read:
    """With the references of other forms that it names, as they are written."""
    if not references:
        return read
    line = msgspec.structs.replace(read.line, answers_to=", ".join(references))
    return msgspec.structs.replace(read, line=line)


def _filled(line: Line, record: Record, pack: Pack) -> Line:
    """The line with its form and all that was read in it."""
    form = FormOfLine(
        id=record.form.id,
        version=record.form.version,
        document=record.document,
        recognised_by=record.recognised_by,
    )
    unplaced = tuple(UnplacedOfLine(each.text, pack.say_place(each.location, record)) for each in record.unplaced)
    return msgspec.structs.replace(
        line,
        form=form,
        answers=record.answers,
        as_written=record.as_written,
        unplaced=unplaced,
        pack=pack.id,
    )


def _about(transcript: Transcript) -> Iterator[Finding]:
    """Findings about the file as a whole."""
    if transcript.macros:
        yield Finding(code=Code.FILE_07)
    if transcript.links:
        yield Finding(code=Code.FILE_08, params={"count": transcript.links})
