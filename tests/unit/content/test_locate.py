"""Which content folder is used: the one that is named, the nearest above, or the packaged one."""

from pathlib import Path

import pytest

from hsbdocs.content.locate import NoContent, find_roots
from tests.unit.content.planting import ROOT


def _project(folder: Path, *beside: str) -> Path:
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "hsbdocs.yaml").write_text("version: x\n", encoding="utf-8")
    for name in beside:
        (folder / name).mkdir()
    return folder


def test_the_nearest_folder_above_counts(tmp_path: Path) -> None:
    outer = _project(tmp_path / "outer", "templates", "examples")
    inner = _project(outer / "inner", "templates", "examples")
    deep = inner / "a" / "b"
    deep.mkdir(parents=True)

    assert find_roots(start=deep).content == inner.resolve() / "content"
    assert find_roots(start=outer / "templates").content == outer.resolve() / "content"


def test_the_folder_itself_and_the_content_folder_itself_count_as_above(tmp_path: Path) -> None:
    project = _project(tmp_path / "project")

    assert find_roots(start=project).content == project.resolve() / "content"
    assert find_roots(start=project / "content").content == project.resolve() / "content"


def test_without_a_folder_above_the_packaged_content_is_used(tmp_path: Path) -> None:
    roots = find_roots(start=tmp_path)

    assert (roots.content / "hsbdocs.yaml").is_file()
    assert list(roots.templates.glob("*.docx"))
    assert tmp_path.resolve() not in roots.content.parents


def test_a_folder_called_content_without_the_mark_is_passed_over(tmp_path: Path) -> None:
    outer = _project(tmp_path / "outer")
    (outer / "inner" / "content").mkdir(parents=True)

    assert find_roots(start=outer / "inner").content == outer.resolve() / "content"


def test_the_mark_must_be_a_file(tmp_path: Path) -> None:
    (tmp_path / "content" / "hsbdocs.yaml").mkdir(parents=True)

    with pytest.raises(NoContent):
        find_roots(tmp_path)


@pytest.mark.parametrize("below", [".", "content"])
def test_a_named_folder_is_the_content_or_holds_it(below: str, tmp_path: Path) -> None:
    project = _project(tmp_path / "named", "templates", "examples")
    other = _project(tmp_path / "other")

    roots = find_roots(project / below, start=other)

    assert roots.content == project.resolve() / "content"
    assert roots.templates == project.resolve() / "templates"
    assert roots.examples == project.resolve() / "examples"


def test_a_named_folder_may_have_any_name(tmp_path: Path) -> None:
    project = _project(tmp_path / "project")
    renamed = (project / "content").rename(tmp_path / "wording 2027")

    assert find_roots(renamed).content == renamed.resolve()


@pytest.mark.parametrize("name", ["nothing", "content/hsbdocs.yaml"])
def test_a_named_folder_without_content_is_refused_not_replaced(name: str, tmp_path: Path) -> None:
    project = _project(tmp_path / "project")

    with pytest.raises(NoContent, match=r"hsbdocs\.yaml"):
        find_roots(project / name, start=ROOT)


def test_templates_and_examples_come_from_the_package_where_they_are_not_beside(tmp_path: Path) -> None:
    roots = find_roots(_project(tmp_path / "project"))
    packaged = find_roots(start=tmp_path)

    assert roots.templates == packaged.templates
    assert roots.examples == packaged.examples


def test_a_relative_name_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _project(tmp_path / "project")
    monkeypatch.chdir(tmp_path)

    roots = find_roots(Path("project"))

    assert roots.content.is_absolute()
    assert roots.content == (tmp_path / "project" / "content").resolve()


def test_the_current_folder_is_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = _project(tmp_path / "project")
    monkeypatch.chdir(project)

    assert find_roots().content == project.resolve() / "content"
