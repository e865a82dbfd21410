"""Writes tests/returned/programs: forms that LibreOffice filled in or saved again, with the answers of the people.

    python -m tests.libreoffice.make_returned

Run once; the files are kept as they are. What stands in them was looked at by a person before it was kept.
"""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.foreign.cases.case import expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS, POLICE, POLICE_ANSWERS
from tests.foreign.cases.people import SCHOOL, SCHOOL_ANSWERS, SOCIAL, SOCIAL_ANSWERS, Answers, Typed
from tests.foreign.make_returned import FOLDER, as_json
from tests.foreign.package import to_docx
from tests.foreign.published import LABELS, OPTIONS, published
from tests.foreign.word import Xml
from tests.support.programs import convert, need

OUT = FOLDER / "programs"
_CLIENT = Path(__file__).with_name("type_client.py")
_FILTERS = {"docx": "MS Word 2007 XML", "odt": "writer8", "doc": "MS Word 97", "rtf": "Rich Text Format"}
_TABLES = {"D": 0, "Q": 1, "O": 2, "A": 3, "C": 4}

# Name, what was typed, what was meant, the format between, how the outcome and the mode are marked.
_FILLED: tuple[tuple[str, Typed, Answers, str, str, str, str], ...] = (
    ("typed-docx", SOCIAL, SOCIAL_ANSWERS, "docx", "problematic", "face to face", "Bold"),
    ("typed-docx-underlined", POLICE, POLICE_ANSWERS, "docx", "problematic", "virtual", "Underline"),
    ("typed-odt", SCHOOL, SCHOOL_ANSWERS, "odt", "normal", "face to face", "Bold"),
    ("typed-odt-highlight", GP, GP_ANSWERS, "odt", "harmful", "face to face", "Highlight"),
    ("typed-doc", GP, GP_ANSWERS, "doc", "harmful", "face to face", "Underline"),
    ("typed-doc-highlight", SOCIAL, SOCIAL_ANSWERS, "doc", "problematic", "face to face", "Highlight"),
    ("typed-rtf", POLICE, POLICE_ANSWERS, "rtf", "problematic", "virtual", "Bold"),
    ("typed-rtf-struck", SCHOOL, SCHOOL_ANSWERS, "rtf", "normal", "face to face", "Strikeout"),
)  # fmt: skip

# Cases that LibreOffice only opened and saved again.
_SAVED = (
    *(("circled-boxed", "docx"), ("circled-others-struck", "doc"), ("circled-paragraph-shaded", "odt")),
    *(("yesno-symbol", "docx"), ("yesno-shaded", "odt"), ("layout-nested", "docx"), ("layout-google-rows", "docx")),
    *(("label-numbers-automatic", "doc"), ("tracked-insertions", "docx"), ("damage-rows-deleted", "rtf")),
    *(("doubt-ellipse", "docx"), ("ordinary-long", "odt"), ("several-two", "docx"), ("blank", "rtf")),
)


def _cells(typed: Typed) -> list[tuple[int, str, str]]:
    cells = []
    for key in LABELS:
        content = typed.get(key, "")
        number = int(key[1:]) + (key[0] in "QA")
        texts = dict(zip("BCD", content, strict=True)) if isinstance(content, tuple) else {"B": content}
        for column, text in texts.items():
            if text and not isinstance(text, Xml):
                cells.append((_TABLES[key[0]], f"{'A' if key == 'O1' else column}{number}", str(text)))
    return cells


def _marks(outcome: str, mode: str, command: str) -> list[tuple[str, str]]:
    outcomes = [OPTIONS[code] for code in OPTIONS if (code == outcome) != (command == "Strikeout")]
    word = {"virtual": "virtual/", "face to face": "/face to face"}[mode]
    other = "virtual/" if mode == "face to face" else "/face to face"
    return [(text, command) for text in [*outcomes, other if command == "Strikeout" else word]]


def main() -> None:
    """Writes what is not there yet."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _fill(folder)
        _save_again(folder)


def _fill(folder: Path) -> None:
    blank = folder / "blank.docx"
    blank.write_bytes(to_docx(published({})))
    jobs = []
    for name, typed, _, between, outcome, mode, command in _FILLED:
        target = folder / f"{name}.{between}"
        jobs.append(
            {
                "source": str(blank),
                "target": str(target),
                "filter": _FILTERS[between],
                "cells": _cells(typed),
                "marks": _marks(outcome, mode, command),
            }
        )
    subprocess.run([need("uno-python"), _CLIENT], input=json.dumps(jobs), encoding="utf-8", check=True)
    for name, _, answers, between, _, _, command in _FILLED:
        shows = f"Filled in with LibreOffice 7.4, marked by {command}, saved as .{between}"
        _keep(
            folder,
            name,
            between,
            as_json([expect(f"{shows}{'' if between == 'docx' else ' and then .docx'}.", answers)]),
        )


def _save_again(folder: Path) -> None:
    for name, between in _SAVED:
        saved = convert(FOLDER / f"{name}.docx", f"{between}:{_FILTERS[between]}", folder / "first")
        saved.rename(folder / f"saved-{name}-{between}.{between}")
        text = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
        _keep(
            folder,
            f"saved-{name}-{between}",
            between,
            text.replace('"shows": "', f'"shows": "Saved by LibreOffice 7.4 as .{between}. '),
        )


def _keep(folder: Path, name: str, between: str, expected: str) -> None:
    path = folder / f"{name}.{between}"
    if between != "docx":
        path = convert(path, f"docx:{_FILTERS['docx']}", folder / "second")
    target = OUT / f"{name}.docx"
    if not target.exists():
        shutil.copyfile(path, target)
        target.with_suffix(".json").write_text(expected, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
