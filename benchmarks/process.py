"""The command in a process of its own: the CPU time that it took, and the most memory that it held. Needs Linux."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import msgspec

from benchmarks.answers import TODAY

_PROGRAM = """\
import sys
try:
    from hsbdocs.cli import main
    main()
finally:
    with open("/proc/self/status") as status:
        print(*(line.split()[1] for line in status if line.startswith("VmHWM")), file=sys.stderr)
"""


class Cost(msgspec.Struct, frozen=True):
    """Seconds of CPU, and the most memory in MB."""

    seconds: float
    memory: float


def parse(folder: Path, *options: str | Path) -> Cost:
    """What ``hsbdocs parse`` of a folder costs; what it prints goes nowhere. Raises RuntimeError where it fails."""
    command = [sys.executable, "-c", _PROGRAM, "parse", str(folder), "--today", TODAY.isoformat(), *map(str, options)]
    before = _seconds()
    done = subprocess.run(command, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode())
    return Cost(_seconds() - before, int(done.stderr.split()[-1]) / 1024)


def _seconds() -> float:
    """The CPU time of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
