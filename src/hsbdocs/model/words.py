"""Words as people compare them, whatever the quotes, dashes, spaces and capitals between them; sentences by hash."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from hsbdocs.model.patterns import APOSTROPHES, SENTENCE_END, WORD

#: What ``key`` does to each ASCII character: apostrophes go, words in lower case, everything else parts them.
_ASCII = {code: chr(code).lower() if WORD.match(chr(code)) else " " for code in range(128)}
_ASCII |= dict.fromkeys(b"'`", "")
_HASH_LENGTH = 16


#: The words of what forms print, made once; nothing that a sender wrote is in here.
_PRINTED: dict[str, str] = {}


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """The words of ``text``, lower case, parted by single spaces; apostrophes dropped (child's = childs).

    It remembers what it was asked while one file is read: ``forget`` is called at the end of each.
    """
    return _PRINTED.get(text) or _words(text)


def forget() -> None:
    """Keep nothing of the texts that ``key`` was asked; what ``keep`` was given stays."""
    key.cache_clear()


def keep(texts: Iterable[str]) -> None:
    """Make the words of texts that a form prints ready for good."""
    _PRINTED.update((text, _words(text)) for text in texts)


def _words(text: str) -> str:
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    plain = unicodedata.normalize("NFKC", APOSTROPHES.sub("", text)).casefold()
    return " ".join(WORD.findall(plain))


def words(text: str) -> tuple[str, ...]:
    """The words of ``text`` as ``key`` has them, accents left out and ``_`` parting them; nothing is remembered."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text))
        text = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return tuple(_words(text.replace("_", " ")).split())


def sentence_hash(sentence: str) -> str:
    """What a sentence is known by where its text must not be kept: the start of a SHA-256 over its words."""
    return hashlib.sha256(key(sentence).encode()).hexdigest()[:_HASH_LENGTH]


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, those without a word left out."""
    return [sentence for sentence in SENTENCE_END.split(text) if key(sentence)]
