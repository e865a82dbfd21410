"""How long the command takes until it has said how it is used. Needs Linux or macOS."""

from __future__ import annotations

import resource
import subprocess
import sys

from benchmarks.timing import Rounds

OURS, CLICK = "hsbdocs --help", "an empty click group's --help"

#: What an installed command runs, so that both start alike.
_PROGRAMS = {
    OURS: "from hsbdocs.cli import main; main()",
    CLICK: "import click\n@click.group()\ndef main(): pass\nmain()",
}
_WARM_UP = 3

#: Modules that only some commands need.
HEAVY = ("docx", "docxtpl", "jinja2", "lxml", "msgspec", "olefile", "openpyxl", "pptx", "yaml")
_LOADED = """\
import sys
from hsbdocs.cli import main
try:
    main(["--help"])
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def measure(rounds: int) -> Rounds:
    """The CPU time of each process in every round."""
    times: Rounds = {name: [] for name in _PROGRAMS}
    for number in range(_WARM_UP + rounds):
        for name, program in _PROGRAMS.items():
            before = _children()
            subprocess.run([sys.executable, "-c", program, "--help"], check=True, stdout=subprocess.DEVNULL)
            if number >= _WARM_UP:
                times[name].append((_children() - before) * 1000)
    return times


def heavy_modules() -> list[str]:
    """The modules of HEAVY that ``hsbdocs --help`` imports."""
    done = subprocess.run(
        [sys.executable, "-c", _LOADED], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    return [name for name in HEAVY if name in done.stderr.split()]


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
