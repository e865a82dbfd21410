"""Side by side with other programs: measure everything, print it, and write it to results.md beside this file."""

from __future__ import annotations

import logging
from pathlib import Path

from benchmarks import builders, readers, starting, workbooks
from benchmarks.answers import VALUES
from benchmarks.forms import completed_forms
from benchmarks.machine import machine, versions
from benchmarks.table import table
from benchmarks.timing import difference, median, ratio
from hsbdocs.content.locate import Roots, find_roots

_ROUNDS = 31
_STARTS = 31
_READ_AIM = 4.0
_HELP_AIM = 10.0
_OUT = Path(__file__).with_name("results.md")


def run() -> None:
    """Run the benchmarks. Aims are reported; missing one is no failure."""
    logging.disable(logging.WARNING)  # the converters' remarks on formats that they cannot read here
    roots = find_roots(start=Path(__file__).parent)
    lines = [
        "# Benchmarks",
        "",
        f"Written by `make bench`. {machine()}.",
        f"Compared: {versions()}.",
        "",
        "CPU time in ms, warm, in one process, in rounds in which all have their turn: the median of the rounds, and",
        "the median of each round's ratio. Only ratios carry over to other machines; they too move by some per cent",
        "from run to run, and by more where other work goes on beside.",
        "",
        "`python -m benchmarks --against OLD` measures a checkout of this project beside another one instead: each",
        "command in a process of its own, old and new by turns in every round. It needs nothing but the program, and",
        "writes nothing here. A change whose `times old` is over 1.05 on a machine at rest wants a reason.",
        *_reading(roots),
        *_building(roots),
        *_workbooks(roots),
        *_start(),
    ]
    print("\n".join(lines))
    _OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _reading(roots: Roots) -> list[str]:
    forms = completed_forms(roots)
    times, holds = readers.measure(roots, forms, _ROUNDS)
    holds[readers.OURS] = min(readers.values_read(roots, series[0]) for series in forms.values())
    rows = [
        [name]
        + [
            cell
            for by in times.values()
            for cell in (f"{median(by, name):.2f}", f"{ratio(by, name, readers.BARE):.2f}")
        ]
        + [f"{holds[name]} of {VALUES}"]
        for name in readers.WHAT
    ]
    head = ["reader", *(cell for form in forms for cell in (form, "times bare")), "values in its output"]
    worst = max(ratio(by, readers.OURS, readers.BARE) for by in times.values())
    return [
        "",
        "## Reading one completed form",
        "",
        *table(head, rows),
        "",
        *_notes(readers.WHAT),
        "",
        "The forms are as this project builds them, every answer filled in; files that Word has saved are longer. Each",
        "call reads another one, with text of its own. A peer's output holds a typed value where its letters and",
        "figures stand there in order, and a tick where a ticked box is shown; which value belongs to which field, no",
        "peer says. hsbdocs counts values read by type, each in its field. python-docx leaves out text inside content",
        "controls, and all answers stand in those.",
        "",
        _aim(f"reading within {_READ_AIM:g} times the bare read", f"{worst:.2f} times", worst <= _READ_AIM),
    ]


def _building(roots: Roots) -> list[str]:
    times = {form: builders.measure(roots, form, _ROUNDS) for form in ("risk-assessment", "risk-assessment-guided")}
    rows = [
        [name]
        + [
            cell
            for by in times.values()
            for cell in (f"{median(by, name):.1f}", f"{ratio(by, name, builders.DOCXTPL):.2f}")
        ]
        for name in builders.WHAT
    ]
    head = ["builder", *(cell for form in times for cell in (form, "times docxtpl"))]
    return ["", "## Building one form", "", *table(head, rows), "", *_notes(builders.WHAT)]


def _workbooks(roots: Roots) -> list[str]:
    reading, writing = workbooks.reading(roots, _ROUNDS), workbooks.writing(roots, _ROUNDS)
    lines = []
    for title, times, what, to in (
        ("Reading one completed checklist (.xlsx)", reading, workbooks.READING, workbooks.BARE),
        ("Writing the checklist (.xlsx)", writing, workbooks.WRITING, workbooks.XLSXWRITER),
    ):
        rows = [[name, f"{median(times, name):.2f}", f"{ratio(times, name, to):.2f}"] for name in what]
        lines += ["", f"## {title}", "", *table(["with", "ms", f"times {to}"], rows), "", *_notes(what)]
    remark = (
        "hsbdocs reads 20 values by type, each in its field; the others give back cells, and formulas as their results."
    )
    return [*lines, "", remark]


def _start() -> list[str]:
    times = starting.measure(_STARTS)
    click = starting.CLICK
    rows = [
        [
            name,
            f"{median(times, name):.1f}",
            f"{ratio(times, name, click):.2f}",
            f"{difference(times, name, click):+.1f}",
        ]
        for name in times
    ]
    more = difference(times, starting.OURS, click)
    heavy = ", ".join(starting.heavy_modules()) or "none"
    return [
        "",
        "## Starting",
        "",
        *table(["process", "ms", "times click", "ms more"], rows),
        "",
        f"Of {', '.join(starting.HEAVY)}, `hsbdocs --help` imports: {heavy}.",
        "",
        _aim(f"--help within click + {_HELP_AIM:g} ms", f"{more:+.1f} ms", more <= _HELP_AIM),
    ]


def _notes(what: dict[str, str]) -> list[str]:
    return [f"- {name}: {text}" for name, text in what.items()]


def _aim(aim: str, measured: str, met: bool) -> str:
    return f"Aim: {aim}. Measured: {measured}. {'Met' if met else 'Not met'}."
