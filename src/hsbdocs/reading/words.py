"""Text compared as people compare it: words, whatever the quotes, dashes, spaces and capitals between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"\w+")
#: What ``key`` does to each ASCII character: apostrophes go, words in lower case, everything else parts them.
_ASCII = {code: chr(code).lower() if _WORD.match(chr(code)) else " " for code in range(128)}
_ASCII |= dict.fromkeys(b"'`", "")
_APOSTROPHES = re.compile(r"['\u2018\u2019\u02bc`\u00b4]")


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """The words of ``text``, lower case, parted by single spaces; apostrophes dropped (child's = childs)."""
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return " ".join(_WORD.findall(plain))


class KnownText:
    """Text that a blank form prints: tells whether a paragraph says nothing else."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._whole = {key(text) for text in texts} - {""}
        self._by_word: dict[str, list[str]] = {}
        for known in sorted(self._whole, key=len, reverse=True):
            self._by_word.setdefault(known.partition(" ")[0], []).append(known)

    def covers(self, text: str) -> bool:
        """True where ``text`` is nothing but known texts, one after another."""
        rest = key(text)
        if not rest:
            return not text.strip()
        while rest and rest not in self._whole:
            beginnings = self._by_word.get(rest.partition(" ")[0], ())
            found = next((known for known in beginnings if rest.startswith(f"{known} ")), None)
            if found is None:
                return False
            rest = rest[len(found) :].lstrip()
        return True
