"""Free text as words: only whether something is written, and whether a fixed name stands in it. Nothing is judged."""

from __future__ import annotations

from collections.abc import Collection

from hsbdocs.model.patterns import PART_END
from hsbdocs.model.words import words

__all__ = ["Phrase", "names_one_of", "parts", "says_only", "words"]

#: A name or a statement as its words.
Phrase = tuple[str, ...]


def names_one_of(text: str, names: Collection[Phrase]) -> bool:
    """True where one of the names stands in the text, as whole words."""
    said = words(text)
    lengths = {len(name) for name in names} if said else ()
    return any(said[at : at + length] in names for length in lengths for at in range(len(said) - length + 1))


def says_only(text: str, names: Collection[Phrase]) -> bool:
    """True where the whole text is one of the names."""
    return words(text) in names


def parts(text: str) -> list[Phrase]:
    """The parts of a text between commas, strokes, stops, brackets and line ends, those without words left out."""
    return [found for part in PART_END.split(text) if (found := words(part))]
