"""Whether the guidance's stated review is past."""

from __future__ import annotations

import calendar
from datetime import date, datetime
from pathlib import Path

from hsbdocs.content.locate import MARK
from hsbdocs.content.source import SourceFile
from hsbdocs.model.check import CheckCode
from hsbdocs.model.faults import Fault


def check_review(root: Path, today: date) -> list[Fault]:
    """A fault where the month of review stated in hsbdocs.yaml is over on ``today``, or is no month."""
    source = SourceFile(root, root / MARK)
    due = source.data.get("review_due") if isinstance(source.data, dict) else None
    if not isinstance(due, str):
        return []  # said when content is read
    try:
        month = datetime.strptime(due, "%B %Y")
    except ValueError:
        problem = f"{due!r} is not a month such as June 2026"
        return [source.fault(("review_due",), problem, CheckCode.DAY)]
    last = date(month.year, month.month, calendar.monthrange(month.year, month.month)[1])
    if today <= last:
        return []
    problem = f"the stated review, {due}, is past on {today.isoformat()}, and no review is recorded"
    return [source.fault(("review_due",), problem, CheckCode.OVERDUE)]
