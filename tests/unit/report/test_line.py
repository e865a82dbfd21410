"""The JSON line of an occurrence."""

import json

import pytest

from hsbdocs.model.finding import Code, Severity
from hsbdocs.model.occurrence import Status
from hsbdocs.report.line import as_data, as_line
from tests.unit.report.occurrences import SHA, occurrence, statement
from tests.unit.rules.records import complete

_KEYS = ["schema", "file", "member", "part", "sha256", "status", "form", "answers", "as_written", "unplaced"]


def test_keys_in_the_order_of_the_contract() -> None:
    data = as_data(occurrence("a.docx", statement()), "v1")
    assert list(data) == [*_KEYS, "findings", "rules"]
    keys = ["code", "severity", "fields", "location", "message", "hint", "source", "params"]
    assert list(data["findings"][0]) == keys
    assert list(data["form"]) == ["id", "version", "document", "recognised_by"]
    assert data["rules"] == {"version": "v1", "changed": {}}


def test_values_are_as_they_are() -> None:
    record = complete({"child.name": "Zoë \u2028 \U0001f600", "child.age": None})
    data = as_data(occurrence("b.docx", record=record), "v1")
    assert (data["schema"], data["file"], data["member"], data["part"]) == (1, "b.docx", None, 1)
    assert (data["sha256"], data["status"]) == (SHA, "clear")
    assert data["form"]["recognised_by"] == "stamp"
    assert data["answers"]["child.name"] == "Zoë \u2028 \U0001f600"
    assert data["answers"]["child.age"] is None
    assert len(data["answers"]) == 45


def test_a_file_not_read_has_no_form_and_no_answers() -> None:
    unread = occurrence("c.docx", statement(Code.FILE_01, Severity.ERROR), status=Status.UNREAD)
    data = as_data(unread, "v1")
    assert (data["form"], data["answers"], data["as_written"], data["unplaced"]) == (None, {}, {}, [])


@pytest.mark.parametrize("text", ["é\u2028\u2029\n\r\t\x85", "\U0001f600", "\udcff", '"\\/<>&', "\u202e"])
def test_a_line_is_one_line_of_ascii_that_comes_back(text: str) -> None:
    line = as_line({"text": text})
    assert line.isascii()
    assert len(line.splitlines()) == 1
    assert json.loads(line) == {"text": text}
