"""Prompts: what stands in a control, a field or a template until somebody writes in it. It is no answer."""

from __future__ import annotations

from collections.abc import Sequence

from hsbdocs.model.patterns import TAG
from hsbdocs.model.transcript import Mark, Paragraph
from hsbdocs.reading.words import key

#: What Word itself shows in an empty control.
WORDS_OWN = (
    "Click or tap here to enter text.",
    "Click here to enter text.",
    "Click or tap to enter a date.",
    "Click here to enter a date.",
    "Choose an item.",
    "Choose a building block.",
)
#: Spans with these marks show a prompt.
PROMPTS = Mark.PROMPT | Mark.PROMPTED
_KNOWN = frozenset(map(key, WORDS_OWN))


def prompted(paragraphs: Sequence[Paragraph], placeholders: Sequence[str] = ()) -> str:
    """What looks like a prompt by its signs, in words that are not known; empty where nothing does."""
    if not any(span.marks & Mark.PROMPTED for each in paragraphs for span in each.spans):
        return ""
    lines = ("".join(s.text for s in each.spans if s.marks & Mark.PROMPTED).strip() for each in paragraphs)
    known = _KNOWN | set(map(key, placeholders))
    return "\n".join(line for line in lines if line and key(line) not in known)


def only_tags(text: str) -> bool:
    """True where a text is nothing but tags that were never filled in, and signs between them."""
    return holds_tag(text) and not key(TAG.sub(" ", text))


def holds_tag(text: str) -> bool:
    """True where a tag that was never filled in stands in the text."""
    return TAG.search(text) is not None
