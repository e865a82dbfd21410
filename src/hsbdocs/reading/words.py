"""Text compared as people compare it: words, whatever the quotes, dashes, spaces and capitals between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from hsbdocs.model.patterns import ROW_NUMBER
from hsbdocs.model.words import key, sentence_hash, sentences

__all__ = ["KnownText", "key", "label_key", "label_words", "sentence_hash", "sentences"]

#: A plural or genitive s is taken off words longer than this.
_SHORT = 3


def label_words(text: str) -> list[str]:
    """The words of a label without what copies of a form change freely: its number, a final s, ``YP`` in full."""
    words = [word for word in key(text).split() if word != "x"]  # a mark beside an option that the label prints
    if len(words) > 1 and ROW_NUMBER.fullmatch(words[0]):
        words = words[1:]
    whole = (part for word in words for part in (("young", "person") if word in ("yp", "yps") else (word,)))
    return [word[:-1] if len(word) > _SHORT and word.endswith("s") else word for word in whole]


def label_key(text: str) -> str:
    """The letters of a label, whatever stands between them: ``D.O.B. / Age`` = ``DOB/Age``."""
    return "".join(label_words(text))


class KnownText:
    """Text that a blank form prints: tells whether a paragraph says nothing else."""

    def __init__(self, texts: Iterable[str], hashes: Collection[str] = ()) -> None:
        self._whole = {key(text) for text in texts}
        self._hashes = frozenset(hashes)
        self._by_word: dict[str, list[str]] = {}
        for known in sorted(self._whole, key=len, reverse=True):
            self._by_word.setdefault(known.partition(" ")[0], []).append(known)

    def covers(self, text: str) -> bool:
        """True where ``text`` is nothing but known texts, one after another."""
        if self._all_known(text):
            return True
        if not self._hashes:
            return False
        return all(self._all_known(part) or sentence_hash(part) in self._hashes for part in sentences(text))

    def _all_known(self, text: str) -> bool:
        rest = key(text)
        if not rest:
            return not text.strip()
        while rest not in self._whole:
            beginnings = self._by_word.get(rest.partition(" ")[0], ())
            found = next((known for known in beginnings if rest.startswith(f"{known} ")), None)
            if found is None:
                return False
            rest = rest[len(found) :].lstrip()
        return True
