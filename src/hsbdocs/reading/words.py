"""Text compared as people compare it: words, whatever the quotes, dashes, spaces and capitals between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"\w+")
_APOSTROPHES = re.compile(r"['\u2018\u2019\u02bc`\u00b4]")


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """The words of ``text``, lower case, parted by single spaces; apostrophes dropped (child's = childs)."""
    if text.isascii():
        plain = text.replace("'", "").replace("`", "").lower()
    else:
        plain = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return " ".join(_WORD.findall(plain))


class KnownText:
    """Text that a blank form prints: tells whether a paragraph says nothing else."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._keys = sorted({key(text) for text in texts if key(text)}, key=len, reverse=True)

    def covers(self, text: str) -> bool:
        """True where ``text`` is nothing but known texts, one after another."""
        rest = key(text)
        if not rest:
            return not text.strip()
        while rest:
            found = next((known for known in self._keys if rest == known or rest.startswith(f"{known} ")), None)
            if found is None:
                return False
            rest = rest[len(found) :].lstrip()
        return True
