"""Free text as words: only whether something is written, and whether a fixed name stands in it. Nothing is judged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

#: A name or a statement as its words.
Phrase = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'\u2019\u2018\u02bc`")
_PARTS = re.compile(r"[,;/.()\n]")


def words(text: str) -> Phrase:
    """The words of a text: without capitals, accents, apostrophes and punctuation ("Children's" is "childrens")."""
    plain = text.translate(_APOSTROPHES).casefold()
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain)
        plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return tuple(_WORD.findall(plain))


def names_one_of(text: str, names: Collection[Phrase]) -> bool:
    """True where one of the names stands in the text, as whole words."""
    said = words(text)
    return any(said[start : start + len(name)] == name for name in names for start in range(len(said)))


def says_only(text: str, names: Collection[Phrase]) -> bool:
    """True where the whole text is one of the names."""
    return words(text) in names


def parts(text: str) -> list[Phrase]:
    """The parts of a text between commas, strokes, stops, brackets and line ends, those without words left out."""
    return [found for part in _PARTS.split(text) if (found := words(part))]
