"""Edits that somebody may rightly make any day, made by keys and not by wording, and to every entry of their kind.

Whoever makes one edit makes one of these: what holds after all of them does not rest on any entry's wording.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path

_NUMBER = re.compile(r'kind: (?:phone|text),.*?value: "?(0[\d ]{9,}\d)')
_POINT = re.compile(r"(?m)^(    - \{id: C(?!.*last_verified).*)\}$")
_DUTY = re.compile(r"(?m)^(  duty: \w.*\w)$")
_CELL = re.compile(r'(?m)^(      (?:Healthy|Problematic|Harmful): ".*)"$')
_VERSION = re.compile(r'(?m)^version: "(.*)"$')


def _put(file: Path, pattern: re.Pattern[str], new: str) -> None:
    """Puts `new` in the place of every match. AssertionError where there is none."""
    text, times = pattern.subn(new, file.read_text(encoding="utf-8"))
    assert times, f"{pattern.pattern} is not in {file.name}"
    file.write_text(text, encoding="utf-8", newline="")


def change_telephone_numbers(content: Path) -> None:
    """Services have other telephone numbers, and every file that says one says the new one."""
    contacts = (content / "guidance" / "contacts.yaml").read_text(encoding="utf-8")
    numbers = set(_NUMBER.findall(contacts))
    assert numbers
    for path in (content / "guidance").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for number in numbers:
            text = text.replace(number, number[:-1] + str((int(number[-1]) + 1) % 10))
        path.write_text(text, encoding="utf-8", newline="")


def verify_contacts(content: Path) -> None:
    """Somebody rang, wrote or called, and recorded it today."""
    today = datetime.date.today().isoformat()
    verified = f'last_verified: {{who: A. Person, when: "{today}", how: rang and asked}}'
    _put(content / "guidance" / "contacts.yaml", _POINT, rf"\1, {verified}}}")


def change_duties(content: Path) -> None:
    """The wording of duties is made clearer."""
    for path in (content / "guidance" / "duties").glob("*.yaml"):
        _put(path, _DUTY, r"\1, and write down that this was done")


def change_checklist_cells(content: Path) -> None:
    """Descriptions of the checklist are worded anew, in a new version of the form."""
    folder = content / "forms" / "rag-checklist"
    _put(folder / "criteria.yaml", _CELL, r'\1 Another example."')
    _put(folder / "form.yaml", _VERSION, r'version: "\g<1>9"')


EDITS = (change_telephone_numbers, verify_contacts, change_duties, change_checklist_cells)
