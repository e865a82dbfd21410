"""What loading all content costs: at most 150 ms of CPU over bare Python."""

import subprocess
import sys

import pytest

from tests.support.forms import ROOT

MOST = 0.150
RUNS = 15

LOAD = f"""
from pathlib import Path
from hsbdocs.content.guidance import load_guidance
from hsbdocs.content.load import load_content
content = load_content(Path({str(ROOT / "content")!r}), Path({str(ROOT / "templates")!r}))
load_guidance(Path({str(ROOT / "content")!r}), content.forms)
"""


def _least(program: str) -> float:
    """The least CPU time of several runs, each a process of its own: other work on the machine only adds to it."""
    resource = pytest.importorskip("resource", reason="CPU time of a process is measured on Linux and macOS")
    times: list[float] = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", program], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


@pytest.mark.slow
def test_loading_everything_costs_little() -> None:
    assert _least(LOAD) - _least("pass") <= MOST
