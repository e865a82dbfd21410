"""Whether the guidance's stated review is past."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hsbdocs.content.locate import MARK
from hsbdocs.content.source import SourceFile
from hsbdocs.model.check import CheckCode
from hsbdocs.model.faults import Fault
from hsbdocs.model.ruleset import month_end


def check_review(root: Path, today: date) -> list[Fault]:
    """A fault where the month of review stated in hsbdocs.yaml is over on ``today``.

    A file that cannot be read, and a month that is none, are said when content is read.
    """
    source = SourceFile(root, root / MARK)
    due = source.data.get("review_due") if isinstance(source.data, dict) else None
    last = month_end(due) if isinstance(due, str) else None
    if last is None or today <= last:
        return []
    problem = f"the stated review, {due}, is past on {today.isoformat()}, and no review is recorded"
    return [source.fault(("review_due",), problem, CheckCode.OVERDUE)]
