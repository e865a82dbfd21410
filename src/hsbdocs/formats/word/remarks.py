"""What readers wrote on a document of ours: comments with their paragraph, and paragraphs with their changes."""

from __future__ import annotations

import msgspec

from hsbdocs.formats.package import Damaged, Element, Package, TooLarge
from hsbdocs.formats.word.controls import W

_W = f"{{{W}}}"
_P, _T, _GONE = f"{_W}p", f"{_W}t", f"{_W}delText"
_NEW, _OLD = (f"{_W}ins", f"{_W}moveTo"), (f"{_W}del", f"{_W}moveFrom")
_BREAKS = (f"{_W}br", f"{_W}cr", f"{_W}tab")
_MARKS = (f"{_W}commentRangeStart", f"{_W}commentReference")


class Comment(msgspec.Struct, frozen=True):
    """A comment: who wrote it, and what."""

    by: str
    text: str


class Remarked(msgspec.Struct, frozen=True):
    """A paragraph: its text now, its text before tracked changes, and the comments that hang on it."""

    now: str
    before: str
    comments: tuple[Comment, ...]


def remarked(data: bytes) -> list[Remarked] | None:
    """Every paragraph with text, in order; None for what is no Word document that can be read."""
    try:
        package = Package(data)
        main, kind = package.main
        if "wordprocessingml" not in kind:
            return None
        root = package.xml(main)
        comments = _comments(package, main)
    except (Damaged, TooLarge):
        return None
    found = [_paragraph(paragraph, comments) for paragraph in root.iter(_P)]
    return [each for each in found if each.now or each.before or each.comments]


def _comments(package: Package, main: str) -> dict[str, Comment]:
    target = next((r.target for r in package.relationships(main) if r.kind == "comments" and not r.external), None)
    if target is None or target not in package:
        return {}
    return {
        each.get(f"{_W}id", ""): Comment(each.get(f"{_W}author", ""), _said(each))
        for each in package.xml(target).iter(f"{_W}comment")
    }


def _said(element: Element) -> str:
    return " ".join("".join(part.text or "" for part in element.iter(_T)).split())


def _paragraph(paragraph: Element, comments: dict[str, Comment]) -> Remarked:
    now, before = [], []
    for part in paragraph.iter(_T, _GONE, *_BREAKS):
        text = " " if part.tag in _BREAKS else part.text or ""
        around = {ancestor.tag for ancestor in part.iterancestors()}
        if not around.intersection(_OLD) and part.tag != _GONE:
            now.append(text)
        if not around.intersection(_NEW):
            before.append(text)
    names = dict.fromkeys(mark.get(f"{_W}id", "") for mark in paragraph.iter(*_MARKS))
    hanging = tuple(comments[name] for name in names if name in comments)
    return Remarked(_line(now), _line(before), hanging)


def _line(texts: list[str]) -> str:
    return " ".join("".join(texts).split())
