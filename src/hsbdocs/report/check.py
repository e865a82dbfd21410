"""What ``hsbdocs check`` found: for people, grouped by what it is about, and one line of JSON for each."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from hsbdocs.model.check import CHECKS, Check, CheckCode
from hsbdocs.model.finding import Severity
from hsbdocs.report.text import WIDTH, Line, Tone

_HEADINGS = {
    Severity.ERROR: ("To put right", "Error", Tone.ERROR),
    Severity.WARNING: ("To look at", "Warning", Tone.WARNING),
    Severity.ADVICE: ("Still open", "Advice", Tone.ADVICE),
}


def check_report(checks: Sequence[Check]) -> Iterator[Line]:
    """For people: errors, then warnings, then advice, each by what it is about, with what to do and every place."""
    for severity, of_severity in groupby(checks, key=lambda check: check.severity):
        entries = list(of_severity)
        heading, _, tone = _HEADINGS[severity]
        yield Line(f"{heading} ({len(entries)})", tone)
        for code, of_code in groupby(entries, key=lambda check: check.code):
            places = list(of_code)
            kind = CHECKS[code]
            yield Line()
            yield Line(f"  {code.value} {kind.title} ({len(places)})", Tone.STRONG)
            for text in textwrap.wrap(f"What to do: {kind.hint}", WIDTH - 4, break_on_hyphens=False):
                yield Line(f"    {text}")
            for check in places:
                yield from _place(check)
        yield Line()
    yield _summary(checks)


def _place(check: Check) -> Iterator[Line]:
    where = check.file + (f":{check.line}" if check.line else "")
    what = f"{where}  {check.path}: {check.problem}" if check.path else f"{where}  {check.problem}"
    first, *more = textwrap.wrap(what, WIDTH - 6, break_on_hyphens=False, break_long_words=False)
    yield Line(f"    {first}")
    for text in more:
        yield Line(f"      {text}")


def _summary(checks: Sequence[Check]) -> Line:
    counts = {severity: sum(check.severity is severity for check in checks) for severity in Severity}
    said = ", ".join(_counted(counts[severity], _HEADINGS[severity][1]) for severity in Severity)
    if counts[Severity.ERROR]:
        return Line(f"Content cannot be used as it is: {said}.", Tone.ERROR)
    return Line(f"No errors in content: {said}.", Tone.GOOD)


def _counted(number: int, word: str) -> str:
    plural = word.lower() if word == "Advice" else f"{word.lower()}{'' if number == 1 else 's'}"
    return f"{number or 'no'} {plural}"


def check_data(check: Check) -> dict[str, Any]:
    """One line of ``check --json`` as plain data (schemas/check.schema.json)."""
    return {
        "schema": 1,
        "code": check.code.value,
        "severity": check.severity.value,
        "file": check.file,
        "line": check.line or None,
        "path": check.path,
        "problem": check.problem,
        "hint": check.kind.hint,
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
