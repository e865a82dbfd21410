"""``forget``: everything that a folder keeps of a form goes, and a receipt without personal data stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from hsbdocs.model.register import Kept
from hsbdocs.pipeline.find import FoundForm
from hsbdocs.pipeline.keep import Keeper
from hsbdocs.store.files import write_atomic
from hsbdocs.store.register_file import BESIDE, NOTES, RECEIPTS, REGISTER, all_locks

#: What no program can reach: a person sees to it.
OUT_OF_REACH = (
    "the original file, wherever it lies, and the mail that it came with",
    "a note that was sent or printed, and copies that somebody made elsewhere",
    "backups, and older versions that a cloud client keeps",
    "programs that took in the register, the CSV or the records",
)
#: What is made anew without the form.
_MADE_ANEW = (REGISTER, BESIDE, "ledger.sqlite", "records.jsonl", "register.csv", "register.html", "corrections.xlsx")


def held(forms: Sequence[FoundForm]) -> list[str]:
    """The references of forms with something under Hold: they are not forgotten."""
    return [form.kept.reference for form in forms if form.hold]


def is_open(folder: Path) -> list[str]:
    """The files by which a program says that it holds the register or the corrections."""
    return all_locks(folder)


def left(forms: Sequence[FoundForm]) -> list[str]:
    """Files in the folder that hold something of the forms and are not made anew: old registers and copies."""
    files = {file for form in forms for file in form.files}
    return sorted(file for file in files if file not in _MADE_ANEW and not file.startswith(f"{NOTES}/"))


def forget(keeper: Keeper, folder: Path, forms: Sequence[FoundForm], *, by: str, why: str, day: str) -> list[Path]:
    """Forget the forms, and write a receipt of each; where those lie. ``by`` and ``why`` hold no name of a child.

    The views are made anew by ``keeper.finish``. Raises OSError.
    """
    receipts = []
    for form in forms:
        keeper.forget(form.kept)
        for file in form.files:
            if file.startswith(f"{NOTES}/"):
                (folder / file).unlink(missing_ok=True)
        path = folder / RECEIPTS / f"{form.kept.reference}.txt"
        text = "\r\n".join([*_receipt(form.kept, form, left([form]), by=by, why=why, day=day), ""])
        write_atomic(path, text.encode("utf-8-sig"))
        receipts.append(path)
    return receipts


def _receipt(kept: Kept, form: FoundForm, old: Sequence[str], *, by: str, why: str, day: str) -> Iterator[str]:
    yield f"Forgotten on {day}: reference {kept.reference}"
    yield f"Form: {kept.entry.form or 'file not read'} {kept.entry.version}".rstrip()
    yield f"Received: {kept.received}"
    yield f"Authorised by: {by}"
    yield f"Reason: {why}"
    yield f"Taken out of: {', '.join(file for file in form.files if file not in old)}"
    yield "The same file is not taken in again."
    yield "Not reached, to be seen to by a person:"
    yield from (f"- {file} in this folder" for file in old)
    yield from (f"- {text}" for text in OUT_OF_REACH)
