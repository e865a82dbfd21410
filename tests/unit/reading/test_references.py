"""References that a file names: of an addendum's stamp any that can be, of a letter those that are or look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.model.reference import reference
from hsbdocs.model.transcript import Paragraph, Span, Transcript
from hsbdocs.reading import named_references, stamped_references


def _says(text: str) -> Transcript:
    return Transcript(blocks=(Paragraph(spans=(Span(text),)),), controls=(), properties={}, macros=False)


@given(st.integers(0, 10**9))
def test_every_reference_that_there_can_be_is_found(number: int) -> None:
    """One without a figure too: about one in thirty has none."""
    name = reference(f"{number:064x}", 1)
    stamp = f"Form risk-assessment-addendum, version 2023.06-1, reference {name}"
    assert stamped_references(_says(stamp)) == (name,)
    assert named_references(_says(f"About your reference: {name.lower()}, thank you.")) == (name.lower(),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Our reference AVEZ507H1.", ("AVEZ507H1",)),
        ("with reference everything stands", ()),
        ("in reference to the meeting of 2026", ()),
        ("reference: AVEZ507H0 and reference AVEZ507H0", ("AVEZ507H0",)),
        ("Re avez507h0 - all done", ("avez507h0",)),
        ("about AVEZ507H0: the date was wrong", ("AVEZ507H0",)),
        ("Our ref. AVEZ507H0", ("AVEZ507H0",)),
        ("Ref: AVEZ507H1, of another office", ()),
        ("about paperwork, case conference, form completed", ()),
    ],
)
def test_what_a_letter_names(text: str, found: tuple[str, ...]) -> None:
    assert named_references(_says(text)) == found


def test_a_stamp_without_a_reference_names_none() -> None:
    assert stamped_references(_says("Form risk-assessment-addendum, version 2023.06-1")) == ()
