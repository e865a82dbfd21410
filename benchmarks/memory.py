"""The most memory that a run holds, by the number of files that it reads. Needs Linux."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.answers import typed
from benchmarks.forms import completed
from benchmarks.process import parse
from benchmarks.table import table
from hsbdocs.content.locate import find_roots
from hsbdocs.pipeline.build import build

_FORM = "risk-assessment"
_COUNTS = (100, 1_000, 10_000)
_KINDS = 20


def main() -> None:
    """Make the files, read them as JSON and as a report, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=_COUNTS, help="numbers of files (default 100 to 10,000)")
    rows = []
    with tempfile.TemporaryDirectory() as place:
        blanks = forms(Path(place))
        folder = Path(place) / "in"
        folder.mkdir()
        for count in parser.parse_args().counts:
            _fill(folder, blanks, count)
            rows.append([f"{count:,}", f"{parse(folder, '--json').memory:.1f}", f"{parse(folder).memory:.1f}"])
    print("\n".join(table(["files", "--json, MB", "report, MB"], rows)))


def forms(place: Path) -> list[bytes]:
    """Completed forms, each with text of its own."""
    build(find_roots(), [_FORM], place / "blank")
    blank = (place / "blank" / f"{_FORM}.docx").read_bytes()
    return [completed(blank, typed(number)) for number in range(_KINDS)]


def _fill(folder: Path, blanks: list[bytes], count: int) -> None:
    for number in range(count):
        path = folder / f"{number:06}.docx"
        if not path.exists():
            path.write_bytes(blanks[number % len(blanks)])


if __name__ == "__main__":
    main()
