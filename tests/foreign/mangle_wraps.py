"""Changes to structure: elements put around runs, paragraphs, cells and rows, or taken away from around them."""

import copy
import random
from collections.abc import Callable, Mapping

from lxml import etree

from tests.foreign import docx
from tests.foreign.docx import w, w14
from tests.foreign.mangle_runs import fresh_ids, text_runs
from tests.foreign.tree import is_inside, parent_of, replace, wrap
from tests.foreign.typed import run as typed_run

_HOW_MANY = 0.6
_TRACKED = {w("author"): "A. Reviewer", w("date"): "2024-05-06T07:08:00Z"}


def wrap_rows(data: bytes, seed: int) -> bytes:
    """Puts controls of Google Docs around rows."""
    return docx.edit(data, lambda root: _wrap_in_controls(root, w("tr"), random.Random(seed)))


def wrap_cells(data: bytes, seed: int) -> bytes:
    """Puts controls of Google Docs around cells."""
    return docx.edit(data, lambda root: _wrap_in_controls(root, w("tc"), random.Random(seed)))


def wrap_paragraphs(data: bytes, seed: int) -> bytes:
    """Puts controls of Google Docs around paragraphs."""
    return docx.edit(data, lambda root: _wrap_in_controls(root, w("p"), random.Random(seed)))


def wrap_runs_in_controls(data: bytes, seed: int) -> bytes:
    """Puts controls of Google Docs around runs, inside the form's own controls too."""
    return docx.edit(data, lambda root: _wrap_in_controls(root, w("r"), random.Random(seed)))


def _wrap_in_controls(root: etree._Element, name: str, rng: random.Random) -> None:
    ids = {element.get(w("val")) for element in root.iter(w("id"))}
    number = 0
    for element in text_runs(root) if name == w("r") else list(root.iter(name)):
        if rng.random() >= _HOW_MANY or element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            continue
        identity = str(rng.randrange(-(2**31), 2**31))
        while identity in ids:
            identity = str(rng.randrange(-(2**31), 2**31))
        ids.add(identity)
        control = etree.Element(w("sdt"))
        settings = etree.SubElement(control, w("sdtPr"))
        etree.SubElement(settings, w("id"), {w("val"): identity})
        etree.SubElement(settings, w("tag"), {w("val"): f"goog_rdk_{number}"})
        wrap(element, control, etree.SubElement(control, w("sdtContent")))
        number += 1


def wrap_in_smart_tags(data: bytes, seed: int) -> bytes:
    """Puts smart tags around runs, as Word 2003 to 2007 did with names and dates."""
    attributes = {w("uri"): "urn:schemas-microsoft-com:office:smarttags", w("element"): "PersonName"}
    return _wrap_runs(data, seed, "smartTag", lambda number: attributes)


def wrap_in_hyperlinks(data: bytes, seed: int) -> bytes:
    """Puts links to a place in the document around runs."""
    return _wrap_runs(data, seed, "hyperlink", lambda number: {w("anchor"): "_top", w("history"): "1"})


def wrap_in_directions(data: bytes, seed: int) -> bytes:
    """Puts `w:dir` around runs, as Word does where text has a direction of its own."""
    return _wrap_runs(data, seed, "dir", lambda number: {w("val"): "ltr"})


def wrap_in_insertions(data: bytes, seed: int) -> bytes:
    """Turns runs into tracked insertions."""
    return _wrap_runs(data, seed, "ins", lambda number: {w("id"): str(number), **_TRACKED})


def _wrap_runs(data: bytes, seed: int, name: str, attributes: Callable[[int], Mapping[str, str]]) -> bytes:
    rng = random.Random(seed)

    def change(root: etree._Element) -> None:
        ids = fresh_ids(root)
        for run in text_runs(root):
            if rng.random() < _HOW_MANY and not is_inside(run, w(name)):
                wrap(run, etree.Element(w(name), dict(attributes(next(ids)))))

    return docx.edit(data, change)


def add_deletions(data: bytes, seed: int) -> bytes:
    """Puts tracked deletions beside runs: text that is no longer there."""
    rng = random.Random(seed)

    def change(root: etree._Element) -> None:
        ids = fresh_ids(root)
        for run in text_runs(root):
            if rng.random() >= _HOW_MANY or is_inside(run, w("ins")):
                continue
            deletion = etree.Element(w("del"), {w("id"): str(next(ids)), **_TRACKED})
            deleted = typed_run(rng.choice(["not this", "nor\nthis", " 2 June 2011 ", "☒"]))
            for text in deleted.findall(w("t")):
                text.tag = w("delText")
            deletion.append(deleted)
            if rng.random() < 0.5:
                run.addprevious(deletion)
            else:
                run.addnext(deletion)

    return docx.edit(data, change)


def move_runs(data: bytes, seed: int) -> bytes:
    """Tracks runs as moved within their paragraph; where they came from, the text still stands in `w:t`."""
    rng = random.Random(seed)

    def change(root: etree._Element) -> None:
        ids = fresh_ids(root)
        for run in text_runs(root):
            if rng.random() < _HOW_MANY and not is_inside(run, w("ins"), w("moveTo")):
                _move(run, [str(next(ids)) for _ in range(4)])

    return docx.edit(data, change)


def _move(run: etree._Element, ids: list[str]) -> None:
    parts: list[etree._Element] = []
    for name, range_id, change_id in (("moveFrom", ids[0], ids[1]), ("moveTo", ids[2], ids[3])):
        start = {w("id"): range_id, w("name"): f"move{ids[0]}", **_TRACKED}
        parts.append(etree.Element(w(f"{name}RangeStart"), start))
        moved = etree.Element(w(name), {w("id"): change_id, **_TRACKED})
        moved.append(copy.deepcopy(run))
        parts.append(moved)
        parts.append(etree.Element(w(f"{name}RangeEnd"), {w("id"): range_id}))
    replace(run, *parts)


def strip_controls(data: bytes, seed: int) -> bytes:
    """Takes every control away and leaves what stood in it; the tags are lost."""

    def change(root: etree._Element) -> None:
        for control in list(root.iter(w("sdt"))):
            content = control.find(w("sdtContent"))
            replace(control, *([] if content is None else list(content)))

    return docx.edit(data, change)


def drop_tick_box_settings(data: bytes, seed: int) -> bytes:
    """Takes `w14:checkbox` away, as programs do that do not know it; the glyph stays."""

    def change(root: etree._Element) -> None:
        for box in list(root.iter(w14("checkbox"))):
            parent_of(box).remove(box)

    return docx.edit(data, change)
