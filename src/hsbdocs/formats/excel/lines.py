"""How many lines a wrapped text takes: programs wrap for themselves, but some show a row only as high as it says."""

from __future__ import annotations

#: Widths of Arial's letters in thousandths of its size, by groups of letters; others count as the widest of a word.
_GROUPS = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r“”",
    355: '"',
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
}
_WIDTHS = {letter: width for width, letters in _GROUPS.items() for letter in letters}
_OTHER, _FIGURE, _BOLD = 1000, 556, 1.09
#: What a column loses on both sides together, in figures; and what programs differ by in measuring.
_SIDES, _SAFETY = 0.6, 1.03


def lines_in(text: str, width: float, *, bold: bool) -> int:
    """Lines that ``text`` takes in a column ``width`` figures wide, rather one too many than one too few."""
    room = max((width - _SIDES) * _FIGURE / (_SAFETY * (_BOLD if bold else 1.0)), _FIGURE)  # a figure at the least
    return sum(_lines(paragraph, room) for paragraph in text.split("\n"))


def _lines(paragraph: str, room: float) -> int:
    count, used = 1, 0.0
    for word in paragraph.split(" "):
        long = sum(_WIDTHS.get(letter, _OTHER) for letter in word)
        gap = _WIDTHS[" "] if used else 0
        if used and used + gap + long > room:
            count, used, gap = count + 1, 0.0, 0
        used += gap + long
        while used > room:  # a word longer than the line is broken
            count, used = count + 1, used - room
    return count
