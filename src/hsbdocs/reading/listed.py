"""A choice from a list in a cell of its own: its words, and nothing else, say which option it is."""

from __future__ import annotations

from hsbdocs.model.form import Field
from hsbdocs.model.record import RawAnswer
from hsbdocs.model.transcript import Cell, Mark
from hsbdocs.reading.lines import lines_of, text_of
from hsbdocs.reading.words import key
from hsbdocs.reading.written import is_altered

#: Signs that may stand between or around the words of an option. Any other sign is a doubt.
_NO_SIGN = set(" \t\n\u00a0.,:;()[]/&'\"-\u2010\u2011\u2012\u2013\u2014\u2212")


def listed(cell: Cell, field: Field) -> RawAnswer:
    """The option whose label or other spelling the cell holds; anything else in it is in doubt.

    A formula is not evaluated, whatever it would show. A colour without a word is a doubt: colour alone says nothing.
    """
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
    if clear and not cell.continued:
        return RawAnswer(chosen=codes)
    return RawAnswer(text=text, unclear=True, seen="words that are not one of the list", altered=altered)


def _is_plain(sign: str) -> bool:
    return sign.isalnum() or sign in _NO_SIGN
