"""What an entry of each kind says: every kind of the guidance has its row, and each entry of ours can be said."""

import pytest

from hsbdocs.content.guidance import load_guidance
from hsbdocs.model.guidance import KINDS, SAYS, Block, Point, says
from tests.support.forms import ROOT
from tests.support.frozen import with_cases


def test_every_kind_has_a_row_under_its_own_name() -> None:
    assert {name: row.kind for name, row in SAYS.items()} == KINDS | {"blocks": Block, "points": Point}


@pytest.mark.parametrize("name", SAYS)
def test_the_keys_that_a_row_names_are_those_of_its_kind(name: str) -> None:
    row = SAYS[name]
    assert {*row.leads, *filter(None, [row.words])} <= set(row.kind.__struct_fields__)
    assert name == "points" or (row.printed is not None) is not bool(row.why_not)
    assert row.printed is not None or not row.words


@pytest.mark.parametrize("name", SAYS)
def test_every_entry_says_something_under_labels_and_leads_to_what_there_is(name: str) -> None:
    guidance = with_cases() if name != "pathway" else load_guidance(ROOT / "content")  # it came later
    entries = [entry for entry in guidance.by_id.values() if says(entry) is SAYS[name]]
    assert entries
    for entry in entries:
        assert SAYS[name].line(entry)
        assert all(label and text for label, text in SAYS[name].fields(entry, guidance))
        assert set(SAYS[name].led_to(entry)) <= set(guidance.by_id)
