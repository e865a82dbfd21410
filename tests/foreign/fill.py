"""Filling in a blank form, in the ways that people and programs do it."""

import copy
from collections.abc import Mapping
from datetime import date
from enum import Enum

from lxml import etree

from tests.foreign import docx, typed
from tests.foreign.control import Control, controls
from tests.foreign.docx import w, w14
from tests.foreign.tree import parent_of, replace, wrap

TICKED = "x"

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Manner(Enum):
    """How somebody, or some program, fills in a form."""

    WORD = "Word: typed into the controls, lines parted by Shift+Enter"
    WORD_PARAGRAPHS = "Word: typed into the controls, lines parted by Enter: the control then holds paragraphs"
    WORD_CELL = "Word: as before, and the control now holds the whole cell"
    OVER = "typed over the controls: they are gone, plain text stands in their place"
    OVER_PARAGRAPHS = "typed over the controls, lines parted by Enter"
    BESIDE_AFTER = "typed behind the controls, which still show their placeholders"
    BESIDE_BEFORE = "typed before the controls, which still show their placeholders"
    KEEPS_FLAG = "typed into the controls, which still claim, and look, to show their placeholders"
    SUPERDOC = "as KEEPS_FLAG; a date stands only in w:fullDate, the placeholder stays"
    LIBREOFFICE = "as KEEPS_FLAG; a date gets no w:fullDate, a tick changes the glyph and not w14:checked"


_OVER = frozenset({Manner.OVER, Manner.OVER_PARAGRAPHS})
_BESIDE = frozenset({Manner.BESIDE_AFTER, Manner.BESIDE_BEFORE})
_BY_ENTER = frozenset({Manner.WORD_PARAGRAPHS, Manner.WORD_CELL, Manner.OVER_PARAGRAPHS})
_KEEPS_FLAG = frozenset({Manner.KEEPS_FLAG, Manner.SUPERDOC, Manner.LIBREOFFICE})
_SETS_NO_DATE = _OVER | _BESIDE | {Manner.LIBREOFFICE}


def long_date(day: date) -> str:
    """The date as `d MMMM yyyy`, as Word shows it in a control of that format."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def date_value(day: date, shown: str | None = None) -> str:
    """What to hand to `fill` for a date picked in a date control: what it shows, and the date it stands for."""
    return f"{long_date(day) if shown is None else shown}\t{day.isoformat()}"


def fill(blank: bytes, values: Mapping[str, str], manner: Manner) -> bytes:
    """The blank form filled in; `values` gives what is typed into the control of each tag.

    A tick box is ticked by `TICKED` and cleared by anything else. A date is either text, or made by `date_value`.
    Empty text leaves a control alone (Word puts the placeholder back), but typed over a control it deletes it.
    """

    def change(root: etree._Element) -> None:
        by_tag: dict[str | None, list[Control]] = {}
        for control in controls(root):
            by_tag.setdefault(control.tag, []).append(control)
        for tag, value in values.items():
            if tag not in by_tag:
                raise KeyError(f"the form has no control {tag}")
            for control in by_tag[tag]:
                _fill_one(control, value, manner)

    return docx.edit(blank, change)


def _fill_one(control: Control, value: str, manner: Manner) -> None:
    if control.tick_box is not None:
        _tick(control, control.tick_box, value == TICKED, manner)
    elif control.date is not None:
        shown, _, iso = value.partition("\t")
        _pick_date(control, control.date, shown, iso, manner)
    else:
        _write(control, value, manner)


def _tick(control: Control, box: etree._Element, ticked: bool, manner: Manner) -> None:
    state = box.find(w14("checkedState" if ticked else "uncheckedState"))
    code = None if state is None else state.get(w14("val"))
    glyph = chr(int(code or ("2612" if ticked else "2610"), 16))
    new = typed.run(glyph, control.run_properties)
    if manner in _OVER:
        control.give_way_to(new)
        return
    control.put(new)
    checked = box.find(w14("checked"))
    if manner is not Manner.LIBREOFFICE and checked is not None:
        checked.set(w14("val"), "1" if ticked else "0")


def _pick_date(control: Control, settings: etree._Element, shown: str, iso: str, manner: Manner) -> None:
    if iso and manner not in _SETS_NO_DATE:
        settings.set(w("fullDate"), f"{iso}T00:00:00Z")
        if manner is Manner.SUPERDOC:
            return
    _write(control, shown, manner)


def _write(control: Control, text: str, manner: Manner) -> None:
    if manner in _OVER:
        _write_over(control, text, manner)
    elif text == "":
        return
    elif manner is Manner.BESIDE_AFTER:
        control.element.addnext(typed.run(text))
    elif manner is Manner.BESIDE_BEFORE:
        control.element.addprevious(typed.run(text))
    elif manner in _KEEPS_FLAG:
        control.put(typed.run(text, control.run_properties))
    else:
        _write_into(control, text, manner)


def _write_over(control: Control, text: str, manner: Manner) -> None:
    if _makes_paragraphs(control, text, manner):
        replace(control.paragraph, *typed.paragraphs(typed.lines(text), control.paragraph))
    else:
        control.give_way_to(*([typed.run(text)] if text else []))


def _write_into(control: Control, text: str, manner: Manner) -> None:
    properties = control.typed_properties()
    control.clear_flag()
    if not _makes_paragraphs(control, text, manner):
        control.put(typed.run(text, properties))
        return
    paragraph = control.paragraph
    made = typed.paragraphs(typed.lines(text), paragraph, properties)
    cell = parent_of(paragraph)
    around = copy.deepcopy(control.element)
    content = Control(around).content
    content[:] = []
    if manner is Manner.WORD_CELL and [child.tag for child in cell if child.tag != w("tcPr")] == [w("p")]:
        replace(paragraph, *made)
        wrap(cell, around, content)
    else:
        content[:] = made
        replace(paragraph, around)


def _makes_paragraphs(control: Control, text: str, manner: Manner) -> bool:
    """Enter makes paragraphs of the control where it has its paragraph for itself; elsewhere people use Shift+Enter."""
    return manner in _BY_ENTER and control.is_alone and len(typed.lines(text)) > 1
