"""What the Open XML SDK validator does not see and Word, LibreOffice or a reader of forms stumbles over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from hsbdocs.formats.package import Damaged, Package, TooLarge
from hsbdocs.formats.word.controls import W

_ORDER = [
    "rPr",
    "alias",
    "tag",
    "id",
    "lock",
    "placeholder",
    "temporary",
    "showingPlcHdr",
    "dataBinding",
    "label",
    "tabIndex",
    "equation",
    "comboBox",
    "date",
    "docPartObj",
    "docPartList",
    "dropDownList",
    "picture",
    "richText",
    "text",
    "citation",
    "group",
    "bibliography",
    "checkbox",
]
_TYPES = set(_ORDER[_ORDER.index("equation") :])
#: The most characters that Word takes in the title or tag of a control.
_LONGEST = 64
_END = "does not end with a paragraph"
_TAG = re.compile(r"\{[{%]|[}%]\}")
_PARTS = re.compile(r"word/(document|header\d*|footer\d*|glossary/document)\.xml")


def check_document(data: bytes) -> list[str]:
    """Every such fault of a .docx, in words; none for a sound one."""
    try:
        package = Package(data)
        roots = {name: package.xml(name) for name in sorted(package.names) if _PARTS.fullmatch(name)}
    except (Damaged, TooLarge) as error:
        return [f"the document cannot be opened: {error}"]
    if "word/document.xml" not in roots:
        return ["the document has no main part"]
    problems: list[str] = []
    for name, root in roots.items():
        problems += [f"{name}: {problem}" for problem in _part(root)]
    problems += _identities(root for name, root in roots.items() if "glossary" not in name)
    body = roots["word/document.xml"].find(_w("body"))
    problems += _body(body) if body is not None else ["word/document.xml: has no body"]
    return problems


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _local(element: etree._Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _part(root: etree._Element) -> Iterator[str]:
    for control in root.iter(_w("sdt")):
        yield from _control(control)
    yield from (f"a table cell {_END}" for cell in root.iter(_w("tc")) if not _ends_with_paragraph(cell, "tcPr"))
    if _identities_of(root, "bookmarkStart") != _identities_of(root, "bookmarkEnd"):
        yield "a bookmark is not closed"
    for paragraph in root.iter(_w("p")):
        text = "".join(run.text or "" for run in paragraph.iter(_w("t")))
        if _TAG.search(text):
            yield f"a template tag is left: {text[:60]}"


def _identities_of(root: etree._Element, name: str) -> Counter[str | None]:
    return Counter(element.get(_w("id")) for element in root.iter(_w(name)))


def _ends_with_paragraph(element: etree._Element, properties: str) -> bool:
    """True where the last child of ``element`` is a paragraph, its ``properties`` left out."""
    last = next((child for child in element.iterchildren(reversed=True) if child.tag != _w(properties)), None)
    return last is not None and last.tag == _w("p")


def _control(control: etree._Element) -> Iterator[str]:
    properties = control.find(_w("sdtPr"))
    if properties is None:
        yield "a control has no properties"
        return
    tag = properties.find(_w("tag"))
    label = "" if tag is None else tag.get(_w("val"), "")
    yield from (f"control {label}: {problem}" for problem in _properties(properties))
    if _next_with_text(control) == _w("sdt"):
        yield f"control {label}: touches the next control"


def _properties(properties: etree._Element) -> Iterator[str]:
    names = [_local(child) for child in properties]
    known = [_ORDER.index(name) for name in names if name in _ORDER]
    if known != sorted(known):
        yield "properties in the wrong order"
    if len(_TYPES & set(names)) > 1:
        yield "more than one type"
    for element in properties.iterchildren(_w("alias"), _w("tag")):
        if len(element.get(_w("val"), "")) > _LONGEST:
            yield f"{_local(element)} over {_LONGEST} characters"
    values = [item.get(_w("value")) for item in properties.iter(_w("listItem"))]
    if len(values) != len(set(values)):
        yield "two list items with one value"


def _next_with_text(control: etree._Element) -> str:
    """The tag of what follows a control on its line, less what shows nothing."""
    following = control.getnext()
    while following is not None:
        text = "".join(part.text or "" for part in following.iter(_w("t"), _w("tab"), _w("br")))
        if following.tag == _w("sdt") or text or next(following.iter(_w("tab"), _w("br")), None) is not None:
            return str(following.tag)
        following = following.getnext()
    return ""


def _identities(roots: Iterable[etree._Element]) -> Iterator[str]:
    """Ids that more than one control has, in the body and its headers and footers together."""
    counts: Counter[str] = Counter()
    for root in roots:
        for control in root.iter(_w("sdt")):
            properties = control.find(_w("sdtPr"))
            identity = None if properties is None else properties.find(_w("id"))
            if properties is not None:
                counts["" if identity is None else identity.get(_w("val"), "")] += 1
    if counts.pop("", 0):
        yield "a control has no id"
    yield from (f"the control id {key} stands {count} times" for key, count in counts.items() if count > 1)


def _body(body: etree._Element) -> Iterator[str]:
    if not _ends_with_paragraph(body, "sectPr"):
        yield f"word/document.xml: the body {_END}"
