"""What a build costs: each document by itself, the whole pack for both areas, the same again, and PDFs. Needs Linux."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.machine import machine
from benchmarks.table import table
from hsbdocs.content.locate import find_roots
from hsbdocs.pipeline.build import build
from hsbdocs.pipeline.kinds import read_pack

_ROUNDS = 5


def main() -> None:
    """Build into folders that are thrown away, and print two tables."""
    roots = find_roots(Path(__file__).resolve().parents[1])
    documents = read_pack(roots).sound().documents
    rows = []
    for name in documents:
        rows.append([name, f"{_median(lambda out, name=name: build(roots, [name], out)) * 1000:.0f}"])  # type: ignore[misc]
    print(f"{machine()}. Median of {_ROUNDS} rounds.\n")
    print("\n".join(table(["document, in a warm process", "ms"], rows)))
    print()
    commands = [["--area", "all"], ["training"]]
    if shutil.which("soffice"):
        commands.append(["training", "--pdf"])
    print("\n".join(table(["command", "new folder, s", "again, s"], [_of_command(each) for each in commands])))


def _median(make: Callable[[Path], object]) -> float:
    times = []
    for _ in range(_ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            begun = time.perf_counter()
            make(Path(folder))
            times.append(time.perf_counter() - begun)
    return statistics.median(times)


def _of_command(options: list[str]) -> list[str]:
    first, again = [], []
    for _ in range(_ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            first.append(_command(options, folder))
            again.append(_command(options, folder))
    return [f"build {' '.join(options)}", f"{statistics.median(first):.2f}", f"{statistics.median(again):.2f}"]


def _command(options: list[str], folder: str) -> float:
    begun = time.perf_counter()
    command = [sys.executable, "-m", "hsbdocs", "build", *options, "--out", folder]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
