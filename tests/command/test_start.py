"""How the command starts: what it imports, and that it can be run as a module."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command.running import CONTENT, ROOT, process, run

_HEAVY = (
    "docx", "docxtpl", "openpyxl", "pptx", "lxml", "yaml", "msgspec", "jinja2", "olefile", "phonenumbers", "validators"
)  # fmt: skip
#: What reading forms does without: libraries of build and check, and the guidance.
_NOT_FOR_PARSE = (
    "docx", "docxtpl", "jinja2", "openpyxl", "pptx", "phonenumbers", "validators", "hsbdocs.content.guidance"
)  # fmt: skip


@pytest.mark.parametrize(
    "args", [["--help"], *([name, "--help"] for name in ("parse", "build", "check", "show", "list")), ["--version"]]
)
def test_help_imports_nothing_heavy(args: list[str]) -> None:
    program = (
        "import sys\n"
        "from hsbdocs.cli import main\n"
        f"main({args!r}, standalone_mode=False)\n"
        f"print('HEAVY', [name for name in {_HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True,
                          env={"PYTHONPATH": str(ROOT / "src")}, timeout=60)  # fmt: skip
    assert done.stdout.splitlines()[-1] == "HEAVY []"


def test_parse_imports_no_library_that_only_build_needs(filled: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(filled)
    program = (
        "import sys\n"
        "from hsbdocs.cli import main\n"
        "try:\n"
        f"    main(['parse', '--json', {str(tmp_path / 'a.docx')!r}, '--content', {CONTENT[1]!r}])\n"
        "except SystemExit as end:\n"
        "    assert end.code == 0\n"
        f"print('HEAVY', [name for name in {_NOT_FOR_PARSE!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True,
                          env={"PYTHONPATH": str(ROOT / "src")}, timeout=60)  # fmt: skip
    assert done.stdout.splitlines()[-1] == "HEAVY []"


def test_as_a_module(tmp_path: Path) -> None:
    done = process("--help", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith(b"Usage: python -m hsbdocs") or done.stdout.startswith(b"Usage: hsbdocs")
    assert b"call 999" in b" ".join(done.stdout.split())


def test_help_names_the_commands_that_are_there() -> None:
    text = run("--help").stdout
    assert all(f"  {name} " in text for name in ("build", "parse", "demo"))


def test_every_command_that_needs_content_takes_it() -> None:
    for command in ("build", "parse", "demo"):
        assert "--content" in run(command, "--help").stdout


def test_content_is_found_above_the_current_folder_else_in_the_package(filled: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(filled)
    assert process("parse", "--today", "2026-06-01", tmp_path / "a.docx", cwd=tmp_path).returncode == 0
    assert process("parse", "--today", "2026-06-01", tmp_path / "a.docx", cwd=ROOT / "tests").returncode == 0


def test_a_broken_content_above_the_current_folder_is_told(filled: bytes, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "hsbdocs.yaml").write_text("version: x\n", encoding="utf-8")
    (tmp_path / "a.docx").write_bytes(filled)
    done = process("parse", "a.docx", cwd=tmp_path)
    assert done.returncode == 3
    assert b"releases" in done.stderr


def test_demo(tmp_path: Path) -> None:
    done = process("demo", *CONTENT, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert b"NOT AS EXPECTED" not in done.stdout
    assert (tmp_path / "build" / "demo" / "kept" / "records.jsonl").is_file()
