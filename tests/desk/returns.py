"""Sixty returns of three invented organisations, as they come in over four weeks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.command.filling import complete

ORGANISATIONS = ("Riverside Academy", "Hill Health Centre", "Valley Youth Justice")
WEEKS = ("2026-06-01", "2026-06-08", "2026-06-15", "2026-06-22")
#: What each is, in turn: whole, a child under 13 without a referral, no outcome, sent back empty of a date, broken.
_KINDS: tuple[dict[str, str | None] | None, ...] = (
    {},
    {
        "child.date_of_birth": "3/4/2014",
        "child.age": "12",
        "actions.referral.answer": "no",
        "actions.safeguarding_lead.answer": "no",
    },
    {"outcome.category": None},
    {"completion.date": None, "completion.signature": None},
    None,
)
COUNT = 60


def arrive(blank: bytes, folder: Path, week: int) -> None:
    """Fifteen more returns in a folder of their own below ``folder``."""
    inbox = folder / f"week {week + 1}"
    inbox.mkdir(parents=True)
    for number in range(week * 15, week * 15 + 15):
        (inbox / f"return {number:02}.docx").write_bytes(a_return(blank, number))


@cache
def a_return(blank: bytes, number: int) -> bytes:
    """One of them; the same bytes again."""
    changes = _KINDS[number % len(_KINDS)]
    if changes is None:
        return b"PK\x03\x04 broken on the way, number %d" % number
    own = {
        "completion.organisation": ORGANISATIONS[number % 3],
        "completion.role": "School nurse" if number % 2 else "Aunt Sally's helper",
        "outcome.summary": f"Zebra summary {number}",
    }
    return complete(blank, {**own, **changes})
