"""Whether the guidance's stated review is past."""

from __future__ import annotations

from datetime import date

from hsbdocs.content.locate import MARK
from hsbdocs.content.places import Places, fault_at
from hsbdocs.model.calendar import month_end
from hsbdocs.model.check import CheckCode
from hsbdocs.model.content import Edition
from hsbdocs.model.faults import Fault


def check_review(edition: Edition, places: Places, today: date) -> list[Fault]:
    """A fault where the month of review stated in hsbdocs.yaml is over on ``today``.

    A month that is none is said when content is read.
    """
    last = month_end(edition.review_due)
    if last is None or today <= last:
        return []
    problem = f"the stated review, {edition.review_due}, is past on {today.isoformat()}, and no review is recorded"
    return [fault_at(places, MARK, problem, "review_due", code=CheckCode.OVERDUE)]
