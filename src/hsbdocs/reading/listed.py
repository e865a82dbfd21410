"""A choice from a list in a cell of its own: its words, and nothing else, say which option it is."""

from __future__ import annotations

import re

from hsbdocs.model.form import Field
from hsbdocs.model.record import RawAnswer
from hsbdocs.model.transcript import Cell, Mark
from hsbdocs.reading.lines import lines_of, text_of
from hsbdocs.reading.rows import PlacedRow
from hsbdocs.reading.values import says_not_known
from hsbdocs.reading.words import key
from hsbdocs.reading.written import is_altered

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
        return RawAnswer(
            unclear=bool(cell.fill), seen="a colour without a word" if cell.fill else "", pictures=pictures
        )
    if marks & Mark.COMPUTED:
        return RawAnswer(text=text, unclear=True, seen="a formula")
    said = key(text)
    codes = tuple(c.code for c in field.choices if said in {key(spelling) for spelling in (c.label, *c.spellings)})
    clear = len(codes) == 1 and not altered and not marks & Mark.WHITE and all(_is_plain(sign) for sign in text)
    if clear and not cell.continued and set(marked) <= set(codes):
        return RawAnswer(text=text, chosen=codes)
    if clear and marked:
        return RawAnswer(text=text, unclear=True, seen="a mark at the description of another option")
    if says_not_known(text) and "known" in said and not altered:
        return RawAnswer(text=text)
    return RawAnswer(text=text, unclear=True, seen="words that are not one of the list", altered=altered)


def added(text: str, printed: str) -> str | None:
    """What a cell says besides what the blank prints in it: empty for nothing, None where its words were changed."""
    if key(text) == key(printed):
        return "".join(sign for sign in text if not _is_plain(sign) and sign not in printed)
    pattern = r"\W+".join(map(re.escape, key(printed).split()))
    match = re.search(pattern, key(text))
    if match is None:
        return None
    return f"{key(text)[: match.start()]} {key(text)[match.end() :]}".strip()


def signed(found: PlacedRow, field: Field) -> tuple[str, ...]:
    """The options at whose descriptions a mark or a word was put: a column is an option's where its heading is."""
    codes = []
    for column, cell in found.printed:
        if added(cell.text, found.row.printed[column]):
            codes += [c.code for c in field.choices if key(column) in {key(word) for word in (c.label, *c.spellings)}]
    return tuple(codes)


def _is_plain(sign: str) -> bool:
    return sign.isalnum() or sign in _NO_SIGN
