"""Findings: what software saw in a file, as data. The sentence is made last, from the catalogue."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hsbdocs.model.doubt import Seen
from hsbdocs.model.location import Location


class Severity(StrEnum):
    """``error``: missing or unclear; ``warning``: please explain; ``advice``: to consider."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


#: From the least to the most serious.
SERIOUS = (Severity.ADVICE, Severity.WARNING, Severity.ERROR)


class Code(StrEnum):
    """Every code a finding can have. Severity, sentence, hint and source are content."""

    FILE_01 = "FILE-01"
    FILE_02 = "FILE-02"
    FILE_03 = "FILE-03"
    FILE_04 = "FILE-04"
    FILE_05 = "FILE-05"
    FILE_06 = "FILE-06"
    FILE_07 = "FILE-07"
    FILE_08 = "FILE-08"
    FILE_09 = "FILE-09"
    FILE_10 = "FILE-10"
    FORM_01 = "FORM-01"
    FORM_02 = "FORM-02"
    FORM_03 = "FORM-03"
    FORM_04 = "FORM-04"
    FORM_05 = "FORM-05"
    FORM_06 = "FORM-06"
    FORM_07 = "FORM-07"
    FORM_08 = "FORM-08"
    FORM_09 = "FORM-09"
    FORM_10 = "FORM-10"
    FORM_11 = "FORM-11"
    FORM_12 = "FORM-12"
    FORM_13 = "FORM-13"
    FORM_14 = "FORM-14"
    FORM_15 = "FORM-15"
    CHILD_01 = "CHILD-01"
    CHILD_02 = "CHILD-02"
    CHILD_03 = "CHILD-03"
    CHILD_04 = "CHILD-04"
    CHILD_05 = "CHILD-05"
    CHILD_06 = "CHILD-06"
    CHILD_07 = "CHILD-07"
    CHILD_08 = "CHILD-08"
    CHILD_09 = "CHILD-09"
    CHILD_10 = "CHILD-10"
    CHILD_12 = "CHILD-12"
    CHILD_13 = "CHILD-13"
    CHILD_14 = "CHILD-14"
    CHILD_15 = "CHILD-15"
    CHILD_16 = "CHILD-16"
    CHILD_17 = "CHILD-17"
    ANSWER_01 = "ANSWER-01"
    ANSWER_02 = "ANSWER-02"
    ANSWER_03 = "ANSWER-03"
    ANSWER_04 = "ANSWER-04"
    AGE_03 = "AGE-03"
    AGE_04 = "AGE-04"
    AGE_05 = "AGE-05"
    AGE_06 = "AGE-06"
    AGE_16 = "AGE-16"
    AGE_18 = "AGE-18"
    AGE_20 = "AGE-20"
    OUTCOME_01 = "OUTCOME-01"
    OUTCOME_02 = "OUTCOME-02"
    OUTCOME_03 = "OUTCOME-03"
    OUTCOME_04 = "OUTCOME-04"
    OUTCOME_05 = "OUTCOME-05"
    OUTCOME_06 = "OUTCOME-06"
    OUTCOME_10 = "OUTCOME-10"
    OUTCOME_11 = "OUTCOME-11"
    OUTCOME_12 = "OUTCOME-12"
    ACTION_01 = "ACTION-01"
    ACTION_02 = "ACTION-02"
    ACTION_03 = "ACTION-03"
    ACTION_04 = "ACTION-04"
    ACTION_05 = "ACTION-05"
    ACTION_06 = "ACTION-06"
    ACTION_07 = "ACTION-07"
    ACTION_08 = "ACTION-08"
    ACTION_09 = "ACTION-09"
    ACTION_17 = "ACTION-17"
    SIGN_01 = "SIGN-01"
    SIGN_02 = "SIGN-02"
    SIGN_03 = "SIGN-03"
    SIGN_04 = "SIGN-04"
    SIGN_05 = "SIGN-05"
    SIGN_06 = "SIGN-06"
    SIGN_07 = "SIGN-07"
    SIGN_08 = "SIGN-08"
    SIGN_09 = "SIGN-09"
    SIGN_10 = "SIGN-10"
    SIGN_11 = "SIGN-11"
    SIGN_12 = "SIGN-12"
    CHECKLIST_01 = "CHECKLIST-01"
    CHECKLIST_02 = "CHECKLIST-02"
    CHECKLIST_03 = "CHECKLIST-03"
    CHECKLIST_04 = "CHECKLIST-04"
    CHECKLIST_05 = "CHECKLIST-05"
    CHECKLIST_06 = "CHECKLIST-06"
    CHECKLIST_07 = "CHECKLIST-07"
    CHECKLIST_08 = "CHECKLIST-08"
    RECORD_01 = "RECORD-01"
    RECORD_02 = "RECORD-02"
    RECORD_03 = "RECORD-03"


#: What can be found of any file while it is read: every catalogue has an entry for each.
OF_READING = frozenset(code for code in Code if code.value.startswith(("FILE-", "FORM-"))) | {Code.ANSWER_03}


#: What a finding about a file or a whole form can say besides its code. Others have the row's ``ref`` and ``label``.
PARAMS = {
    Code.FILE_05: {"limit"},
    Code.FILE_08: {"count"},
    Code.FORM_02: {"due"},
    Code.FORM_05: {"place"},
    Code.FORM_06: {"place"},
    Code.FORM_07: {"ref", "label", "seen"},
    Code.FORM_09: {"place"},
}
PARAMS_OF_A_ROW = {"ref", "label"}
#: Families whose findings speak of a file or a whole form, not of a row.
WITHOUT_A_ROW = ("FILE", "FORM", "RECORD")


#: A source that is the section which prints the form at hand.
THE_FORM = "form"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing seen. ``fields`` are field ids; ``params`` fill the sentence and hold nothing personal.

    ``location`` is where it stands, None for the whole form or file; ``place`` is what the sentence names, and
    ``doubts`` are what is seen there: both become params when it is put into words.

    ``grave`` and ``slight`` say that the code's graver or slighter case holds: which case that is, the rule or the
    reader knows; how serious, the catalogue.
    """

    code: Code
    fields: tuple[str, ...] = ()
    location: Location | None = None
    place: Location | None = None
    doubts: tuple[Seen, ...] = ()
    params: dict[str, str | int] = {}
    grave: bool = False
    slight: bool = False


class Otherwise(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said instead where a graver or a slighter case of a code holds; ``ring_today`` as for an entry."""

    severity: Severity
    message: str
    ring_today: bool = False


class CatalogueEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said of a code.

    ``name`` is a short heading; ``message`` and ``hint`` go to whoever checks the form, ``note`` to the sender. They
    may hold ``{name}`` for a finding's params. ``grave`` and ``slight`` are cases of the code that are more or less
    serious than it is otherwise. ``months`` is a period of the rule that a settings file may change;
    ``once`` says it once a batch; ``off_because`` is why the rule is off until somebody turns it on; ``always`` says
    that nobody can turn it off, as is so of whatever is to ring about today. ``read_form``: as a warning it speaks of
    age, referral, lead, outcome or of how the form was read, so that a person must read the form.
    """

    code: Code
    name: str
    severity: Severity
    message: str
    hint: str
    note: str
    source: tuple[str, ...]
    ring_today: bool = False
    read_form: bool = False
    grave: Otherwise | None = None
    slight: Otherwise | None = None
    months: int | None = None
    once: bool = False
    off_because: str = ""
    always: bool = False

    @property
    def cases(self) -> tuple[Otherwise, ...]:
        """Its cases that are more or less serious."""
        return tuple(case for case in (self.grave, self.slight) if case is not None)

    def case_of(self, finding: Finding) -> Otherwise | None:
        """The case that holds for a finding, if one does."""
        return (self.grave if finding.grave else None) or (self.slight if finding.slight else None)

    @property
    def fixed(self) -> bool:
        """True where a settings file may neither turn it off nor make it less serious."""
        return self.always or self.ring_today or (self.grave is not None and self.grave.ring_today)


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A finding put into words, as the JSON line and the report show it; ``note`` is the text to the sender.

    ``once`` says that a report says it once, however many files it is true of; ``read_form`` that it is a warning which
    asks a person to read the form; ``name`` is the short heading of its code.
    """

    code: Code
    severity: Severity
    fields: tuple[str, ...]
    location: str
    at: Location | None
    message: str
    hint: str
    source: str
    params: dict[str, str | int]
    ring_today: bool
    read_form: bool = False
    once: bool = False
    note: str = ""
    name: str = ""

    @property
    def about(self) -> tuple[Code, tuple[str, ...]]:
        """What it says of which fields: by this it is known again."""
        return self.code, self.fields
