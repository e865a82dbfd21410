"""Fields (ECMA-376 part 1, 17.16): what is their code, what is shown, and which change by themselves.

A field is begun, holds its code, may be parted from what it shows, and is ended; fields stand in one another, and
what stands in the code of one is not shown. A field that is never ended hides nothing: what follows is text.
"""

from __future__ import annotations

from hsbdocs.formats.word.line import Line
from hsbdocs.formats.word.symbols import in_symbol_font, is_symbol_font
from hsbdocs.model.transcript import Mark, RestKind

#: Dates that the program writes anew, and properties of a file that are such dates.
_CHANGING = frozenset({"DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME"})
_PROPERTIES = frozenset({"INFO", "DOCPROPERTY"})
_CHANGING_PROPERTIES = frozenset(
    {*_CHANGING - {"DATE", "TIME"}, "CREATETIME", "LASTSAVEDTIME", "LASTPRINTED", "TOTALEDITINGTIME"}
)
#: What shows something by its code alone.
_BY_CODE = {
    "EQ": RestKind.EQUATION,
    "LISTNUM": RestKind.FIELD,
    "AUTONUM": RestKind.FIELD,
    "AUTONUMLGL": RestKind.FIELD,
    "AUTONUMOUT": RestKind.FIELD,
    "BARCODE": RestKind.FIELD,
    "DISPLAYBARCODE": RestKind.FIELD,
}
_LONGEST_NUMBER = 8


class Field:
    """A field that is open. ``at`` is where it began in its line, ``shown_at`` where what it shows begins in ``line``.

    ``own`` is text that stands in the code itself; ``marks`` are those of what it shows, with those of the fields
    around it; ``default`` is what a field to fill in shows at first.
    """

    __slots__ = ("at", "code", "default", "lent", "line", "marks", "own", "shown", "shown_at")

    def __init__(self, line: Line, marks: int, lent: int, default: str) -> None:
        self.line, self.at, self.shown_at = line, line.length, -1
        self.code: list[str] = []
        self.own: list[str] = []
        self.shown = False
        self.marks, self.lent, self.default = marks, lent, default

    def show(self, line: Line) -> None:
        """What follows is shown."""
        self.shown, self.line, self.shown_at = True, line, line.length
        self.marks |= self.lent | changing("".join(self.code))


class Fields:
    """The fields that are ``open`` at a place, the innermost last; ``hiding`` counts those whose code goes on."""

    def __init__(self) -> None:
        self.open: list[Field] = []
        self.hiding = 0

    @property
    def innermost(self) -> Field | None:
        """The field that the place stands in."""
        return self.open[-1] if self.open else None

    @property
    def marks(self) -> int:
        """What the fields around the place say of its text."""
        return self.open[-1].marks if self.open else 0

    def begin(self, line: Line, lent: int = 0, default: str = "") -> None:
        """A field begins; ``lent`` are marks that its kind gives to what it shows."""
        self.open.append(Field(line, self.marks, lent, default))
        self.hiding += 1

    def separate(self, line: Line) -> None:
        """What the innermost field shows begins."""
        field = self.innermost
        if field is not None and not field.shown:
            self._code_ends(field, line)
            field.show(line)

    def end(self, line: Line) -> Field | None:
        """The innermost field ends. One that changes by itself, in the code of another, makes that one change too."""
        if not self.open:
            return None
        field = self.open.pop()
        if not field.shown:
            self._code_ends(field, line)
        outer = self.innermost
        if outer is not None and not outer.shown:
            outer.lent |= changing("".join(field.code)) | (field.lent & Mark.CHANGING)
            outer.own = [*outer.own, *field.own] if outer.own else field.own
        return field

    def _code_ends(self, field: Field, line: Line) -> None:
        """What stood in the code of a field is not shown; text of its own there is kept apart."""
        self.hiding -= 1
        if self.hiding:
            return
        del line.pieces[field.at :]
        own = "".join(field.own)
        if own.strip():
            line.leave(RestKind.FIELD, own)

    def next_paragraph(self, line: Line) -> None:
        """A paragraph ends: codes that are not at their end hide nothing further, and what follows them is text."""
        first = line.length
        for field in reversed(self.open):
            if not self.hiding:
                break
            if not field.shown:
                self.hiding -= 1
                first = field.at
                field.show(line)
        if line.text_from(first).strip():
            line.leave(RestKind.FIELD)


def changing(code: str) -> int:
    """A mark for the result of a field that shows a date which the program writes anew (17.16.5)."""
    words = code.upper().split(maxsplit=2)
    if not words:
        return 0
    if words[0] in _CHANGING:
        return Mark.CHANGING
    of_file = words[0] in _PROPERTIES and len(words) > 1 and words[1].strip('"') in _CHANGING_PROPERTIES
    return Mark.CHANGING if of_file else 0


def shown_by_code(code: str) -> tuple[str, RestKind | None]:
    """What a field without a result shows: the sign of a SYMBOL field, or what cannot be given as text."""
    words = code.split()
    kind = words[0].upper() if words else ""
    if kind == "SYMBOL":
        return _symbol(words[1:]), None
    return "", _BY_CODE.get(kind)


def _symbol(words: list[str]) -> str:
    """The sign of a SYMBOL field (17.16.5.69): a number in the font that it names, of Unicode where it says so."""
    number = _number(words[0]) if words else -1
    switches = [word.lower() for word in words]
    font = " ".join(words[switches.index("\\f") + 1 :]).partition("\\")[0].strip(' "') if "\\f" in switches else ""
    if not 0 < number < 0x110000 or 0xD800 <= number <= 0xDFFF:
        return "\ufffd"
    if is_symbol_font(font):
        return in_symbol_font(chr(number), font)
    return chr(number) if "\\u" in switches or number > 0xFF else bytes([number]).decode("cp1252", "replace")


def _number(word: str) -> int:
    try:
        return int(word, 0) if len(word) <= _LONGEST_NUMBER else -1
    except ValueError:
        return -1
