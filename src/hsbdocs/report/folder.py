"""What the team's own folder (``parse --out``) lets a report say: who is still to be rung about, and by what number."""

from __future__ import annotations

from collections.abc import Callable

import msgspec


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """What an earlier run left to ring about: ``what`` is the form's title, or why the file was not read.

    ``why`` are the reasons, ``lead`` whom the team's list names, ``closed``: their register says Closed.
    """

    reference: str
    days: int
    what: str
    organisation: str = ""
    read: bool = True
    why: str = ""
    lead: str = ""
    closed: bool = False


class Overdue(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the register whose day has passed; ``day`` in words, or ``text`` where what stands there is no day."""

    reference: str
    organisation: str = ""
    lead: str = ""
    day: str = ""
    text: str = ""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """How a form of this run stands in the folder: its reference, and for how many days it has been there.

    ``rung`` is what people wrote under Rung where somebody was reached about it, ``again`` what they wrote there where
    there is still, or again, something to ring about.
    """

    reference: str
    days: int
    rung: str = ""
    again: str = ""


class Folder(msgspec.Struct, frozen=True, kw_only=True):
    """``closed``: the references of forms that people closed.

    ``telephone`` gives whom their list names for an organisation, ``listed`` whether it is on that list, and
    ``came_in`` what came in about their forms, once all are read.
    """

    waiting: tuple[Waiting, ...] = ()
    overdue: tuple[Overdue, ...] = ()
    closed: frozenset[str] = frozenset()
    telephone: Callable[[str], str] = lambda _organisation: ""
    listed: Callable[[str], bool] = lambda _organisation: True
    came_in: Callable[[], tuple[str, ...]] = lambda: ()
