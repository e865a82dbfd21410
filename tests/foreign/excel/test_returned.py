"""The files of tests/returned/checklists are those that are written here, and another program can read them."""

import html
import io
import json
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.foreign import docx
from tests.foreign.excel import list_returned, make_returned
from tests.foreign.excel.cases.case import VERSION, Case
from tests.foreign.excel.labels import FIELDS
from tests.support.programs import validate_ooxml

_CASES = list(make_returned.cases())
_JSON = sorted(make_returned.FOLDER.rglob("*.json"))
# The SDK wants thousandths of a second in cells of dates; the standard and other programs do not.
_NOT_ASKED = frozenset({"date-iso-cell", "written-strict"})


def _expected(path: Path) -> list[dict[str, Any]]:
    loaded = json.loads(path.read_text(encoding="utf-8"))
    return loaded if isinstance(loaded, list) else [loaded]


def test_every_case_has_a_name_of_its_own() -> None:
    """One file each."""
    assert len({each.name for each in _CASES}) == len(_CASES)


@pytest.mark.parametrize("each", _CASES, ids=lambda each: each.name)
def test_made_again_it_is_the_same(each: Case) -> None:
    """All parts alike (the zip may be packed otherwise by another zlib), and the same answers."""
    path = make_returned.FOLDER / f"{each.name}.xlsx"
    assert docx.read(path.read_bytes()) == docx.read(each.data)
    assert path.with_suffix(".json").read_text(encoding="utf-8") == make_returned.as_json(each.expected)


def test_the_page_lists_every_case() -> None:
    """The table of README.md is that of the files."""
    assert (make_returned.FOLDER / "README.md").read_text(encoding="utf-8") == list_returned.page()


def test_every_file_has_its_answers() -> None:
    """A file without a .json, or the other way round, is a slip."""
    assert {path.with_suffix("") for path in make_returned.FOLDER.rglob("*.xlsx")} == {
        path.with_suffix("") for path in _JSON
    }


@pytest.mark.parametrize("path", _JSON, ids=lambda path: path.stem)
def test_expectations_are_whole(path: Path) -> None:
    """All 20 ids, or none where nothing is read; what is doubtful has no value; no code both must and must not be."""
    for number, want in enumerate(_expected(path), 1):
        assert want["version"] in (VERSION, None)
        assert set(want["answers"]) == (set(FIELDS) if want["version"] else set())
        assert want["parts"] == number
        assert want["shows"]
        assert set(want["doubtful"]) <= {field for field, value in want["answers"].items() if value is None}
        assert not set(want["doubtful"]) & set(want["or_doubtful"])
        assert not set(want["findings"]) & set(want["not_findings"])


@pytest.mark.parametrize(
    "path",
    [path for path in _JSON if path.stem != "place-far"],
    ids=lambda path: path.stem,
)
def test_what_must_be_kept_stands_in_the_file(path: Path) -> None:
    """Another reader sees each expected text, and each word of what must be kept, somewhere in the workbook."""
    data = path.with_suffix(".xlsx").read_bytes()
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    cells = [
        value for name in workbook.sheet_names for row in workbook.get_sheet_by_name(name).to_python() for value in row
    ]
    said = "\n".join(_text(value) for value in cells).replace("\r\n", "\n")
    raw = html.unescape(b"\n".join(docx.read(data).values()).decode("utf-8", "replace"))
    for want in _expected(path):
        clear = {f: v for f, v in want["answers"].items() if v is not None and f not in want["or_doubtful"]}
        texts = {f: v for f, v in clear.items() if not f.endswith((".rating", ".date"))}
        assert {field for field, text in texts.items() if text not in said} == set()
        assert [text for text in [*want["unplaced"], *want["kept"]] if text not in said and text not in raw] == []


def _text(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


@pytest.mark.slow
def test_the_validator_finds_nothing_wrong() -> None:
    """The Open XML SDK, over every file that was written as Excel writes it; not over those of other programs."""
    paths = [path for path in sorted(make_returned.FOLDER.glob("*.xlsx")) if path.stem not in _NOT_ASKED]
    wrong = {path.name: errors[:3] for path, errors in validate_ooxml(paths).items() if errors}
    assert not wrong
