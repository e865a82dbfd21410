"""Which files are read, and in what order."""

import os
from pathlib import Path

import pytest

from hsbdocs.intake.arrivals import arrivals, same_as
from hsbdocs.model.arrival import Unreadable, Why


def tree(root: Path, *names: str) -> None:
    """Empty files."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()


def found(root: Path, *paths: Path, skip: Path | None = None) -> list[str]:
    """What arrives, by its path below ``root``."""
    skipped = None if skip is None else same_as(skip)
    return [Path(each.file).relative_to(root).as_posix() for each in arrivals(paths or (root,), skipped)]


def test_folders_are_read_in_name_order_with_what_is_below(tmp_path: Path) -> None:
    tree(tmp_path, "b.docx", "a/z.docx", "a/b/c.txt", "c/a.docx", "a.docx", "B.docx")
    assert found(tmp_path) == ["B.docx", "a/b/c.txt", "a/z.docx", "a.docx", "b.docx", "c/a.docx"]


def test_lock_files_and_dot_files_are_passed_over(tmp_path: Path) -> None:
    tree(tmp_path, "~$a.docx", ".b.docx", ".git/c.docx", "~$folder/d.docx", "a.docx", "~b.docx")
    assert found(tmp_path) == ["a.docx", "~b.docx"]


def test_what_windows_keeps_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    tree(tmp_path, "Thumbs.db", "desktop.ini", "sub/Desktop.ini", "a.docx")
    assert found(tmp_path) == ["a.docx"]
    assert found(tmp_path, tmp_path / "Thumbs.db") == ["Thumbs.db"]


def test_a_file_that_is_named_is_read_whatever_its_name(tmp_path: Path) -> None:
    tree(tmp_path, ".b.docx", "~$a.docx")
    assert found(tmp_path, tmp_path / ".b.docx", tmp_path / "~$a.docx") == [".b.docx", "~$a.docx"]


def test_the_folder_of_the_results_is_passed_over(tmp_path: Path) -> None:
    tree(tmp_path, "a.docx", "out/records.jsonl", "sub/out/b.docx")
    assert found(tmp_path, skip=tmp_path / "out") == ["a.docx", "sub/out/b.docx"]
    assert found(tmp_path, skip=tmp_path / "sub" / ".." / "out") == ["a.docx", "sub/out/b.docx"]


def test_the_folder_of_the_results_is_passed_over_by_a_relative_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, "a.docx", "out/records.jsonl")
    monkeypatch.chdir(tmp_path)
    assert [each.file for each in arrivals([Path()], same_as(Path("out")))] == ["a.docx"]


def test_paths_come_in_the_order_given(tmp_path: Path) -> None:
    tree(tmp_path, "b.docx", "a.docx", "c/d.docx")
    given = (tmp_path / "c", tmp_path / "b.docx", tmp_path / "a.docx")
    assert found(tmp_path, *given) == ["c/d.docx", "b.docx", "a.docx"]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_back_up_is_told_and_does_not_go_round_in_circles(tmp_path: Path) -> None:
    tree(tmp_path, "a/b.docx")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert found(tmp_path) == ["a/b.docx", "a/up"]
    (link,) = [each for each in arrivals([tmp_path]) if each.name == "up"]
    assert (link.data, link.why) == (None, Why(Unreadable.NOT_OPENED))


@pytest.mark.skipif(os.name == "nt", reason="Windows has shorter paths")
def test_folders_far_down_are_read(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(1_200):
        deep = deep / "d"
        deep.mkdir()
    (deep / "a.docx").touch()
    try:
        assert [Path(each.file).name for each in arrivals([tmp_path])] == ["a.docx"]
    finally:  # shutil, by which pytest clears up, does not get down there
        (deep / "a.docx").unlink()
        while deep != tmp_path:
            deep.rmdir()
            deep = deep.parent


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_nobody_waits_at_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.docx")
    tree(tmp_path, "a.docx", "z.docx")
    for paths in ([tmp_path], [tmp_path / "a.docx", tmp_path / "pipe.docx", tmp_path / "z.docx"]):
        whys = {each.name: each.why for each in arrivals(paths)}
        assert whys == {"a.docx": None, "pipe.docx": Why(Unreadable.NOT_OPENED), "z.docx": None}


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_not_read() -> None:
    (found,) = arrivals([Path("/dev/zero")])
    assert (found.data, found.why) == (None, Why(Unreadable.NOT_OPENED))


def test_a_folder_that_may_not_be_opened_does_not_stop_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, "a.docx", "closed/b.docx", "d.docx")
    scan = os.scandir

    def refuse(path: str | os.PathLike[str]) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    names = found(tmp_path)
    assert [name for name in names if not name.startswith("closed")] == ["a.docx", "d.docx"]
    assert [name for name in names if name.startswith("closed")], "that it was not read must be said"
