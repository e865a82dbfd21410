"""How wide text is in Arial, and where its lines break: measured so that it is never wider than was thought.

The widths are those of Arial in thousandths of its size; Arimo and Liberation Sans have the same. A character that is
not in the table counts as the widest one. Kerning, which only brings letters together, is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hsbdocs.formats.chart.chart import Piece

#: What is added to each width: programs round in their own ways.
_MARGIN = 1.02
_WIDEST = 1015
_REGULAR = {
    191: "'", 222: "ijl’‘", 260: "|", 278: " !,./:;I[\\]ft\u00a0", 333: "()-`r“”", 334: "{}", 355: '"', 389: "*",
    469: "^", 500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu–†", 584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY",
    722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1015: "@",
}  # fmt: skip
_BOLD = {
    238: "'", 278: " ,./I\\ijl’‘\u00a0", 280: "|", 333: "!()-:;[]`ft", 389: "*r{}", 474: '"', 500: "z“”",
    556: "#$0123456789J_aceksvxy–†", 584: "+<=>^~", 611: "?FLTZbdghnopqu", 667: "EPSVXY", 722: "&ABCDHKNRU",
    778: "GOQw", 833: "M", 889: "%m", 944: "W", 975: "@",
}  # fmt: skip


def _by_character(table: dict[int, str]) -> dict[str, int]:
    return {character: width for width, characters in table.items() for character in characters}


_WIDTHS = {False: _by_character(_REGULAR), True: _by_character(_BOLD)}


def width_of(text: str, size: float, *, bold: bool) -> float:
    """The width of ``text`` at ``size``, in the same unit."""
    widths = _WIDTHS[bold]
    return sum(widths.get(character, _WIDEST) for character in text) / 1000 * size * _MARGIN


def wrapped(pieces: Iterable[Piece], size: float, width: float) -> list[tuple[Piece, ...]]:
    """The pieces in lines no wider than ``width``. Raises ValueError for a word that is wider than that."""
    lines: list[list[Piece]] = []
    used = 0.0
    for piece in _words(pieces):
        wide = width_of(piece.text.strip(), size, bold=piece.bold)
        if wide > width:
            raise ValueError(f"the word {piece.text.strip()} is wider than its box")
        space = 0.0 if not lines else width_of(" ", size, bold=True)
        if lines and used + space + wide <= width:
            lines[-1].append(piece)
            used += space + wide
        else:
            lines.append([piece])
            used = wide
    return [_joined(line) for line in lines]


def _words(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        yield from (Piece(word, piece.bold) for word in piece.text.split(" ") if word)


def _joined(words: list[Piece]) -> tuple[Piece, ...]:
    """The words of a line with spaces between them, those of one look together."""
    joined: list[Piece] = []
    for number, word in enumerate(words):
        text = f" {word.text}" if number else word.text
        if joined and joined[-1].bold is word.bold:
            joined[-1] = Piece(f"{joined[-1].text}{text}", word.bold)
        else:
            joined.append(Piece(text, word.bold))
    return tuple(joined)
