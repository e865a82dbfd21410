"""register.xlsx and its copies in a folder: which there are, whether a program holds one, and how it is replaced."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from hsbdocs.store.files import write_atomic

REGISTER = "register.xlsx"
#: The folders of notes to senders, and of receipts of what was forgotten.
NOTES, RECEIPTS = "notes", "receipts"
#: What is written where the register itself cannot be replaced; the next run takes it in.
BESIDE = "register (new).xlsx"
#: Files by which Excel and LibreOffice say that they hold a workbook.
_LOCKS = ("~$register.xlsx", ".~lock.register.xlsx#")
_OTHER_LOCKS = ("~$corrections.xlsx", ".~lock.corrections.xlsx#")


class Found(msgspec.Struct, frozen=True):
    """A copy of the register: its path and bytes."""

    path: Path
    data: bytes


def copies(folder: Path) -> Iterator[Found]:
    """Every copy of the register in a folder, the one saved last at the end. Raises OSError.

    The old ones that this program keeps, dated, are none.
    """
    paths = [path for path in folder.glob("*.xlsx") if _is_copy(path.name)]
    for path in sorted(paths, key=lambda each: (each.stat().st_mtime_ns, each.name)):
        yield Found(path, path.read_bytes())


def _is_copy(name: str) -> bool:
    return name.lower().startswith("register") and not name.startswith(_OLD)


_OLD = "register before "


def set_aside(folder: Path, day: date) -> Path:
    """A copy of the register as it is, dated, under a name that is free; what it is called. Raises OSError."""
    names = (f"{_OLD}{day.isoformat()}{'' if n == 1 else f' ({n})'}.xlsx" for n in range(1, 1000))
    path = next(folder / name for name in names if not (folder / name).exists())
    write_atomic(path, (folder / REGISTER).read_bytes())
    return path


def locks(folder: Path) -> list[str]:
    """The files in a folder by which programs say that they hold the register."""
    return [name for name in _LOCKS if (folder / name).exists()]


def all_locks(folder: Path) -> list[str]:
    """The same of every workbook that people write in."""
    return [name for name in (*_LOCKS, *_OTHER_LOCKS) if (folder / name).exists()]


def write_register(folder: Path, data: bytes) -> Path:
    """Replace the register, or write beside it where a program holds it; which it was. Raises OSError."""
    path = folder / REGISTER
    if not locks(folder):
        try:
            write_atomic(path, data)
        except PermissionError:
            pass  # a program holds it without saying so
        else:
            (folder / BESIDE).unlink(missing_ok=True)
            return path
    write_atomic(folder / BESIDE, data)
    return folder / BESIDE
