"""What ``--out`` costs beside ``--json`` alone: in a new folder, and in the same folder again. Needs Linux."""

from __future__ import annotations

import argparse
import io
import statistics
import tempfile
import zipfile
from pathlib import Path

from benchmarks.machine import machine
from benchmarks.memory import forms
from benchmarks.process import Cost, parse
from benchmarks.table import table

_COUNTS = (100, 1_000, 3_000)
_ROUNDS = 3


def main() -> None:
    """Make the files, read them in turns, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.keeping", description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=_COUNTS, help="numbers of files (default 100 to 3,000)")
    rows: list[list[str]] = []
    with tempfile.TemporaryDirectory() as place:
        blanks = forms(Path(place))
        for count in parser.parse_args().counts:
            folder = Path(place) / f"in {count}"
            folder.mkdir()
            for number in range(count):
                (folder / f"{number:06}.docx").write_bytes(_own(blanks[number % len(blanks)], number))
            rows += _rows(count, _measured(folder, Path(place)))
    print(f"{machine()}. CPU time of a process, the median of {_ROUNDS} rounds; the most memory that it held.\n")
    print("\n".join(table(["files", "command", "CPU, s", "times --json", "MB"], rows)))


def _own(form: bytes, number: int) -> bytes:
    """A file of its own for the ledger: no two have the same bytes."""
    buffer = io.BytesIO(form)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("custom/number.txt", str(number))
    return buffer.getvalue()


def _measured(folder: Path, place: Path) -> dict[str, list[Cost]]:
    costs: dict[str, list[Cost]] = {}
    for number in range(_ROUNDS):
        kept = place / f"kept {folder.name} {number}"
        turns = {
            "--json": ("--json",),
            "--json --out, a new folder": ("--json", "--out", kept),
            "--json --out, the same folder again": ("--json", "--out", kept),
            "--json --out --csv --html, again": ("--json", "--out", kept, "--csv", "--html"),
        }
        for name, options in turns.items():
            costs.setdefault(name, []).append(parse(folder, *options))
    return costs


def _rows(count: int, costs: dict[str, list[Cost]]) -> list[list[str]]:
    bare = costs["--json"]
    return [
        [
            f"{count:,}",
            name,
            f"{statistics.median(each.seconds for each in found):.2f}",
            f"{statistics.median(a.seconds / b.seconds for a, b in zip(found, bare, strict=True)):.2f}",
            f"{statistics.median(each.memory for each in found):.1f}",
        ]
        for name, found in costs.items()
    ]


if __name__ == "__main__":
    main()
