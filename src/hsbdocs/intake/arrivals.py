"""The files to read, in name order."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from hsbdocs.formats.package import LARGEST_FILE, megabytes
from hsbdocs.model.arrival import Arrival, Unreadable, Why

#: What Windows keeps in a folder for itself; in lower case.
_OF_THE_SYSTEM = ("thumbs.db", "desktop.ini")


#: Whether a folder is passed over.
Skipped = Callable[[Path], bool]


def arrivals(paths: Sequence[Path], skipped: Skipped | None = None) -> Iterator[Arrival]:
    """Every file of ``paths``, opened one by one: files as given, folders with all that is below them in name order.

    Passed over in folders: Word's lock files (``~$…``), names that start with a dot, what Windows itself puts there,
    and folders that are ``skipped``.
    """
    for path in files(paths, skipped):
        yield arrival(path)


def arrival(path: Path) -> Arrival:
    """A file with its bytes, or why it was not opened."""
    data, why = _load(path)
    return Arrival(file=path.as_posix(), name=path.name, data=data, why=why)


def _load(path: Path) -> tuple[bytes | None, Why | None]:
    """The bytes of a plain file. Nobody waits at a pipe, and no more is read than may be opened."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return None, Why(Unreadable.NOT_OPENED)
            data = file.read(LARGEST_FILE + 1) if status.st_size <= LARGEST_FILE else None
    except (OSError, ValueError):  # ValueError: a name that no system takes
        return None, Why(Unreadable.NOT_OPENED)
    if data is None or len(data) > LARGEST_FILE:
        return None, Why(Unreadable.TOO_LARGE, {"limit": megabytes(LARGEST_FILE)})
    return data, None


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def files(paths: Sequence[Path], skipped: Skipped | None = None) -> Iterator[Path]:
    """The paths alone, none of them opened."""
    for path in paths:
        if path.is_dir():
            yield from _below(path, skipped)
        else:
            yield path


def _below(folder: Path, skipped: Skipped | None) -> Iterator[Path]:
    """What stands below a folder, however deep: what cannot be opened is reported like a file that cannot."""
    to_come = [folder]
    while to_come:
        path = to_come.pop()
        if path is not folder and not _is_folder(path):
            yield path
        elif path is folder or skipped is None or not skipped(path):
            try:
                entries = sorted((entry for entry in os.scandir(path) if not _passed_over(entry.name)), key=_by_name)
            except OSError:
                yield path
                continue
            to_come += (Path(entry.path) for entry in reversed(entries))


def same_as(folder: Path) -> Skipped:
    """Whether a folder is this one, however the two are written; it may be made later."""

    def is_same(path: Path) -> bool:
        found, status = _status(path), _status(folder)
        return status is not None and found is not None and os.path.samestat(found, status)

    return is_same


def _by_name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _passed_over(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _OF_THE_SYSTEM


def _is_folder(path: Path) -> bool:
    """True for a folder itself; a link to one is told, not followed."""
    status = _status(path, follow=False)
    return status is not None and stat.S_ISDIR(status.st_mode)


def _status(path: Path, *, follow: bool = True) -> os.stat_result | None:
    try:
        return os.stat(path, follow_symlinks=follow)
    except (OSError, ValueError):
        return None
