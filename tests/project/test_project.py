"""What the project promises about itself."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.forms import ROOT


def test_the_foreign_filler_knows_nothing_of_us() -> None:
    """tests/foreign may not import hsbdocs: it is the oracle."""
    for path in (ROOT / "tests" / "foreign").rglob("*.py"):
        imports = re.findall(r"^\s*(?:from|import)\s+([\w.]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert not [name for name in imports if name.split(".")[0] == "hsbdocs"], path.name


def test_links_in_the_docs_lead_somewhere() -> None:
    """Every relative link of README and docs names a file that is there."""
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + list(ROOT.glob("docs/**/*.md"))
    for page in pages:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_what_is_made_from_content_is_up_to_date() -> None:
    """Running the compiler on a clean tree changes nothing."""
    watched = [*sorted((ROOT / "content").rglob("*.json")), ROOT / "docs" / "findings.md"]
    before = {path: path.read_bytes() for path in watched}
    done = subprocess.run(
        [sys.executable, "scripts/compile_content.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert {path: path.read_bytes() for path in watched} == before


def test_no_host_of_a_registry_is_named() -> None:
    """Pins carry hashes, not addresses."""
    for path in [*(ROOT / "requirements").glob("*.txt"), ROOT / "tests" / "validator" / "package-lock.json"]:
        text = path.read_text(encoding="utf-8")
        assert "http:" not in text, path.name
        assert "https:" not in text, path.name


@pytest.mark.slow
def test_the_demo_works_from_a_wheel(tmp_path: Path) -> None:
    """Content, templates and examples travel in the wheel; a build/ folder with documents does not."""
    source = tmp_path / "source"
    source.mkdir()
    for name in ("src", "content", "templates", "examples", "pyproject.toml", "README.md"):
        subprocess.run(["cp", "-r", str(ROOT / name), str(source / name)], check=True)
    (source / "build").mkdir()
    (source / "build" / "private.docx").write_bytes(b"somebody's")
    wheel_code = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", wheel_code, str(tmp_path)], cwd=source, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "hsbdocs/_data/content/hsbdocs.yaml",
        "hsbdocs/_data/content/releases/risk-assessment-2023.06-1.json",
        "hsbdocs/_data/templates/risk-assessment.docx",
        "hsbdocs/_data/examples/returned/01-complete.docx",
        "hsbdocs/schemas/record.schema.json",
        "hsbdocs/py.typed",
    ):
        assert wanted in names
    assert not [name for name in names if "private" in name]
    unpacked = tmp_path / "unpacked"
    zipfile.ZipFile(wheel).extractall(unpacked)
    away = tmp_path / "away"
    away.mkdir()
    code = f"import sys; sys.path.insert(0, {str(unpacked)!r}); sys.argv = ['hsbdocs', 'demo']; "
    code += f"import hsbdocs; assert hsbdocs.__file__.startswith({str(unpacked)!r}); "
    code += "from hsbdocs.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], cwd=away, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "NOT AS EXPECTED" not in done.stdout
    assert (away / "build" / "demo" / "risk-assessment.docx").is_file()


def test_the_picture_of_the_rooms_is_that_of_the_code() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "scripts/draw_rooms.py"), "--check"], check=False)
    assert done.returncode == 0, "run: python scripts/draw_rooms.py"


@pytest.mark.slow
def test_two_checkouts_can_be_measured() -> None:
    """The comparison of an old and a new checkout runs through; what it measures is not looked at."""
    command = [sys.executable, "-m", "benchmarks", "--against", str(ROOT), "--rounds", "2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "build all documents" in done.stdout
