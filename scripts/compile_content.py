"""Make what is made from content: the catalogue's JSON, docs/findings.md, and the frozen release of a new version.

Usage: python scripts/compile_content.py

A release that exists is never written again: a form whose content differs from its frozen version needs a new
version in its form.yaml.
"""

from __future__ import annotations

import sys
from pathlib import Path

from hsbdocs.content.catalogue import catalogue_json, catalogue_path
from hsbdocs.content.load import load_content
from hsbdocs.content.releases import canonical_json, release_path
from hsbdocs.model.faults import AuthorError
from hsbdocs.model.finding import CatalogueEntry, Code
from hsbdocs.report.text import SEVERITY

ROOT = Path(__file__).resolve().parents[1]
FAMILIES = {
    "FILE": "The file",
    "FORM": "The form",
    "CHILD": "The child's details",
    "ANSWER": "The twelve considerations",
    "AGE": "Age",
    "OUTCOME": "Summary and outcome",
    "ACTION": "Actions",
    "SIGN": "Completion and signatures",
}


def findings_page(catalogue: tuple[CatalogueEntry, ...]) -> str:
    """docs/findings.md: every finding with its severity, sentence, hint and source, by family."""
    families: dict[str, list[CatalogueEntry]] = {}
    for entry in sorted(catalogue, key=lambda entry: list(Code).index(entry.code)):
        families.setdefault(entry.code.value.split("-")[0], []).append(entry)
    lines = [
        "# Every finding",
        "",
        "Made from content/findings/ by `make content`; change it there. A finding says what software saw. It never",
        "says what a child's situation is, and a form without findings may still need a person's judgement.",
        "",
        "**Missing or unclear** (error): missing, unreadable or contradictory, or a recorded duty has no matching",
        "record. **Please explain** (warning): departs from what is expected, or needs a reason. **To consider**",
        "(advice): a prompt only. **Ring today**: telephone the sender's safeguarding lead the same day.",
    ]
    for family, entries in families.items():
        lines += ["", f"## {FAMILIES[family]}", "", "| code | how serious | what is said | what to do | source |"]
        lines.append("|---|---|---|---|---|")
        for entry in entries:
            serious = SEVERITY[entry.severity] + (". **Ring today**" if entry.ring_today else "")
            source = "; ".join(entry.source)
            lines.append(f"| {entry.code.value} | {serious} | {entry.message} | {entry.hint} | {source} |")
    return "\n".join(lines) + "\n"


def _write(path: Path, data: bytes, what: str = "written") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    print(f"{what}: {path.relative_to(ROOT)}")


def main() -> int:
    """Write what is missing or out of date and say so. Exit status 1 where content has faults."""
    content = ROOT / "content"
    try:
        loaded = load_content(content, ROOT / "templates", compiled=False)
    except AuthorError as error:
        print(error, file=sys.stderr)
        return 1
    path = catalogue_path(content)
    text = catalogue_json(loaded.catalogue)
    if not path.is_file() or path.read_bytes() != text:
        _write(path, text)
    page = ROOT / "docs" / "findings.md"
    text = findings_page(loaded.catalogue).encode()
    if not page.is_file() or page.read_bytes() != text:
        _write(page, text)
    for form in loaded.forms.values():
        frozen = release_path(content, form.id, form.version)
        if not frozen.exists():
            _write(frozen, canonical_json(form), "frozen")
        elif frozen.read_bytes() != canonical_json(form):
            print(f"{frozen.relative_to(ROOT)} is frozen and differs: give the form a new version", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
