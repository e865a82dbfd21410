"""What ``hsbdocs check`` found: for people, grouped by what it is about, and one line of JSON for each."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from hsbdocs.model.check import CHECKS, CheckCode
from hsbdocs.model.faults import Fault
from hsbdocs.model.finding import Severity
from hsbdocs.report.text import WIDTH, Line, Tone

_HEADINGS = {
    Severity.ERROR: ("To put right", "Error", Tone.ERROR),
    Severity.WARNING: ("To look at", "Warning", Tone.WARNING),
    Severity.ADVICE: ("Still open", "Advice", Tone.ADVICE),
}


def check_report(faults: Sequence[Fault]) -> Iterator[Line]:
    """For people: errors, then warnings, then advice, each by what it is about, with what to do and every place."""
    for severity, of_severity in groupby(faults, key=lambda fault: fault.severity):
        entries = list(of_severity)
        heading, _, tone = _HEADINGS[severity]
        yield Line(f"{heading} ({len(entries)})", tone)
        for code, of_code in groupby(entries, key=lambda fault: fault.code):
            yield from _group(code, list(of_code))
        yield Line()
    yield _summary(faults)


def _group(code: CheckCode | None, faults: Sequence[Fault]) -> Iterator[Line]:
    yield Line()
    if code is not None:
        kind = CHECKS[code]
        yield Line(f"  {code.value} {kind.title} ({len(faults)})", Tone.STRONG)
        for text in textwrap.wrap(f"What to do: {kind.hint}", WIDTH - 4, break_on_hyphens=False):
            yield Line(f"    {text}")
    for fault in faults:
        yield from _place(fault)


def _place(fault: Fault) -> Iterator[Line]:
    where = fault.file + (f":{fault.line}" if fault.line else "")
    what = f"{where}  {fault.path}: {fault.problem}" if fault.path else f"{where}  {fault.problem}"
    first, *more = textwrap.wrap(what, WIDTH - 6, break_on_hyphens=False, break_long_words=False)
    yield Line(f"    {first}")
    for text in more:
        yield Line(f"      {text}")


def _summary(faults: Sequence[Fault]) -> Line:
    counts = {severity: sum(fault.severity is severity for fault in faults) for severity in Severity}
    said = ", ".join(_counted(counts[severity], _HEADINGS[severity][1]) for severity in Severity)
    if counts[Severity.ERROR]:
        return Line(f"Content cannot be used as it is: {said}.", Tone.ERROR)
    return Line(f"No errors in content: {said}.", Tone.GOOD)


def _counted(number: int, word: str) -> str:
    plural = word.lower() if word == "Advice" else f"{word.lower()}{'' if number == 1 else 's'}"
    return f"{number or 'no'} {plural}"


def check_data(fault: Fault) -> dict[str, Any]:
    """One line of ``check --json`` as plain data (schemas/check.schema.json)."""
    return {
        "schema": 1,
        "code": fault.code,
        "severity": fault.severity.value,
        "file": fault.file,
        "line": fault.line or None,
        "path": fault.path,
        "problem": fault.problem,
        "hint": "" if fault.code is None else CHECKS[fault.code].hint,
    }


def checks_page() -> str:
    """docs/checks.md: every code, how serious it is, and what to do."""
    lines = [
        "# What `hsbdocs check` can say",
        "",
        "Made by `make content` from src/hsbdocs/model/check.py; change it there.",
        "",
        "`hsbdocs check` reads all of content/ and says everything at once, each with its file, line and path.",
        "**Error**: content cannot be used as it is, and the exit status is 1. **Warning**: something is missing or",
        "past, and documents can still be made. **Advice**: nobody has verified it yet. With `--json` each is a line",
        "of JSON (src/hsbdocs/schemas/check.schema.json). `--today 2026-06-01` holds dates against another day.",
        "",
        "| Code | | What is wrong | What to do |",
        "|---|---|---|---|",
    ]
    for code in CheckCode:
        kind = CHECKS[code]
        lines.append(f"| {code.value} | {_HEADINGS[kind.severity][1]} | {kind.title} | {kind.hint} |")
    return "\n".join(lines) + "\n"
