"""``index.html`` of the training pack: which documents there are, what each is for, and in which order for the hour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote

import msgspec

from hsbdocs.formats.web import heading, paragraph, web_page
from hsbdocs.model.content import Document
from hsbdocs.model.handout import HandoutFrame

_TITLE = "Training pack: children and sexual behaviour, in one hour"
_FRAME = (
    "This pack is no substitute for the guidance. It says in short what the guidance says, and leaves things out: in "
    "doubt the guidance counts, and your safeguarding lead.",
    "If a child is in immediate danger, call 999.",
)
_ORDER = (
    "The order is our own: the guidance has none. Documents without a number are for whoever leads, or to take along."
)
_MORE = "What the software that made this reads, keeps and never does: for inspectors"
_PICTURE = "The response pathway, as a picture"
_NOT_PUBLISHED = "Drawn from the text of the guidance. It is not the published flowchart."
#: Documents that come in no order stand after all that do.
_LAST = 1_000


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A document that was built: its file and its PDF (empty for none), as a page beside the manifest links to them.

    ``picture`` is its first page as PNG in base64, empty for none.
    """

    document: Document
    file: str
    pdf: str = ""
    picture: str = ""


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The documents of a pack; ``name`` is whose it is, empty where there is one pack only."""

    name: str
    shown: tuple[Shown, ...]


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """The pathway as SVG, and the file whose table says all of it in words."""

    svg: str
    words: str


def pack_page(frame: HandoutFrame, version: str, groups: Sequence[Group], picture: Picture | None, more: str) -> bytes:
    """The page. ``version`` is that of the content, ``more`` the name of the page for inspectors."""
    return web_page(_TITLE, _body(frame, version, groups, picture, more))


def _body(
    frame: HandoutFrame, version: str, groups: Sequence[Group], picture: Picture | None, more: str
) -> Iterator[str]:
    yield '<div class="frame">'
    yield from map(paragraph, (f"{frame.status} {frame.review}", frame.edition.partition(".")[0] + ".", *_FRAME))
    yield "</div>"
    for number, group in enumerate(groups, 1):
        yield heading(f"What to use, in order{group.name and f': {group.name}'}", f"order-{number}")
        yield paragraph(_ORDER)
        yield from _documents(group.shown)
    if picture is not None:
        yield from _pathway(picture)
    yield heading("About this pack", "about")
    yield f'<p><a href="{quote(more)}">{_MORE}</a></p>'
    yield paragraph(f"Made from content {version}. {frame.end}")


def _documents(shown: Sequence[Shown]) -> Iterator[str]:
    ordered = sorted(shown, key=lambda each: each.document.order or _LAST)
    numbered = [each for each in ordered if each.document.order]
    if numbered:
        yield '<ol class="hour">'
        yield from map(_document, numbered)
        yield "</ol>"
    others = [each for each in ordered if not each.document.order]
    if others:
        yield "<ul>"
        yield from (f"<li>{_links(each)} {escape(each.document.purpose)}</li>" for each in others)
        yield "</ul>"


def _document(shown: Shown) -> str:
    document = shown.document
    picture = (
        f'<img alt="" src="data:image/png;base64,{shown.picture}">' if shown.picture else ""
    )  # the title beside it says what it shows
    purpose = f"<p>{escape(document.purpose)}</p>" if document.purpose else ""
    return f"<li>{picture}<div><h3>{escape(document.title)}</h3>{purpose}<p>{_links(shown)}</p></div></li>"


def _links(shown: Shown) -> str:
    """A link to each file; its words say alone where it leads."""
    title = escape(shown.document.title)
    kind = shown.file.rpartition(".")[2]
    links = [f'<a href="{quote(shown.file)}">{title} ({_KINDS.get(kind, kind)})</a>']
    if shown.pdf:
        links.append(f'<a href="{quote(shown.pdf)}">{title} (PDF)</a>')
    return "<br>".join(links)


_KINDS = {"docx": "Word", "xlsx": "Excel", "pptx": "PowerPoint"}


def _pathway(picture: Picture) -> Iterator[str]:
    yield heading(_PICTURE, "pathway")
    yield paragraph(_NOT_PUBLISHED)
    words = f'<a href="{quote(picture.words)}">The response pathway in words (Word)</a>'
    yield f"<figure>{picture.svg}<figcaption>{words}: a table that says all of it.</figcaption></figure>"
