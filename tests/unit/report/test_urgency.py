"""The report by urgency: groups, their order, one line where one says it, a summary of many, and the team's folder."""

from __future__ import annotations

import re

import msgspec
import pytest

from hsbdocs.model.finding import Code, Severity, Statement
from hsbdocs.model.line import Status
from hsbdocs.model.record import Record, Value
from hsbdocs.model.report import Group, Standing
from hsbdocs.pipeline.read import Read
from hsbdocs.report.folder import Folder, Known, Waiting
from tests.unit.report.reads import flat, lines, read, statement, view
from tests.unit.rules.records import CHECKLIST_FORM, complete

_RING = "Ring today: telephone the sender's safeguarding lead about"
_E, _W, _A = Severity.ERROR, Severity.WARNING, Severity.ADVICE
_REFERRAL = ("actions.referral.answer",)


def _urgent(file: str, code: Code = Code.AGE_20, **more: object) -> Read:
    return read(file, statement(code, _E, ring=True, **more), status=Status.QUESTIONS)


def _empty() -> Record:
    return complete(dict.fromkeys(complete().answers))


_SENT_BACK = "Sent back empty: ask the sender whether this is the right file."


def _block(told: list[str], heading: str, indent: str) -> list[str]:
    """The lines after a heading, as long as they are further in."""
    start = next(number for number, line in enumerate(told) if line.startswith(heading)) + 1
    end = next(number for number in range(start, len(told)) if not told[number].startswith(indent))
    return told[start:end]


def test_a_form_to_ring_about_names_whoever_sent_it() -> None:
    who = {"completion.organisation": "Testby School", "completion.role": None, "completion.practitioner": "J. Made-up"}
    found = statement(Code.AGE_03, _E, ring=True, fields=_REFERRAL, location="row A4", message="No referral.", hint="")
    record = complete({**who, "actions.referral.details": "Front Door, by telephone"})
    form = read("a.docx", found, status=Status.QUESTIONS, record=record, as_written={"completion.date": "12/3/26"})
    folder = Folder(telephone=lambda organisation: {"Testby School": "A. Lead, 01622 000000"}[organisation])
    told = lines([form], folder=folder, known=[Known(reference="7K2M3F9Q0", days=0)])
    assert _block(told, _RING, "  ") == [
        "  a.docx (reference 7K2M3F9Q0)",
        '    Organisation: "Testby School". Role: not given. Practitioner: "J. Made-up". Dated: "12/3/26".',
        "    Lead on your list: A. Lead, 01622 000000",
        "      - Row A4, Are you making a referral? (See local pathways guidance) If so, where?",
        '        further details: "Front Door, by telephone"',
        "        No referral. [AGE-03]",
    ]


def test_a_date_that_stands_in_the_file_alone_is_said_in_words() -> None:
    form = read("a.docx", statement(ring=True), record=complete({"completion.date": "2026-03-12"}))
    assert 'Dated: "12 March 2026".' in flat([form])


def test_a_checklist_names_what_it_has() -> None:
    """It has no box for a role."""
    found = statement(ring=True)
    checklist = read("b.xlsx", found, record=_checklist())
    assert _block(lines([checklist]), _RING, "  ")[1] == (
        '    Organisation: "Testby". Practitioner: "P. Sample". Dated: "1 May 2026".'
    )


def _checklist() -> Record:
    said = {"organisation": "Testby", "practitioner": "P. Sample", "date": "2026-05-01"}
    blank: dict[str, Value] = dict.fromkeys(field.id for field in CHECKLIST_FORM.fields)
    answers = blank | {f"checklist.{name}": text for name, text in said.items()}
    return msgspec.structs.replace(complete(), form=CHECKLIST_FORM.key, answers=answers)


def test_details_of_a_referral_stand_only_where_it_is_at_issue() -> None:
    record = complete({"actions.referral.details": "Zebra99"})
    other = statement(Code.SIGN_03, _E, fields=("completion.signature",), location="row C3")
    assert "Zebra99" not in flat([read("a.docx", other, record=record)])
    harmful = statement(Code.OUTCOME_04, _W, fields=("outcome.category", "actions.referral.answer"))
    assert 'further details: "Zebra99"' in flat([read("a.docx", harmful, record=record)])


def test_what_was_written_stands_at_an_answer_that_is_null() -> None:
    found = (
        statement(Code.CHILD_03, _E, fields=("child.date_of_birth",), location="row D2"),
        statement(Code.CHILD_06, _W, fields=("child.age",), location="row D2"),
    )
    record = complete({"child.date_of_birth": None})
    written = {"child.date_of_birth": "31/2/2012", "child.age": "15 years"}
    told = flat([read("a.docx", *found, record=record, as_written=written, status=Status.QUESTIONS)])
    assert '- Row D2, DOB/Age written: "31/2/2012" A sentence.' in told
    assert "15 years" not in told, "an answer that was read is not repeated"


def test_the_same_writing_in_two_boxes_of_a_row_stands_once() -> None:
    fields = ("child.date_of_birth", "child.age")
    record = complete(dict.fromkeys(fields))
    found = statement(Code.AGE_20, _E, ring=True, fields=fields, location="row D2")
    told = flat([read("a.docx", found, record=record, as_written=dict.fromkeys(fields, "14/15"))])
    assert told.count("14/15") == 1


def test_forms_of_a_group_come_by_urgency_and_then_as_they_were_read() -> None:
    reads = [
        read("a.docx", statement(Code.FORM_05, _W)),
        read("b.docx", statement(Code.FORM_03, _E), status=Status.QUESTIONS),
        read("c.docx", statement(Code.FORM_05, _W), statement(Code.AGE_18, _W)),
        read("d.docx", statement(Code.FORM_03, _E), status=Status.QUESTIONS),
    ]
    assert [entry.file for entry in view(reads).of(Group.LOOK)] == ["c.docx", "b.docx", "d.docx", "a.docx"]
    told = _block(lines(reads), "  c.docx", "   ")
    assert ["AGE-18" in told[0], "FORM-05" in told[1]] == [True, True]


def test_of_those_to_ring_about_a_child_under_13_comes_first() -> None:
    codes = [Code.FILE_01, Code.AGE_20, Code.AGE_05, Code.OUTCOME_04, Code.AGE_03]
    reads = [_urgent(f"{code.value}.docx", code) for code in codes]
    assert [entry.file[:-5] for entry in view(reads).of(Group.RING)] == [code.value for code in reversed(codes[1:])] + [
        "FILE-01"
    ]


def test_whoever_is_rung_today_is_asked_the_rest_first() -> None:
    asked = statement(Code.SIGN_03, _E)
    reads = [read("a.docx", asked), read("b.docx", statement(Code.SIGN_01, _W), statement(Code.AGE_20, _E, ring=True))]
    assert [entry.file for entry in view(reads).of(Group.ASK)] == ["b.docx", "a.docx"]


def test_what_asks_a_person_to_read_the_form_comes_before_what_does_not() -> None:
    found = (statement(Code.CHILD_10, _W), statement(Code.ACTION_04, _W, read_form=True), statement(Code.SIGN_01, _W))
    told = _block(lines([read("a.docx", *found)]), "  a.docx", "    ")
    assert re.findall(r"\[([A-Z]+-\d\d)\]", flat_of(told)) == ["ACTION-04", "CHILD-10", "SIGN-01"]


def test_a_form_sent_back_empty_is_one_line() -> None:
    found = (
        statement(Code.ANSWER_01, _E, location="rows Q1 to Q12"),
        statement(Code.SIGN_03, _E, fields=("completion.signature",), location="row C3"),
        statement(Code.FORM_08, _A),
    )
    told = lines([read("a.docx", *found, record=_empty(), status=Status.QUESTIONS)])
    assert _block(told, "  a.docx", "    ") == [
        "      - Sent back empty: ask the sender whether this is the right file."
    ]
    assert "  Questions about the form  a.docx (1 point to read)" in told
    assert "For information" not in told


def test_an_empty_form_is_rung_about_where_it_has_to_be() -> None:
    found = (statement(Code.CHILD_02, _E, ring=True, message="No age.", hint=""), statement(Code.ANSWER_01, _E))
    told = lines([read("a.docx", *found, record=_empty(), status=Status.QUESTIONS)])
    assert _block(told, _RING, "  ") == [
        "  a.docx",
        f"    {_SENT_BACK}",
        "      - No age. [CHILD-02]",
    ]


def test_a_form_with_one_word_in_it_is_not_empty() -> None:
    found = (statement(Code.ANSWER_01, _E), statement(Code.SIGN_03, _E, message="Not signed."))
    record = complete({**dict.fromkeys(complete().answers), "child.name": "A"})
    told = flat([read("a.docx", *found, record=record, status=Status.QUESTIONS)])
    assert "Sent back empty" not in told
    assert "Not signed." in told


def test_blank_details_are_one_line_that_names_the_rows() -> None:
    def blank(key: str, field: str) -> Statement:
        return statement(Code.CHILD_14, _A, fields=(field,), location=f"row {key}", message=f"{key}!", hint="Ask.")

    found = (blank("D3", "child.gender"), blank("D4", "child.ethnic_origin"), statement(Code.CHILD_12, _A))
    told = lines([read("a.docx", *found)])
    assert "      - Blank: Row D3, Gender; Row D4, Ethnic Origin. Ask. [CHILD-14]" in told
    assert "D3!" not in " ".join(told)
    assert "  No gaps found by software  a.docx (2 points to read)" in told


# ---- Many forms ------------------------------------------------------------------------------------------


def _many(number: int) -> list[Read]:
    """One to ring about, one that turned 13, one that is clear, and others with a missing signature."""
    unsigned = statement(Code.SIGN_03, _E, fields=("completion.signature",), location="row C3", message="Not signed.")
    first = [
        read("a.docx", statement(Code.AGE_18, _W, name="Turned 13 not long ago", message="Thirteen.")),
        _urgent("b.docx", message="Urgent.", hint="", name="No age could be read"),
        read("c.docx"),
    ]
    return [*first, *(read(f"x{n:03}.docx", unsigned, status=Status.QUESTIONS) for n in range(number - len(first)))]


@pytest.mark.parametrize(("number", "details", "whole"), [(20, False, True), (21, False, False), (21, True, True)])
def test_over_twenty_forms_there_is_a_summary_unless_details_are_asked_for(
    number: int, details: bool, whole: bool
) -> None:
    told = flat_of(lines(_many(number), details=details))
    assert "Urgent." in told
    assert "b.docx Organisation:" in told
    assert ("Not signed." in told, "Thirteen." in told, "x001.docx" in told) == (whole, whole, whole)
    assert ("What there is to do" in told, '"--details" shows the rest' in told) == (not whole, not whole)


def flat_of(told: list[str]) -> str:
    return " ".join(" ".join(told).split())


def test_a_summary_counts_forms_by_standing_and_by_group() -> None:
    told = lines(_many(25))
    start = told.index("25 files")
    assert told[start : told.index("", told.index("What there is to do"))] == [
        "25 files",
        "       2  No gaps found by software",
        "      23  Questions about the form",
        "",
        "What there is to do",
        "  Ring today       1 form or file, 1 point",
        "  Ask the sender   22 forms and files, 22 points",
        "  Look yourself    1 form or file, 1 point",
        "                     1 of them: Turned 13 not long ago",
        "  For information  0 forms and files, 0 points",
    ]


def test_ring_today_is_never_shortened() -> None:
    """The same lines for a hundred forms, with details and without."""
    reads = [_urgent(f"{number:03}.docx", message=f"Urgent {number}.") for number in range(100)]
    short, whole = lines(reads), lines(reads, details=True)
    assert _block(short, _RING, "  ") == _block(whole, _RING, "  ")
    assert sum(line.startswith("  0") for line in short) == 100


def test_a_summary_holds_no_word_of_what_it_only_counts() -> None:
    record = complete({"actions.referral.details": "Zebra99"})
    asked = statement(Code.ACTION_02, _E, fields=_REFERRAL, location="row A4")
    reads = [read(f"{number}.docx", asked, record=record, status=Status.QUESTIONS) for number in range(21)]
    assert "Zebra99" in str(view(reads[:20]))
    assert "Zebra99" not in str(view(reads))


# ---- The team's folder -----------------------------------------------------------------------------------

_WAITING = (
    Waiting(reference="AAAAAAAAA", days=14, what="The file is damaged.", read=False),
    Waiting(reference="BBBBBBBBB", days=7, what="A form", organisation="Testby School"),
    Waiting(reference="CCCCCCCCC", days=1, what="A form"),
    Waiting(reference="DDDDDDDDD", days=0, what="A form"),
)


def test_what_earlier_days_left_leads_the_report() -> None:
    told = lines([_urgent("a.docx")], folder=Folder(waiting=_WAITING))
    assert _block(told, "Still to ring, from earlier days", "  ") == [
        "  reference AAAAAAAAA, file not read: The file is damaged; first seen 14 days ago",
        "  reference BBBBBBBBB, Testby School, A form; first seen 7 days ago",
        "  reference CCCCCCCCC, A form; first seen yesterday",
        "  reference DDDDDDDDD, A form; first seen today",
    ]
    assert told.index("Still to ring, from earlier days") < told.index(_RING)
    assert told.index("Still to ring, from earlier days") > next(
        n for n, each in enumerate(told) if "do not ring" in each
    )


def test_what_is_left_is_said_where_nothing_was_read_today() -> None:
    told = flat_of(lines([], folder=Folder(waiting=_WAITING[:1])))
    assert "Still to ring, from earlier days reference AAAAAAAAA" in told
    assert "if nobody answers, tell your own safeguarding lead now" in told


def test_a_form_that_waits_and_came_again_stands_once_and_before_what_is_new() -> None:
    reads = [_urgent("new.docx", Code.AGE_03), _urgent("week.docx"), _urgent("fortnight.docx")]
    known = [Known(reference="EEEEEEEEE", days=0), Known(reference="BBBBBBBBB", days=7)]
    told = lines(reads, folder=Folder(waiting=_WAITING), known=[*known, Known(reference="AAAAAAAAA", days=14)])
    waits = [line.split()[1] for line in _block(told, "Still to ring, from earlier days", "  ")]
    assert waits == ["CCCCCCCCC,", "DDDDDDDDD,"]
    names = [line for line in _block(told, _RING, "  ") if not line.startswith("   ")]
    assert names == [
        "  fortnight.docx (reference AAAAAAAAA; first seen 14 days ago)",
        "  week.docx (reference BBBBBBBBB; first seen 7 days ago)",
        "  new.docx (reference EEEEEEEEE)",
    ]


def test_a_form_that_waits_and_is_calm_today_is_not_let_go() -> None:
    told = flat_of(
        lines(
            [read("a.docx")],
            folder=Folder(waiting=_WAITING[1:2]),
            known=[Known(reference="BBBBBBBBB", days=7)],
        )
    )
    assert "BBBBBBBBB, Testby School, A form; first seen 7 days ago. Read again in this run" in told


@pytest.mark.parametrize("number", [3, 30])
def test_what_is_rung_about_already_comes_last(number: int) -> None:
    reads = [_urgent(f"{each:02}.docx", message="Urgent.") for each in range(number)]
    known = [Known(reference=f"R{each:02}", days=0) for each in range(number)]
    known[0] = Known(reference="R00", days=7, rung="2/6, by telephone")
    told = lines(reads, folder=Folder(), known=known)
    assert "00.docx" not in " ".join(_block(told, _RING, "  "))
    rung = _block(told, "Rung already, as your register says", "  ")
    assert re.search(
        r'00\.docx \(reference R00; first seen 7 days ago\).*Under Rung:? "2/6, by telephone"', flat_of(rung)
    )
    assert (len(rung) == 1) == (number > 20), "in full where the report is no summary"
    assert number < 20 or "  Ring today       29 forms and files, 29 points" in told


def test_standings_are_said_as_before() -> None:
    reads = [read("a.docx"), read("b.docx", status=Status.UNREAD)]
    assert [entry.standing for entry in view(reads).entries] == [Standing.CLEAR, Standing.UNREAD]
