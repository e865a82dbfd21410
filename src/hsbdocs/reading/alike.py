"""Labels that were reworded a little. A word that changes what is asked is never passed over."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from hsbdocs.reading.words import label_words

#: Words that a copy may drop or add without asking for something else.
_FILLERS = frozenset(
    label_words(
        "a an and any are been child for has have in is of on or person please pupil student the their there this to "
        "with you young your"
    )
)
#: Words that turn a question round or ask it about somebody else.
_TURNING = frozenset(
    label_words(
        "not no never without nobody none against unless isnt arent hasnt havent dont wont cannot unaware inactive "
        "irrelevant unknown deferral discontinuing former ex other another next last previous parent parents mother "
        "father mum dad carer guardian partner sibling brother sister friend teacher worker gp school victim suspect"
    )
)
_TYPO = 0.8
_LONG_ENOUGH = 4
#: At most this part of the words may differ.
_CHANGED = 1 / 3


def turns_round(text: str, label: str) -> bool:
    """True where the text has a word that the label has not and that makes it ask for the opposite or somebody else."""
    words = _plain(text) if text else []
    return not _TURNING.isdisjoint(words) and not _TURNING.isdisjoint(_without(words, _plain(label)))


def alike(text: str, label: str) -> bool:
    """True where the words differ only by a few fillers and slips of the keyboard."""
    ours, theirs = _plain(label), _plain(text)
    missing, added = _without(ours, theirs), _without(theirs, ours)
    changed = max(len(missing), len(added))
    if not ours or changed > len(ours) * _CHANGED:
        return False
    missing = _without_alternatives(missing, theirs, label)
    open_words = [word for word in added if word not in _FILLERS]
    for word in (word for word in missing if word not in _FILLERS):
        slip = next((other for other in open_words if _is_slip(word, other)), None)
        if slip is None:
            return False
        open_words.remove(slip)
    return not open_words


def _plain(text: str) -> list[str]:
    return " ".join(label_words(text)).replace("date of birth", "dob").split()


def _without_alternatives(missing: Sequence[str], kept: Sequence[str], label: str) -> list[str]:
    """The missing words, without those of which the label prints another beside a stroke, and that other is kept."""
    groups = [[_plain(part) for part in word.split("/")] for word in label.split() if "/" in word]
    spare = {words[0] for group in groups for words in group if len(words) == 1 and _other_is_kept(words, group, kept)}
    return [word for word in missing if word not in spare]


def _other_is_kept(words: Sequence[str], group: Sequence[Sequence[str]], kept: Sequence[str]) -> bool:
    return any(other != words and other and other[0] in kept for other in group)


def _without(words: Sequence[str], others: Sequence[str]) -> list[str]:
    left = list(others)
    found = []
    for word in words:
        if word in left:
            left.remove(word)
        else:
            found.append(word)
    return found


def _is_slip(word: str, other: str) -> bool:
    if min(len(word), len(other)) < _LONG_ENOUGH or word[0] != other[0]:
        return False  # a syllable before a word turns it round: aware, unaware
    return difflib.SequenceMatcher(None, word, other).ratio() >= _TYPO
