"""The page of limits says what the program does."""

import re

from hsbdocs.formats import package
from hsbdocs.formats.excel import sheet
from hsbdocs.model import patterns
from tests.support.forms import ROOT

PAGE = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")


def _limit(what: str) -> str:
    (found,) = re.findall(rf"^\| {re.escape(what)} \| ([^|]+) \|", PAGE, re.MULTILINE)
    return str(found)


def test_sizes() -> None:
    assert _limit("the file") == package.megabytes(package.LARGEST_FILE)
    assert _limit("all its parts, by what they say of themselves") == package.megabytes(package.LARGEST_UNPACKED)
    assert _limit("one part that is parsed") == package.megabytes(package._LARGEST_XML)


def test_counts() -> None:
    assert _limit("parts in it") == f"{package._MOST_PARTS:,}"
    assert _limit("tags in all parts that are parsed") == f"{package._MOST_TAGS:,}"
    assert _limit("cells of a sheet, blank and merged ones among them") == f"{sheet._MOST_CELLS:,}"
    assert _limit("characters in the cells of a workbook") == f"{sheet._MOST_TEXT:,}"
    assert f"more than {patterns.LONGEST_VALUE} characters" in PAGE
    assert f"{patterns.LONGEST_NAME} characters" in PAGE
