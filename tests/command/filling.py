"""Forms filled in with a few lines of lxml: by tag, as Word does it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree

from tests.unit.reading.complete import COMPLETE

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
BODY = "word/document.xml"


def change(data: bytes, part: str, edit: Callable[[bytes], bytes]) -> bytes:
    """The file with one of its parts changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(_entry(name), edit(content) if name == part else content)
    return buffer.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The file with one more part."""
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_entry(name), content)
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    """An entry of a fixed time: the same form has the same bytes, and so the same reference, whenever a test runs."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def fill(blank: bytes, values: Mapping[str, str]) -> bytes:
    """The blank with text in its controls, and ticks where the value is a choice."""
    texts = {tag: value for tag, value in values.items() if not _is_choice(tag)}
    ticks = {f"{tag}.{value}" for tag, value in values.items() if _is_choice(tag)}

    def edit(xml: bytes) -> bytes:
        root = etree.fromstring(xml)
        left = set(texts) | ticks
        for control in root.iter(f"{_W}sdt"):
            mark = control.find(f"{_W}sdtPr/{_W}tag")
            tag = "" if mark is None else mark.get(f"{_W}val", "")
            if tag in left:
                left.remove(tag)
                _put(control, texts.get(tag, "\u2612"), tick=tag in ticks)
        assert not left, f"no control for {left}"
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return change(blank, BODY, edit)


def complete(blank: bytes, changes: Mapping[str, str | None] | None = None) -> bytes:
    """The complete form with changes; None leaves a field blank."""
    values: dict[str, str | None] = {**COMPLETE, **(changes or {})}
    return fill(blank, {tag: value for tag, value in values.items() if value is not None})


def young(blank: bytes) -> bytes:
    """A child under 13 and neither referral nor discussion."""
    return complete(
        blank,
        {
            "child.date_of_birth": "3/4/2014",
            "child.age": "12",
            "actions.referral.answer": "no",
            "actions.safeguarding_lead.answer": "no",
        },
    )


def _is_choice(tag: str) -> bool:
    return tag.endswith(".answer") or tag in ("outcome.category", "completion.mode")


def _put(control: etree._Element, text: str, *, tick: bool) -> None:
    properties, content = control.find(f"{_W}sdtPr"), control.find(f"{_W}sdtContent")
    assert properties is not None
    assert content is not None
    for flag in properties.findall(f"{_W}showingPlcHdr"):
        properties.remove(flag)
    if tick:
        for checked in properties.iter(f"{_W14}checked"):
            checked.set(f"{_W14}val", "1")
    run = etree.Element(f"{_W}r")
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, f"{_W}br")
        etree.SubElement(run, f"{_W}t").text = line
    content[:] = [run]
