"""Where content, templates and examples lie: beside the user, or inside the package."""

from __future__ import annotations

from pathlib import Path

import msgspec

MARK = "hsbdocs.yaml"


class Roots(msgspec.Struct, frozen=True):
    """The three folders that belong together."""

    content: Path
    templates: Path
    examples: Path


class NoContent(Exception):
    """The folder named by the user holds no content."""


def find_roots(given: Path | None = None, start: Path | None = None) -> Roots:
    """Return the folders to work from.

    ``given`` is a content folder or the folder that holds it; without it the nearest folder above ``start`` (the
    current one) that holds ``content/``, else the copy inside the package. A content folder is known by the file
    hsbdocs.yaml. Raises NoContent where ``given`` holds none.
    """
    packaged = _packaged()
    if given is not None:
        for folder in (given, given / "content"):
            if (folder / MARK).is_file():
                return _beside(folder.resolve(), packaged)
        raise NoContent(f"{given} holds no content: {MARK} was looked for there and in its folder content.")
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "content" / MARK).is_file():
            return _beside(folder / "content", packaged)
    return packaged


def _packaged() -> Roots:
    package = Path(__file__).resolve().parents[1]
    data = package / "_data"
    root = data if (data / "content" / MARK).is_file() else package.parents[1]
    return Roots(root / "content", root / "templates", root / "examples")


def _beside(content: Path, packaged: Roots) -> Roots:
    templates, examples = content.parent / "templates", content.parent / "examples"
    return Roots(
        content,
        templates if templates.is_dir() else packaged.templates,
        examples if examples.is_dir() else packaged.examples,
    )
