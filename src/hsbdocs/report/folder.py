"""What the team's own folder (``parse --out``) lets a report say: who is still to be rung about, and by what number."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """What an earlier run left to ring about: ``what`` is the form's title, or why the file was not read."""

    reference: str
    days: int
    what: str
    organisation: str = ""
    read: bool = True


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """How a form of this run stands in the folder: its reference, and for how many days it has been there."""

    reference: str
    days: int


class Folder(msgspec.Struct, frozen=True, kw_only=True):
    """``rung``: by reference, what people wrote there; ``telephone``: whom their list names for an organisation."""

    waiting: tuple[Waiting, ...] = ()
    rung: Mapping[str, str] = {}
    telephone: Callable[[str], str] = lambda _organisation: ""
