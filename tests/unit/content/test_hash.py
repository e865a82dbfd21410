"""The content hash: the same for the same text, another for any other."""

from pathlib import Path

import pytest

from tests.unit.content.planting import Copy

DETAILS = "forms/risk-assessment/details.yaml"


def test_the_hash_is_a_sha256_and_the_same_wherever_the_folder_lies(tmp_path: Path) -> None:
    one, two = Copy(tmp_path / "one"), Copy(tmp_path / "two")

    assert one.load().hash == two.load().hash
    assert len(bytes.fromhex(one.load().hash)) == 32


def test_windows_line_ends_give_the_same_hash_and_the_same_content(tmp_path: Path) -> None:
    one, two = Copy(tmp_path / "one"), Copy(tmp_path / "two")
    changed = 0
    for path in two.content.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        changed += path.read_bytes().count(b"\r\n")
    assert changed > 500

    assert two.load(compiled=True) == one.load(compiled=True)


@pytest.mark.parametrize(
    "name",
    ["hsbdocs.yaml", "house.yaml", DETAILS, "forms/risk-assessment/considerations/q12.yaml", "findings/age.yaml",
     "documents/risk-assessment.yaml", "handout.yaml", "guidance/ages.yaml", "guidance/sections/1.4.yaml",
     "blanks/risk-assessment-2023.06.txt"],
)  # fmt: skip
def test_any_change_of_any_file_changes_the_hash(name: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    before = copy.load().hash
    copy.write(name, copy.text(name) + "# a comment\n")

    assert copy.load().hash != before


def test_text_moved_from_one_file_to_the_next_changes_the_hash(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.write("findings/age.yaml", copy.text("findings/age.yaml") + "# x\n")
    before = copy.load().hash
    copy.write("findings/age.yaml", copy.text("findings/age.yaml").removesuffix("# x\n"))
    copy.write("findings/answer.yaml", "# x\n" + copy.text("findings/answer.yaml"))

    assert copy.load().hash != before


def test_a_new_file_changes_the_hash(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    before = copy.load().hash
    copy.write("findings/zz.yaml", "[]\n")

    assert copy.load().hash != before
