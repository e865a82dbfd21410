"""``demo``: the whole loop on synthetic forms, and whether each shows what it is there to show."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from hsbdocs.content.locate import Roots
from hsbdocs.model.register import Wanted
from hsbdocs.model.report import Standing, standing_of
from hsbdocs.pipeline.build import Built, build
from hsbdocs.pipeline.keep import keeping
from hsbdocs.pipeline.parse import Parser
from hsbdocs.pipeline.read import Read
from hsbdocs.report.taking import Report
from hsbdocs.report.view import View

#: The demo reads its samples on this day, so that it says the same on any.
TODAY = date(2026, 6, 1)


class Sample(msgspec.Struct, frozen=True):
    """A returned file of the demo: what it shows, what came of it, whether as expected."""

    name: str
    shows: str
    standing: Standing
    codes: tuple[str, ...]
    as_expected: bool


class Demo(msgspec.Struct, frozen=True):
    """What the demo made; ``view`` is the report on the sample that is there to show one."""

    built: list[Built]
    samples: list[Sample]
    kept: tuple[Path, ...]
    view: View


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
    samples = []
    report = Report(parser.words, parser.places, parser.changes)
    with keeping(out / "kept", parser, Wanted(full=True)) as keeper:
        for read in parser.parse([folder]):
            keeper.add(read)
            entry = expected.get(_name(read), {})
            samples.append(_sample(read, entry))
            if entry.get("report"):
                report.add(read.line, read.statements, parser.form_of(read.line))
        kept = keeper.finish()
    return Demo(built, samples, kept.files, report.view())


def _name(read: Read) -> str:
    name = Path(read.line.file).name
    return name if read.line.part == 1 else f"{name}, form {read.line.part}"


def _sample(read: Read, entry: dict[str, Any]) -> Sample:
    """A sample beside what is expected of it."""
    codes = tuple(dict.fromkeys(statement.code.value for statement in read.statements))
    same = (entry.get("status"), entry.get("codes")) == (read.line.status.value, sorted(codes))
    standing = standing_of(read.line.status, read.statements)
    return Sample(_name(read), entry.get("shows", "not described"), standing, codes, same)
