"""A file that nothing reads because of its name is told; what systems leave is not."""

from pathlib import Path

import pytest

from hsbdocs.content.strays import GUIDANCE
from hsbdocs.model.guidance import KINDS
from tests.unit.content.planting import Copy


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """One copy for all: each test takes back what it did."""
    return Copy(tmp_path_factory.mktemp("copy"))


def _with(copy: Copy, name: str) -> list[str]:
    """What is told with such a file among the others."""
    path = copy.content / name
    path.write_text("x", encoding="utf-8")
    try:
        return [str(fault) for fault in copy.faults(compiled=True)]
    finally:
        path.unlink()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("guidance/Changes.docx", "move it out of content/"),
        ("guidance/ages.yaml.bak", "move it out of content/"),
        ("guidance/ages - Copy.yaml", "nothing of the guidance is called so"),
        ("guidance/duties.yaml", "the folder duties/ is read in its place"),
        ("guidance/sections/9.yml", "rename it to 9.yaml, or move it out of content/"),
        ("guidance/sections/9.yaml.txt", "rename it to 9.yaml, or move it out of content/"),
        ("guidance/sections/9.YAML", "rename it to 9.yaml, or move it out of content/"),
        ("guidance/ages.yml", "ages.yaml lies beside it: move it out of content/"),
        ("house - Copy.yaml", "of files here only"),
        ("names/List.xlsx", "of names/ only files are read whose names end in .yaml"),
        ("forms/risk-assessment/considerations/q05 - Copy.yaml", "no form and no section names it"),
        ("releases/risk-assessment-2023.06.docx", "by its form and version"),
        ("blanks/risk-assessment-2023.06.docx", "by its form and version"),
        ("generated/other.json", "of generated/ only"),
    ],
)
def test_a_file_that_nothing_reads_is_told_once(copied: Copy, name: str, says: str) -> None:
    (told,) = _with(copied, name)

    assert told.startswith(f"content/{name}: is not read: ")
    assert says in told


@pytest.mark.parametrize("name", [".DS_Store", "names/Thumbs.db", "guidance/desktop.ini", "guidance/.a.swp", "a.yaml~"])
def test_what_systems_leave_is_passed_over(copied: Copy, name: str) -> None:
    assert _with(copied, name) == []


@pytest.mark.parametrize(
    "name",
    [
        "house.yaml",
        "state.yaml",
        "findings/age.yaml",
        "names/police.yaml",
        "forms/risk-assessment/form.yaml",
        "forms/risk-assessment/details.yaml",
        "forms/risk-assessment/considerations/q05.yaml",
    ],
)
@pytest.mark.parametrize("ending", [".yml", ".yaml.txt"])
def test_a_file_with_a_wrong_ending_is_not_missed_besides(name: str, ending: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    path = copy.content / name
    path.rename(path.with_suffix(ending))

    (fault,) = copy.faults()

    assert fault.file == f"content/{Path(name).with_suffix(ending).as_posix()}"
    assert f"rename it to {path.name}" in fault.problem


def test_what_the_guidance_is_read_from_is_known() -> None:
    assert set(GUIDANCE) == {*KINDS, "cover", "source"}
