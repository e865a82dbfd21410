"""How the edition stands: whether its stated review is past, and the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from hsbdocs.content.locate import MARK
from hsbdocs.content.places import Places, fault_at
from hsbdocs.model.calendar import month_end
from hsbdocs.model.check import CheckCode
from hsbdocs.model.content import Edition
from hsbdocs.model.faults import Fault
from hsbdocs.model.state import StateWords

#: The words of the lines that say how the edition stands.
STATE = "state.yaml"


#: What may be filled into each line of state.yaml, and what must be.
_MAY = {
    "status": ("issued",),
    "not_reviewed": ("issued", "review_due"),
    "reviewed": ("issued", "review_due", "on", "by", "outcome"),
}
_MUST = {"status": (), "not_reviewed": ("review_due",), "reviewed": ("on", "by", "outcome")}
_NAME = re.compile(r"\{(\w*)\}")


def check_state(words: StateWords, places: Places) -> Iterator[Fault]:
    """Lines of state.yaml that lack what they stand for, or name what there is not."""
    for line, may in _MAY.items():
        text = getattr(words, line)
        named = set(_NAME.findall(text))
        if not text:
            yield fault_at(places, STATE, "is empty", line)
        for name in sorted(named - set(may)):
            yield fault_at(places, STATE, f"{{{name}}} cannot be filled in here", line)
        for name in (each for each in _MUST[line] if each not in named):
            yield fault_at(places, STATE, f"does not say {{{name}}}", line)


def check_review(edition: Edition, places: Places, today: date) -> list[Fault]:
    """A fault where the month of review stated in hsbdocs.yaml is over on ``today``, and no review is recorded.

    A month that is none is said when content is read.
    """
    last = month_end(edition.review_due)
    if last is None or today <= last or edition.reviewed is not None:
        return []
    problem = f"the stated review, {edition.review_due}, is past on {today.isoformat()}, and no review is recorded"
    return [fault_at(places, MARK, problem, "review_due", code=CheckCode.OVERDUE)]
