"""The files of tests/returned that are written here are the ones that lie there."""

import pytest

from tests.foreign import docx, list_returned, make_returned
from tests.foreign.cases.case import Case

_CASES = list(make_returned.cases())


def test_every_case_has_a_name_of_its_own() -> None:
    """One file each."""
    assert len({each.name for each in _CASES}) == len(_CASES)


@pytest.mark.parametrize("each", _CASES, ids=lambda each: each.name)
def test_made_again_it_is_the_same(each: Case) -> None:
    """All parts alike (the zip may be packed otherwise by another zlib), and the same answers."""
    path = make_returned.FOLDER / f"{each.name}.docx"
    assert docx.read(path.read_bytes()) == docx.read(each.data)
    assert path.with_suffix(".json").read_text(encoding="utf-8") == make_returned.as_json(each.expected)


def test_the_page_lists_every_case() -> None:
    """The table of README.md is that of the files."""
    assert (make_returned.FOLDER / "README.md").read_text(encoding="utf-8") == list_returned.page()
