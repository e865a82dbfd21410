"""A settings file (TOML) to Settings, or every mistake in it with its line and what to do."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from hsbdocs.content.decode import decode
from hsbdocs.model.faults import Fault
from hsbdocs.model.finding import SERIOUS, CatalogueEntry, Code, Severity
from hsbdocs.model.form import FormKey
from hsbdocs.model.settings import Settings, Team

_LONGEST_MARK = 200
_MOST_MONTHS = 120
#: A child's record may be kept until the child is 25, or longer by law.
_MOST_MONTHS_KEPT = 1200
_CODES = [code.value for code in Code]


class WrongSettings(Exception):
    """Raised with every mistake of a settings file; nothing was read."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))


class _Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    off: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}
    months: dict[str, int] = {}


class _Team(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str = ""
    telephone: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    today: Any = None
    handling_mark: str = ""
    blanks: tuple[str, ...] = ()
    manifests: tuple[str, ...] = ()
    retention_months: int | None = None
    accept_until: dict[str, Any] = {}
    rules: _Rules = _Rules()
    team: _Team = _Team()


def load_settings(path: Path, entries: Mapping[Code, CatalogueEntry], forms: Collection[FormKey] = ()) -> Settings:
    """Read and check a settings file against the catalogue's entries and the forms that there are.

    Raises WrongSettings and OSError.
    """
    name = path.as_posix()
    text, data = _read(name, path)
    value, problems = decode(_File, data)
    problems += [*_about_the_run(data), *_about_keeping(data, forms), *_about_rules(data.get("rules"), entries)]
    if value is None or problems:
        raise WrongSettings([_fault(name, text, where, problem) for where, problem in problems])
    return Settings(
        today=value.today,
        handling_mark=value.handling_mark.strip(),
        off=frozenset(map(Code, value.rules.off)),
        on=frozenset(map(Code, value.rules.on)),
        severity={Code(code): severity for code, severity in value.rules.severity.items()},
        months={Code(code): months for code, months in value.rules.months.items()},
        blanks=tuple(path.parent / blank for blank in value.blanks),
        manifests=tuple(path.parent / folder for folder in value.manifests),
        retention_months=value.retention_months,
        team=Team(name=" ".join(value.team.name.split()), telephone=" ".join(value.team.telephone.split())),
        accept_until={FormKey(*name.split()): until for name, until in value.accept_until.items()},
    )


def _read(name: str, path: Path) -> tuple[str, dict[str, Any]]:
    """The text of the file and the data in it. Raises WrongSettings where it is no TOML."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongSettings([Fault(name, 0, "", "is not UTF-8 text: save the file again as UTF-8")]) from error
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", str(error))
        line = int(match[1]) if match and match[1] else len(text.splitlines())
        problem = f"is not valid TOML: {str(error).replace(match[0], '') if match else error}"
        raise WrongSettings([Fault(name, line, "", problem)]) from error


_Where = tuple[str | int, ...]
_Problems = Iterator[tuple[_Where, str]]
_Entries = Mapping[Code, CatalogueEntry]


def _about_the_run(data: dict[str, Any]) -> _Problems:
    """What the types cannot say of the day and the mark."""
    if "today" in data and type(data["today"]) is not date:
        yield ("today",), "should be a day, such as 2026-06-01, without a time and without quotation marks"
    mark = data.get("handling_mark")
    if isinstance(mark, str) and not mark.strip():
        yield ("handling_mark",), "is empty: write the words, or take the line out"
    elif isinstance(mark, str) and (not mark.isprintable() or len(mark) > _LONGEST_MARK):
        yield ("handling_mark",), f"should be one line of at most {_LONGEST_MARK} characters"


def _about_keeping(data: dict[str, Any], forms: Collection[FormKey]) -> _Problems:
    """What the types cannot say of how long forms stand, and how long they are kept."""
    months = data.get("retention_months")
    if type(months) is int and not 1 <= months <= _MOST_MONTHS_KEPT:
        yield ("retention_months",), f"should be a number of months from 1 to {_MOST_MONTHS_KEPT}"
    known = {f"{form.id} {form.version}" for form in forms}
    for name, until in _table(data.get("accept_until")).items():
        if name not in known:
            yield ("accept_until", name), f"is no form and version that is known; known: {', '.join(sorted(known))}"
        if type(until) is not date:
            yield ("accept_until", name), "should be a day, such as 2027-03-31, without quotation marks"


def _about_rules(rules: Any, entries: _Entries) -> _Problems:
    """What the types cannot say of codes; whatever has the wrong type is passed over, its fault is told already."""
    if not isinstance(rules, dict):
        return
    yield from _about_lists(rules, entries)
    for key, about in _ABOUT.items():
        for code, value in _table(rules.get(key)).items():
            yield from _unknown(code, ("rules", key, code))
            entry = _entry(code, entries)
            yield from ((("rules", key, code), problem) for problem in about(value, entry, entries))


def _about_lists(rules: dict[str, Any], entries: _Entries) -> _Problems:
    """What is wrong with the codes that are turned off and on."""
    off, on = (_texts(rules.get(key)) for key in ("off", "on"))
    for key, codes in (("off", off), ("on", on)):
        for index, code in codes.items():
            yield from _unknown(code, ("rules", key, index))
    for code in sorted({*off.values()} & {*on.values()}):
        yield ("rules", "on"), f"{code} stands under off and under on: keep one"
    for index, code in off.items():
        entry = _entry(code, entries)
        if entry is not None and entry.fixed:
            yield ("rules", "off", index), f"{code} cannot be turned off: {_why(entry)}; take it out of the list"


def _about_severity(severity: Any, entry: CatalogueEntry | None, _: _Entries) -> Iterator[str]:
    """What is wrong with another severity of a finding; an unknown one is told already."""
    if entry is None or not entry.fixed or severity not in SERIOUS:
        return
    if SERIOUS.index(severity) < SERIOUS.index(entry.severity):
        yield f"cannot be made less serious than {entry.severity.value}: {_why(entry)}; take the line out"


def _about_months(months: Any, entry: CatalogueEntry | None, entries: _Entries) -> Iterator[str]:
    """What is wrong with another period of a finding."""
    if entry is not None and entry.months is None:
        with_period = ", ".join(sorted(code.value for code, each in entries.items() if each.months is not None))
        yield f"has no period; these have one: {with_period}"
    elif type(months) is int and not 1 <= months <= _MOST_MONTHS:
        yield f"should be a number of months from 1 to {_MOST_MONTHS}"


#: The tables of codes under ``rules``, and what can be wrong with a value there.
_ABOUT: Mapping[str, Callable[[Any, CatalogueEntry | None, _Entries], Iterator[str]]] = {
    "severity": _about_severity,
    "months": _about_months,
}


def _texts(data: Any) -> dict[int, str]:
    """The texts of a list by their place in it."""
    return {index: item for index, item in enumerate(data) if isinstance(item, str)} if isinstance(data, list) else {}


def _table(data: Any) -> dict[str, Any]:
    return data if isinstance(data, dict) else {}


def _why(entry: CatalogueEntry) -> str:
    if entry.ring_today:
        return "it is among what somebody must be rung about the same day"
    return "it says that something was not read, or should not be trusted unseen"


def _entry(code: str, entries: _Entries) -> CatalogueEntry | None:
    return entries.get(Code(code)) if code in _CODES else None


def _unknown(code: str, where: _Where) -> Iterator[tuple[_Where, str]]:
    if code not in _CODES:
        near = difflib.get_close_matches(code.upper(), _CODES, n=1)
        hint = f"did you mean {near[0]}?" if near else "docs/findings.md lists all"
        yield where, f"{code} is not the code of a finding; {hint}"


def _fault(name: str, text: str, where: _Where, problem: str) -> Fault:
    path = ".".join(str(step) for step in where if isinstance(step, str))
    return Fault(name, _line_of(text, [step for step in where if isinstance(step, str)]), path, problem)


def _line_of(text: str, keys: list[str]) -> int:
    """The line of a key, as far as lines of TOML can be told by their look: 0 where it is not found."""
    table: list[str] = []
    nearest = 0
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?$", line)
        if header:
            table = [part.strip().strip("\"'") for part in header[1].split(".")]
            here = table
        else:
            key = re.match(r"\s*([\w.\"'-]+)\s*=", line)
            if not key:
                continue
            here = [*table, *(part.strip("\"'") for part in key[1].split("."))]
        if here == keys:
            return number
        if here == keys[: len(here)]:
            nearest = number
    return nearest
