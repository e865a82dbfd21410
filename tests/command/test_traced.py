"""A fact that changes: ``show`` names exactly the documents that change, and only those are made anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.command.running import everything_in, run
from tests.unit.content.planting import Copy

#: Numbers of the guidance that some documents print, with those that somebody could have put there instead.
NUMBERS = {"C05.phone": "01622 000 000", "C07.phone": "01634 000 000", "C08.phone": "0300 000 0000"}


def _number_of(copy: Copy, point: str) -> str:
    found = re.search(
        rf"id: {re.escape(point)}, kind: phone, .*?value: (\"?)([\d ]+)\1[,}}]", copy.text("guidance/contacts.yaml")
    )
    assert found is not None
    return found[2]


def _everywhere(copy: Copy, old: str, new: str) -> None:
    """In all of the guidance: a text that names the old number would be refused."""
    for path in sorted((copy.content / "guidance").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if old in text:
            path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def _named(copy: Copy, point: str) -> set[str]:
    """The documents that ``show`` names."""
    said = run("show", point, "--content", copy.content.parent)
    assert said.exit_code == 0, said.output
    _, _, after = said.stdout.partition("Printed in")
    return set(re.findall(r"[a-z][\w.-]+", after))


def _built(copy: Copy, out: Path) -> dict[str, bytes]:
    said = run("build", "--out", out, "--content", copy.content.parent)
    assert said.exit_code == 0, said.output
    return {Path(name).stem: data for name, data in everything_in(out).items() if not name.endswith("manifest.json")}


@pytest.mark.slow
@pytest.mark.parametrize("point", NUMBERS)
def test_a_number_that_changes_changes_the_documents_that_show_names(point: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    out, new = tmp_path / "out", tmp_path / "new"
    named, before = _named(copy, point), _built(copy, out)
    old = _number_of(copy, point)
    _everywhere(copy, old, NUMBERS[point])
    after = _built(copy, out)
    assert {name for name in after if after[name] != before[name]} == named
    assert after == _built(copy, new)
    assert named < set(before)
