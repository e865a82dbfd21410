"""A row with a column for Yes and a column for No."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hsbdocs.model.doubt import Doubt, Seen
from hsbdocs.model.form import Choice
from hsbdocs.model.patterns import DASH
from hsbdocs.model.transcript import Cell, Mark
from hsbdocs.reading.circled import as_seen, read_circled, read_looks
from hsbdocs.reading.lines import MarkedLine, lines_of, text_of
from hsbdocs.reading.ticks import Chosen, Tick, read_box
from hsbdocs.reading.words import key

_WORDS = {"yes": ("yes", "y"), "no": ("no", "n")}
_UNSEEN = Mark.WHITE | Mark.FADED
#: Of 255: parts of a colour so near one another make a grey, as Word's "Grey, Background 2" (e7e6e6) is one.
_COLOURLESS = 0x10
_BOTH = (Choice(code="yes", label="Yes"), Choice(code="no", label="No"))


class Habit(msgspec.Struct, frozen=True):
    """How the copy at hand prints its rows: ``words`` in both columns of most, one column ``shaded`` in all."""

    words: bool = False
    shaded: bool = False


def habit_of(rows: Sequence[Sequence[Cell]]) -> Habit:
    """What the answer's cells of all the rows have in common."""
    pairs = [(cells[0], cells[1]) for cells in rows if len(cells) > 1]
    worded = sum((key(yes.text), key(no.text)) == ("yes", "no") for yes, no in pairs)
    fills = {(yes.fill, no.fill) for yes, no in pairs}
    one_sided = len(fills) == 1 and all(yes != no for yes, no in fills)
    return Habit(words=worded * 2 > len(pairs) > 1, shaded=one_sided and len(pairs) > 1)


def read_yes_no(yes: Cell, no: Cell, habit: Habit, *, headed: bool = True) -> tuple[Chosen, tuple[Seen, ...]]:
    """What is chosen, and what was seen. Where nothing says which cell is which, only words count."""
    cells = {"yes": lines_of(yes.paragraphs), "no": lines_of(no.paragraphs)}
    sets: list[frozenset[str]] = []
    seen: list[Seen] = []
    unclear = (_crossed_out(cells) and not habit.words) or yes.continued or no.continued
    ticked = set()
    dashes = [code for code, lines in cells.items() if DASH.fullmatch(text_of(lines).strip())]
    for code, lines in cells.items():
        text = "" if dashes == [code] else text_of(lines)  # a dash in one of the two: nothing there
        tick = read_box(_without_word(text, code) if habit.words else text, _WORDS[code])
        unclear |= tick is Tick.UNCLEAR or (tick is Tick.TICKED and any(m & _UNSEEN for li in lines for m in li.marks))
        if tick is Tick.TICKED:
            ticked.add(code)
            seen.append(Seen(Doubt.MARKED, (code,)))
    if ticked:
        sets.append(frozenset(ticked))
    if habit.words:
        signs = read_looks([line for lines in cells.values() for line in lines if key(line.text)], _BOTH)
        sets += signs.sets
        seen += signs.seen
        unclear |= signs.doubt or (not signs.sets and (signs.weak or bool(signs.crossed)))
    filled = frozenset(code for code, cell in (("yes", yes), ("no", no)) if cell.fill)
    if len(filled) == 1:
        seen.append(Seen(Doubt.SHADED, tuple(filled)))
        if _is_grey(yes.fill or no.fill) and not habit.shaded:
            unclear |= not sets  # greyed out, or chosen?
        elif not habit.shaded:
            sets.append(filled)
        elif not sets:
            unclear = True
    if not (headed or habit.words):
        worded = {code for code, lines in cells.items() if key(text_of(lines)) in _WORDS[code]}
        unclear |= any(codes != worded for codes in sets)
    codes = sets[0] if sets else frozenset()
    unclear |= bool(dashes) and not sets
    unclear |= any(other != codes for other in sets)
    return Chosen(tuple(code for code in cells if code in codes), unclear), tuple(dict.fromkeys(seen))


def written_yes_no(yes: Cell, no: Cell) -> str:
    """What stands in the two cells, looks in square brackets."""
    return f"Yes: {as_seen(lines_of(yes.paragraphs))} No: {as_seen(lines_of(no.paragraphs))}"


def read_merged(lines: Sequence[MarkedLine], *, whole: bool) -> tuple[Chosen, tuple[Seen, ...]]:
    """One cell where there were two. ``whole``: it is known to be both; else only the word alone says which."""
    words = key(text_of(lines))
    found = tuple(code for code, known in _WORDS.items() if words in known)
    if found and not _crossed_out({"": list(lines)}):
        return Chosen(found), ()
    if not whole:
        return Chosen((), unclear=True), ()
    return read_circled([lines], _BOTH, boxes=False)


def _is_grey(fill: str) -> bool:
    """True for grey and black, by which people also strike out, and for a pattern."""
    if len(fill) != len("rrggbb"):
        return True
    parts = bytes.fromhex(fill)
    return max(parts) - min(parts) <= _COLOURLESS


def _crossed_out(cells: dict[str, list[MarkedLine]]) -> bool:
    return any(
        mark & Mark.STRUCK and not sign.isspace()
        for lines in cells.values()
        for line in lines
        for sign, mark in zip(line.text, line.marks, strict=True)
    )


def _without_word(text: str, code: str) -> str:
    """The text without the word that is printed there."""
    at = text.lower().find(code)
    return text if at < 0 else text[:at] + text[at + len(code) :]
