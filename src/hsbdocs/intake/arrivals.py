"""The files to read, in name order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path


def arrivals(paths: Sequence[Path], *, skip: Path | None = None) -> Iterator[Path]:
    """Every file of ``paths``: files as given, folders with all that is below them in name order.

    Passed over in folders: Word's lock files (``~$…``), names that start with a dot, and the folder ``skip``.
    """
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
        if entry.name.startswith((".", "~$")):
            continue
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            if path.resolve() != skipped:
                yield from _below(path, skipped)
        elif entry.is_file():
            yield path
