"""``hsbdocs check``: what it prints, its JSON lines by their schema, its exit status, and the day it is asked for."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from hsbdocs.content.guidance import load_guidance
from hsbdocs.model.check import CHECKS, CheckCode
from tests.command.running import CONTENT, ROOT, run, schema
from tests.support.unreviewed import issued
from tests.unit.content.planting import Copy

DUTIES = "guidance/duties/1.yaml"


def _lines(text: str) -> list[dict[str, Any]]:
    assert text.isascii()
    lines = [json.loads(line) for line in text.splitlines()]
    for line in lines:
        schema("check").validate(line)
    return lines


def _check(*args: str | Path) -> tuple[int, list[dict[str, Any]]]:
    result = run("check", "--json", *args)
    return result.exit_code, _lines(result.stdout)


def _of(lines: list[dict[str, Any]], code: CheckCode) -> list[dict[str, Any]]:
    return [line for line in lines if line["code"] == code.value]


def test_content_has_no_errors_and_exit_status_0() -> None:
    status, lines = _check(*CONTENT)
    assert status == 0
    assert "error" not in {line["severity"] for line in lines}


def test_an_error_means_exit_status_1(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(DUTIES, "refs: [information-sharing, D95, E161]", "refs: [information-sharng, D95, E161]")
    status, lines = _check("--content", copy.content)
    assert status == 1
    (error,) = [line for line in lines if line["severity"] == "error"]
    assert error["file"] == f"content/{DUTIES}"
    assert error["line"] == copy.line_of(DUTIES, "information-sharng")
    assert error["problem"] == "information-sharng does not exist; did you mean information-sharing?"
    assert error["hint"] == CHECKS[CheckCode.REFERENCE].hint


def test_a_file_that_is_missing_has_no_line(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    (copy.content / "guidance/laws.yaml").unlink()
    status, lines = _check("--content", copy.content)
    assert status == 1
    assert [(line["file"], line["line"]) for line in lines if line["severity"] == "error"] == [
        ("content/guidance/laws.yaml", None)
    ]


@pytest.mark.parametrize(("today", "said"), [("2026-06-30", 0), ("2026-07-01", 1)])
def test_the_stated_review_is_past_when_its_month_is(today: str, said: int) -> None:
    _, lines = _check("--content", issued() / "content", "--today", today)
    overdue = _of(lines, CheckCode.OVERDUE)
    assert [line["file"] for line in overdue] == ["content/hsbdocs.yaml"] * said


def test_everything_that_nobody_has_verified_is_advice() -> None:
    _, lines = _check(*CONTENT)
    found = Counter(line["code"] for line in lines if line["severity"] == "advice")
    guidance = load_guidance(ROOT / "content")
    ways = [p for c in guidance.contacts for p in c.points if p.value and p.kind != "hours" and p.value != "999"]
    links = [link for link in guidance.links if link.target != "lost"]
    expected: dict[str, Sequence[Any]] = {"CONTENT-19": ways, "CONTENT-20": links, "CONTENT-21": guidance.laws}
    still_open = {code: sum(e.last_verified is None for e in entries) for code, entries in expected.items()}
    assert found == Counter(still_open)


def test_every_lost_link_is_a_warning() -> None:
    _, lines = _check(*CONTENT)
    lost = re.findall(r"(?m)^  target: lost$", (ROOT / "content/guidance/links.yaml").read_text(encoding="utf-8"))
    assert len(_of(lines, CheckCode.NO_TARGET)) == len(lost)


def test_what_somebody_has_verified_is_not_said(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    place = re.compile(r"\{id: C08.phone, .*\}")
    contacts = "guidance/contacts.yaml"
    copy.replace(contacts, place, "{id: C08.phone, kind: phone, source: 365, value: 0300 123 4496}")
    _, before = _check("--content", copy.content)
    assert [line for line in before if "0300 123 4496" in line["problem"] and line["severity"] == "advice"]
    verified = 'last_verified: {who: A. Person, when: "2026-03-02", how: rang the number}'
    copy.replace(contacts, place, f"{{id: C08.phone, kind: phone, source: 365, value: 0300 123 4496, {verified}}}")
    _, after = _check("--content", copy.content)
    assert len(after) == len(before) - 1
    assert not [line for line in after if "0300 123 4496" in line["problem"] and line["severity"] == "advice"]


def test_the_report_groups_by_what_it_is_about_and_says_what_to_do(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace("guidance/contacts.yaml", "kscmp@kent.gov.uk", "kscmp.kent.gov.uk")
    result = run("check", "--content", copy.content)
    assert result.exit_code == 1
    text = result.stdout
    heading = text.index("CONTENT-08 An e-mail address that cannot be right (1)")
    line = copy.line_of("guidance/contacts.yaml", "kscmp.kent.gov.uk")
    place = text.index(f"content/guidance/contacts.yaml:{line}  [0].points[1].value: kscmp.kent.gov.uk is not")
    assert text.index("To put right (1)") < heading < text.index("What to do: Compare it with the source.") < place
    assert place < text.index("To look at (")
    assert re.search(r"Content cannot be used as it is: 1 error, \d+ warnings, \d+ advice\.\n$", text)
    assert max(len(line) for line in text.splitlines() if "http" not in line) <= 100


def test_every_code_is_on_the_page_and_has_a_number_of_its_own() -> None:
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| (CONTENT-\d\d) \|", page, re.MULTILINE) == [code.value for code in CheckCode]
    assert CHECKS.keys() == set(CheckCode)


def test_a_folder_without_content_is_wrong_usage(tmp_path: Path) -> None:
    assert run("check", "--content", tmp_path).exit_code == 2
