"""From what was written to a record: RawAnswers (text and marks, placed) and Record (values)."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from hsbdocs.model.doubt import Seen
from hsbdocs.model.finding import Finding
from hsbdocs.model.form import FormKey
from hsbdocs.model.location import Location

Value = str | int | None


class RecognisedBy(StrEnum):
    """What the form was known by, the strongest first."""

    STAMP = "stamp"
    REFS = "refs"
    LABELS = "labels"


class State(StrEnum):
    """Why a value is what it is.

    ``UNREADABLE``: what is there cannot be told; ``INVALID``: it is no value of the field's type; ``NOT_KNOWN``: that
    is what was written; ``AMBIGUOUS``: it could be more than one value; ``MISSING``: the row is not there, or stands
    more than once; ``PICTURE``: a picture alone.
    """

    READ = "read"
    BLANK = "blank"
    UNREADABLE = "unreadable"
    INVALID = "invalid"
    NOT_KNOWN = "not known"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"
    PICTURE = "picture"


class RawAnswer(msgspec.Struct, frozen=True):
    """What stands in the place of one field.

    ``text`` is the cell's text less what the blank prints there; ``chosen`` the codes of ticked options;
    ``unclear`` says that something there cannot be read; ``stored`` is a date that only the control's properties hold;
    ``mangled`` says that part of the placeholder is still there; ``altered`` that something is crossed out or drawn;
    ``seen`` names the signs at a choice, and nothing that was written; ``beside`` is a remark at a choice; ``serial``
    is the date that a number in the text counts to; ``prompt`` is what stands in its place and looks like a prompt.
    """

    text: str = ""
    chosen: tuple[str, ...] = ()
    unclear: bool = False
    stored: str = ""
    pictures: int = 0
    mangled: bool = False
    altered: bool = False
    missing: bool = False
    seen: tuple[Seen, ...] = ()
    beside: str = ""
    serial: str = ""
    prompt: str = ""


class Unplaced(msgspec.Struct, frozen=True):
    """Text that belongs to no field, and where it stands."""

    text: str
    location: Location


class RawAnswers(msgspec.Struct, frozen=True):
    """Every field of a form with what was written for it, and what was left over."""

    answers: dict[str, RawAnswer]
    unplaced: tuple[Unplaced, ...]
    findings: tuple[Finding, ...]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One form read. ``answers`` has every field id of the form; ``chosen`` what was ticked, readable or not."""

    form: FormKey
    document: str | None
    recognised_by: RecognisedBy
    answers: dict[str, Value]
    states: dict[str, State]
    chosen: dict[str, tuple[str, ...]]
    as_written: dict[str, str]
    unplaced: tuple[Unplaced, ...]
    findings: tuple[Finding, ...]

    def text(self, field_id: str) -> str:
        """The answer as text, empty where there is none."""
        value = self.answers[field_id]
        return "" if value is None else str(value)

    def blank(self, field_id: str) -> bool:
        """True where the row is there and nothing was written in it."""
        return self.states[field_id] is State.BLANK
