"""What authors mistype in YAML is told once, where it stands, in words that need no knowledge of YAML."""

from pathlib import Path

import pytest

from hsbdocs.model.check import CheckCode
from tests.unit.content.planting import Copy

HOUSE = "house.yaml"
FILES = (
    HOUSE,
    "note.yaml",
    "forms/risk-assessment/form.yaml",
    "forms/risk-assessment/considerations/q05.yaml",
    "documents/risk-assessment.yaml",
)

#: What a first line is put in front of a file's own keys, and what must be said of it.
LINES = {
    "a colon in a text": ("zz: some words: more", "put this text in quotation marks"),
    "a tab": ("zz:\n\tyy: some words", "use spaces, not a tab"),
    "an at sign": ("zz: @home", "begins with @ goes in quotation marks"),
    "an asterisk": ("zz: *home", "begins with * goes in quotation marks"),
    "a hyphen": ("zz: - some words", "begins with - goes in quotation marks"),
    "a bar": ("zz: | some words", "begins with | goes in quotation marks"),
    "an open bracket": ("zz: [some words", "the bracket [ that opens here is not closed"),
    "text behind a quotation": ('zz: "some" words', "behind the closing quotation mark"),
    "curly quotation marks": ("zz: \u201csome: words\u201d", "curly quotation marks"),
    "no colon": ("zz some words", "a colon is missing"),
    "no space": ("zz:some", "a space is missing behind the colon"),
    "a line too far right": ("zz: some words\n yy: more", "too far right: it must line up with line 1"),
}


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """One copy for all: each test puts back the file that it changed."""
    return Copy(tmp_path_factory.mktemp("copy"))


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(("line", "says"), LINES.values(), ids=LINES)
def test_a_mistake_is_told_once_where_it_stands(copied: Copy, file: str, line: str, says: str) -> None:
    before = copied.text(file)
    copied.write(file, f"{line}\n{before}")
    try:
        faults = copied.faults()
    finally:
        copied.write(file, before)

    assert [(fault.file, fault.code) for fault in faults] == [(f"content/{file}", CheckCode.UNREADABLE)]
    assert faults[0].line == line.count("\n") + 1
    assert says in faults[0].problem


@pytest.mark.parametrize("mark", ["'", '"'])
def test_a_quotation_mark_that_nothing_closes_is_told_where_it_opens(copied: Copy, mark: str) -> None:
    before = copied.text(HOUSE)
    copied.write(HOUSE, f"{before}zz: {mark}some words\n")
    try:
        faults = copied.faults()
    finally:
        copied.write(HOUSE, before)

    assert [(fault.file, fault.line) for fault in faults] == [(f"content/{HOUSE}", before.count("\n") + 1)]
    assert "never closed" in faults[0].problem


def test_what_is_not_known_keeps_the_words_of_the_library(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.write(HOUSE, f"%YAML x\n{copy.text(HOUSE)}")

    (fault,) = copy.faults()

    assert fault.line == 1
    assert fault.problem.startswith("is not sound YAML: ")
