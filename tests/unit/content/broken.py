"""Mistakes planted in content, and the faults that must be told of them."""

from dataclasses import dataclass

from tests.unit.content.planting import Copy, Text


@dataclass(frozen=True)
class Told:
    """A fault that must be told: on the line where `at` stands (after the change), with `says` in its words."""

    at: Text
    says: str


@dataclass(frozen=True)
class Broken:
    """A change of one file, and every fault that must come of it."""

    file: str
    old: Text
    new: str
    told: tuple[Told, ...]


def one(file: str, old: Text, new: str, at: Text, says: str) -> Broken:
    """A change of which one fault must come."""
    return Broken(file, old, new, (Told(at, says),))


def check(case: Broken, copy: Copy) -> None:
    """Plant the mistake: each fault is told with file, line and words, and no other is."""
    copy.replace(case.file, case.old, case.new)

    faults = [fault for fault in copy.faults() if "no entry for" not in fault.problem]

    places = sorted((fault.file, fault.line) for fault in faults)
    expected = {(f"content/{case.file}", copy.line_of(case.file, told.at)) for told in case.told}
    assert set(places) == expected, [str(fault) for fault in faults]
    for told in case.told:
        line = copy.line_of(case.file, told.at)
        assert any(fault.line == line and told.says in str(fault) for fault in faults), [str(f) for f in faults]
