"""Make what is made from content: the catalogue's JSON, pages of docs/, schemas, the frozen release of a new version.

Usage: python scripts/compile_content.py

A release that exists is never written again: a form whose content differs from its frozen version needs a new
version in its form.yaml.
"""

from __future__ import annotations

import sys
from pathlib import Path

from hsbdocs.content.catalogue import catalogue_path, ruleset_json, ruleset_of
from hsbdocs.content.load import load_content
from hsbdocs.content.printed import printed_json, printed_path, printed_today, read_printed
from hsbdocs.content.record_schema import RECORD_SCHEMA, record_schema
from hsbdocs.content.releases import agrees, canonical_json, frozen, load_releases, read_release, release_path
from hsbdocs.content.schemas import PLACE, SETTING, content_schemas, editor_setting, schema_text
from hsbdocs.model.faults import AuthorError
from hsbdocs.pipeline.kinds import ASKS
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
        loaded = load_content(content, ROOT / "templates", ASKS, compiled=False)
    except AuthorError as error:
        print(error, file=sys.stderr)
        return 1
    path = catalogue_path(content)
    ruleset = ruleset_of(loaded)
    text = ruleset_json(ruleset)
    if not path.is_file() or path.read_bytes() != text:
        _write(path, text)
    pages = {"findings.md": findings_page(ruleset), "checks.md": checks_page()}
    for name, words in pages.items():
        page = ROOT / "docs" / name
        if not page.is_file() or page.read_bytes() != words.encode():
            _write(page, words.encode())
    made = {f"{PLACE}/{name}.schema.json": schema_text(schema) for name, schema in content_schemas().items()}
    made[SETTING] = editor_setting(content).encode()
    for name, data in made.items():
        if not (ROOT / name).is_file() or (ROOT / name).read_bytes() != data:
            _write(ROOT / name, data)
    for form in loaded.forms.values():
        path = release_path(content, form.id, form.version)
        if not path.exists():
            _write(path, canonical_json(frozen(form)), "frozen")
        elif not agrees(form, read_release(path)):
            print(f"{path.relative_to(ROOT)} is frozen and differs: give the form a new version", file=sys.stderr)
            return 1
    before = read_printed(content)
    printed = printed_today(loaded, before)
    if printed != before:
        _write(printed_path(content), printed_json(printed))
    record = ROOT / RECORD_SCHEMA
    schema = schema_text(record_schema(loaded.edition.id, load_releases(content)))
    if not record.is_file() or record.read_bytes() != schema:
        _write(record, schema)
    return 0


if __name__ == "__main__":
    sys.exit(main())
