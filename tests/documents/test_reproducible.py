"""The same content gives the same bytes: twice, on another day, in another place, with another hash seed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.forms import (
    COPIES,
    DECKS,
    DOCUMENTS,
    HANDOUTS,
    KEYS,
    PATHWAYS,
    ROOT,
    SESSION,
    TEXTS,
    WORKBOOKS,
    blank,
)
from tests.support.thinned import thinned

_LATER = """
import time, datetime
real = time.time
time.time = lambda: real() + 400 * 86400
time.localtime_, time.gmtime_ = time.localtime, time.gmtime
time.localtime = lambda *a: time.localtime_(*(a or (time.time(),)))
time.gmtime = lambda *a: time.gmtime_(*(a or (time.time(),)))
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls): return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)
datetime.datetime = Later
import sys
sys.argv = ["hsbdocs", "build", "--out", sys.argv[1]]
from hsbdocs.cli import main
main()
"""


def _hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("seed", thinned(["1", "2"], 2))
def test_another_day_and_place(seed: str, tmp_path: Path) -> None:
    """A build 400 days later, in another time zone, language and hash seed, gives the same files and manifest."""
    here, later = tmp_path / "here", tmp_path / "later"
    usual = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, "-m", "hsbdocs", "build", "--out", str(here)], check=True, cwd=ROOT, env=usual)
    other = {**usual, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": seed}
    subprocess.run([sys.executable, "-c", _LATER, str(later)], check=True, cwd=ROOT, env=other)
    assert _hashes(here) == _hashes(later)
    made = {f"{name}.docx" for name in (*DOCUMENTS, *HANDOUTS, *PATHWAYS, *SESSION, *COPIES, *KEYS)} | {
        f"{name}.xlsx" for name in WORKBOOKS
    }
    made |= {f"{name}.txt" for name in TEXTS} | {f"{name}.pptx" for name in DECKS}
    assert made | {"manifest.json"} == set(_hashes(here))


@pytest.mark.parametrize("document", [*DOCUMENTS, *WORKBOOKS, *HANDOUTS, *PATHWAYS, *SESSION, *DECKS, *COPIES, *KEYS])
def test_no_clock_in_the_package(document: str) -> None:
    """No part of a built form holds a time but the fixed one."""
    from hsbdocs.formats.package import unpack

    for name, data in unpack(blank(document)).items():
        text = data.decode("latin-1")  # a picture is no text, and holds no time either
        for year in ("2024-", "2025-", "2026-", "2027-"):
            assert year not in text, name
