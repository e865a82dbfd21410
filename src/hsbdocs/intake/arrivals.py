"""The files to read, in name order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from hsbdocs.formats.package import LARGEST_FILE, megabytes
from hsbdocs.model.arrival import Arrival, Unreadable, Why

#: What Windows keeps in a folder for itself; in lower case.
_OF_THE_SYSTEM = ("thumbs.db", "desktop.ini")


def arrivals(paths: Sequence[Path], *, skip: Path | None = None) -> Iterator[Arrival]:
    """Every file of ``paths``, opened one by one: files as given, folders with all that is below them in name order.

    Passed over in folders: Word's lock files (``~$…``), names that start with a dot, what Windows itself puts there,
    and the folder ``skip``.
    """
    for path in files(paths, skip=skip):
        yield arrival(path)


def arrival(path: Path) -> Arrival:
    """A file with its bytes, or why it was not opened."""
    data, why = _load(path)
    return Arrival(file=path.as_posix(), name=path.name, data=data, why=why)


def _load(path: Path) -> tuple[bytes | None, Why | None]:
    try:
        if path.stat().st_size > LARGEST_FILE:
            return None, Why(Unreadable.TOO_LARGE, {"limit": megabytes(LARGEST_FILE)})
        return path.read_bytes(), None
    except OSError:
        return None, Why(Unreadable.NOT_OPENED)


def files(paths: Sequence[Path], *, skip: Path | None = None) -> Iterator[Path]:
    """The paths alone, none of them opened."""
    skipped = skip.resolve() if skip is not None else None
    for path in paths:
        if path.is_dir():
            yield from _below(path, skipped)
        else:
            yield path


def _below(folder: Path, skipped: Path | None) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:  # it is reported like a file that cannot be opened
        yield folder
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")) or entry.name.lower() in _OF_THE_SYSTEM:
            continue
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            if path.resolve() != skipped:
                yield from _below(path, skipped)
        elif entry.is_file():
            yield path
