"""The most memory that a run holds, by the number of files that it reads. Needs Linux."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.answers import TODAY, typed
from benchmarks.forms import completed
from benchmarks.table import table
from hsbdocs.content.locate import find_roots
from hsbdocs.pipeline.build import build

_FORM = "risk-assessment"
_COUNTS = (100, 1_000, 10_000)
_KINDS = 20
_PROGRAM = """\
import sys
try:
    from hsbdocs.cli import main
    main()
finally:
    with open("/proc/self/status") as status:
        print(*(line.split()[1] for line in status if line.startswith("VmHWM")), file=sys.stderr)
"""


def main() -> None:
    """Make the files, read them as JSON and as a report, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=_COUNTS, help="numbers of files (default 100 to 10,000)")
    rows = []
    with tempfile.TemporaryDirectory() as place:
        forms = _forms(Path(place))
        folder = Path(place) / "in"
        folder.mkdir()
        for count in parser.parse_args().counts:
            _fill(folder, forms, count)
            rows.append([f"{count:,}", f"{_peak(folder, '--json'):.1f}", f"{_peak(folder):.1f}"])
    print("\n".join(table(["files", "--json, MB", "report, MB"], rows)))


def _forms(place: Path) -> list[bytes]:
    """Completed forms, each with text of its own."""
    build(find_roots(), [_FORM], place / "blank")
    blank = (place / "blank" / f"{_FORM}.docx").read_bytes()
    return [completed(blank, typed(number)) for number in range(_KINDS)]


def _fill(folder: Path, forms: list[bytes], count: int) -> None:
    for number in range(count):
        path = folder / f"{number:06}.docx"
        if not path.exists():
            path.write_bytes(forms[number % len(forms)])


def _peak(folder: Path, *options: str) -> float:
    """The most that the process ever held, in MB; what it prints goes nowhere."""
    command = [sys.executable, "-c", _PROGRAM, "parse", str(folder), "--today", TODAY.isoformat(), *options]
    done = subprocess.run(command, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode())
    return int(done.stderr.split()[-1]) / 1024


if __name__ == "__main__":
    main()
