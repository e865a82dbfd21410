"""Arrivals opened: each document in them with what it says, containers inside containers included."""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.intake.readers import READERS, Readers
from hsbdocs.model.arrival import Arrival, Unreadable, Why
from hsbdocs.model.transcript import Transcript

#: A container inside a container is opened, and one inside that; no more.
DEEPEST = 3


def transcripts(arrival: Arrival, readers: Readers = READERS) -> Iterator[tuple[Arrival, Transcript | Why]]:
    """The arrival with what it says or why that cannot be told; of a container, everything in it in its order."""
    yield from _inside(arrival, readers, DEEPEST)


def _inside(arrival: Arrival, readers: Readers, deeper: int) -> Iterator[tuple[Arrival, Transcript | Why]]:
    found = readers.read(arrival)
    if not isinstance(found, tuple):
        yield arrival, found
    elif not deeper:
        yield arrival, Why(Unreadable.TOO_LARGE, {"limit": f"{DEEPEST} archives inside one another"})
    else:
        for inner in found:
            yield from _inside(inner, readers, deeper - 1)


def transcribe(data: bytes, name: str) -> Transcript | Why:
    """What one document says, or why that cannot be told; a container is of the wrong type here."""
    found = READERS.read(Arrival(file=name, name=name, data=data))
    return Why(Unreadable.WRONG_TYPE) if isinstance(found, tuple) else found
