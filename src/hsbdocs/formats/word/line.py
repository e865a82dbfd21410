"""What is gathered of one paragraph while it is walked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from hsbdocs.model.transcript import Paragraph, Rest, RestKind, Span, Table


class Line:
    """A paragraph in the making: pieces of text with their look and control, and what stands in it besides."""

    __slots__ = ("boxes", "deleted", "images", "label", "pictures", "pieces", "rest", "shapes")

    def __init__(self) -> None:
        self.pieces: list[tuple[str, int, int]] = []
        self.boxes: list[Paragraph | Table] = []
        self.pictures = self.shapes = 0
        self.images: list[str] = []
        self.deleted: list[str] = []
        self.rest: list[Rest] = []
        self.label = ""

    @property
    def is_special(self) -> bool:
        """True where more than text stands in it."""
        return bool(self.boxes or self.pictures or self.shapes or self.deleted or self.images or self.rest)

    @property
    def length(self) -> int:
        """How many pieces there are: a place to cut at."""
        return len(self.pieces)

    def leave(self, kind: RestKind, text: str = "") -> None:
        """Say that something stands here that is not read."""
        rest = Rest(kind, text.strip())
        if rest not in self.rest[-1:]:
            self.rest.append(rest)

    def text_from(self, at: int) -> str:
        """The text from a place on."""
        return "".join(text for text, _, _ in self.pieces[at:])

    def mark_from(self, at: int, marks: int) -> None:
        """Give marks to the text from a place on."""
        self.pieces[at:] = [(text, own | marks, control) for text, own, control in self.pieces[at:]]

    def paragraph(self) -> Paragraph:
        """The paragraph that was gathered; neighbours of one look are one span."""
        return Paragraph(
            spans_of(self.pieces),
            self.pictures,
            self.shapes,
            "".join(self.deleted),
            images=tuple(self.images),
            rest=tuple(self.rest),
            label=self.label,
        )


def spans_of(pieces: Sequence[tuple[str, int, int]]) -> tuple[Span, ...]:
    """Pieces as spans. Most paragraphs have one piece or none."""
    if not pieces:
        return ()
    if len(pieces) == 1:
        return (Span(*pieces[0]),)
    alike = groupby(pieces, key=lambda piece: piece[1:])
    return tuple(Span("".join(text for text, _, _ in group), *look) for look, group in alike)


def joined(paragraphs: list[Paragraph]) -> Paragraph:
    """Paragraphs whose parting marks were taken out, as one."""
    if len(paragraphs) == 1:
        return paragraphs[0]
    return Paragraph(
        tuple(span for paragraph in paragraphs for span in paragraph.spans),
        sum(paragraph.pictures for paragraph in paragraphs),
        sum(paragraph.shapes for paragraph in paragraphs),
        "".join(paragraph.deleted for paragraph in paragraphs),
        images=tuple(image for paragraph in paragraphs for image in paragraph.images),
        rest=tuple(rest for paragraph in paragraphs for rest in paragraph.rest),
        label=paragraphs[0].label,
    )
