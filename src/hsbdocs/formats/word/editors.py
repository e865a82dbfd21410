"""What a template says of the people and the machine that it was edited on: taken out before a form is made from it.

What no relationship leads to is not written again, so that a part goes with its relationship and its content type.
"""

from __future__ import annotations

from lxml import etree

from hsbdocs.formats.package import parse_xml, serialise
from hsbdocs.formats.word.controls import W

_PACKAGE = "_rels/.rels"
#: What the package itself may lead to: its document, and the properties that are written anew.
_KEPT = {"officeDocument": "", "core-properties": "docProps/core.xml", "custom-properties": "docProps/custom.xml"}
#: What a part leads to that tells of people, machines and folders. The building blocks are written anew.
_DROPPED = frozenset(
    {
        *("people", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "documenttasks"),
        *("customXml", "glossaryDocument", "attachedTemplate", "printerSettings", "vbaProject", "wordVbaData"),
        *("mailMergeSource", "mailMergeHeaderSource", "mailMergeRecipientData", "recipientData"),
        *("keyMapCustomizations", "attachedToolbars", "webExtension", "webextensiontaskpanes"),
    }
)
#: The elements that stand for them, and others with a name or a path.
_NAMES = (
    *("commentRangeStart", "commentRangeEnd", "commentReference", "dataBinding", "printerSettings"),
    *("permStart", "permEnd", "attachedTemplate", "mailMerge", "docVars", "saveThroughXslt"),
)
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_ELEMENTS = (*(f"{{{W}}}{name}" for name in _NAMES), f"{_W15}dataBinding")


def forget_editors(parts: dict[str, bytes]) -> None:
    """Take out of a template what names its editors, their employer, their folders or their printer."""
    for name in [name for name in parts if name.endswith(".rels")]:
        root = parse_xml(parts[name])
        if _drop(root, [one for one in root if _leads_to_editors(one, package=name == _PACKAGE)]):
            parts[name] = serialise(root)
    for name in [name for name in parts if name.startswith("word/") and name.endswith(".xml")]:
        root = parse_xml(parts[name])
        if _drop(root, list(root.iter(*_ELEMENTS))):
            parts[name] = serialise(root)


def _leads_to_editors(relationship: etree._Element, *, package: bool) -> bool:
    kind = relationship.get("Type", "").rsplit("/", 1)[-1]
    if not package:
        return kind in _DROPPED
    return kind not in _KEPT or _KEPT[kind] not in ("", relationship.get("Target", "").lstrip("/"))


def _drop(root: etree._Element, elements: list[etree._Element]) -> bool:
    """Take these elements out. True where there were any."""
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return bool(elements)
