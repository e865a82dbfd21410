"""The words of the report: content that ``parse`` needs. The first of several packs gives them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import msgspec

from hsbdocs.model.finding import SERIOUS, Code, Severity, Statement
from hsbdocs.model.line import Correction, Status


class Standing(StrEnum):
    """How a file stands to people: its status, ``READ`` for a clear one of which a person must read the form, and
    ``TRAINING`` for a training copy whatever its status.
    """

    CLEAR = "clear"
    READ = "read"
    QUESTIONS = "questions"
    UNREAD = "unread"
    TRAINING = "training"


def standing_of(status: Status, statements: Iterable[Statement]) -> Standing:
    """How a file with this status stands, by what is said of it.

    A form without an error is no form without gaps where a warning speaks of age, referral, lead, outcome or of how it
    was read: whoever sees the report has to read that form.
    """
    statements = tuple(statements)
    if any(statement.code is Code.FORM_14 for statement in statements):
        return Standing.TRAINING
    if status is Status.CLEAR and any(statement.read_form for statement in statements):
        return Standing.READ
    return Standing(status.value)


class Group(StrEnum):
    """What is done about a finding, the most urgent first."""

    RING = "ring"
    ASK = "ask"
    LOOK = "look"
    INFORMATION = "information"


#: By severity, where a code says nothing else.
_GROUPS = {Severity.ERROR: Group.ASK, Severity.WARNING: Group.ASK, Severity.ADVICE: Group.INFORMATION}
#: What the sender cannot answer before somebody here has looked: how a file was read, and what else stands in a form.
_LOOK_FIRST = frozenset(
    {
        *(code for code in Code if code.value.startswith(("FILE-", "FORM-", "RECORD-"))),
        *(Code.AGE_06, Code.AGE_18, Code.ANSWER_03),
    }
)
#: What comes first in its group: first what sections 1.4 and 2.2 ask for at once, then what bears on a child's age.
FIRST = (
    *(Code.AGE_03, Code.AGE_04, Code.OUTCOME_04, Code.AGE_05, Code.FORM_06, Code.CHILD_02, Code.AGE_20),
    *(Code.CHILD_06, Code.CHILD_07, Code.AGE_18, Code.AGE_06),
)
_RANK = {code: number for number, code in enumerate(FIRST)}
#: Said in one line for all rows of a form.
TOGETHER = frozenset({Code.CHILD_14})
#: That nothing is filled in where most is asked.
NOTHING_ANSWERED = frozenset({Code.ANSWER_01, Code.CHECKLIST_01})


def group_of(statement: Statement) -> Group:
    """What is done about it: rung about today, asked, looked at, or only known."""
    if statement.ring_today:
        return Group.RING
    group = _GROUPS[statement.severity]
    return Group.LOOK if group is Group.ASK and statement.code in _LOOK_FIRST else group


#: The smaller, the sooner.
Urgency = tuple[int, int, bool]
#: That of whatever is missing, and of nothing else.
OF_MISSING: Urgency = (len(FIRST), -SERIOUS.index(Severity.ERROR), True)


def urgency(statement: Statement) -> Urgency:
    """How soon it is said in its group: by FIRST, then the most serious, then what asks a person to read the form.

    It orders what software saw, and weighs no child's situation.
    """
    rank = _RANK.get(statement.code, len(FIRST))
    return rank, -SERIOUS.index(statement.severity), not statement.read_form


class StatusWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said of a file by its standing."""

    clear: str
    read: str
    questions: str
    unread: str
    training: str


class SeverityWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The heading of the findings of a severity."""

    error: str
    warning: str
    advice: str


class GroupWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The name of each group."""

    ring: str
    ask: str
    look: str
    information: str


class CallerWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What whoever rings needs to know of a form: the names of its parts, and what stands where one is blank.

    ``lead`` names whom the team's own list has for the organisation, ``rung`` what their register says under Rung, and
    ``again`` says of a ``{text}`` there that it is not about what is to ring about now.
    """

    organisation: str
    role: str
    practitioner: str
    date: str
    blank: str
    lead: str
    rung: str
    again: str


class NotReached(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What under Rung says that nobody was reached, in small letters: as its ``first`` word, or ``anywhere`` in it."""

    first: tuple[str, ...]
    anywhere: tuple[str, ...]


class RegisterWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the register says besides its columns.

    ``received`` explains that column; ``open`` and ``oldest`` head what is counted of an organisation, ``about_counts``
    says what those counts are; ``not_listed`` stands for all organisations that are not on the team's list; ``ring``
    marks a form to ring about. ``to_ring`` names the list of those, ``reason`` and ``since`` two of its columns.
    ``not_reached`` is what says under Rung that nobody was reached.
    ``heads`` are what the notes on the heads of columns say, by column.
    """

    received: str
    open: str
    oldest: str
    about_counts: str
    not_listed: str
    ring: str
    to_ring: str
    reason: str
    since: str
    not_reached: NotReached
    heads: dict[str, str]


class ReportWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a report says besides its findings.

    ``first`` opens it and ``last`` and ``not_checked`` close it; ``read_all`` stands above all that is found, where any
    form was read. ``before_ringing`` says whom to ring and whom not, ``waiting`` heads what earlier runs left to ring
    about (``calm`` is said where this run found nothing more to ring about in it, ``closed`` where the register says
    Closed and not Rung), ``ring`` what cannot wait, ``rung`` what is rung about already, and ``nobody`` says what to do
    where nobody answers. ``overdue`` heads what is past its day, ``due`` says which ``{day}`` that is, ``no_day`` that
    a ``{text}`` is none; ``unlisted`` heads names of organisations that their list does not have.
    ``came_in`` heads what came in about a form: an addendum ``beside`` it, or one of which it is not known ``whose``
    it is, a ``slip`` in its reference, a ``letter``; ``beside_slip`` is its last page alone, ``unsigned`` says that
    nobody stands for it. ``since_written`` stands beside the row of the finding, ``since_corrected`` where a person
    wrote a value down, ``since_changed`` where that was changed again; ``by_correction`` is said of what follows from
    one. ``ask``, ``look`` and ``information`` stand below the names of their groups.

    ``since``, ``yesterday`` and ``today`` say for how many ``{days}`` a form is known; ``reference`` and ``not_read``
    name it in the folder. ``empty`` is said of a form without any answer, ``blanks`` of ``{rows}`` that are blank,
    ``written`` and ``further`` of a ``{text}`` that stands in it. ``batch`` heads what is said once, ``of_forms`` says
    of how many; ``training`` says how many ``{count}`` training copies there are, which nothing counts;
    ``to_do`` heads the counts of a long run, and ``details`` says what they leave out. ``register`` are the register's.
    """

    first: str
    ask: str
    before_ringing: str
    waiting: str
    calm: str
    closed: str
    overdue: str
    due: str
    no_day: str
    unlisted: str
    came_in: str
    beside: str
    beside_none: str
    beside_slip: str
    unsigned: str
    whose: str
    whose_unknown: str
    whose_form: str
    whose_organisation: str
    whose_no_organisation: str
    whose_several: str
    forgotten: str
    slip: str
    letter: str
    since_written: str
    since_corrected: str
    since_changed: str
    by_correction: str
    ring: str
    rung: str
    nobody: str
    read_all: str
    look: str
    information: str
    since: str
    yesterday: str
    today: str
    reference: str
    not_read: str
    empty: str
    blanks: str
    written: str
    further: str
    batch: str
    of_forms: str
    to_do: str
    details: str
    training: str
    last: str
    not_checked: str
    status: StatusWords
    severity: SeverityWords
    group: GroupWords
    caller: CallerWords
    register: RegisterWords

    def of(self, word: Standing | Severity | Group) -> str:
        """The words of a standing, a severity or a group."""
        names = {Standing: self.status, Severity: self.severity, Group: self.group}
        said: str = getattr(names[type(word)], word.value)
        return said

    def corrected(self, said: str, correction: Correction) -> str:
        """A sentence about a correction: who wrote a value down, when, and from where."""
        day = f"{date.fromisoformat(correction.on):%d/%m/%Y}"
        return said.format(by=correction.by, basis=correction.basis, day=day)

    def first_seen(self, days: int) -> str:
        """Since when a form is known."""
        return {0: self.today, 1: self.yesterday}.get(days, self.since.format(days=days))
