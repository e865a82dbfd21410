"""The report for people."""

from datetime import date

import pytest

from hsbdocs.content.catalogue import load_catalogue
from hsbdocs.model.finding import Code, Severity
from hsbdocs.model.line import Status
from hsbdocs.model.settings import Settings, changes_of
from hsbdocs.report.taking import Report
from hsbdocs.report.text import WIDTH
from tests.support.forms import ROOT
from tests.unit.reading.sheets import RELEASED
from tests.unit.report.reads import PLACES, WORDS, flat, lines, read, statement
from tests.unit.rules.records import complete

_FIRST = "If a child is in immediate danger, call 999."
_SAW = "A report without findings means only that software saw nothing missing."
_NOT_CHECKED = "Not checked, because the form has no box of its own for it:"
_RING = "Ring today: telephone the sender's safeguarding lead about"


@pytest.mark.parametrize("count", [0, 1, 3])
def test_opens_with_999_and_ends_with_the_standing_sentences(count: int) -> None:
    reads = [read(f"{number}.docx") for number in range(count)]
    text = flat(reads)
    assert lines(reads)[0].startswith(_FIRST)
    assert "A referral comes before paperwork" in text.split(_SAW)[0]
    saw, not_checked = text.index(_SAW), text.index(_NOT_CHECKED)
    assert saw < not_checked
    after = text[not_checked:]
    for word in ("the other person's age", "position of trust", "exploitation", "immediate harm", "parents or carers"):
        assert word in after
    assert after.endswith("whole form.")
    assert ".docx" not in text[saw:]


def test_no_files_is_said() -> None:
    assert "No files were found" in flat([])


def test_files_to_ring_about_come_first() -> None:
    files = [read("calm.docx", statement()), read("urgent.docx", statement(message="Urgent.", ring=True))]
    text = lines(files)
    assert text.index(_RING) < min(number for number, line in enumerate(text) if "calm.docx" in line)
    ring = text[text.index(_RING) + 1 : text.index("", text.index(_RING))]
    assert ring[0].strip() == "urgent.docx"
    assert ring[-1].strip() == "- Urgent. A hint. [FORM-05]"
    after = " ".join(" ".join(text[text.index(_RING) :]).split())
    assert after.index("if nobody answers, tell your own safeguarding lead now") < after.index("2 files")


def test_nobody_to_ring_about_is_not_a_heading() -> None:
    assert _RING not in lines([read()])


@pytest.mark.parametrize(
    ("status", "words"),
    [(Status.CLEAR, "No gaps found by software"), (Status.QUESTIONS, "Questions about the form"),
     (Status.UNREAD, "Not read: read the original")],
)  # fmt: skip
def test_a_file_and_its_status(status: Status, words: str) -> None:
    assert any(words in line and "returned/a.docx" in line for line in lines([read(status=status)]))


def test_findings_by_group_with_the_words_for_people() -> None:
    found = [
        statement(Code.FORM_08, Severity.ADVICE, message="Advised."),
        statement(Code.FORM_05, Severity.WARNING, message="Warned."),
        statement(Code.SIGN_01, Severity.WARNING, message="Why?"),
        statement(Code.SIGN_03, Severity.ERROR, message="Wrong.", fields=("completion.signature",), location="row C3"),
    ]
    text = flat([read("a.docx", *found, status=Status.QUESTIONS)])
    order = ["Ask the sender", "Missing or unclear", "Row C3, Signature", "Wrong.", "SIGN-03", "Please explain", "Why?"]
    places = [text.index(word) for word in (*order, "Look yourself", "Warned.", "For information", "Advised.")]
    assert places == sorted(places)


def test_findings_of_one_group_in_printed_order() -> None:
    found = [
        statement(Code.SIGN_03, Severity.ERROR, fields=("completion.signature",), location="row C3"),
        statement(Code.ANSWER_02, Severity.ERROR, fields=("considerations.q02",), location="row Q2"),
        statement(Code.CHILD_01, Severity.ERROR, fields=("child.name",), location="row D1"),
        statement(Code.ANSWER_01, Severity.ERROR, location="after row Q12"),
    ]
    text = flat([read("a.docx", *found, status=Status.QUESTIONS)])
    places = [text.index(word) for word in ("After no. 12", "Row D1", "No. 2,", "Row C3")]
    assert places == sorted(places)


def test_the_section_of_the_guidance_is_named() -> None:
    assert "guidance 4.3 Q1" in flat([read("a.docx", statement(Code.AGE_03, source="4.3 Q1"))])
    assert "guidance" not in flat([read("a.docx", statement(Code.FORM_08, source="toolkit"))]).split("a.docx")[2]


def test_no_answer_is_printed_but_who_sent_the_form() -> None:
    marker = "Zebra1234"
    record = complete({field: marker for field in ("child.name", "considerations.q03", "child.gp")})
    found = statement(
        Code.CHILD_01, Severity.ERROR, fields=("child.name", "considerations.q03"), location="rows D1 and Q3"
    )
    assert marker not in flat([read("a.docx", found, record=record, status=Status.QUESTIONS)])


def test_members_and_parts_are_named() -> None:
    text = flat([read("mail.zip", statement(), member="in/b.docx", part=2)])
    assert "mail.zip, in/b.docx, form 2" in text


def test_lines_fit_the_width() -> None:
    found = [statement(message="word " * 60, hint="hint " * 60, location="row D1", fields=("child.name",))]
    assert max(map(len, lines([read("a.docx", *found)]))) <= WIDTH


@pytest.mark.parametrize("name", ["a\nRing today.docx", "a\rb.docx", "a\x1b[31mb.docx", "a\x07.docx"])
def test_a_file_name_cannot_forge_lines_or_colours(name: str) -> None:
    text = lines([read(name, statement(ring=True))])
    assert not any(character in line for line in text for character in "\n\r\x1b\x07")


def test_a_long_file_name_is_not_cut() -> None:
    name = "x" * 150 + ".docx"
    assert any(name in line for line in lines([read(name)]))


def test_changes_are_said_before_the_standing_sentences() -> None:
    entries = load_catalogue(ROOT / "content").entries
    settings = Settings(
        today=date(2026, 6, 1),
        handling_mark="Sample mark",
        off=frozenset({Code.CHILD_12, Code.CHILD_13}),
        severity={Code.CHILD_10: Severity.ADVICE, Code.SIGN_09: Severity.WARNING},
        months={Code.SIGN_08: 1, Code.CHILD_08: 3},
    )
    changes = changes_of(settings, entries.values(), today=True)
    text = lines([read("a.docx")], changes)
    start = text.index("Changed by the settings file")
    assert text[start + 1 : text.index("", start)] == [
        "  Read as on 1 June 2026.",
        "  Turned off: CHILD-12 (No postcode); CHILD-13 (The telephone number looks wrong).",
        '  Said under "Please explain": SIGN-09 (Not signed by the child).',
        '  Said under "To consider": CHILD-10 (An NHS number of the test range).',
        "  Period of 1 month: SIGN-08 (An assessment of some time ago).",
    ]
    saw = next(number for number, line in enumerate(text) if line.startswith(_SAW[:40]))
    assert start < saw
    assert (text[0], text[1], text[-2], text[-1]) == ("Sample mark", "", "", "Sample mark")
    assert text[2].startswith(_FIRST)


def test_another_day_goes_before_the_settings() -> None:
    entries = load_catalogue(ROOT / "content").entries
    changes = changes_of(Settings(today=date(2026, 6, 1)), entries.values(), today=False)
    assert changes.as_data() == {}
    assert "Read as on" not in " ".join(lines([], changes))


def test_what_is_said_once_a_batch_is_said_of_no_file() -> None:
    due = statement(Code.FORM_02, Severity.ADVICE, message="The review is due.", once=True)
    text = flat([read("a.docx", due), read("b.docx", due, due), read("c.docx", due, statement()), read("d.docx")])
    assert text.count("The review is due.") == 1
    assert "Once for the whole batch - The review is due. A hint. [FORM-02] (true of 3 of the forms" in text
    assert [name for name in "abcd" if f"{name}.docx (1 point to read)" in text] == ["c"]


def test_the_report_keeps_nothing_of_what_was_written() -> None:
    """Nothing here is in question: not one word of the form is taken."""
    taken = Report(WORDS, PLACES)
    whole = read("a.docx", statement(), record=complete({"child.name": "Zebra99"}))
    taken.add(whole.line, whole.statements, RELEASED)
    assert "Zebra99" not in str(taken.view())


def test_what_was_printed_goes_with_the_view() -> None:
    taken = Report(WORDS, PLACES)
    whole = read("a.docx", statement(ring=True), record=complete({"completion.practitioner": "Zebra99"}))
    taken.add(whole.line, whole.statements, RELEASED)
    assert "Zebra99" in str(taken.view())
    assert "Zebra99" not in str(taken.view())
