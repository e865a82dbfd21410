"""``demo``: the whole loop on synthetic forms, and whether each shows what it is there to show."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import msgspec

from hsbdocs.content.locate import Roots
from hsbdocs.model.occurrence import Occurrence
from hsbdocs.model.settings import Changes
from hsbdocs.pipeline.build import Built, build
from hsbdocs.pipeline.parse import Parser, keep

#: The demo reads its samples on this day, so that it says the same on any.
TODAY = date(2026, 6, 1)


class Sample(msgspec.Struct, frozen=True):
    """A returned file of the demo: what it shows, what came of it, whether as expected; ``report``: print it."""

    shows: str
    occurrence: Occurrence
    as_expected: bool
    report: bool


class Demo(msgspec.Struct, frozen=True):
    """What the demo made."""

    built: list[Built]
    samples: list[Sample]
    records: Path
    changes: Changes


def run_demo(roots: Roots, out: Path) -> Demo:
    """Build all forms into ``out``, parse the samples under examples/returned and keep their records there.

    Raises what ``build`` and ``parse`` raise. examples/expected.json says for each sample what it shows, its
    status and its codes.
    """
    built = build(roots, ("forms",), out)
    parser = Parser(roots, TODAY)
    expected = json.loads((roots.examples / "expected.json").read_text(encoding="utf-8"))
    folder = roots.examples / "returned"
    if folder.is_relative_to(Path.cwd()):
        folder = folder.relative_to(Path.cwd())
    occurrences = list(parser.parse([folder]))
    records = keep(parser, occurrences, out, full=True)
    samples = []
    for occurrence in occurrences:
        name = Path(occurrence.file).name
        entry = expected.get(name if occurrence.part == 1 else f"{name}, form {occurrence.part}", {})
        codes = sorted({statement.code.value for statement in occurrence.statements})
        same = (entry.get("status"), entry.get("codes")) == (occurrence.status.value, codes)
        samples.append(Sample(entry.get("shows", "not described"), occurrence, same, bool(entry.get("report"))))
    return Demo(built, samples, records, parser.changes)
