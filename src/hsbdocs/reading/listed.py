"""A choice from a list in a cell of its own: its words, and nothing else, say which option it is."""

from __future__ import annotations

from collections.abc import Sequence
from colorsys import rgb_to_hls

from hsbdocs.model.doubt import Doubt, Seen
from hsbdocs.model.form import Choice, Field
from hsbdocs.model.patterns import COLOUR, printed_pattern
from hsbdocs.model.record import RawAnswer
from hsbdocs.model.transcript import Cell, Mark
from hsbdocs.reading.lines import lines_of, text_of
from hsbdocs.reading.rows import PlacedRow
from hsbdocs.reading.values import says_not_known
from hsbdocs.reading.words import key
from hsbdocs.reading.written import is_altered, marks_of

#: Names of colours, and the part of the circle of hues that is theirs beyond doubt.
_TONES = (("red", 0, 18), ("amber", 28, 60), ("green", 75, 165), ("red", 340, 360))
_DULL, _DARK, _PALE = 0.25, 0.1, 0.95
#: Signs that may stand between or around the words of an option. Any other sign is a doubt.
_NO_SIGN = set(" \t\n\u00a0.,:;()[]/&'\"-\u2010\u2011\u2012\u2013\u2014\u2212")


def listed(found: PlacedRow, cell: Cell, field: Field) -> RawAnswer:
    """The option whose label or other spelling the cell holds, or that it is not known; anything else is in doubt.

    A formula is not evaluated, whatever it would show. A colour without a word is a doubt: colour alone says nothing.
    So is a mark at the description of another option, or at one where no option is named.
    """
    marked = signed(found, field)
    text = text_of(lines_of(cell.paragraphs)).strip()
    if not text:
        return _blank(cell, marked=bool(marked))
    doubt = _doubt_of_look(cell)
    if doubt is not None:
        return _in_doubt(text, doubt)
    codes = _named(text, field)
    if len(codes) == 1 and all(map(_is_plain, text)):
        doubt = _doubt_beside(codes, cell, marked, field)
        return RawAnswer(text=text, chosen=codes) if doubt is None else _in_doubt(text, doubt)
    if says_not_known(text) and "known" in key(text):
        return RawAnswer(text=text)
    return _in_doubt(text, Doubt.OTHER_WORDS)


def _blank(cell: Cell, *, marked: bool) -> RawAnswer:
    """A cell without words: in doubt where a colour or a mark stands alone."""
    alone = Doubt.COLOUR_ALONE if cell.fill else Doubt.MARK_ALONE if marked else None
    pictures = sum(paragraph.pictures for paragraph in cell.paragraphs)
    return RawAnswer(unclear=alone is not None, seen=(Seen(alone),) if alone else (), pictures=pictures)


def _in_doubt(text: str, doubt: Doubt) -> RawAnswer:
    return RawAnswer(text=text, unclear=True, seen=(Seen(doubt),), altered=doubt is Doubt.ALTERED)


def _doubt_of_look(cell: Cell) -> Doubt | None:
    """Why words do not count as they look, whatever they say."""
    marks = marks_of(cell.paragraphs)
    if marks & Mark.COMPUTED:
        return Doubt.FORMULA
    if is_altered(cell.paragraphs):
        return Doubt.ALTERED
    return Doubt.HARDLY_SEEN if marks & Mark.WHITE else None


def _named(text: str, field: Field) -> tuple[str, ...]:
    """The options of which the text is the label or another spelling."""
    said = key(text)
    return tuple(choice.code for choice in field.choices if said in _spellings(choice))


def _spellings(choice: Choice) -> set[str]:
    return {key(spelling) for spelling in (choice.label, *choice.spellings)}


def _doubt_beside(codes: tuple[str, ...], cell: Cell, marked: Sequence[str], field: Field) -> Doubt | None:
    """What speaks against the option that is named: the cell's colour is another's, or a mark stands at another."""
    tone = _tone(cell.fill)
    own = {word for choice in field.choices if choice.code in codes for word in key(choice.label).split()}
    others = {word for choice in field.choices if choice.code not in codes for word in key(choice.label).split()}
    if tone in others - own:
        return Doubt.COLOUR_DISAGREES
    return None if set(marked) <= set(codes) else Doubt.MARK_ELSEWHERE


def added(text: str, printed: str) -> str | None:
    """What a cell says besides what the blank prints in it: empty for nothing, None where its words were changed."""
    if text == printed:
        return ""
    if key(text) == key(printed):
        return "".join(sign for sign in text if not _is_plain(sign) and sign not in printed)
    match = printed_pattern(key(printed)).search(key(text))
    if match is None:
        return None
    return f"{key(text)[: match.start()]} {key(text)[match.end() :]}".strip()


def signed(found: PlacedRow, field: Field) -> tuple[str, ...]:
    """The options at whose descriptions a mark or a word was put: a column is an option's where its heading is."""
    codes: list[str] = []
    fills = [cell.fill for _, cell in found.printed]
    usual = max(fills, key=fills.count, default="")
    for column, cell in found.printed:
        odd = cell.fill != usual and fills.count(usual) > 1
        if odd or added(cell.text, found.row.printed[column]):
            codes += _named(column, field)
    return tuple(codes)


def _tone(fill: str) -> str:
    """The name of a plain red, amber or green; empty for any other colour."""
    if not COLOUR.fullmatch(fill):
        return ""
    hue, lightness, saturation = rgb_to_hls(*(int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    if saturation < _DULL or not _DARK < lightness < _PALE:
        return ""
    degrees = hue * 360
    return next((name for name, start, end in _TONES if start <= degrees < end), "")


def _is_plain(sign: str) -> bool:
    return sign.isalnum() or sign in _NO_SIGN
