"""How an edition stands: issued, to be reviewed, reviewed, approved. Every line that says so is made here."""

from __future__ import annotations

from typing import Annotated

import msgspec

from hsbdocs.model.calendar import in_words

#: A day as written in files: ``"2026-11-25"``.
Day = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class Reviewed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """That the partnerships reviewed the guidance: the day, who did, what came of it, and where it is minuted."""

    on: Day
    by: str
    outcome: str
    minute: str = ""


class SignedOff(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """That one partner signed the review off: its id, what came of it, who, the day, and where it is minuted."""

    partner: str
    outcome: str
    by: str
    on: Day
    minute: str = ""


class StateWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lines that say how an edition stands (content/state.yaml).

    ``{issued}`` and ``{review_due}`` are the edition's; ``{on}``, ``{by}`` and ``{outcome}`` are its review's.
    """

    status: str
    not_reviewed: str
    reviewed: str


def state_lines(issued: str, review_due: str, reviewed: Reviewed | None, words: StateWords) -> dict[str, str]:
    """The lines by name: ``status`` (approval) and ``review``."""
    values = {"issued": issued, "review_due": review_due}
    if reviewed is not None:
        values |= {"on": in_words(reviewed.on), "by": reviewed.by, "outcome": reviewed.outcome}
    line = words.not_reviewed if reviewed is None else words.reviewed
    return {"status": _filled(words.status, values), "review": _filled(line, values)}


def _filled(text: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text
