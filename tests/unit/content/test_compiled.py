"""What is made from content: it must agree with its source, and a frozen version is never written again."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from hsbdocs.content.catalogue import load_catalogue
from hsbdocs.content.releases import load_releases
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.pipeline.packs import missing_lists
from tests.unit.content.planting import ROOT, Copy

DETAILS = "forms/risk-assessment/details.yaml"
RELEASE = "releases/risk-assessment-2023.06-2.json"


def _compile(copy: Copy) -> subprocess.CompletedProcess[str]:
    scripts = copy.content.parent / "scripts"
    scripts.mkdir(exist_ok=True)
    (copy.content.parent / "docs").mkdir(exist_ok=True)
    for page in ("findings.md", "checks.md", "vscode-settings.json"):
        shutil.copy(ROOT / "docs" / page, copy.content.parent / "docs")
    schemas = "src/hsbdocs/schemas"
    shutil.copytree(ROOT / schemas, copy.content.parent / schemas, dirs_exist_ok=True)
    script = shutil.copy(ROOT / "scripts" / "compile_content.py", scripts)
    return subprocess.run(
        [sys.executable, script],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )


def _releases_faults(content: Path) -> tuple[Fault, ...]:
    with pytest.raises(AuthorError) as caught:
        load_releases(content)
    return caught.value.faults


def _catalogue_faults(content: Path) -> tuple[Fault, ...]:
    with pytest.raises(AuthorError) as caught:
        load_catalogue(content)
    return caught.value.faults


# ---- Stale -------------------------------------------------------------------------------------


def test_a_catalogue_that_was_not_made_anew_is_told(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace("findings/action.yaml", "hint: Ask the sender which", "hint: Please ask the sender which")

    faults = copy.faults(compiled=True)

    assert [fault.file for fault in faults] == ["content/generated/findings.json"]
    assert "make content" in faults[0].problem


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    label: Gender\n", "    label: Sex\n"),
        ("placeholder: Click or tap for the age", "placeholder: Age"),
        ("hint: Ten digits.", "hint: Ten figures."),
        ("heading: Child/Young Persons Details", "heading: Details"),
        ("title: GP/Surgery, personal: true", "title: GP/Surgery, personal: false"),
    ],
)
def test_a_form_changed_without_a_new_version_is_refused(old: str, new: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(DETAILS, old, new)

    faults = copy.faults(compiled=True)

    assert [fault.file for fault in faults] == [f"content/{RELEASE}"]
    assert "new version" in faults[0].problem


def test_a_new_version_that_is_not_frozen_is_told(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace("forms/risk-assessment/form.yaml", 'version: "2023.06-2"', 'version: "2023.06-3"')

    faults = copy.faults(compiled=True)

    assert [fault.file for fault in faults] == ["content/releases/risk-assessment-2023.06-3.json"]
    assert "not frozen" in faults[0].problem


def test_the_version_of_another_release_cannot_be_taken(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace("forms/risk-assessment/form.yaml", 'version: "2023.06-2"', 'version: "2023.06"')

    assert [fault.file for fault in copy.faults(compiled=True)] == ["content/releases/risk-assessment-2023.06.json"]


def test_both_kinds_of_staleness_are_told_together(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace("findings/action.yaml", "hint: Ask the sender which", "hint: Please ask the sender which")
    copy.replace(DETAILS, "    label: Gender\n", "    label: Sex\n")

    assert {fault.file for fault in copy.faults(compiled=True)} == {
        "content/generated/findings.json",
        f"content/{RELEASE}",
    }


# ---- The script --------------------------------------------------------------------------------


def test_compiling_twice_changes_nothing(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    before = {path: path.read_bytes() for path in copy.content.rglob("*.json")}

    done = _compile(copy)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert {path: path.read_bytes() for path in copy.content.rglob("*.json")} == before


def test_compiling_makes_the_catalogue_anew(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace("findings/action.yaml", "hint: Ask the sender which", "hint: Please ask the sender which")

    assert _compile(copy).returncode == 0
    assert "Please ask the sender which" in copy.text("generated/findings.json")
    assert copy.faults(compiled=True) == ()


def test_compiling_never_writes_a_frozen_version_again(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    frozen = (copy.content / RELEASE).read_bytes()
    copy.replace(DETAILS, "    label: Gender\n", "    label: Sex\n")

    done = _compile(copy)

    assert done.returncode == 1
    assert "new version" in done.stderr
    assert (copy.content / RELEASE).read_bytes() == frozen


def test_compiling_freezes_a_new_version_and_keeps_the_old(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    old = (copy.content / RELEASE).read_bytes()
    copy.replace("forms/risk-assessment/form.yaml", 'version: "2023.06-2"', 'version: "2023.06-3"')
    copy.replace(DETAILS, "    label: Gender\n", "    label: Sex\n")

    assert _compile(copy).returncode == 0

    new = msgspec.json.decode((copy.content / "releases/risk-assessment-2023.06-3.json").read_bytes())
    assert new["version"] == "2023.06-3"
    assert new["sections"][0]["rows"][2]["label"] == "Sex"
    assert (copy.content / RELEASE).read_bytes() == old
    assert copy.faults(compiled=True) == ()


def test_compiling_broken_content_writes_nothing_and_says_why(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    before = {path: path.read_bytes() for path in copy.content.rglob("*.json")}
    copy.replace("house.yaml", "language: en-GB", "langage: en-GB")

    done = _compile(copy)

    assert done.returncode == 1
    assert "content/house.yaml:" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in copy.content.rglob("*.json")} == before


@pytest.mark.parametrize("folder", ["generated", "releases"])
def test_compiling_makes_the_folders_that_it_writes_to(folder: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    shutil.rmtree(copy.content / folder)

    done = _compile(copy)

    assert done.returncode == 0, done.stderr
    assert list((copy.content / folder).glob("*.json"))


# ---- Broken JSON -------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"id": "x"}', b"null", b'{"id": "\xff"}', b"\xef\xbb\xbf{}"])
def test_a_release_that_cannot_be_read_is_told_with_its_file(data: bytes, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    (copy.content / RELEASE).write_bytes(data)

    assert [fault.file for fault in _releases_faults(copy.content)] == [f"content/{RELEASE}"]


def test_every_broken_release_is_told_at_once(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    names = sorted(path.name for path in (copy.content / "releases").iterdir() if "guidance" not in path.name)
    for name in names:
        (copy.content / "releases" / name).write_bytes(b"{")

    assert [fault.file for fault in _releases_faults(copy.content)] == [f"content/releases/{name}" for name in names]


def test_a_release_with_an_unknown_key_is_refused(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(RELEASE, '  "captions": {', '  "caption": {},\n  "captions": {')

    assert len(_releases_faults(copy.content)) == 1


def test_no_release_at_all_is_told(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    shutil.rmtree(copy.content / "releases")

    assert len(_releases_faults(copy.content)) == 1


@pytest.mark.parametrize("data", [b"", b"{}", b"[{}]", b"[", b'["\xff"]'])
def test_a_catalogue_that_cannot_be_read_is_told_with_its_file(data: bytes, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    (copy.content / "generated/findings.json").write_bytes(data)

    assert {fault.file for fault in _catalogue_faults(copy.content)} == {"content/generated/findings.json"}


def test_our_own_catalogue_holds_every_code_and_every_list() -> None:
    """Another pack may hold fewer; of ours nothing may be lost without a word."""
    ruleset = load_catalogue(ROOT / "content").ruleset
    assert {entry.code for entry in ruleset.findings} == set(Code)
    assert set(ruleset.names) == set(ListId)


def test_a_list_that_no_rule_of_the_pack_looks_for_may_be_missing(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    path = copy.content / "generated/findings.json"
    ruleset = msgspec.json.decode(path.read_bytes())
    del ruleset["names"]["police"]
    path.write_bytes(msgspec.json.encode(ruleset))
    told = [str(fault) for fault in missing_lists(copy.content, load_catalogue(copy.content))]
    assert len(told) == 2
    assert all("holds no list police, which the rule A" in each for each in told)

    ruleset["findings"] = [entry for entry in ruleset["findings"] if entry["code"] not in ("AGE-04", "ACTION-04")]
    path.write_bytes(msgspec.json.encode(ruleset))
    load_catalogue.cache_clear()
    assert missing_lists(copy.content, load_catalogue(copy.content)) == []


def test_a_missing_catalogue_and_a_missing_entry_are_told(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    path = copy.content / "generated/findings.json"
    ruleset = msgspec.json.decode(path.read_bytes())
    gone = ("AGE-03", "FILE-09", "FORM-03", "ANSWER-03")
    ruleset["findings"] = [entry for entry in ruleset["findings"] if entry["code"] not in gone]
    path.write_bytes(msgspec.json.encode(ruleset))
    assert sorted(fault.path for fault in _catalogue_faults(copy.content)) == ["ANSWER-03", "FILE-09", "FORM-03"]

    path.unlink()
    assert len(_catalogue_faults(copy.content)) == 1
