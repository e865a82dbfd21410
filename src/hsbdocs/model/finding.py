"""Findings: what software saw in a file, as data. The sentence is made last, from the catalogue."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """``error``: missing or unclear; ``warning``: please explain; ``advice``: to consider."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


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
    FORM_01 = "FORM-01"
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
    CHILD_01 = "CHILD-01"
    CHILD_02 = "CHILD-02"
    CHILD_03 = "CHILD-03"
    CHILD_04 = "CHILD-04"
    CHILD_05 = "CHILD-05"
    CHILD_09 = "CHILD-09"
    ANSWER_01 = "ANSWER-01"
    ANSWER_02 = "ANSWER-02"
    ANSWER_03 = "ANSWER-03"
    AGE_03 = "AGE-03"
    AGE_05 = "AGE-05"
    AGE_20 = "AGE-20"
    OUTCOME_01 = "OUTCOME-01"
    OUTCOME_02 = "OUTCOME-02"
    OUTCOME_03 = "OUTCOME-03"
    ACTION_01 = "ACTION-01"
    ACTION_02 = "ACTION-02"
    ACTION_03 = "ACTION-03"
    SIGN_01 = "SIGN-01"
    SIGN_02 = "SIGN-02"
    SIGN_03 = "SIGN-03"
    SIGN_04 = "SIGN-04"
    SIGN_05 = "SIGN-05"
    SIGN_06 = "SIGN-06"


#: What a finding about a file or a whole form can say besides its code. Others have the row's ``ref`` and ``label``.
PARAMS = {
    Code.FILE_05: {"limit"},
    Code.FILE_08: {"count"},
    Code.FORM_05: {"place"},
    Code.FORM_06: {"place"},
    Code.FORM_07: {"ref", "label", "seen"},
    Code.FORM_09: {"place"},
}
PARAMS_OF_A_ROW = {"ref", "label"}


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing seen. ``fields`` are field ids; ``params`` fill the sentence and hold nothing personal."""

    code: Code
    fields: tuple[str, ...] = ()
    location: str = ""
    params: dict[str, str | int] = {}


class CatalogueEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said of a code: ``message`` may hold ``{name}`` for a finding's params."""

    code: Code
    severity: Severity
    message: str
    hint: str
    source: tuple[str, ...]
    ring_today: bool = False


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A finding put into words, as the JSON line and the report show it."""

    code: Code
    severity: Severity
    fields: tuple[str, ...]
    location: str
    message: str
    hint: str
    source: str
    params: dict[str, str | int]
    ring_today: bool
