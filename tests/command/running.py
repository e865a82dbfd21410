"""The command as people and scripts call it; every JSON line is checked against the schema in the package."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
from click.testing import CliRunner, Result

from hsbdocs.cli import main

ROOT = Path(__file__).resolve().parents[2]
TODAY = ("--today", "2026-06-01")
CONTENT = ("--content", str(ROOT / "content"))


@cache
def schema(name: str) -> jsonschema.Draft202012Validator:
    """One of the schemas in the package."""
    data = json.loads((ROOT / "src" / "hsbdocs" / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(data)
    return jsonschema.Draft202012Validator(data)


def run(*args: str | Path) -> Result:
    """The command in this process; an exception that is not an exit fails the test."""
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def parse(*args: str | Path) -> Result:
    """``hsbdocs parse`` on a fixed day with the project's content; its output is checked where it is JSON."""
    result = run("parse", *TODAY, *CONTENT, *args)
    if "--json" in args and result.exit_code in (0, 1):
        lines_of(result.stdout)
    return result


def lines_of(text: str) -> list[dict[str, Any]]:
    """Every line as data, each valid by the schema of the contract."""
    assert text.isascii()
    lines: list[dict[str, Any]] = []
    for line in text.splitlines():
        data = json.loads(line)
        schema("record").validate(data)
        lines.append(data)
    return lines


def records(*paths: str | Path) -> list[dict[str, Any]]:
    """The JSON lines of these paths."""
    return lines_of(parse("--json", *paths).stdout)


def codes(line: dict[str, Any]) -> list[str]:
    """The codes of a line, each once, sorted."""
    return sorted({finding["code"] for finding in line["findings"]})


def process(*args: str | Path, cwd: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """``python -m hsbdocs`` in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **env}
    command = [sys.executable, "-m", "hsbdocs", *map(str, args)]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False, timeout=120)


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, to compare before and after."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
    }
