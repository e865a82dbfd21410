"""What rules know beyond the record: the edition's dates, names to look for, periods."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from hsbdocs.model.calendar import month_end, month_start
from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.model.ruleset import Ruleset
from hsbdocs.rules.words import Phrase, words


class Guide(msgspec.Struct, frozen=True, kw_only=True):
    """``issued`` is the first day of the guidance's month, ``review_by`` the last day of its stated review's month,
    ``due`` that month as printed; ``months`` the period of each rule that has one.

    ``codes`` are those that the pack has an entry for: no other rule runs.
    """

    issued: date
    review_by: date
    due: str
    names: dict[ListId, frozenset[Phrase]]
    months: dict[Code, int]
    codes: frozenset[Code] = frozenset(Code)


def guide_of(ruleset: Ruleset, months: Mapping[Code, int] | None = None) -> Guide:
    """The guide that a ruleset gives; ``months`` is what a settings file says instead. Raises ValueError where the
    edition's dates are no months, which a ruleset as loaded never has."""
    issued, review_by = month_start(ruleset.edition.issued), month_end(ruleset.edition.review_due)
    if issued is None or review_by is None:
        raise ValueError("the edition's dates are not a month and a year")
    own = {entry.code: entry.months for entry in ruleset.findings if entry.months is not None}
    return Guide(
        issued=issued,
        review_by=review_by,
        due=ruleset.edition.review_due,
        names={list_id: frozenset(map(words, names)) for list_id, names in ruleset.names.items()},
        months={**own, **(months or {})},
        codes=frozenset(entry.code for entry in ruleset.findings),
    )
