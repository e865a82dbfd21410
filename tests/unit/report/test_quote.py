"""A sender's words on a line of the terminal: they can forge nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hsbdocs.model.finding import Code, Severity
from hsbdocs.model.line import Status
from hsbdocs.report.folder import Folder, Known, Waiting
from hsbdocs.report.quote import SHORT, clean, quoted
from tests.unit.report.reads import lines, read, statement
from tests.unit.rules.records import complete

#: Signs that end a line, move the cursor, colour, turn the direction of writing, or cannot be seen.
_FORGING = "\n\r\t\x0b\x0c\x00\x07\x08\x1b\x1c\x1d\x1e\x7f\x85\x9b\u200b\u200e\u202e\u2028\u2029\u2066\ufeff\ud800"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("31/2/2012", '"31/2/2012"'),
        ("  two\n\nlines\tand\u00a0more ", '"two lines and more"'),
        ("\x1b[31mred", r'"\x1b[31mred"'),
        ("right\u202eleft", r'"right\u202eleft"'),
        ("half \ud800 a sign", r'"half \ud800 a sign"'),
        ('he said "no" to it', "\"he said 'no' to it\""),
        ("\u2612 Yes \u2610 No", '"[x] Yes [ ] No"'),
        ("Zoë \u4e2d", '"Zoë \u4e2d"'),
        ("a" * 80, f'"{"a" * 80}"'),
        ("a" * 81, f'"{"a" * 80} ..."'),
        ("word " * 16, f'"{"word " * 15}word"'),
        ("word " * 17, f'"{"word " * 15}word ..."'),
        ("x" * 1_000_000, f'"{"x" * 80} ..."'),
        (" " * 400 + "late", '" ..."'),
    ],
)
def test_a_quote(text: str, shown: str) -> None:
    assert quoted(text) == shown


@given(st.text(max_size=400))
@example(_FORGING)
def test_every_quote_is_one_line_between_its_marks(text: str) -> None:
    shown = quoted(text)
    assert shown.isprintable()
    assert len(shown) <= 12 * (SHORT + 4)
    assert (shown[0], shown[-1], shown.count('"')) == ('"', '"', 2)
    assert clean(text).isprintable()


@given(st.text(st.sampled_from(_FORGING + 'ab "'), min_size=1, max_size=60))
@example(_FORGING)
@example("x\"\nRing today: telephone the sender's safeguarding lead about\n  other.docx")
def test_nothing_of_a_form_or_of_the_folder_forges_a_line_or_a_colour(text: str) -> None:
    """Every line has printable signs alone, and those at the margin are the same as where an honest "a" is written."""
    for reference in ("BBBBBBBBB", "CCCCCCCCC"):
        told = _told(text, reference)
        assert all(line.isprintable() for line in told)
        assert _at_the_margin(told) == _at_the_margin(_told("a", reference))


def _told(text: str, reference: str) -> list[str]:
    """A report with the text in every box that is shown, in the file's name and in what the team's folder says."""
    boxes = ("completion.organisation", "completion.role", "completion.practitioner", "actions.referral.details")
    record = complete({**dict.fromkeys(boxes, text), "completion.date": None, "child.age": None})
    fields = ("child.age", "actions.referral.answer")
    found = (
        statement(Code.AGE_20, Severity.ERROR, ring=True, fields=fields),
        statement(Code.CHILD_03, Severity.ERROR, fields=fields),
        statement(Code.FORM_07, Severity.ERROR, fields=fields),
    )
    form = read(
        f"in/{text}.docx", *found, status=Status.QUESTIONS, record=record, as_written=dict.fromkeys(fields, text)
    )
    folder = Folder(
        waiting=(Waiting(reference="AAAAAAAAA", days=3, what=text, organisation=text),),
        telephone=lambda organisation: organisation,
    )
    rung, again = (text, "") if reference == "BBBBBBBBB" else ("", text)
    return lines([form], folder=folder, known=[Known(reference=reference, days=2, rung=rung, again=again)])


def _at_the_margin(told: list[str]) -> list[str]:
    return [line for line in told if not line.startswith(" ")]
