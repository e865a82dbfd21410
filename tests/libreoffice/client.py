"""Starts LibreOffice for tests: has it fill in forms, or open files and save them again."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.support.programs import ProgramError, convert_all, need

SavedFormat = Literal["docx", "odt", "doc"]
SheetFormat = Literal["xlsx", "ods"]

_CLIENT = Path(__file__).with_name("fill_client.py")
_CALC_CLIENT = Path(__file__).with_name("calc_client.py")
_HEIGHTS_CLIENT = Path(__file__).with_name("heights_client.py")
_CALC_FILTERS: dict[SheetFormat, str] = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8"}
_FILTERS: dict[SavedFormat, str] = {"docx": "docx:MS Word 2007 XML", "odt": "odt:writer8", "doc": "doc:MS Word 97"}


@dataclass(frozen=True)
class Job:
    """A form to fill in: what is typed stands by the tag of the control, "x" for a tick."""

    source: Path
    target: Path
    format: SavedFormat
    values: Mapping[str, str]


@dataclass(frozen=True)
class SheetJob:
    """A workbook to fill in: what is typed stands by the label of its row and the heading of its column.

    Where the heading is empty, it is typed into the cell beside the label.
    """

    source: Path
    target: Path
    format: SheetFormat
    values: Mapping[tuple[str, str], str]


def fill_sheets(jobs: Sequence[SheetJob], *, seconds: float = 120) -> None:
    """Fills in all workbooks with one start of LibreOffice."""
    order = [
        {
            "source": str(job.source),
            "target": str(job.target),
            "filter": _CALC_FILTERS[job.format],
            "values": [[label, heading, text] for (label, heading), text in job.values.items()],
        }
        for job in jobs
    ]
    _run(_CALC_CLIENT, order, seconds)


def row_heights(path: Path, folder: Path, *, seconds: float = 120) -> list[list[float]]:
    """The height in points that each row of each sheet needs for all of its text; ``folder`` is for its own file."""
    target = folder / f"{path.stem}-heights.json"
    _run(_HEIGHTS_CLIENT, [{"source": str(path), "target": str(target)}], seconds)
    found: list[list[float]] = json.loads(target.read_text(encoding="utf-8"))
    return found


def fill(jobs: Sequence[Job], *, seconds: float = 120) -> None:
    """Fills in all forms with one start of LibreOffice. Skips the test where LibreOffice or its Python is missing."""
    order = [
        {
            "source": str(job.source),
            "target": str(job.target),
            "format": job.format,
            "values": dict(job.values),
        }
        for job in jobs
    ]
    _run(_CLIENT, order, seconds)


def _run(program: Path, order: Sequence[object], seconds: float) -> None:
    """Starts a client in LibreOffice's Python and gives it its jobs."""
    soffice, python = need("soffice"), need("uno-python")
    # Whatever happens, LibreOffice's profile goes with this folder.
    with (
        tempfile.TemporaryDirectory(prefix="fill-", ignore_cleanup_errors=True) as folder,
        subprocess.Popen(
            [python, program, "-"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env=_environment(soffice, folder),
            start_new_session=True,
        ) as process,
    ):
        try:
            _, said = process.communicate(json.dumps(order), timeout=seconds)
        except subprocess.TimeoutExpired as error:
            _end_with_children(process)
            raise ProgramError(f"LibreOffice took longer than {seconds:g} seconds for {len(order)} forms") from error
    if process.returncode != 0:
        raise ProgramError(f"filling in failed with status {process.returncode}: {said}")


def resave(paths: Sequence[Path], to_format: SavedFormat, out_dir: Path) -> dict[Path, Path]:
    """Has LibreOffice open each file and save it in a format, with nothing typed; the new file for each one given."""
    return convert_all(paths, _FILTERS[to_format], out_dir)


def _environment(soffice: Path, folder: str) -> dict[str, str]:
    # A virtual environment is no business of LibreOffice's Python.
    foreign = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    ours = {"SOFFICE": str(soffice), "PYTHONUTF8": "1", "TMPDIR": folder, "TEMP": folder, "TMP": folder}
    return kept | ours


def _end_with_children(process: subprocess.Popen[str]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
