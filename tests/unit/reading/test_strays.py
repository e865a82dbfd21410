"""Rows that only look like the form's: short labels in a letterhead, or about somebody else."""

import pytest

from hsbdocs.model.transcript import Paragraph, Table
from hsbdocs.reading.find import find_rows
from hsbdocs.reading.rows import PlacedRow
from tests.unit.reading.sheets import PUBLISHED, RELEASED, Sheet, cell, para

Rows = tuple[tuple[str, ...], ...]

NAME, GENDER, LANGUAGE = ("Name of Child/Young Person", "Amber"), ("Gender", "Female"), ("First Language", "Welsh")
ETHNIC, DATE = ("Ethnic Origin", "White"), ("Date", "1 May 2026")
WHO = ("Name of practitioner/person completing risk assessment", "Robin")


def keys(*tables: Rows, between: bool = False, published: bool = True) -> list[str]:
    """The rows found in these tables, ``-`` for one that is none of the form's."""
    blocks: list[Paragraph | Table] = []
    for table in tables:
        blocks += [Table(tuple(tuple(map(cell, row)) for row in table)), *([para("x")] if between else [])]
    items = find_rows(Sheet().transcript(tuple(blocks)), PUBLISHED if published else RELEASED)
    return [item.row.key if isinstance(item, PlacedRow) else "-" for item in items if not isinstance(item, Paragraph)]


def test_a_short_label_counts_beside_a_telling_one_of_its_section() -> None:
    assert keys((NAME, GENDER)) == ["D1", "D3"]
    assert keys((GENDER, NAME, LANGUAGE)) == ["D3", "D1", "D5"]
    assert keys((GENDER,)) == ["-"]
    assert keys((GENDER, LANGUAGE, ETHNIC)) == ["-", "-", "-"]
    assert keys((DATE, NAME)) == ["-", "D1"]  # a date of another section
    assert keys((DATE, WHO)) == ["C6", "C2"]


def test_a_table_that_was_parted_in_two() -> None:
    assert keys((NAME,), (GENDER, LANGUAGE)) == ["D1", "D3", "D5"]
    assert keys((GENDER, LANGUAGE), (NAME,)) == ["D3", "D5", "D1"]
    assert keys((NAME,), (GENDER,), (LANGUAGE,)) == ["D1", "D3", "D5"]
    assert keys((NAME, WHO, GENDER), (LANGUAGE,)) == ["D1", "C2", "D3", "D5"]
    assert keys((GENDER, WHO, LANGUAGE), (NAME,)) == ["D3", "C2", "D5", "D1"]


@pytest.mark.parametrize(
    "tables",
    [
        ((NAME, GENDER), (GENDER,)),  # the same again: somebody else's
        ((NAME,), (WHO,), (GENDER,)),  # another section stands between
        ((WHO,), (GENDER,)),
    ],
)
def test_a_table_of_somebody_else(tables: tuple[Rows, ...]) -> None:
    assert keys(*tables)[-1] == "-"
    assert keys(*reversed(tables))[0] == "-"


def test_two_tables_of_short_labels_do_not_vouch_for_each_other() -> None:
    assert keys((GENDER,), (LANGUAGE,)) == ["-", "-"]


def test_a_ref_tells() -> None:
    assert keys((("D3", "Gender", "Female"),), published=False) == ["D3"]
    assert keys((("x", "Gender", "Female"),), published=False) == ["-"]
    assert keys((("", "Gender", "Female"),)) == ["-"]
    assert keys((GENDER,), published=False) == ["-"]
