"""A label, and what stands in its cell besides."""

from __future__ import annotations

from collections.abc import Sequence

from hsbdocs.model.form import Row
from hsbdocs.model.patterns import WORD, label_at_start, label_pattern, option_pattern
from hsbdocs.model.transcript import Cell, Paragraph, Span
from hsbdocs.reading.alike import turns_round
from hsbdocs.reading.index import FormIndex
from hsbdocs.reading.lines import MarkedLine
from hsbdocs.reading.words import key, label_words

#: A label of so many words is not the beginning of another one.
_LONG_LABEL = 4
#: Signs before a label that mean nothing: brackets, bullets, dashes and the number of a list.
_NO_SIGN = " \t\u00a0.:;,()[]-\u2013\u2014\u2022\u00b7\u25aa\uf0b70123456789'\"\u2018\u201c"


def after_label(cell: Cell, spellings: Sequence[str]) -> list[Paragraph]:
    """What follows the label in its own cell, on the label's line or below."""
    paragraphs = cell.paragraphs
    first = next((at for at, paragraph in enumerate(paragraphs) if paragraph.text.strip()), len(paragraphs))
    below = paragraphs[first + 1 :]
    line = paragraphs[first].text if first < len(paragraphs) else ""
    match = next((found for label in spellings if (found := label_at_start(label, line))), None)
    rest = _cut(paragraphs[first], match.end()) if match else None
    return [rest, *below] if rest is not None and rest.text else below


def before_label(cell: Cell, spellings: Sequence[str]) -> str:
    """Writing before the label on its line: a mark there is kept, a bullet or the number of a list is none."""
    line = next((paragraph.text for paragraph in cell.paragraphs if paragraph.text.strip()), "")
    match = next((found for label in spellings if (found := label_pattern(label).search(line))), None)
    return line[: match.start("label")].strip(_NO_SIGN) if match else ""


def _cut(paragraph: Paragraph, start: int) -> Paragraph:
    """The paragraph from a character on."""
    spans = []
    for span in paragraph.spans:
        if start < len(span.text):
            spans.append(Span(span.text[start:], span.marks, span.control))
        start = max(0, start - len(span.text))
    return Paragraph(tuple(spans), paragraph.pictures, paragraph.shapes, paragraph.deleted)


def without_words(line: MarkedLine, label: str, options: Sequence[str]) -> MarkedLine:
    """The line with the label's own words blanked, those of the options apart; it keeps its length."""
    kept = [match.span() for match in (option_pattern(option).search(line.text) for option in options) if match]
    own = set(label_words(label))
    text = [" " if sign in "():." else sign for sign in line.text]
    for match in WORD.finditer(line.text):
        inside = any(start <= match.start() < end for start, end in kept)
        if not inside and own.issuperset(words := label_words(match[0])) and words:
            text[match.start() : match.end()] = " " * len(match[0])
    return MarkedLine("".join(text), line.marks)


def whole(cell: Cell) -> str:
    """All the text of a cell, for a label that was broken into paragraphs."""
    return cell.text if len(cell.blocks) > 1 else ""


def beside(cell: Cell, row: Row, index: FormIndex, *, reworded: bool) -> tuple[str, bool]:
    """Writing in the label's cell that is neither the label nor printed there; True where it is on the label's line."""
    if index.labelled(cell.first_line) is not row and index.labelled(whole(cell)) is row:
        return _crosses(cell.text)
    lines = [text for text in (paragraph.text for paragraph in cell.paragraphs) if text.strip()]
    printed = index.beside_label(row)
    below = [text for text in lines[1:] if not printed.covers(text)]
    on_line = "" if reworded or not lines else _on_line(lines[0], row)
    return "\n".join([on_line, *below] if on_line else below), bool(on_line)


def _on_line(line: str, row: Row) -> str:
    """What stands before and behind the label on its line."""
    if line == row.label:
        return ""
    match = label_at_start(row.label, line)
    if match is None:
        return _crosses(line)[0]
    before, behind = line[: match.start("label")].strip(_NO_SIGN), line[match.end() :].strip()
    return " ".join(filter(None, (before, behind)))


def _crosses(text: str) -> tuple[str, bool]:
    """Each x that stands alone among the words of a label: no part of its spelling, so a mark."""
    found = " ".join(word for word in WORD.findall(text) if word in ("x", "X"))
    return found, bool(found)


def goes_on(text: str, row: Row) -> bool:
    """True where the text is the row's label with something typed behind it, and not another label.

    Without a sign between them, words that turn the label round make it another one: "signature of the child's mother".
    """
    match = label_at_start(row.label, text)
    if match is None:
        return False
    if any(sign in match["end"] for sign in ":\n\t"):
        return True
    return len(key(row.label).split()) >= _LONG_LABEL and ("?" in match["end"] or not turns_round(text, row.label))


def typed_behind(text: str, row: Row) -> bool:
    """True where a sign ends the label before what follows: else the label itself was made longer."""
    match = label_at_start(row.label, text)
    return match is not None and any(sign in match["end"] for sign in ":?\n\t")
