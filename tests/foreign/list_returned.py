"""Writes the table of tests/returned/README.md from the .json files there.

python -m tests.foreign.list_returned
"""

import json
from pathlib import Path
from typing import Any

from tests.foreign.cases.more_people import GP_ANSWERS, POLICE_ANSWERS
from tests.foreign.cases.people import NOTHING, SCHOOL_ANSWERS, SOCIAL_ANSWERS, Answers

FOLDER = Path(__file__).resolve().parents[1] / "returned"
MARK = "<!-- The table is made from the .json files by: python -m tests.foreign.list_returned -->"

_PEOPLE: dict[str, Answers] = {
    "Social worker": SOCIAL_ANSWERS,
    "School": SCHOOL_ANSWERS,
    "GP": GP_ANSWERS,
    "Police": POLICE_ANSWERS,
    "Nothing": NOTHING,
}


def table(folder: Path = FOLDER) -> str:
    """The table, a line for each form."""
    lines = ["| file | what it shows | what must come back |", "|---|---|---|"]
    for path in sorted(path for path in folder.rglob("*.json") if "checklists" not in path.parts):
        loaded = json.loads(path.read_text(encoding="utf-8"))
        name = path.relative_to(folder).with_suffix("").as_posix()
        for each in loaded if isinstance(loaded, list) else [loaded]:
            lines.append(f"| {name} | {_cell(each['shows'])} | {_cell(_back(each))} |")
    return "\n".join(lines) + "\n"


def _back(each: dict[str, Any]) -> str:
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
    codes = [code for code in each["findings"] if code != "FORM-08"]
    if codes:
        said.append(f"said: {', '.join(codes)}")
    kept = [*each["unplaced"], *each["kept"]]
    if kept:
        said.append(f"kept apart: {'; '.join(map(_short, kept))}")
    return ". ".join(said)


def _fields(fields: list[str]) -> str:
    """The ids; a whole section by its name."""
    said: dict[str, None] = {}
    for field in fields:
        section = field.partition(".")[0]
        whole = {each for each in NOTHING if each.partition(".")[0] == section}
        said[f"all of {section}" if whole <= set(fields) else field] = None
    return ", ".join(said)


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
