"""Programs of others that the slow tests ask: LibreOffice, Poppler and the Open XML validator.

None of them is needed to use hsbdocs. `need` skips a test whose program is missing; where
HSBDOCS_REQUIRE_PROGRAMS=1 is set (CI does) the test fails instead, so that nothing is left out unseen.
"""

import functools
import json
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import pytest

ProgramName = Literal[
    "soffice", "impress", "pdftoppm", "uno-python", "ooxml-validator", "exceljs", "ssconvert", "axe-core"
]
OfficeVersion = Literal[
    "Office2007", "Office2010", "Office2013", "Office2016", "Office2019", "Office2021", "Microsoft365"
]

_VALIDATOR_HOME = Path(__file__).parents[1] / "validator"
_EDITORS_HOME = Path(__file__).resolve().parents[1] / "editors"


class ProgramError(RuntimeError):
    """A program was found but did not do what it was asked to do."""


# ---- Finding them ------------------------------------------------------------------------------


def _find_soffice() -> Path | None:
    usual_places = (
        Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
        Path("C:/Program Files/LibreOffice/program/soffice.com"),
    )
    on_path = shutil.which("soffice") or shutil.which("libreoffice")
    if on_path:
        return Path(on_path)
    return next((place for place in usual_places if place.is_file()), None)


def _find_impress() -> Path | None:
    """LibreOffice, where its part for presentations is there: Debian has it in a package of its own."""
    soffice = find("soffice")
    parts = [] if soffice is None else [soffice.resolve().parent, soffice.resolve().parent.parent / "Frameworks"]
    return soffice if any(next(part.glob("libsdlo.*"), None) for part in parts) or _has_sd(parts) else None


def _has_sd(parts: Sequence[Path]) -> bool:
    return any((part / "sdlo.dll").is_file() for part in parts)


def _find_pdftoppm() -> Path | None:
    on_path = shutil.which("pdftoppm")
    return Path(on_path) if on_path else None


def _find_uno_python() -> Path | None:
    """A Python that has LibreOffice's `uno` module; on Debian only the system's own has it."""
    candidates = [Path("/usr/bin/python3"), Path(sys.executable)]
    soffice = find("soffice")
    if soffice:
        candidates.append(soffice.resolve().with_name("python"))
    return next((python for python in candidates if python.is_file() and _imports_uno(python)), None)


def _imports_uno(python: Path) -> bool:
    try:
        done = subprocess.run([python, "-c", "import uno"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _find_validator() -> Path | None:
    named = os.environ.get("OOXML_VALIDATOR_CLI")
    if named:
        return Path(named) if Path(named).is_file() else None
    system = {"Darwin": "darwin", "Linux": "linux", "Windows": "win32"}.get(platform.system(), "")
    processor = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}.get(
        platform.machine().lower(), ""
    )
    package = _VALIDATOR_HOME / "node_modules" / "@xarsh" / f"ooxml-validator-{system}-{processor}"
    program = package / ("ooxml-validator.exe" if system == "win32" else "ooxml-validator")
    return program if program.is_file() else None


def _find_exceljs() -> Path | None:
    """The script that fills a workbook in with exceljs, where Node.js and the package are there."""
    there = shutil.which("node") and (_EDITORS_HOME / "node_modules" / "exceljs").is_dir()
    return _EDITORS_HOME / "fill.js" if there else None


def _find_axe() -> Path | None:
    """The script that looks at a page with axe-core, where Node.js and the packages are there."""
    packages = [_EDITORS_HOME / "node_modules" / name for name in ("axe-core", "jsdom")]
    there = shutil.which("node") and all(package.is_dir() for package in packages)
    return _EDITORS_HOME / "axe.js" if there else None


def _find_ssconvert() -> Path | None:
    on_path = shutil.which("ssconvert")
    return Path(on_path) if on_path else None


def fill_with_gnumeric(path: Path, out: Path, cells: Mapping[str, str]) -> Path:
    """Has Gnumeric open the workbook, enter what is given into cells of its first sheet, and save it."""
    entered = [word for address, text in cells.items() for word in ("--set", f"{address}={text}")]
    _run_with_limit([str(need("ssconvert")), *entered, str(path), str(out)], 60)
    return out


def fill_with_exceljs(path: Path, out: Path, cells: Sequence[tuple[str, str, str]]) -> Path:
    """Has exceljs open the workbook, write the cells (sheet, address, text) and save it under another name."""
    script = need("exceljs")
    _run_with_limit(["node", str(script), str(path), str(out), json.dumps(list(cells))], 60)
    return out


def look_with_axe(page: Path, words: str = "") -> dict[str, object]:
    """What axe-core finds in a page, and what comes of a search for ``words`` and of two clicks on a heading."""
    need("axe-core")
    script = _EDITORS_HOME / "axe.js"
    found: dict[str, object] = json.loads(_run_with_limit(["node", str(script), str(page), words], 120))
    return found


@dataclass(frozen=True)
class _Program:
    find: Callable[[], Path | None]
    how_to_get: str


_PROGRAMS: dict[ProgramName, _Program] = {
    "soffice": _Program(_find_soffice, "LibreOffice; on Debian: apt-get install libreoffice-writer libreoffice-calc"),
    "impress": _Program(_find_impress, "LibreOffice Impress; on Debian: apt-get install libreoffice-impress"),
    "pdftoppm": _Program(_find_pdftoppm, "Poppler; on Debian: apt-get install poppler-utils"),
    "uno-python": _Program(
        _find_uno_python, "a Python with LibreOffice's uno module; on Debian: apt-get install python3-uno"
    ),
    "ooxml-validator": _Program(_find_validator, "the Open XML validator: npm ci --prefix tests/validator"),
    "ssconvert": _Program(_find_ssconvert, "Gnumeric; on Debian: apt-get install gnumeric"),
    "exceljs": _Program(_find_exceljs, "exceljs, with Node.js: npm ci --prefix tests/editors"),
    "axe-core": _Program(_find_axe, "axe-core, with Node.js: npm ci --prefix tests/editors"),
}


@functools.cache
def find(name: ProgramName) -> Path | None:
    """Where the program is, or None."""
    return _PROGRAMS[name].find()


def how_to_get(name: ProgramName) -> str:
    """What the program is and how it is installed, for a message."""
    return _PROGRAMS[name].how_to_get


def missing() -> list[ProgramName]:
    """The programs that this machine does not have."""
    names: tuple[ProgramName, ...] = get_args(ProgramName)
    return [name for name in names if find(name) is None]


def programs_are_required() -> bool:
    """Whether a missing program is a failure here, not a reason to skip."""
    return os.environ.get("HSBDOCS_REQUIRE_PROGRAMS") == "1"


def need(name: ProgramName) -> Path:
    """Where the program is; without it the calling test is skipped, or fails where programs are required."""
    path = find(name)
    if path is not None:
        return path
    reason = f"{name} not found ({how_to_get(name)})"
    if programs_are_required():
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


# ---- The Open XML validator --------------------------------------------------------------------


def validate_ooxml(paths: Iterable[Path], office_version: OfficeVersion = "Microsoft365") -> dict[Path, list[str]]:
    """What the Open XML SDK finds wrong with each file; an empty list for a sound one.

    The program takes one file at a time (about 0.7 seconds each), so several run side by side.
    """
    program = need("ooxml-validator")
    files = list(dict.fromkeys(paths))
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        reports = pool.map(lambda file: _validate_one(program, file, office_version), files)
        return dict(zip(files, reports, strict=True))


def _validate_one(program: Path, file: Path, office_version: OfficeVersion) -> list[str]:
    # The program is self-contained .NET: the first setting spares it the ICU library, the second saves a tenth
    # of its time.
    environment = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "DOTNET_TieredPGO": "0"}
    done = subprocess.run(
        [program, file, office_version],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env=environment,
    )
    # It exits with 0 for unsound files too: only its report tells.
    if done.returncode != 0:
        raise ProgramError(f"{program.name} failed on {file}: {done.stderr or done.stdout}")
    report = json.loads(done.stdout)
    errors = [_sentence(error) for error in report["errors"]]
    if report["ok"] != (not errors):
        raise ProgramError(f"{program.name} contradicts itself on {file}: {done.stdout}")
    return errors


def _sentence(error: dict[str, str | None]) -> str:
    place = " ".join(part for part in (error["path"], error["xPath"]) if part)
    return f"{place}: {error['description']}" if place else str(error["description"])


# ---- LibreOffice and Poppler -------------------------------------------------------------------


def convert(path: Path, to_format: str, out_dir: Path, *, seconds: float = 120) -> Path:
    """Has LibreOffice save the file in another format, such as `odt` or `docx:MS Word 2007 XML`."""
    return convert_all([path], to_format, out_dir, seconds=seconds)[path]


def convert_all(paths: Sequence[Path], to_format: str, out_dir: Path, *, seconds: float = 300) -> dict[Path, Path]:
    """As `convert`, with one start of LibreOffice for all files: much faster than one start each."""
    soffice = need("soffice")
    suffix = to_format.partition(":")[0]
    results = {path: out_dir / f"{path.stem}.{suffix}" for path in paths}
    if len(set(results.values())) < len(results):
        raise ValueError("two files of the same name cannot be converted into one folder")
    if any(result.resolve() == path.resolve() for path, result in results.items()):
        raise ValueError("a file cannot be converted onto itself: name another folder")
    for result in results.values():
        result.unlink(missing_ok=True)
    out_dir.mkdir(parents=True, exist_ok=True)
    # A profile of its own: LibreOffice lets only one process at a time use a profile.
    with tempfile.TemporaryDirectory(prefix="soffice-profile-", ignore_cleanup_errors=True) as profile:
        said = _run_with_limit(
            [
                str(soffice),
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                to_format,
                "--outdir",
                str(out_dir),
                *map(str, paths),
            ],
            seconds,
        )
    # LibreOffice exits with 0 even when it could not read a file.
    lost = [path.name for path, result in results.items() if not result.is_file()]
    if lost:
        raise ProgramError(f"LibreOffice did not convert {', '.join(lost)} to {to_format}: {said}")
    return results


def to_pdf(path: Path, out_dir: Path) -> Path:
    """The file as LibreOffice prints it."""
    return convert(path, "pdf", out_dir)


def to_png(pdf: Path, out_dir: Path, *, dots_per_inch: int = 80) -> list[Path]:
    """One picture for each page, in page order."""
    pdftoppm = need("pdftoppm")
    out_dir.mkdir(parents=True, exist_ok=True)
    page_name = re.compile(re.escape(pdf.stem) + r"-(\d+)\.png")

    def pages() -> list[Path]:
        return sorted(path for path in out_dir.iterdir() if page_name.fullmatch(path.name))

    for page in pages():
        page.unlink()
    said = _run_with_limit([str(pdftoppm), "-png", "-r", str(dots_per_inch), str(pdf), str(out_dir / pdf.stem)], 120)
    if not pages():
        raise ProgramError(f"pdftoppm made no page of {pdf.name}: {said}")
    return pages()


def _run_with_limit(command: Sequence[str], seconds: float) -> str:
    """Runs a command and returns all it said; ends it, with the processes it started, when time is up."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
            raise ProgramError(f"{Path(command[0]).name} took longer than {seconds:g} seconds") from error
    if process.returncode != 0:
        raise ProgramError(f"{Path(command[0]).name} failed with status {process.returncode}: {said}")
    return said
