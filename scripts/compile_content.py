"""Make what is made from content: the catalogue's JSON, and the frozen release of a form's new version.

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

ROOT = Path(__file__).resolve().parents[1]


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
        path.write_bytes(text)
        print(f"written: {path.relative_to(ROOT)}")
    for form in loaded.forms.values():
        frozen = release_path(content, form.id, form.version)
        if not frozen.exists():
            frozen.write_bytes(canonical_json(form))
            print(f"frozen: {frozen.relative_to(ROOT)}")
        elif frozen.read_bytes() != canonical_json(form):
            print(f"{frozen.relative_to(ROOT)} is frozen and differs: give the form a new version", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
