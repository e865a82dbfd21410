"""What a team may set for a run, and what that changes: types only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec

from hsbdocs.model.finding import CatalogueEntry, Code, Severity
from hsbdocs.model.form import FormKey


class Team(msgspec.Struct, frozen=True, kw_only=True):
    """Who sends notes: the team's name, and the telephone number on which it is rung."""

    name: str = ""
    telephone: str = ""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """A settings file as read and checked. ``months`` is the period of a rule that has one.

    ``blanks`` are files of agencies' own blanks, ``manifests`` folders that hold manifests of ``build``.
    ``accept_until``: forms of this version stand where they are dated up to this day. ``retention_months`` is how long
    the team keeps what is kept. ``team`` is who sends notes.
    """

    today: date | None = None
    handling_mark: str = ""
    off: frozenset[Code] = frozenset()
    on: frozenset[Code] = frozenset()
    severity: dict[Code, Severity] = {}
    months: dict[Code, int] = {}
    blanks: tuple[Path, ...] = ()
    manifests: tuple[Path, ...] = ()
    accept_until: dict[FormKey, date] = {}
    retention_months: int | None = None
    team: Team = Team()


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What a run does otherwise than the content says; ``unused`` are the rules that are off until decided.

    ``today`` is there only where the settings file's day is the one that counts; ``blanks`` counts
    agencies' own blanks, ``manifests`` the folders of manifests. ``accept_until`` are versions that are accepted.
    """

    handling_mark: str = ""
    today: date | None = None
    off: tuple[CatalogueEntry, ...] = ()
    on: tuple[CatalogueEntry, ...] = ()
    severity: tuple[tuple[CatalogueEntry, Severity], ...] = ()
    months: tuple[tuple[CatalogueEntry, int], ...] = ()
    unused: tuple[CatalogueEntry, ...] = ()
    blanks: int = 0
    manifests: int = 0
    accept_until: tuple[tuple[FormKey, date], ...] = ()

    def codes_off(self) -> frozenset[Code]:
        """Every code whose findings are not given."""
        return frozenset(entry.code for entry in (*self.off, *self.unused))

    def as_data(self) -> dict[str, str]:
        """``rules.changed`` of the JSON line: code to what was changed; ``today`` where the file set the day."""
        found: dict[str, list[str]] = {}
        for entry in self.off:
            found.setdefault(entry.code.value, []).append("off")
        for entry in self.on:
            found.setdefault(entry.code.value, []).append("on")
        for entry, severity in self.severity:
            found.setdefault(entry.code.value, []).append(severity.value)
        for entry, months in self.months:
            found.setdefault(entry.code.value, []).append(in_months(months))
        data = {code: ", ".join(changes) for code, changes in sorted(found.items())}
        counts = {"blanks": self.blanks, "manifests": self.manifests}
        data |= {name: str(count) for name, count in counts.items() if count}
        return data if self.today is None else {**data, "today": self.today.isoformat()}


def changes_of(settings: Settings, entries: Iterable[CatalogueEntry], *, today: bool) -> Changes:
    """What the settings change in these entries; what only repeats the content is no change.

    ``today`` says that the settings' day counts: another day may have been given that goes before it.
    """
    ordered = sorted(entries, key=lambda entry: entry.code.value)
    return Changes(
        handling_mark=settings.handling_mark,
        today=settings.today if today else None,
        off=tuple(entry for entry in ordered if entry.code in settings.off and not entry.off_because),
        on=tuple(entry for entry in ordered if entry.code in settings.on and entry.off_because),
        severity=tuple(
            (entry, settings.severity[entry.code])
            for entry in ordered
            if entry.code in settings.severity and (settings.severity[entry.code] is not entry.severity or entry.cases)
        ),
        months=tuple(
            (entry, settings.months[entry.code])
            for entry in ordered
            if settings.months.get(entry.code, entry.months) != entry.months
        ),
        blanks=len(settings.blanks),
        manifests=len(settings.manifests),
        accept_until=tuple(sorted(settings.accept_until.items(), key=lambda each: (each[0].id, each[0].version))),
        unused=tuple(entry for entry in ordered if entry.off_because and entry.code not in settings.on),
    )


def in_months(months: int) -> str:
    """``1 month``, ``6 months``."""
    return f"{months} month{'' if months == 1 else 's'}"
