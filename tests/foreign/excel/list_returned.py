"""Writes the table of tests/returned/checklists/README.md from the .json files there.

python -m tests.foreign.excel.list_returned
"""

import json
from pathlib import Path
from typing import Any

from tests.foreign.excel.cases.people import (
    NOTHING,
    NURSE_ANSWERS,
    TEACHER_ANSWERS,
    YOUTH_ANSWERS,
    Answers,
)
from tests.foreign.excel.make_returned import FOLDER

MARK = "<!-- The table is made from the .json files by: python -m tests.foreign.excel.list_returned -->"

_PEOPLE: dict[str, Answers] = {
    "Teacher": TEACHER_ANSWERS,
    "Nurse": NURSE_ANSWERS,
    "Youth worker": YOUTH_ANSWERS,
    "Nothing": NOTHING,
}
_GROUPS = {
    "the details": {field for field in NOTHING if field.startswith("checklist.")},
    "all ratings": {field for field in NOTHING if field.endswith(".rating")},
    "all evidence": {field for field in NOTHING if field.endswith(".evidence")},
}


def table(folder: Path = FOLDER) -> str:
    """The table, a line for each checklist."""
    lines = ["| file | what it shows | what must come back |", "|---|---|---|"]
    for path in sorted(folder.rglob("*.json")):
        loaded = json.loads(path.read_text(encoding="utf-8"))
        name = path.relative_to(folder).with_suffix("").as_posix()
        for each in loaded if isinstance(loaded, list) else [loaded]:
            lines.append(f"| {name} | {_cell(each['shows'])} | {_cell(_back(each))} |")
    return "\n".join(lines) + "\n"


def _back(each: dict[str, Any]) -> str:
    if each["version"] is None:
        return f"Not read. said: {', '.join(each['findings'])}"
    person = min(_PEOPLE, key=lambda name: len(_others(each["answers"], _PEOPLE[name])))
    unclear, either = each["doubtful"], each["or_doubtful"]
    others = {
        field: value for field, value in _others(each["answers"], _PEOPLE[person]).items() if field not in unclear
    }
    said = [person]
    said += [f"{field} = {'nothing' if value is None else _short(str(value))}" for field, value in others.items()]
    if unclear:
        said.append(f"in doubt: {_fields(unclear)}")
    if either:
        said.append(f"read or in doubt: {_fields(either)}")
    if each["findings"]:
        said.append(f"said: {', '.join(each['findings'])}")
    kept = [*each["unplaced"], *each["kept"]]
    if kept:
        said.append(f"kept apart: {'; '.join(map(_short, kept))}")
    if each["or_unread"]:
        said.append("or not read")
    return ". ".join(said)


def _fields(fields: list[str]) -> str:
    """The ids; whole groups by their name."""
    left, said = set(fields), []
    for name, group in _GROUPS.items():
        if group <= left:
            said.append(name)
            left -= group
    return ", ".join([*said, *(field for field in fields if field in left)])


def _others(answers: dict[str, Any], person: Answers) -> dict[str, Any]:
    return {field: value for field, value in answers.items() if value != person[field]}


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return f"“{flat if len(flat) <= 50 else flat[:49] + '…'}”"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def page() -> str:
    """The page with its table made anew."""
    old = (FOLDER / "README.md").read_text(encoding="utf-8")
    return old[: old.index(MARK)] + f"{MARK}\n\n{table()}"


if __name__ == "__main__":
    (FOLDER / "README.md").write_text(page(), encoding="utf-8", newline="\n")
