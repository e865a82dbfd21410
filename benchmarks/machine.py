"""What kind of machine this is, in general words, and which versions are compared."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

_COMPARED = (
    *("lxml", "python-docx", "docx2python", "markitdown", "docxtpl", "click"),
    *("openpyxl", "xlsxwriter", "python-calamine"),
)


def machine() -> str:
    """Cores, processor, system, Python, and what else goes on: the load, 1 for each core that is busy."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} cores, {_processor()}, {platform.system()}, {python}, load {os.getloadavg()[0]:.1f}"


def versions() -> str:
    """The packages that are compared with."""
    return ", ".join(f"{name} {version(name)}" for name in _COMPARED)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()
