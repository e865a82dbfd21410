"""The record line: its keys, its values, and how it is written."""

import json
from typing import Any

import msgspec
import pytest

from hsbdocs.model.finding import Code, Severity
from hsbdocs.model.line import Carried, Correction, Line, Status, as_text, status_of
from tests.unit.report.reads import SHA, read, statement
from tests.unit.rules.records import complete

_KEYS = ["schema", "file", "member", "part", "sha256", "status", "form", "answers", "as_written", "unplaced"]


def data(line: Line) -> dict[str, Any]:
    """The line as a program gets it."""
    loaded: dict[str, Any] = json.loads(as_text(line))
    return loaded


def test_keys_in_the_order_of_the_contract() -> None:
    found = data(read("a.docx", statement()).line)
    assert list(found) == [*_KEYS, "findings", "rules", "pack"]
    keys = ["code", "severity", "fields", "location", "message", "hint", "source", "params"]
    assert list(found["findings"][0]) == keys
    assert list(found["form"]) == ["id", "version", "document", "recognised_by"]
    assert found["rules"] == {"version": "v1", "changed": {}}


def test_keys_that_are_kept_for_later_stand_behind_the_rest() -> None:
    line = msgspec.structs.replace(
        read().line,
        reference="0123ABCDX",
        received="2026-06-01",
        corrected={"child.age": Correction(by="RW", on="2026-06-01", basis="telephone")},
        carried=Carried(version="2023.06-2", answers={"child.age": 15}),
    )
    assert list(data(line))[len(_KEYS) + 2 :] == ["reference", "received", "corrected", "carried", "pack"]


def test_values_are_as_they_are() -> None:
    record = complete({"child.name": "Zo\u00eb \u2028 \U0001f600", "child.age": None})
    found = data(read("b.docx", record=record).line)
    assert (found["schema"], found["file"], found["member"], found["part"]) == (1, "b.docx", None, 1)
    assert (found["sha256"], found["status"]) == (SHA, "clear")
    assert found["form"]["recognised_by"] == "stamp"
    assert found["answers"]["child.name"] == "Zo\u00eb \u2028 \U0001f600"
    assert found["answers"]["child.age"] is None
    assert len(found["answers"]) == 45


def test_a_file_not_read_has_no_form_and_no_answers() -> None:
    found = data(read("c.docx", statement(Code.FILE_01, Severity.ERROR), status=Status.UNREAD).line)
    assert (found["form"], found["answers"], found["as_written"], found["unplaced"]) == (None, {}, {}, [])


@pytest.mark.parametrize("text", ["\u00e9\u2028\u2029\n\r\t\x85", "\U0001f600", "\udcff", '"\\/<>&', "\u202e"])
def test_a_line_is_one_line_of_ascii_that_comes_back(text: str) -> None:
    line = as_text(msgspec.structs.replace(read().line, file=text))
    assert line.isascii()
    assert len(line.splitlines()) == 1
    assert json.loads(line)["file"] == text


def test_the_status_follows_from_the_findings() -> None:
    wrong = read("a.docx", statement(Code.SIGN_03, Severity.ERROR)).line.findings
    fair = read("a.docx", statement()).line.findings
    assert status_of((), read=False) is Status.UNREAD
    assert status_of(fair, read=True) is Status.CLEAR
    assert status_of((*fair, *wrong), read=True) is Status.QUESTIONS
