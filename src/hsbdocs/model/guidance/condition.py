"""When a duty or an option holds, and how it is said: never shortened, wherever it is printed."""

from __future__ import annotations

from hsbdocs.model.guidance.duty import Duty, Permission
from hsbdocs.model.guidance.value_names import FORCE_BEFORE, MAY_BEFORE


def condition(entry: Duty | Permission) -> str:
    """When it holds, with its exception: ``a referral is needed; except where …``."""
    return f"{entry.trigger}; except where {entry.unless}" if entry.unless else entry.trigger


def said_before(entry: Duty | Permission) -> str:
    """What stands before the words of what is to be done, or may be: the source's own words, else those of the kind."""
    if entry.said:
        return f"{entry.said} "
    return FORCE_BEFORE[entry.force] if isinstance(entry, Duty) else MAY_BEFORE[entry.nature]
