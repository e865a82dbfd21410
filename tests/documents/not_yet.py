"""What documents do not do yet: each line is taken out when its document does (the test then fails and says so)."""

from __future__ import annotations

_EVERY = ("reader", "marked", "kent", "medway", "agency", "large-print")
_STANDARD = ("reader", "kent", "medway", "agency")
_WORKBOOK = ("reader", "marked", "kent", "medway", "agency")

#: Check, document, editions, and why.
_NOT_YET: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("links", "risk-assessment", _EVERY, "the guide's address is its link's text"),
    ("links", "risk-assessment-guided", _EVERY, "the guide's address is its link's text"),
    ("page-limit", "risk-assessment-guided", _STANDARD, "nine pages, and seven are agreed"),
    ("page-limit", "rag-checklist", _STANDARD, "five pages, and four are agreed"),
    ("workbook-table", "rag-checklist", _WORKBOOK, "the cells above the table are printed on every page too"),
    ("workbook-logo", "rag-checklist", ("agency",), "it shows no logo yet"),
    ("logo", "handout-consent", ("agency",), "it shows no logo yet"),
    ("logo", "quick-reference", ("agency",), "it shows no logo yet"),
    ("logo", "risk-assessment", ("agency",), "it shows no logo yet"),
    ("logo", "risk-assessment-guided", ("agency",), "it shows no logo yet"),
    ("type-size", "handout-consent", ("large-print",), "there is no large print yet"),
    ("type-size", "quick-reference", ("large-print",), "there is no large print yet"),
    ("type-size", "risk-assessment", ("large-print",), "there is no large print yet"),
    ("type-size", "risk-assessment-guided", ("large-print",), "there is no large print yet"),
)


def not_yet(check: str, edition: str, document: str) -> str | None:
    """Why a document of an edition does not pass a check yet; none where it must."""
    found = (why for a, b, editions, why in _NOT_YET if (a, b) == (check, document) and edition in editions)
    return next(found, None)
