"""``hsbdocs build`` into a folder that was built into before: the same is left alone, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.content.locate import Roots
from hsbdocs.model.guidance import Area
from hsbdocs.model.variant import Variant
from hsbdocs.pipeline import manifest
from hsbdocs.pipeline.build import build
from tests.command.running import CONTENT, ROOT, everything_in, run
from tests.support.search import share

NAMES = ("handout-consent", "rag-checklist", "spot-the-gap-2", "risk-assessment")
ROOTS = Roots(ROOT / "content", ROOT / "templates", ROOT / "examples")
VARIANTS = (Variant(), Variant(marked=True), Variant(area=Area.KENT))


def _times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir() if path.name != "manifest.json"}


def _aged(folder: Path) -> dict[str, int]:
    """Every file as if written long ago."""
    for path in folder.iterdir():
        os.utime(path, (1_000_000_000, 1_000_000_000))
    return _times(folder)


def test_the_same_again_is_left_as_it_lies_there_and_said(tmp_path: Path) -> None:
    assert run("build", *NAMES, "--out", tmp_path, *CONTENT).exit_code == 0
    before, files = _aged(tmp_path), everything_in(tmp_path)
    said = run("build", *NAMES, "--out", tmp_path, *CONTENT).stdout

    assert _times(tmp_path) == before
    assert everything_in(tmp_path) == files
    assert "4 of 4 would be the same again, and stay as they lie there." in said


# ---- What changes a document makes it anew -------------------------------------------------------------


def _copied(folder: Path) -> Roots:
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return Roots(folder / "content", folder / "templates", ROOT / "examples")


def _reword(roots: Roots, _: Path) -> None:
    path = roots.content / "guidance" / "terms" / "1.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")


def _restyle(roots: Roots, _: Path) -> None:
    shutil.copyfile(roots.templates / "quick-reference.docx", roots.templates / "handout.docx")


def _tamper(_: Roots, out: Path) -> None:
    path = out / "handout-consent.docx"
    path.write_bytes(path.read_bytes() + b"\0")


def _remove(_: Roots, out: Path) -> None:
    (out / "rag-checklist.xlsx").unlink()


def _forget(_: Roots, out: Path) -> None:
    (out / "manifest.json").unlink()


def _break(_: Roots, out: Path) -> None:
    (out / "manifest.json").write_bytes(b"{broken")


def _nothing(_: Roots, __: Path) -> None:
    pass


CHANGES: tuple[Callable[[Roots, Path], None], ...] = (
    _nothing,
    _reword,
    _restyle,
    _tamper,
    _remove,
    _forget,
    _break,
)


@share(5)
@given(
    first=st.lists(st.sampled_from(NAMES), min_size=1, unique=True),
    then=st.lists(st.sampled_from(NAMES), min_size=1, unique=True),
    variants=st.tuples(st.sampled_from(VARIANTS), st.sampled_from(VARIANTS)),
    change=st.sampled_from(CHANGES),
)
def test_what_is_left_is_byte_for_byte_what_would_be_made(
    first: list[str],
    then: list[str],
    variants: tuple[Variant, Variant],
    change: Callable[[Roots, Path], None],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        roots = _copied(Path(folder))
        used, fresh = Path(folder) / "used", Path(folder) / "fresh"
        build(roots, [*first, "handout-consent", "rag-checklist"], used, variants[0])
        change(roots, used)
        build(roots, then, used, variants[1])
        build(roots, then, fresh, variants[1])

        left = everything_in(used)
        assert {name: left[name] for name in everything_in(fresh)} == everything_in(fresh)


@pytest.mark.parametrize("change", [_reword, _restyle, _forget, _break])
def test_a_change_makes_every_document_anew(change: Callable[[Roots, Path], None], tmp_path: Path) -> None:
    roots, out = _copied(tmp_path), tmp_path / "out"
    build(roots, NAMES, out)
    before = _aged(out)
    change(roots, out)
    assert not any(each.stays for each in build(roots, NAMES, out))
    assert all(now != before[name] for name, now in _times(out).items())


@pytest.mark.parametrize(("change", "anew"), [(_tamper, "handout-consent"), (_remove, "rag-checklist")])
def test_a_file_that_is_not_as_it_was_made_is_made_anew_alone(
    change: Callable[[Roots, Path], None], anew: str, tmp_path: Path
) -> None:
    build(ROOTS, NAMES, tmp_path)
    change(ROOTS, tmp_path)
    assert [each.document.id for each in build(ROOTS, NAMES, tmp_path) if not each.stays] == [anew]


def test_another_program_makes_all_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(ROOTS, NAMES, tmp_path)
    monkeypatch.setattr(manifest, "_program", lambda: "another")
    assert not any(each.stays for each in build(ROOTS, NAMES, tmp_path))


def test_a_manifest_of_an_older_program_is_no_reason_to_leave_anything(tmp_path: Path) -> None:
    build(ROOTS, NAMES, tmp_path)
    path = tmp_path / "manifest.json"
    old = json.loads(path.read_text(encoding="utf-8"))
    for entry in old["documents"]:
        del entry["inputs"]
    path.write_text(json.dumps(old), encoding="utf-8")
    assert not any(each.stays for each in build(ROOTS, NAMES, tmp_path))


def test_a_mistake_in_content_is_told_though_everything_was_built_before(tmp_path: Path) -> None:
    roots, out = _copied(tmp_path), tmp_path / "out"
    build(roots, ["handout-consent"], out)
    path = roots.content / "documents" / "handout-consent.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("kind:", "knid:"), encoding="utf-8")
    assert run("build", "handout-consent", "--out", out, "--content", str(roots.content)).exit_code == 3
