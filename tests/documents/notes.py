"""Notes to senders, made as the team makes them: looked at like every document that ``build`` makes."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.command.filling import complete, young
from tests.command.running import CONTENT, run
from tests.desk.team import Team

#: By what each asks: first to act, a row, many rows.
NOTES = ("note-first", "note-row", "note-many")
_MANY: dict[str, str | None] = {
    **{f"considerations.q{number:02}": None for number in range(2, 12)},
    **{field: None for field in ("child.name", "outcome.summary", "outcome.category", "completion.date")},
}


def notes() -> Mapping[str, bytes]:
    """A note of each, by its name."""
    with tempfile.TemporaryDirectory() as place:
        inbox, kept = Path(place) / "in", Path(place) / "kept"
        assert run("build", "risk-assessment", "--out", Path(place) / "blank", *CONTENT).exit_code == 0
        blank = (Path(place) / "blank" / "risk-assessment.docx").read_bytes()
        inbox.mkdir()
        returns = (young(blank), complete(blank, {"outcome.category": None}), complete(blank, _MANY))
        for name, data in zip(NOTES, returns, strict=True):
            (inbox / f"{name}.docx").write_bytes(data)
        command = ("parse", inbox, "--out", kept, "--notes", *CONTENT)
        run(*command, "--today", "2026-06-01")
        team = Team(kept)
        team.list_organisations([("Sample Trust", "Ann Lead", "01632 960001")])
        for reference in team.references(Ring_today="yes"):
            team.write(reference, "Rung", "1/6/2026")
        run(*command, "--today", "2026-06-02")
        found = {}
        for name in NOTES:
            told = run("find", "--in", kept, "--original", inbox / f"{name}.docx", *CONTENT).output
            found[name] = (kept / "notes" / f"{told.split(':')[0]}.docx").read_bytes()
        return found
