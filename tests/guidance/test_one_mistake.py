"""One mistake in one file of the guidance is one fault: nothing else is told that only comes of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hsbdocs.content.locate import Roots
from hsbdocs.model.faults import Fault
from hsbdocs.model.finding import Severity
from hsbdocs.pipeline.check import check
from tests.unit.content.planting import ROOT, Copy

FOLDER = ROOT / "content" / "guidance"
FILES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.yaml"))
#: Those that the most others name; the rest are tried with the slow tests.
MUCH_NAMED = ("contacts.yaml", "missing.yaml", "source.yaml", "cover.yaml", "sections/1.4.yaml", "duties/3.yaml")
EACH = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in MUCH_NAMED else pytest.mark.slow) for name in FILES]
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return Copy(tmp_path_factory.mktemp("copy"))


def _errors(copy: Copy) -> list[Fault]:
    found = check(Roots(copy.content, copy.templates, ROOT / "examples"), date(2026, 1, 1))
    return [fault for fault in found if fault.severity is Severity.ERROR]


@EACH
def test_a_file_with_a_wrong_ending(name: str, copy: Copy) -> None:
    right: Path = copy.content / "guidance" / name
    wrong = right.rename(right.with_suffix(".yml"))
    try:
        (fault,) = _errors(copy)
    finally:
        wrong.rename(right)
    assert fault.file.endswith(wrong.name)
    assert f"rename it to {right.name}" in fault.problem


@EACH
def test_a_file_that_is_no_yaml(name: str, copy: Copy) -> None:
    file = f"guidance/{name}"
    text = copy.text(file)
    copy.write(file, f"zz: [\n{text}")
    try:
        (fault,) = _errors(copy)
    finally:
        copy.write(file, text)
    assert fault.file == f"content/{file}"


def test_those_that_are_much_named_are_there() -> None:
    assert set(MUCH_NAMED) <= set(FILES)
