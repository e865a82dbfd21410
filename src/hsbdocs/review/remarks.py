"""A copy for comments as it came back: comments and changed words, each by the id that its paragraph opens with."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from hsbdocs.formats.word.plain_view import Heading, Paragraph, PlainView
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
    if missing:
        yield f"{len(missing)} paragraphs are not there any more, or lost their id: {', '.join(missing[:20])} [{file}]"


def added(file: str, paragraphs: Sequence[Remarked], known: Collection[str]) -> Iterator[str]:
    """Each paragraph that the copy did not print and that opens with no id of its own."""
    name = ""
    for paragraph in paragraphs:
        match = _ID.match(paragraph.now) or _ID.match(paragraph.before)
        name = match[1] if match else name
        text = _plain(paragraph.now)
        if text and match is None and text not in known:
            yield f"new behind {name or 'the beginning'}: “{text}” [{file}]"


def texts_of(view: PlainView) -> set[str]:
    """Every text that the copy prints, paragraph by paragraph."""
    pieces = (piece for part in view.parts for piece in part.pieces)
    return {view.title, *(_plain(text) for piece in pieces for text in _texts(piece))}


def _texts(piece: object) -> Iterator[str]:
    if isinstance(piece, Paragraph):
        yield f"{piece.lead}{piece.text}"
    elif isinstance(piece, Heading):
        yield piece.text


def is_copy(paragraphs: Sequence[Remarked], sent: Mapping[str, str]) -> bool:
    """True where at least half of what a copy prints opens a paragraph of the file with the same id and words."""
    now = {_plain(paragraph.before) for paragraph in paragraphs}
    return 2 * sum(text in now for text in sent.values()) >= len(sent)


def _plain(text: str) -> str:
    return " ".join(text.split())
