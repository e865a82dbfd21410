"""The foreign code for Excel, which is the measure of the project, is measured here by others.

python-calamine reads what was written; the Open XML SDK says whether it is sound; LibreOffice opens it. Nothing of
the project is asked.
"""

import ast
import csv
import datetime
import io
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tests.foreign.excel import escapes, find, grid, mangle, names, strategies
from tests.foreign.excel.blank import blank, place_of
from tests.foreign.excel.fill import Manner, fill, serial
from tests.foreign.excel.labels import CRITERIA, DETAILS, FIELDS, HEADINGS, NOTES, RATINGS
from tests.foreign.excel.xlsx import Workbook
from tests.foreign.fill import date_value
from tests.support import programs, search
from tests.support.thinned import thinned

BLANK = blank()
SEEDS = st.integers(0, 2**32)
DAY = date(2026, 3, 14)
_EMPTY = ("", None)
# The SDK compares part names letter by letter; of dates in strict files it wants thousandths of a second.
NOT_FOR_THE_VALIDATOR = frozenset({"other_case", "STRICT"})


def shown(data: bytes) -> dict[str, dict[names.Place, str]]:
    """What python-calamine reads: each sheet, and the cells in it that hold something, line ends as they are."""
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    found: dict[str, dict[names.Place, str]] = {}
    for name in workbook.sheet_names:
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        found[name] = {
            (r, c): _text(value)
            for r, row in enumerate(rows, 1)
            for c, value in enumerate(row, 1)
            if value not in _EMPTY
        }
    return found


def _text(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def answers(data: bytes) -> dict[str, str]:
    """The answers that python-calamine sees, found by label and heading only."""
    (sheet,) = (cells for cells in shown(data).values() if set(HEADINGS) <= {text.strip() for text in cells.values()})
    said: dict[str, str] = {}
    where = {text.strip(): place for place, text in reversed(sheet.items())}
    columns = {name: where[name][1] for name in HEADINGS}
    for field in FIELDS:
        if field.startswith("criteria."):
            _, criterion, part = field.split(".")
            row = where[CRITERIA[criterion][0]][0]
            said[field] = sheet.get((row, columns[part.capitalize()]), "")
    for field, label in DETAILS.items():
        row, column = where[label]
        said[field] = next((text for (r, c), text in sheet.items() if r == row and c > column), "")
    return said


def words() -> dict[str, str]:
    """A word of its own for each answer, some on two lines; all ratings."""
    typed = {field: f"word{n:02}a\nword{n:02}b" if n % 2 else f"word{n:02}" for n, field in enumerate(FIELDS)}
    codes = sorted(RATINGS)
    typed |= {field: RATINGS[codes[n % 3]] for n, field in enumerate(FIELDS) if field.endswith(".rating")}
    return typed | {"checklist.date": date_value(DAY)}


WORDS = words()


def test_no_file_here_imports_the_project() -> None:
    def imported(source: str) -> Iterator[str]:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module or ""

    found = {name for path in Path(__file__).parent.rglob("*.py") for name in imported(path.read_text("utf-8"))}
    assert not [name for name in found if name.partition(".")[0] == "hsbdocs"]


# ---- Small things ----


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("_x0041_", "_x005F_x0041_"),
        ("_x000d_", "_x005F_x000d_"),
        ("a\rb", "a_x000D_b"),
        ("a\nb\tc", "a\nb\tc"),
        ("\x01", "_x0001_"),
        ("_x41_ x0041_ _x004", "_x41_ x0041_ _x004"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
    ],
)
def test_escapes_are_those_of_the_standard(text: str, written: str) -> None:
    assert escapes.written(text) == written
    assert escapes.meant(written) == text


@pytest.mark.parametrize(
    ("day", "number", "since_1904"),
    [
        (date(1900, 3, 1), 61, False),
        (date(2008, 1, 1), 39448, False),
        (date(2026, 3, 14), 46095, False),
        (date(1904, 1, 2), 1, True),
        (date(1998, 7, 5), 34519, True),
    ],
)
def test_serial_numbers_are_those_of_excel(day: date, number: int, since_1904: bool) -> None:
    """Numbers from ECMA-376 18.17.4 and Microsoft's page about the two date systems."""
    assert serial(day, since_1904=since_1904) == number


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ('LEFT($F9,5)="F9"', 'LEFT($G10,5)="F9"'),
        ("Lists!$A$1:$A$3", "Lists!$A$1:$A$3"),
        ("'My list'!A1", "'My list'!A1"),
        ("$A$1:B2", "$B$2:C3"),
        ("LOG10(A1)+AZ3", "LOG10(B2)+BA4"),
    ],
)
def test_formulas_move_with_their_cells(formula: str, moved: str) -> None:
    assert names.in_formula(formula, lambda where, fixed: (where[0] + 1, where[1] + 1)) == moved


@given(st.integers(1, 16384))
def test_names_of_columns_go_both_ways(column: int) -> None:
    assert names.number(names.letters(column)) == column
    assert [names.letters(n) for n in (1, 26, 27, 52, 702, 703, 4461, 16384)] == [
        *("A", "Z", "AA", "AZ", "ZZ", "AAA", "FOO", "XFD")
    ]


# ---- Filling in ----


def test_the_answers_of_the_blank_stand_where_the_layout_says() -> None:
    workbook = Workbook(BLANK)
    assert {field: where for field, (_, where) in find.answers(workbook).items()} == {f: place_of(f) for f in FIELDS}
    assert len(FIELDS) == 20


@pytest.mark.parametrize("manner", Manner)
def test_another_reader_finds_what_was_typed(manner: Manner) -> None:
    read = answers(fill(BLANK, WORDS, manner))
    dates = {Manner.SCRIPT_DAY_FIRST: "14/3/2026", Manner.GENERAL: "46095"}
    assert read.pop("checklist.date") == dates.get(manner, "2026-03-14")
    assert read == {field: text for field, text in WORDS.items() if field != "checklist.date"}


@given(strategies.texts() | strategies.texts_with_controls(), st.sampled_from(Manner))
def test_no_character_is_lost(text: str, manner: Manner) -> None:
    filled = fill(BLANK, {"criteria.context.evidence": text}, manner)
    assert shown(filled)["Checklist"].get(place_of("criteria.context.evidence"), "") == text


@given(strategies.values(), st.sampled_from(Manner))
def test_a_whole_filling_comes_back(filling: strategies.Filling, manner: Manner) -> None:
    assert len(filling.expected) == 20
    sheet = shown(fill(BLANK, filling.typed, manner))["Checklist"]
    for field in strategies.TEXT_FIELDS + strategies.RATING_FIELDS:
        assert sheet.get(place_of(field), "") == filling.typed.get(field, "")


@pytest.mark.parametrize("manner", [Manner.EXCEL, Manner.STR, Manner.STRICT, Manner.PREFIXED])
def test_a_blank_that_another_program_saved_is_filled_in_too(manner: Manner) -> None:
    saved = Path(__file__).parents[2] / "returned" / "checklists" / "programs" / "saved-ordinary-blank-ods.xlsx"
    typed = {field: text for field, text in WORDS.items() if field != "checklist.date"}
    read = answers(fill(saved.read_bytes(), typed, manner))
    assert read == typed | {"checklist.date": ""}


def test_a_date_is_written_as_each_program_does() -> None:
    found = {}
    for manner in Manner:
        data = fill(BLANK, {"checklist.date": date_value(DAY)}, manner)
        row = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Checklist").to_python()[4]
        found[manner] = row[2]
    assert {manner: value for manner, value in found.items() if not isinstance(value, datetime.date)} == {
        Manner.SCRIPT: "2026-03-14",
        Manner.SCRIPT_DAY_FIRST: "14/3/2026",
        Manner.GENERAL: 46095.0,
    }
    assert {value for value in found.values() if isinstance(value, datetime.date)} == {DAY}


def test_a_field_that_the_checklist_does_not_have_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"criteria\.tpye"):
        fill(BLANK, {"criteria.tpye.rating": "x"}, Manner.EXCEL)


def test_some_manners_are_what_they_say() -> None:
    parts = {manner: Workbook(fill(BLANK, WORDS, manner)).parts for manner in Manner}
    sheet = "xl/worksheets/sheet1.xml"
    assert b't="inlineStr"' not in parts[Manner.EXCEL][sheet]
    assert b't="inlineStr"' in parts[Manner.INLINE][sheet]
    assert b't="str"' in parts[Manner.STR][sheet]
    assert b"<rPr>" in parts[Manner.EXCEL_RICH]["xl/sharedStrings.xml"]
    assert b"<x:row" in parts[Manner.PREFIXED][sheet]
    assert b"docProps/custom.xml" not in parts[Manner.GOOGLE]["_rels/.rels"]
    assert b'date1904="1"' in parts[Manner.DATES_1904]["xl/workbook.xml"]
    assert b"spreadsheetml/2006/main" not in fill(BLANK, WORDS, Manner.STRICT)


# ---- Changing without a change ----


@pytest.mark.parametrize("change", mangle.ALL, ids=str)
@search.share(2)
@given(manner=st.sampled_from(Manner), seed=SEEDS)
def test_a_change_leaves_the_answers(change: mangle.Change, manner: Manner, seed: int) -> None:
    filled = fill(BLANK, WORDS, manner)
    changed = change.apply(filled, seed)
    before, after = answers(filled), answers(_readable(changed, change.name))
    if change.name == "type_ratings":
        for field in strategies.RATING_FIELDS:
            assert _starts(after.pop(field)) == _starts(before.pop(field))
    assert after == before
    if mangle.PLACES not in change.loses and change.name != "type_ratings":
        assert _everything(_readable(changed, change.name)) >= _everything(filled) or mangle.NOTES in change.loses


def _starts(rating: str) -> str:
    codes = {"healthy": "green", "problematic": "amber", "harmful": "red"}
    word = rating.strip().lower().partition(" ")[0]
    return codes.get(word, word)


def _everything(data: bytes) -> set[tuple[names.Place, str]]:
    return {pair for cells in shown(data).values() for pair in cells.items()}


def _readable(data: bytes, name: str) -> bytes:
    """Without what python-calamine makes no sense of: far cells fill its memory, and it knows no UTF-16."""
    if name.startswith("far_"):
        workbook = Workbook(data)
        for sheet in workbook.sheet_trees():
            for row in [row for n, row in grid.rows(sheet) if n > 5000]:
                grid.data(sheet).remove(row)
        return workbook.save()
    return Workbook(data).save() if name == "utf16" else data


@pytest.mark.parametrize("change", thinned(mangle.ALL, 3), ids=str)
@search.share(1)
@given(filling=strategies.values(), manner=st.sampled_from(Manner), seed=SEEDS)
def test_a_change_loses_no_text(change: mangle.Change, filling: strategies.Filling, manner: Manner, seed: int) -> None:
    filled = fill(BLANK, filling.typed, manner)
    before, after = (
        Counter(text for _, cells in shown(_readable(data, change.name)).items() for text in cells.values())
        for data in (filled, change.apply(filled, seed))
    )
    if change.name == "type_ratings":
        before, after = (Counter({t: n for t, n in each.items() if len(t) > 20}) for each in (before, after))
    lost = before - after
    assert not lost or (mangle.NOTES in change.loses and set(lost) <= set(NOTES))


@given(
    st.lists(st.sampled_from(sorted(mangle.BY_NAME.keys() - {"type_ratings"})), max_size=5, unique=True),
    st.sampled_from(Manner),
    SEEDS,
)
def test_changes_can_follow_each_other(chosen: list[str], manner: Manner, seed: int) -> None:
    filled = fill(BLANK, WORDS, manner)
    changed = mangle.together(filled, chosen, seed)
    far = [name for name in chosen if name.startswith("far_")]
    assert answers(_readable(_readable(changed, "utf16"), *far[:1] or [""])) == answers(filled)


@pytest.mark.parametrize("change", [change for change in mangle.ALL if change.name != "drop_nothing"], ids=str)
def test_a_change_changes_something_and_the_same_seed_the_same(change: mangle.Change) -> None:
    filled = fill(BLANK, WORDS, Manner.EXCEL)
    assert change.apply(filled, 3) != filled
    assert change.apply(filled, 3) == change.apply(filled, 3)


@pytest.mark.parametrize("change", [change for change in mangle.ALL if change.adds], ids=str)
def test_what_a_change_adds_is_there(change: mangle.Change) -> None:
    changed = Workbook(change.apply(fill(BLANK, WORDS, Manner.EXCEL), 5))
    said = {text for _, part in changed.sheets for text in grid.texts(changed, part).values()}
    assert set(change.adds) <= said


@given(strategies.by_hand())
def test_ratings_by_hand_name_one_colour(pair: tuple[str, str]) -> None:
    typed, code = pair
    assert _starts(typed) == _starts(RATINGS[code])


# ---- What real programs say ----


@pytest.mark.slow
def test_the_validator_accepts_what_excel_would_have_written(tmp_path: Path) -> None:
    programs.need("ooxml-validator")
    files = {manner.name: fill(BLANK, WORDS, manner) for manner in Manner} | {"blank": BLANK}
    filled = fill(BLANK, WORDS, Manner.EXCEL)
    files |= {change.name: change.apply(filled, 7) for change in mangle.ALL}
    paths = [
        write(tmp_path / f"{name}.xlsx", data) for name, data in files.items() if name not in NOT_FOR_THE_VALIDATOR
    ]
    found = programs.validate_ooxml(paths)
    assert {path.stem: errors for path, errors in found.items() if errors} == {}


@pytest.mark.slow
def test_libreoffice_shows_every_typed_word(tmp_path: Path) -> None:
    # LibreOffice 7.4 does not open a package whose part names differ in case from the relationships; Excel does.
    programs.need("soffice")
    files = {manner.name: fill(BLANK, WORDS, manner) for manner in Manner}
    filled = fill(BLANK, WORDS, Manner.EXCEL)
    left_out = {"other_case", "far_empty_cells", "far_words", "reorder_sheets"}
    files |= {change.name: change.apply(filled, 11) for change in mangle.ALL if change.name not in left_out}
    paths = [write(tmp_path / f"{name}.xlsx", data) for name, data in files.items()]
    made = programs.convert_all(paths, "csv:Text - txt - csv (StarCalc):44,34,76,1", tmp_path / "out")
    expected = {word for text in WORDS.values() if "\t" not in text for word in text.split("\n")}
    missing = {}
    for path, result in made.items():
        with result.open(encoding="utf-8-sig", newline="") as lines:
            said = {line for row in csv.reader(lines) for value in row for line in value.split("\n")}
        wanted = {word for word in expected if word.startswith("word")} if path.stem == "type_ratings" else expected
        if not wanted <= said:
            missing[path.stem] = wanted - said
    assert missing == {}


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
