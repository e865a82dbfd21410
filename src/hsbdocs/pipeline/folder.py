"""The folder that a register lies in: how it begins, begins anew, and who else has it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from hsbdocs.intake.arrivals import same_as
from hsbdocs.store.files import write_atomic
from hsbdocs.store.ledger import LEDGER
from hsbdocs.store.records import RECORDS
from hsbdocs.store.register_file import BESIDE, NOTES, RECEIPTS, REGISTER, set_aside

#: By what stands in the name of a folder that they synchronise.
_CLIENTS = {
    "onedrive": "OneDrive",
    "sharepoint": "SharePoint",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud": "iCloud",
    "box sync": "Box",
}


class PassedOver:
    """Passes over folders that this program keeps, and knows which: what it made is no form that somebody sent."""

    def __init__(self, out: Path | None = None) -> None:
        """``out`` is the folder of this run, which is passed over whether anything is kept there yet or not."""
        self._is_out = None if out is None else same_as(out)
        self.others: list[Path] = []

    def __call__(self, path: Path) -> bool:
        """Whether a folder is passed over."""
        if self._is_out is not None and self._is_out(path):
            return True
        if kept := is_kept(path):
            self.others.append(path)
        return kept


def is_kept(folder: Path) -> bool:
    """Whether a folder is one that this program keeps, or one that it made in it."""
    return (folder / LEDGER).is_file() or (folder.name in (NOTES, RECEIPTS) and (folder.parent / LEDGER).is_file())


def make(folder: Path) -> None:
    """A folder that is made here is its owner's alone, and belongs in no repository."""
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True)
        write_atomic(folder / ".gitignore", b"# What is kept here is about children: it belongs in no repository.\n*\n")


def begun(folder: Path) -> Iterator[str]:
    """That this is a new register: whoever mistyped a folder's name sees it."""
    if not (folder / LEDGER).exists() and not (folder / REGISTER).exists():
        yield f"There was no register in this folder: a new one is begun in {folder.absolute()}."
    for path in sorted(folder.glob("register*.ods")):
        yield f"{path.name} is not read: save it as .xlsx, as {REGISTER} or a copy of it."


def started_anew(folder: Path, today: date) -> Iterator[str]:
    """Take what is kept away, and say so; the register stays beside, dated."""
    if (folder / REGISTER).exists():
        aside = set_aside(folder, today).name
        yield f"The old register lies beside as {aside}; your list of organisations stands in it, to copy from."
    for name in (LEDGER, f"{LEDGER}-journal", RECORDS, REGISTER, BESIDE):
        if (folder / name).exists():
            (folder / name).unlink()
            yield f"Replaced: {name}"


def synchronised_by(folder: Path) -> str:
    """The cloud client that seems to synchronise a folder; empty where none is known to."""
    parts = [part.lower() for part in folder.absolute().parts]
    for sign, name in _CLIENTS.items():
        if any(sign in part for part in parts):
            return name
    roots = [value for name, value in os.environ.items() if name.lower().startswith("onedrive") and value]
    return "OneDrive" if any(Path(root) in folder.absolute().parents for root in roots) else ""
