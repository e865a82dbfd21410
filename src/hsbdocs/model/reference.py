"""The reference of a form: short, the same whenever and in whatever order it is read, and proof against slips.

Eight characters of Crockford's base 32 (no I, L, O, U) and his check character, the remainder by 37: one wrong
character, or two exchanged, do not pass (https://www.crockford.com/base32.html). Of his 37 check characters only those
are used that are letters or figures too: a reference is also the name of a file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterator

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {sign: value for value, sign in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_CHECK = 37
_LENGTH = 8
#: What people write between the signs, and what is no part of it.
_BETWEEN = str.maketrans("", "", " -\u00a0\u2010\u2011\u2012\u2013\u2014")


def reference(sha256: str, part: int, taken: Container[str] = ()) -> str:
    """The reference of the form ``part`` of the file with this hash; longer where a shorter one is ``taken``."""
    for length in range(_LENGTH, 32):
        for candidate in _candidates(sha256, part, length):
            if candidate not in taken:
                return candidate
            break  # another form has it: a longer one, not the next
    raise ValueError("no reference is free")  # pragma: no cover


def _candidates(sha256: str, part: int, length: int) -> Iterator[str]:
    """The signs from every place of the hash on whose check character is a letter or a figure."""
    digest = hashlib.sha256(f"{sha256}:{part}".encode("ascii")).digest()
    number = int.from_bytes(digest, "big")
    for shift in range(0, len(digest) * 8 - 5 * length, 5):
        value = (number >> shift) % 32**length
        if value % _CHECK < 32:
            yield _signs(value, length) + _ALPHABET[value % _CHECK]


def _signs(value: int, length: int) -> str:
    return "".join(_ALPHABET[value // 32**place % 32] for place in reversed(range(length)))


def as_reference(written: str) -> str | None:
    """A reference as somebody wrote it, in small letters or with spaces, as it is meant; None where it is none.

    What fails its check is none: it is never taken for the nearest one.
    """
    signs = written.translate(_BETWEEN).upper()
    if len(signs) < _LENGTH + 1 or any(sign not in _VALUES for sign in signs):
        return None
    *front, check = (_VALUES[sign] for sign in signs)
    value = 0
    for each in front:
        value = value * 32 + each
    return _signs(value, len(front)) + _ALPHABET[check] if value % _CHECK == check else None
