"""Make what is made from content: the catalogue's JSON, pages of docs/, schemas, the frozen release of a new version.

Usage: python scripts/compile_content.py

The packs under tests/packs are made in the same way.
A release that exists is never written again: a form whose content differs from its frozen version needs a new
version in its form.yaml.
"""

from __future__ import annotations

import sys
from pathlib import Path

from hsbdocs.content.catalogue import ruleset_of
from hsbdocs.content.frozen_guidance import guidance_json, guidance_path
from hsbdocs.content.guidance import load_guidance
from hsbdocs.content.load import load_content
from hsbdocs.content.record_schema import RECORD_SCHEMA, record_schema
from hsbdocs.content.releases import agrees, canonical_json, frozen, load_releases, read_release, release_path
from hsbdocs.content.schemas import PLACE, SETTING, content_schemas, editor_setting, schema_text
from hsbdocs.model.content import Content
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.pipeline.kinds import ASKS
from hsbdocs.pipeline.made import make
from hsbdocs.report.check import checks_page
from hsbdocs.report.page import findings_page

ROOT = Path(__file__).resolve().parents[1]


def _write(path: Path, data: bytes, what: str = "written") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    print(f"{what}: {path.relative_to(ROOT)}")


def main() -> int:
    """Write what is missing or out of date and say so. Exit status 1 where content has faults."""
    content = ROOT / "content"
    try:
        loaded = _pack(content)
        for folder in sorted((ROOT / "tests" / "packs").glob("*/content")):
            _pack(folder)
    except AuthorError as error:
        print(error, file=sys.stderr)
        return 1
    pages = {"findings.md": findings_page(ruleset_of(loaded)), "checks.md": checks_page()}
    made = {f"docs/{name}": text.encode() for name, text in pages.items()}
    made |= {f"{PLACE}/{name}.schema.json": schema_text(schema) for name, schema in content_schemas().items()}
    made[SETTING] = editor_setting(content).encode()
    made[RECORD_SCHEMA] = schema_text(record_schema(loaded.edition.id, load_releases(content)))
    for name, data in made.items():
        _update(ROOT / name, data)
    return 0


def _pack(content: Path) -> Content:
    """What lies in a content folder itself: the catalogue, and the release of each form's new version."""
    loaded = load_content(content, content.parent / "templates", ASKS, compiled=False)
    for form in loaded.forms.values():
        path = release_path(content, form.id, form.version)
        if not path.exists():
            _write(path, canonical_json(frozen(form)), "frozen")
        elif not agrees(form, read_release(path)):
            name = path.relative_to(ROOT).as_posix()
            raise AuthorError([Fault(name, 0, "", "is frozen and differs: give the form a new version")])
    if (content / "guidance").is_dir():
        frozen_guidance = guidance_path(content, loaded.edition.version)
        if not frozen_guidance.exists():
            _write(frozen_guidance, guidance_json(load_guidance(content, loaded.forms, loaded.edition)), "frozen")
    for path in make(loaded, content):
        print(f"written: {path.relative_to(ROOT)}")
    return loaded


def _update(path: Path, data: bytes) -> None:
    if not path.is_file() or path.read_bytes() != data:
        _write(path, data)


if __name__ == "__main__":
    sys.exit(main())
