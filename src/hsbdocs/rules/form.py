"""The form's edition (the guidance's cover)."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.rules.registry import Case, Spot, rule


@rule(Code.FORM_02)
def review_passed(case: Case) -> Iterable[Spot]:
    """The month of the guidance's stated review is over."""
    if case.today > case.guide.review_by:
        yield Spot(params={"due": case.guide.due})
