"""What ``hsbdocs check`` can say: codes, how serious each is, what it is about, and what to do."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hsbdocs.model.finding import Severity


class CheckCode(StrEnum):
    """Every kind of fault in content. A code is never renamed and never used for something else."""

    UNREADABLE = "CONTENT-01"
    TYPE = "CONTENT-02"
    ID = "CONTENT-03"
    REFERENCE = "CONTENT-04"
    SOURCE = "CONTENT-05"
    ENTRY = "CONTENT-06"
    PHONE = "CONTENT-07"
    EMAIL = "CONTENT-08"
    POSTCODE = "CONTENT-09"
    URL = "CONTENT-10"
    DAY = "CONTENT-11"
    FORM = "CONTENT-12"
    CATALOGUE = "CONTENT-13"
    DOCUMENT = "CONTENT-14"
    STALE = "CONTENT-15"
    OVERDUE = "CONTENT-16"
    NO_TARGET = "CONTENT-17"
    NOT_STATED = "CONTENT-18"
    CONTACT_NOT_VERIFIED = "CONTENT-19"
    LINK_NOT_VERIFIED = "CONTENT-20"
    LAW_NOT_VERIFIED = "CONTENT-21"


class CheckKind(msgspec.Struct, frozen=True):
    """One code: how serious, what it is about in a few words, and what to do."""

    severity: Severity
    title: str
    hint: str


_E, _W, _A = Severity.ERROR, Severity.WARNING, Severity.ADVICE

CHECKS: dict[CheckCode, CheckKind] = {
    CheckCode.UNREADABLE: CheckKind(
        _E, "A file that cannot be read", "Put the line right. An editor that knows YAML shows where it breaks off."
    ),
    CheckCode.TYPE: CheckKind(
        _E, "A key or a value of the wrong kind", "See docs/content.md for the keys of each kind of entry."
    ),
    CheckCode.ID: CheckKind(
        _E,
        "An id that is taken, or not of its kind",
        "Give the newer entry the next number that is free. An id that was ever published is never changed.",
    ),
    CheckCode.REFERENCE: CheckKind(
        _E,
        "A reference that leads nowhere",
        "Correct the id, or add the entry. 'hsbdocs list' shows the ids of a kind.",
    ),
    CheckCode.SOURCE: CheckKind(
        _E,
        "A place in the source that is missing or does not fit",
        "Give the section and line of the guidance where it stands.",
    ),
    CheckCode.ENTRY: CheckKind(
        _E, "An entry that lacks something or contradicts itself", "See docs/content.md for what belongs together."
    ),
    CheckCode.PHONE: CheckKind(
        _E,
        "A telephone number that cannot be right",
        "Compare it with the source, digit by digit. A number is never guessed.",
    ),
    CheckCode.EMAIL: CheckKind(_E, "An e-mail address that cannot be right", "Compare it with the source."),
    CheckCode.POSTCODE: CheckKind(_E, "A postcode that cannot be right", "Compare it with the source."),
    CheckCode.URL: CheckKind(
        _E, "An address on the web that cannot be right", "Compare it with the source; a lost target is 'lost'."
    ),
    CheckCode.DAY: CheckKind(
        _E, "A day that cannot be right", "Write the day on which it was done as year-month-day, such as 2026-01-31."
    ),
    CheckCode.FORM: CheckKind(_E, "A fault in a form", "Put the form's content right; see docs/word.md."),
    CheckCode.CATALOGUE: CheckKind(
        _E, "A fault in findings or names", "Put the entry right; every code has one entry in content/findings/."
    ),
    CheckCode.DOCUMENT: CheckKind(
        _E,
        "A document that uses what does not exist",
        "Correct the name in content/documents/, or add what it names.",
    ),
    CheckCode.STALE: CheckKind(
        _E, "Something made from content that is out of date", "Run 'make content', and commit what it writes."
    ),
    CheckCode.OVERDUE: CheckKind(
        _W,
        "A date that is past",
        "Record the review, or set the new date, in content/hsbdocs.yaml. Documents say that no review is recorded.",
    ),
    CheckCode.NO_TARGET: CheckKind(
        _W,
        "A link without a target",
        "Ask whoever has the original for the address, and put it in the place of 'lost'.",
    ),
    CheckCode.NOT_STATED: CheckKind(
        _W,
        "A duty, permission, age rule or section that no block states",
        "Write the block, or name the entry in the refs of the block that states it.",
    ),
    CheckCode.CONTACT_NOT_VERIFIED: CheckKind(
        _A,
        "A way to reach somebody that no person has verified",
        "Ring, write or ask, then record who did, when and how, as last_verified. Until then documents mark it.",
    ),
    CheckCode.LINK_NOT_VERIFIED: CheckKind(
        _A, "A link that no person has opened", "Open it, then record who did, when and how, as last_verified."
    ),
    CheckCode.LAW_NOT_VERIFIED: CheckKind(
        _A,
        "A law or statutory guidance that nobody has checked since",
        "Have it checked by somebody who knows the law, then record who did, when and how, as last_verified.",
    ),
}
