"""What Word leaves in a template that somebody restyled, and what may not stand in a form: told in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from hsbdocs.formats.package import Package
from hsbdocs.formats.word.controls import W14, W
from hsbdocs.formats.word.template_margins import own_words
from hsbdocs.formats.word.template_sizes import small_type

_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SAVE = "open it in Word and save it as Word document (.docx)"
_MAIN = "word/document.xml"
#: Revisions: of text, of whole tables, and of what anything looks like.
_REVISIONS = (
    *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
    *("moveFromRangeStart", "moveToRangeStart", "customXmlInsRangeStart", "customXmlDelRangeStart"),
    *("customXmlMoveFromRangeStart", "customXmlMoveToRangeStart", "numberingChange"),
    *("rPrChange", "pPrChange", "sectPrChange"),
    *("tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange"),
)
_CONFLICTS = ("conflictIns", "conflictDel", "customXmlConflictInsRangeStart", "customXmlConflictDelRangeStart")
_REVISED = (*(f"{{{W}}}{name}" for name in _REVISIONS), *(f"{{{W14}}}{name}" for name in _CONFLICTS))
_VML = "{urn:schemas-microsoft-com:vml}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"


def wrong_kind(package: Package) -> str:
    """What is wrong with the kind of file, in words; empty for a Word document. Raises Damaged."""
    name, kind = package.main
    if "template" in kind or "macroenabled" in kind.lower():
        return f"is a Word template or has macros (.dotx, .dotm or .docm inside): {_SAVE}"
    if name and kind != _DOCUMENT:
        return f"is not a Word document: {_SAVE}"
    if _MAIN in package and package.xml(_MAIN).tag != f"{{{W}}}document":
        return f"is saved as a Strict Open XML Document: {_SAVE}"
    return ""


def what_word_left(package: Package) -> Iterator[str]:
    """Everything in the template that may not stand in a form, in words. Raises Damaged or TooLarge."""
    names = sorted(name for name in package.names if name.startswith("word/") and name.endswith((".xml", ".rels")))
    roots = {name: package.xml(name) for name in names}
    yield from _tracked(roots)
    yield from _word_art(roots)
    yield from own_words(roots)
    yield from small_type(roots)


def _tracked(roots: Mapping[str, etree._Element]) -> Iterator[str]:
    for root in roots.values():
        if next(root.iter(*_REVISED), None) is not None:
            yield "holds tracked changes: accept or reject them all, switch off tracking, then save it again"
            return
    for root in roots.values():
        for setting in root.iter(f"{{{W}}}trackRevisions"):
            if setting.get(f"{{{W}}}val", "true") not in ("0", "false", "off"):
                yield "has the tracking of changes switched on: switch it off, then save it again"
                return


def _word_art(roots: Mapping[str, etree._Element]) -> Iterator[str]:
    if any(_is_word_art(element) for root in roots.values() for element in root.iter(*_ART)):
        yield (
            "has WordArt or a watermark of words, which screen readers pass by: take it out, and let a tag print the "
            "words as ordinary text"
        )


#: Where the words of WordArt, and what makes text into it, stand.
_ART = (f"{_VML}textpath", f"{_DRAWN}prstTxWarp", f"{_DRAWN}bodyPr", f"{_SHAPE}bodyPr")


def _is_word_art(element: etree._Element) -> bool:
    """False for what Word writes for any text box as well, and for the pattern that a shape is made from."""
    if element.tag == f"{_VML}textpath":
        parent = element.getparent()
        return parent is None or parent.tag != f"{_VML}shapetype"
    if element.tag == f"{_DRAWN}prstTxWarp":
        return element.get("prst") != "textNoShape"
    return element.get("fromWordArt") in ("1", "true")
