"""A choice from a list in a cell of its own: its words, and nothing else, say which option it is."""

from __future__ import annotations

from colorsys import rgb_to_hls

from hsbdocs.model.doubt import Doubt, Seen
from hsbdocs.model.form import Field
from hsbdocs.model.patterns import COLOUR, printed_pattern
from hsbdocs.model.record import RawAnswer
from hsbdocs.model.transcript import Cell, Mark
from hsbdocs.reading.lines import lines_of, text_of
from hsbdocs.reading.rows import PlacedRow
from hsbdocs.reading.values import says_not_known
from hsbdocs.reading.words import key
from hsbdocs.reading.written import is_altered

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
    pictures = sum(paragraph.pictures for paragraph in cell.paragraphs)
    marks = 0
    for paragraph in cell.paragraphs:
        for span in paragraph.spans:
            marks |= span.marks if span.text.strip() else 0
    altered = is_altered(cell.paragraphs)
    if not text:
        alone = Doubt.COLOUR_ALONE if cell.fill else Doubt.MARK_ALONE if marked else None
        return RawAnswer(unclear=alone is not None, seen=(Seen(alone),) if alone else (), pictures=pictures)
    if marks & Mark.COMPUTED:
        return RawAnswer(text=text, unclear=True, seen=(Seen(Doubt.FORMULA),))
    said = key(text)
    codes = tuple(c.code for c in field.choices if said in {key(spelling) for spelling in (c.label, *c.spellings)})
    if marks & Mark.WHITE or altered:
        seen = Seen(Doubt.ALTERED if altered else Doubt.HARDLY_SEEN)
        return RawAnswer(text=text, unclear=True, seen=(seen,), altered=altered)
    clear = len(codes) == 1 and all(_is_plain(sign) for sign in text)
    tone = _tone(cell.fill)
    own = {word for c in field.choices if c.code in codes for word in key(c.label).split()}
    others = {word for c in field.choices if c.code not in codes for word in key(c.label).split()}
    if clear and tone in others and tone not in own:
        return RawAnswer(text=text, unclear=True, seen=(Seen(Doubt.COLOUR_DISAGREES),))
    if clear and set(marked) <= set(codes):
        return RawAnswer(text=text, chosen=codes)
    if clear and marked:
        return RawAnswer(text=text, unclear=True, seen=(Seen(Doubt.MARK_ELSEWHERE),))
    if says_not_known(text) and "known" in said:
        return RawAnswer(text=text)
    return RawAnswer(text=text, unclear=True, seen=(Seen(Doubt.OTHER_WORDS),))


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
    codes = []
    fills = [cell.fill for _, cell in found.printed]
    usual = max(fills, key=fills.count, default="")
    for column, cell in found.printed:
        odd = cell.fill != usual and fills.count(usual) > 1
        if odd or added(cell.text, found.row.printed[column]):
            codes += [c.code for c in field.choices if key(column) in {key(word) for word in (c.label, *c.spellings)}]
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
