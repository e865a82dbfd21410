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
    pair = _Pair(yes, no, habit)
    pair.read_marks()
    if habit.words:
        pair.read_looks()
    pair.read_fill()
    if not (headed or habit.words):
        pair.count_words_only()
    return pair.agreed(), tuple(dict.fromkeys(pair.seen))


class _Pair:
    """The two cells of a row, and what came of reading them: what each sign picks out, what was seen, a doubt."""

    def __init__(self, yes: Cell, no: Cell, habit: Habit) -> None:
        self._habit = habit
        self._lines = {"yes": lines_of(yes.paragraphs), "no": lines_of(no.paragraphs)}
        self._fills = {"yes": yes.fill, "no": no.fill}
        self._dashed = [code for code, lines in self._lines.items() if DASH.fullmatch(text_of(lines).strip())]
        self._sets: list[frozenset[str]] = []
        self.seen: list[Seen] = []
        self._unclear = yes.continued or no.continued or (not habit.words and _crossed_out(self._all_lines()))

    def _all_lines(self) -> list[MarkedLine]:
        return [line for lines in self._lines.values() for line in lines]

    def read_marks(self) -> None:
        """Ticks, crosses and words; a tick that can hardly be seen counts and is a doubt."""
        ticks = {code: self._tick(code) for code in self._lines}
        ticked = [code for code, tick in ticks.items() if tick is Tick.TICKED]
        self._unclear |= Tick.UNCLEAR in ticks.values() or any(_is_hardly_seen(self._lines[code]) for code in ticked)
        self.seen += [Seen(Doubt.MARKED, (code,)) for code in ticked]
        if ticked:
            self._sets.append(frozenset(ticked))

    def _tick(self, code: str) -> Tick:
        """What one cell shows. A dash in one of the two says that nothing is there."""
        text = "" if self._dashed == [code] else text_of(self._lines[code])
        return read_box(_without_word(text, code) if self._habit.words else text, _WORDS[code])

    def read_looks(self) -> None:
        """How the printed words look, compared with one another."""
        signs = read_looks([line for line in self._all_lines() if key(line.text)], _BOTH)
        self._sets += signs.sets
        self.seen += signs.seen
        self._unclear |= signs.doubt or (not signs.sets and (signs.weak or bool(signs.crossed)))

    def read_fill(self) -> None:
        """The colour of the one cell that has one: a sign, but for a grey, or where the copy colours its column."""
        filled = [code for code, fill in self._fills.items() if fill]
        if len(filled) != 1:
            return
        (code,) = filled
        self.seen.append(Seen(Doubt.SHADED, (code,)))
        if self._habit.shaded or _is_grey(self._fills[code]):
            self._unclear |= not self._sets  # the column's own colour, or greyed out, or chosen?
        else:
            self._sets.append(frozenset(filled))

    def count_words_only(self) -> None:
        """What else picks out an answer must say what the words say."""
        worded = {code for code, lines in self._lines.items() if key(text_of(lines)) in _WORDS[code]}
        self._unclear |= any(codes != worded for codes in self._sets)

    def agreed(self) -> Chosen:
        """What the first sign picks out, in doubt where another does not, or where there is a dash and no sign."""
        codes = self._sets[0] if self._sets else frozenset()
        unanswered = bool(self._dashed) and not self._sets
        disagree = any(other != codes for other in self._sets)
        return Chosen(tuple(code for code in self._lines if code in codes), self._unclear or unanswered or disagree)


def written_yes_no(yes: Cell, no: Cell) -> str:
    """What stands in the two cells, looks in square brackets."""
    return f"Yes: {as_seen(lines_of(yes.paragraphs))} No: {as_seen(lines_of(no.paragraphs))}"


def read_merged(lines: Sequence[MarkedLine], *, whole: bool) -> tuple[Chosen, tuple[Seen, ...]]:
    """One cell where there were two. ``whole``: it is known to be both; else only the word alone says which."""
    words = key(text_of(lines))
    found = tuple(code for code, known in _WORDS.items() if words in known)
    if found and not _crossed_out(lines):
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


def _is_hardly_seen(lines: Sequence[MarkedLine]) -> bool:
    return any(mark & _UNSEEN for line in lines for mark in line.marks)


def _crossed_out(lines: Sequence[MarkedLine]) -> bool:
    return any(
        mark & Mark.STRUCK and not sign.isspace()
        for line in lines
        for sign, mark in zip(line.text, line.marks, strict=True)
    )


def _without_word(text: str, code: str) -> str:
    """The text without the word that is printed there."""
    at = text.lower().find(code)
    return text if at < 0 else text[:at] + text[at + len(code) :]
