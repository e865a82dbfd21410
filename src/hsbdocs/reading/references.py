"""Of which other form a file speaks: the reference in an addendum's stamp, or in a letter that names one."""

from __future__ import annotations

from collections.abc import Iterator

from hsbdocs.model.patterns import REFERENCE, REFERENCE_IN_SHORT, STAMP
from hsbdocs.model.reference import as_reference
from hsbdocs.model.transcript import Paragraph, Transcript

#: So much of a mail is looked through: what is said stands before what is attached.
_MOST_OF_A_MAIL = 200_000


def stamped_references(transcript: Transcript) -> tuple[str, ...]:
    """The references behind the stamps of an addendum, as they are written, each once."""
    return tuple(dict.fromkeys(_behind_stamps(transcript)))


def named_references(transcript: Transcript) -> tuple[str, ...]:
    """The references that any text names, as they are written, each once; also what looks like a slip of one."""
    return tuple(dict.fromkeys(found for each in _paragraphs(transcript) for found in _named_in(each.text)))


def references_in_plain_text(data: bytes) -> tuple[str, ...]:
    """The references that a file names which is no Office file: a mail, or a text, as its bytes say it.

    Only what is a reference counts: bytes of other kinds hold all sorts of things.
    """
    text = data[:_MOST_OF_A_MAIL].decode("latin-1")
    return tuple(dict.fromkeys(each for each in _named_in(text) if as_reference(each)))


def _named_in(text: str) -> Iterator[str]:
    """What is named in a text: behind the word itself a slip too, behind other words only what is a reference."""
    for match in REFERENCE.finditer(text):
        if as_reference(match.group(1)) or _has_a_figure(match.group(1)):
            yield match.group(1)
    for match in REFERENCE_IN_SHORT.finditer(text):
        if as_reference(match.group(1)) and _has_a_figure(match.group(1)):
            yield match.group(1)


def _has_a_figure(text: str) -> bool:
    """A word behind "reference" is no slip of a reference: nearly all of those hold a figure."""
    return any(sign.isdigit() for sign in text)


def _behind_stamps(transcript: Transcript) -> Iterator[str]:
    for paragraph in _paragraphs(transcript):
        for stamp in STAMP.finditer(paragraph.text):
            behind = REFERENCE.search(paragraph.text, stamp.end())
            if behind is not None:
                yield behind.group(1)


def _paragraphs(transcript: Transcript) -> tuple[Paragraph, ...]:
    return (*transcript.paragraphs, *transcript.margins)
