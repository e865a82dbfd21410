"""What rules know beyond the record."""

from datetime import date

import msgspec
import pytest

from hsbdocs.content.catalogue import load_catalogue
from hsbdocs.model.finding import Code
from hsbdocs.rules import guide_of
from tests.support.forms import ROOT

RULESET = load_catalogue(ROOT / "content").ruleset


def test_the_edition_s_dates() -> None:
    guide = guide_of(RULESET)
    assert (guide.issued, guide.review_by, guide.due) == (date(2023, 6, 1), date(2026, 6, 30), "June 2026")


@pytest.mark.parametrize("field", ["issued", "review_due"])
def test_dates_that_are_no_months(field: str) -> None:
    edition = msgspec.structs.replace(RULESET.edition, **{field: "soon"})
    with pytest.raises(ValueError, match="month"):
        guide_of(msgspec.structs.replace(RULESET, edition=edition))


def test_a_settings_file_changes_a_period_and_leaves_the_others() -> None:
    own = guide_of(RULESET).months
    changed = guide_of(RULESET, {Code.SIGN_08: own[Code.SIGN_08] + 1}).months
    assert changed == {**own, Code.SIGN_08: own[Code.SIGN_08] + 1}
    assert Code.CHILD_01 not in own
