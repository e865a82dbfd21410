"""A .docx as somebody returned it to a Transcript: its parts, its properties, and what stands beside the text."""

from __future__ import annotations

from lxml import etree

from hsbdocs.formats.images import Images
from hsbdocs.formats.package import Package, Relationship, opened
from hsbdocs.formats.properties import people_in, read_custom
from hsbdocs.formats.word.parts import Parts
from hsbdocs.formats.word.walk import Walker
from hsbdocs.model.arrival import Unreadable, Why
from hsbdocs.model.location import Where
from hsbdocs.model.transcript import Aside, Cell, Format, Paragraph, Rest, RestKind, Transcript

_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MARGINS = ("header", "footer")
_NOTES = {"comments": Where.COMMENT, "footnotes": Where.FOOTNOTE, "endnotes": Where.ENDNOTE}
_BESIDE = (*_MARGINS, *_NOTES)


def read_word(data: bytes) -> Transcript | Why:
    """Read the bytes of a .docx (.docm, .dotx): what it says, or why that cannot be told.

    Nothing is run, fetched or written; limits are those of ``formats.package``.
    """
    return opened(data, word_transcript)


def word_transcript(package: Package) -> Transcript | Why:
    """The transcript of a package whose main part is a document. Raises Damaged and TooLarge."""
    main, kind = package.main
    if not is_document(kind):
        return Why(Unreadable.WRONG_TYPE)
    root = package.xml(main)
    namespace = etree.QName(root).namespace
    if namespace not in (_TRANSITIONAL, _STRICT):
        return Why(Unreadable.WRONG_TYPE)
    images = Images(package)
    images.enter(main)
    walker = Walker(namespace, Parts(package, main), images)
    body = root.find(f"{{{namespace}}}body")
    blocks = walker.body(body) if body is not None else ()
    roots = [root]
    margins: list[Paragraph] = []
    asides: list[Aside] = []
    for relationship in package.relationships(main):
        if relationship.external:
            continue
        if relationship.kind not in _BESIDE:
            continue
        images.enter(relationship.target)
        roots.append(package.xml(relationship.target))
        if relationship.kind in _MARGINS:
            margins += Cell(walker.blocks(roots[-1], -1)).paragraphs
        else:
            asides += walker.asides(roots[-1], _NOTES[relationship.kind])
    images.enter(main)
    if walker.passed_by(roots):
        blocks = (*blocks, Paragraph((), rest=(Rest(RestKind.ODD),)))
    return Transcript(
        blocks=blocks,
        controls=walker.controls,
        margins=tuple(margins),
        properties=read_custom(package),
        asides=(*walker.deleted_rows, *asides),
        macros=any(name.endswith("vbaproject.bin") for name in package.names),
        links=_links(package, main) + walker.links,
        marks=walker.marks,
        people=people_in(package),
        pictures=tuple(images.left(root)),
        format=Format.WORD,
    )


def is_document(kind: str) -> bool:
    """True for the content type of a Word document."""
    return "wordprocessingml" in kind or "ms-word" in kind


def _links(package: Package, main: str) -> int:
    """How often the main part, and the parts beside it that are read, refer to other files."""
    related = package.relationships(main)
    beside = (r.target for r in related if r.kind in (*_MARGINS, *_NOTES) and not r.external)
    inner = (r for target in beside for r in package.relationships(target))
    return sum(r.external and _is_link(r) for r in (*related, *inner))


def _is_link(relationship: Relationship) -> bool:
    """True for a reference to another file; web links and the template a file was made from are none."""
    return relationship.kind not in ("hyperlink", "attachedTemplate")
