"""Names of SpreadsheetML, and the names of cells."""

import re
from collections.abc import Callable

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml"

Place = tuple[int, int]
"""Row and column, both from 1."""

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]+)")
# A cell or an area in a formula; the name of a sheet before it makes it another sheet's.
_IN_FORMULA = re.compile(
    r"(?<![A-Za-z0-9_.$'!])((?:'[^']*'|[A-Za-z0-9_.]+)!)?"
    r"(\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?)(?![A-Za-z0-9_(!])"
)
_PARTS = re.compile(r"(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})")


def s(name: str) -> str:
    """A name of SpreadsheetML as lxml writes it."""
    return f"{{{S}}}{name}"


def letters(column: int) -> str:
    """A column as Excel calls it: 1 is A, 27 is AA."""
    made = ""
    while column:
        column, rest = divmod(column - 1, 26)
        made = chr(65 + rest) + made
    return made


def number(column: str) -> int:
    """The number of a column that Excel calls so."""
    made = 0
    for letter in column:
        made = made * 26 + ord(letter) - 64
    return made


def cell(place: Place) -> str:
    """The name of a cell: row 2, column 1 is A2."""
    return f"{letters(place[1])}{place[0]}"


def place(name: str) -> Place:
    """Row and column of a cell."""
    found = _CELL.fullmatch(name)
    if found is None:
        raise ValueError(f"{name} is no cell")
    return (int(found[2]), number(found[1]))


def area(text: str) -> tuple[Place, Place]:
    """The corners of an area such as A8:G16; one cell is both."""
    first, _, last = text.partition(":")
    return (place(first), place(last or first))


def area_name(first: Place, last: Place) -> str:
    """The name of an area."""
    return cell(first) if first == last else f"{cell(first)}:{cell(last)}"


def in_formula(formula: str, move: Callable[[Place, bool], Place]) -> str:
    """The formula with its cells of the same sheet moved; what stands in quotation marks is text.

    `move` is told the place, and whether its row is fixed by a `$`.
    """

    def one(found: re.Match[str]) -> str:
        row, column = move((int(found[4]), number(found[2])), found[3] == "$")
        return f"{found[1]}{letters(column)}{found[3]}{row}"

    def moved(found: re.Match[str]) -> str:
        return found[0] if found[1] else _PARTS.sub(one, found[2])

    pieces = formula.split('"')
    return '"'.join(piece if n % 2 else _IN_FORMULA.sub(moved, piece) for n, piece in enumerate(pieces))
