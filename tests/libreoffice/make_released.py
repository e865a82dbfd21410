"""Writes tests/released/VERSION: the blanks, and copies of them that programs of others filled in or saved again.

    python -m tests.libreoffice.make_released VERSION FOLDER

FOLDER is one in which npm has installed @harbour-enterprises/superdoc@1.8.3, what it asks for beside it, and jsdom@26.
Needs LibreOffice, pandoc, AbiWord, Gnumeric and exceljs. Run once for a version, before it is issued: what is there
already is never written over. The answers are written by hand, beside the files.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from hsbdocs.content.locate import find_roots
from hsbdocs.model.variant import Variant
from hsbdocs.pipeline.build import build
from tests.libreoffice import client, values
from tests.libreoffice.test_other_programs import exceljs_fills, gnumeric_fills, libreoffice_fills, openpyxl_fills
from tests.support.agencies import AGENCY
from tests.support.forms import DOCUMENTS, ROOT

_SUPERDOC = ROOT / "tests" / "editors" / "fill_form.mjs"
_SHEET = "rag-checklist"
_FILLERS = {
    "libreoffice-7.4": libreoffice_fills,
    "openpyxl-3.1": openpyxl_fills,
    "exceljs-4.4": exceljs_fills,
    "gnumeric-1.12": gnumeric_fills,
}


def main(version: str, superdoc: str) -> None:
    """Makes all files in a folder of their own, and then keeps those that are not there yet."""
    out = ROOT / "tests" / "released" / version
    out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        made = Path(name) / "made"
        build(find_roots(ROOT), [*DOCUMENTS, _SHEET], made)
        build(find_roots(ROOT), [_SHEET], Path(name) / "agency", Variant(agency=AGENCY))
        _forms(made, Path(name))
        _with_superdoc(made, Path(superdoc))
        _sheets(made, Path(name) / "agency")
        for path in (*made.glob("*.docx"), *made.glob("*.xlsx")):
            if not (out / path.name).exists():
                shutil.copyfile(path, out / path.name)
    files = sorted(path for path in out.iterdir() if path.name != "SHA256SUMS")
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (out / "SHA256SUMS").write_text("".join(sums), encoding="utf-8", newline="\n")


def _forms(made: Path, folder: Path) -> None:
    """LibreOffice types; pandoc and AbiWord save again what it saved."""
    filled = {name: made / f"{name}.libreoffice-7.4.docx" for name in DOCUMENTS}
    between = {name: folder / f"{name}.libreoffice-7.4-odt.odt" for name in DOCUMENTS}
    client.fill(
        [
            *(client.Job(made / f"{name}.docx", path, "docx", values.TYPED) for name, path in filled.items()),
            *(client.Job(made / f"{name}.docx", path, "odt", values.TYPED) for name, path in between.items()),
        ]
    )
    client.resave(list(between.values()), "docx", made)
    for name, path in filled.items():
        subprocess.run(["pandoc", "-o", made / f"{name}.pandoc-2.17.docx", path], check=True)
        subprocess.run(["abiword", "--to=docx", "-o", made / f"{name}.abiword-3.0.5.docx", path], check=True)


def _with_superdoc(made: Path, folder: Path) -> None:
    """A module finds its packages beside itself, so the script is copied to them."""
    script = shutil.copy(_SUPERDOC, folder)
    typed = folder / "typed.json"
    typed.write_text(json.dumps(dict(values.TYPED)), encoding="utf-8")
    for name in DOCUMENTS:
        out = made / f"{name}.superdoc-1.8.3.docx"
        subprocess.run(["node", script, made / f"{name}.docx", out, typed], check=True, timeout=300)


def _sheets(made: Path, agency: Path) -> None:
    for program, fill in _FILLERS.items():
        fill(made / f"{_SHEET}.xlsx", made / f"{_SHEET}.{program}.xlsx")
    libreoffice_fills(agency / f"{_SHEET}.xlsx", made / f"{_SHEET}.libreoffice-7.4-of-an-agency.xlsx")


if __name__ == "__main__":
    main(*sys.argv[1:])
