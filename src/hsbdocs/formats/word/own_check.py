"""What the Open XML SDK validator does not see and Word, LibreOffice or a reader of forms stumbles over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from hsbdocs.formats.package import Damaged, Package, TooLarge
from hsbdocs.formats.word.controls import W
from hsbdocs.model.form import LONGEST_TITLE

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
    yield from _controls(root)
    for cell in root.iter(_w("tc")):
        content = [child for child in cell if child.tag != _w("tcPr")]
        if not content or content[-1].tag != _w("p"):
            yield "a table cell does not end with a paragraph"
    starts = Counter(element.get(_w("id")) for element in root.iter(_w("bookmarkStart")))
    ends = Counter(element.get(_w("id")) for element in root.iter(_w("bookmarkEnd")))
    if starts != ends:
        yield "a bookmark is not closed"
    for paragraph in root.iter(_w("p")):
        text = "".join(run.text or "" for run in paragraph.iter(_w("t")))
        if any(mark in text for mark in ("{{", "}}", "{%", "%}")):
            yield f"a template tag is left: {text[:60]}"


def _controls(root: etree._Element) -> Iterator[str]:
    for control in root.iter(_w("sdt")):
        properties = control.find(_w("sdtPr"))
        if properties is None:
            yield "a control has no properties"
            continue
        names = [_local(child) for child in properties]
        tag = properties.find(_w("tag"))
        label = "" if tag is None else tag.get(_w("val"), "")
        known = [_ORDER.index(name) for name in names if name in _ORDER]
        if known != sorted(known):
            yield f"control {label}: properties in the wrong order"
        if len(_TYPES & set(names)) > 1:
            yield f"control {label}: more than one type"
        for name in ("alias", "tag"):
            element = properties.find(_w(name))
            if element is not None and len(element.get(_w("val"), "")) > LONGEST_TITLE:
                yield f"control {label}: {name} over {LONGEST_TITLE} characters"
        values = [item.get(_w("value")) for item in properties.iter(_w("listItem"))]
        if len(values) != len(set(values)):
            yield f"control {label}: two list items with one value"
        if _next_with_text(control) == _w("sdt"):
            yield f"control {label}: touches the next control"


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
    content = [child for child in body if child.tag != _w("sectPr")]
    if not content or content[-1].tag != _w("p"):
        yield "word/document.xml: the body does not end with a paragraph"
