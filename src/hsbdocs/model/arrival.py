"""What arrives: one file, or one part of a container, with its bytes or why there are none. Types only."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Unreadable(StrEnum):
    """Why no Transcript could be made of a file."""

    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    OLD_BINARY = "old binary"
    WRONG_TYPE = "wrong type"
    TOO_LARGE = "too large"
    NOT_OPENED = "not opened"
    FAILED = "failed"


class Why(msgspec.Struct, frozen=True):
    """Why something was not read; ``params`` fill the sentence about it, such as the limit that was met."""

    kind: Unreadable
    params: dict[str, str | int] = {}


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """One file to read, before anybody knows what it is.

    ``file`` is the path as given, with forward slashes; ``member`` the path inside it where it is a container;
    ``name`` the file's own name. ``received``, ``reference`` and ``subject`` are what the way by which it came says of
    it. It has ``data``, or says ``why`` it has none.
    """

    file: str
    name: str
    member: str | None = None
    received: str = ""
    reference: str = ""
    subject: str = ""
    data: bytes | None = None
    why: Why | None = None
