"""A file is read by itself, and a run gives each form as it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsbdocs.model.arrival import Arrival, Unreadable, Why
from hsbdocs.model.line import as_text
from hsbdocs.pipeline import read as reading
from tests.command.filling import complete
from tests.support.forms import blank, parser


def test_the_same_file_gives_the_same_lines_whatever_was_read_before(tmp_path: Path) -> None:
    data = complete(blank("risk-assessment"))
    (tmp_path / "a.docx").write_bytes(complete(blank("risk-assessment"), {"outcome.category": "harmful"}))
    (tmp_path / "b.docx").write_bytes(data)
    *_, last = parser().parse([tmp_path])
    name = (tmp_path / "b.docx").as_posix()
    (alone,) = parser().read_file(Arrival(file=name, name="b.docx", data=data))
    assert as_text(last.line) == as_text(alone.line)
    assert last == alone


def test_a_form_is_given_before_the_next_file_is_opened(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(complete(blank("risk-assessment")))
    reads = parser().parse([tmp_path])
    assert next(reads).line.status == "clear"
    (tmp_path / "b.docx").unlink()
    assert [finding.code for finding in next(reads).line.findings] == ["FILE-06"]


def test_the_limit_that_was_met_is_in_the_line() -> None:
    why = Why(Unreadable.TOO_LARGE, {"limit": "50 MB"})
    (read,) = parser().read_file(Arrival(file="a.docx", name="a.docx", why=why))
    (finding,) = read.line.findings
    assert (finding.code, finding.params) == ("FILE-05", {"limit": "50 MB"})
    assert "more than 50 MB" in finding.message
    assert (read.line.sha256, read.line.pack, read.child) == ("", None, None)


def test_members_of_a_container_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a container held: each member has its own name, bytes and number of forms."""
    data = complete(blank("risk-assessment"))

    def inside(arrival: Arrival) -> list[tuple[Arrival, Why]]:
        names = ("one/Amber Example.docx", "two.docx")
        return [
            (Arrival(file=arrival.file, member=name, name=Path(name).name, data=data), Why(Unreadable.DAMAGED))
            for name in names
        ]

    monkeypatch.setattr(reading, "transcripts", inside)
    lines = [read.line for read in parser().read_file(Arrival(file="in/mail.zip", name="mail.zip", data=b"PK"))]
    assert [(line.file, line.member, line.part) for line in lines] == [
        ("in/mail.zip", "one/Amber Example.docx", 1),
        ("in/mail.zip", "two.docx", 1),
    ]
    assert len({line.sha256 for line in lines}) == 1
