"""A copy for comments as it came back: comments and changed words, each by the id that its paragraph opens with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from hsbdocs.formats.word.plain_view import Paragraph, PlainView
from hsbdocs.formats.word.remarks import Remarked

_ID = re.compile(r"\[([A-Za-z0-9][\w.-]{0,60})\]")


def printed(view: PlainView) -> dict[str, str]:
    """What the copy prints for each id."""
    found: dict[str, str] = {}
    for part in view.parts:
        for piece in part.pieces:
            if isinstance(piece, Paragraph):
                text = _plain(f"{piece.lead}{piece.text}")
                match = _ID.match(text)
                if match:
                    found[match[1]] = text
    return found


def comments(file: str, paragraphs: Sequence[Remarked]) -> Iterator[str]:
    """Each comment by the id of its paragraph, or of the one above it."""
    name = ""
    for paragraph in paragraphs:
        match = _ID.match(paragraph.now) or _ID.match(paragraph.before)
        name = match[1] if match else name
        for comment in paragraph.comments:
            by = f" ({comment.by})" if comment.by else ""
            yield f"{name or 'before the first id'}: {comment.text}{by} [{file}]"


def changes(file: str, paragraphs: Sequence[Remarked], sent: Mapping[str, str]) -> Iterator[str]:
    """Each change of words, tracked or not, as a proposal; an id that was taken out is said."""
    met = set()
    for paragraph in paragraphs:
        match = _ID.match(paragraph.before) or _ID.match(paragraph.now)
        if match is None or match[1] not in sent:
            continue
        met.add(match[1])
        if _plain(paragraph.now) != sent[match[1]]:
            new = _plain(paragraph.now) or "taken out"
            yield f"{match[1]}: “{sent[match[1]]}” is to become “{new}” [{file}]"
    missing = [name for name in sent if name not in met]
    if missing and met:
        yield f"{len(missing)} paragraphs are not there any more: {', '.join(missing[:20])} [{file}]"


def _plain(text: str) -> str:
    return " ".join(text.split())
