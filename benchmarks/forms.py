"""The blank forms of this project, built in memory and filled in as Word does it."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from benchmarks.answers import STORED_DATES, TICKED, TYPED, typed
from hsbdocs.content.locate import Roots
from hsbdocs.model.arrival import Arrival
from hsbdocs.pipeline.build import build

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
BODY = "word/document.xml"
_SERIES = 200
_BETWEEN = re.compile(r"[\W_]+")
_TICK = re.compile(r"[\u2612\u2611]|\[[xX]\]|\\\[[xX]\\?\]")


def completed_forms(roots: Roots) -> dict[str, list[bytes]]:
    """Both documents of the form, by name, each completed many times over with different text.

    Forms that arrive are not the same form again and again: a reader that remembers texts must not gain by it.
    """
    with tempfile.TemporaryDirectory() as folder:
        built = build(roots, ("risk-assessment", "risk-assessment-guided"), Path(folder))
        blanks = {item.document.id: item.path.read_bytes() for item in built}
    return {name: [completed(blank, typed(number)) for number in range(_SERIES)] for name, blank in blanks.items()}


def held(output: str) -> int:
    """How many of the values a text output holds: typed text letter for letter, and a ticked box for each tick."""
    letters = _letters(output)
    typed = sum(_letters(value) in letters for value in TYPED.values())
    return typed + min(len(_TICK.findall(output)), len(TICKED))


def _letters(text: str) -> str:
    """Letters and figures alone: what stands between them is up to each format."""
    return _BETWEEN.sub("", text)


def completed(blank: bytes, texts: Mapping[str, str]) -> bytes:
    """The blank form with ``texts`` in its controls and its boxes ticked; raises RuntimeError where they do not fit."""
    with zipfile.ZipFile(io.BytesIO(blank)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[BODY])
    done = {tag for control in root.iter(f"{W}sdt") if (tag := _fill(control, texts))}
    if done != {*TYPED, *TICKED}:
        raise RuntimeError("the form and the answers do not fit together")
    parts[BODY] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _fill(control: etree._Element, typed_texts: Mapping[str, str]) -> str:
    """Fill the control and return its tag; empty where it stays as it is."""
    tag = "".join(element.get(f"{W}val", "") for element in control.iterfind(f"{W}sdtPr/{W}tag"))
    texts = list(control.iterfind(f"{W}sdtContent//{W}t"))
    if tag in TICKED:
        texts[0].text = "\u2612"
        for state in control.iterfind(f"{W}sdtPr/{W14}checkbox/{W14}checked"):
            state.set(f"{W14}val", "1")
    elif tag in typed_texts:
        texts[0].text = typed_texts[tag]
        for element in [*control.iter(f"{W}showingPlcHdr"), *control.iterfind(f"{W}sdtContent/{W}r/{W}rPr")]:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
        for date in control.iterfind(f"{W}sdtPr/{W}date"):
            date.set(f"{W}fullDate", STORED_DATES[tag])
    else:
        return ""
    return tag


def arrived(name: str, data: bytes) -> Arrival:
    """A file as the reader gets it."""
    return Arrival(file=name, name=name, data=data)
