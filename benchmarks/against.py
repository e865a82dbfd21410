"""Two checkouts of this project in one run: the same commands on the same files, old and new by turns. Needs Linux.

Only commands are measured, as people run them: a change inside, however deep, changes nothing here.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.answers import TODAY, typed
from benchmarks.checklists import filled
from benchmarks.forms import completed
from benchmarks.machine import machine
from benchmarks.table import table
from benchmarks.timing import Rounds, median, ratio

OLD, NEW = "old", "new"
_FORM, _CHECKLIST = "risk-assessment", "rag-checklist"
_FORMS, _CHECKLISTS = 50, 30
_WARM_UP = 1

_HOW = (
    "CPU time of a process: the median of the rounds, the median of each round's ratio with the middle half of the",
    "ratios (from, to), and the ratio of the least times, which other work on the machine disturbs least. Memory: the",
    "most that the process held, the median of the rounds.",
)

#: Runs the command, then tells the most memory that the process itself ever held, in KB.
_PROGRAM = """\
import sys
try:
    from hsbdocs.cli import main
    main()
finally:
    with open("/proc/self/status") as status:
        print(*(line.split()[1] for line in status if line.startswith("VmHWM")), file=sys.stderr)
"""


def run(old: Path, rounds: int) -> None:
    """Measure this checkout against ``old``, the folder of another one, and print a table."""
    checkouts = {OLD: old.resolve(), NEW: Path(__file__).resolve().parents[1]}
    for checkout in checkouts.values():
        if not (checkout / "src" / "hsbdocs").is_dir():
            sys.exit(f"{checkout} is no checkout of this project: it has no src/hsbdocs")
    with tempfile.TemporaryDirectory() as folder:
        commands = _commands(checkouts[OLD], Path(folder))
        rows = [_row(name, *_measure(checkouts, command, rounds)) for name, command in commands.items()]
    head = ["command", *("old, ms", "new, ms", "times old", "from", "to", "of the least", "old, MB", "new, MB")]
    print(f"{machine()}.", *_HOW, "", sep="\n")
    print("\n".join(table(head, rows)))


def _commands(old: Path, folder: Path) -> dict[str, Sequence[str]]:
    """The commands by what they do. Their files are made from the blanks of the old checkout: both must read them."""
    _run(old, ["build", "--out", str(folder / "blank"), _FORM, _CHECKLIST])
    form = (folder / "blank" / f"{_FORM}.docx").read_bytes()
    checklist = (folder / "blank" / f"{_CHECKLIST}.xlsx").read_bytes()
    series = {
        "one.docx": [completed(form, typed(0))],
        "forms.docx": [completed(form, typed(number)) for number in range(_FORMS)],
        "checklists.xlsx": [filled(checklist, number) for number in range(_CHECKLISTS)],
    }
    for name, files in series.items():
        (folder / name).mkdir()
        for number, data in enumerate(files):
            (folder / name / f"{number:03}{Path(name).suffix}").write_bytes(data)
    read = ("parse", "--json", "--today", TODAY.isoformat())
    return {
        "start: --help": ("--help",),
        "read one form": (*read, str(folder / "one.docx")),
        f"read {_FORMS} forms": (*read, str(folder / "forms.docx")),
        f"read {_CHECKLISTS} checklists": (*read, str(folder / "checklists.xlsx")),
        "build all documents": ("build", "--out", str(folder / "built")),
    }


def _measure(checkouts: Mapping[str, Path], command: Sequence[str], rounds: int) -> tuple[Rounds, Rounds]:
    """Milliseconds and megabytes by checkout; in each round another one begins."""
    times: Rounds = {name: [] for name in checkouts}
    memory: Rounds = {name: [] for name in checkouts}
    order = list(checkouts)
    shuffle = random.Random(0).shuffle
    for number in range(_WARM_UP + rounds):
        shuffle(order)
        for name in order:
            took, held = _run(checkouts[name], command)
            if number >= _WARM_UP:
                times[name].append(took)
                memory[name].append(held)
    return times, memory


def _run(checkout: Path, command: Sequence[str]) -> tuple[float, float]:
    """Milliseconds of CPU time and megabytes that a command of a checkout took, with the content of that checkout."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, *command],
            cwd=checkout,
            env=_environment(checkout),
            stdout=subprocess.DEVNULL,
            stderr=said,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().decode().splitlines()
    if process.returncode:
        raise RuntimeError("\n".join([f"hsbdocs {' '.join(command)} failed in {checkout}", *lines]))
    return (used.ru_utime + used.ru_stime) * 1000, int(lines[-1]) / 1024


def _environment(checkout: Path) -> dict[str, str]:
    """Modules of the checkout, compiled by the first run and kept, as on every machine where the program is used."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(checkout / "src")}


def _row(name: str, times: Rounds, memory: Rounds) -> list[str]:
    each = [new / old for new, old in zip(times[NEW], times[OLD], strict=True)]
    low, _, high = statistics.quantiles(each, n=4)
    cells = [f"{median(times, OLD):.0f}", f"{median(times, NEW):.0f}", f"{ratio(times, NEW, OLD):.3f}"]
    cells += [f"{low:.3f}", f"{high:.3f}", f"{min(times[NEW]) / min(times[OLD]):.3f}"]
    return [name, *cells, f"{median(memory, OLD):.1f}", f"{median(memory, NEW):.1f}"]
