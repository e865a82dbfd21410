"""Names of people, compared as people write them."""

from __future__ import annotations

from hsbdocs.model.patterns import CAMEL, FILE_NAME_SIGNS, LONGEST_NAME
from hsbdocs.rules.words import Phrase, words

_TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "sir"}
_SHORTEST_PART = 3


def name_words(name: str) -> Phrase:
    """The words of a name without titles."""
    return tuple(word for word in words(name) if word not in _TITLES)


def same_name(one: str, other: str) -> bool:
    """True where both are names and have the same words in the same order."""
    return bool(name_words(one)) and name_words(one) == name_words(other)


def fits(one: str, other: str) -> bool:
    """True where one name could be a shorter way to write the other: "J Smith", "Smith, Jane" and "JS" fit "Jane
    Smith". A name without words fits none."""
    first, second = name_words(one), name_words(other)
    if not first or not second:
        return False
    return _within(first, second) or _within(second, first) or _initials(first, second) or _initials(second, first)


def _within(some: Phrase, whole: Phrase) -> bool:
    """True where each word of ``some`` has a word of its own in ``whole``: the same, or one of them its initial."""
    left = list(whole)
    unmatched = []
    for word in some:
        if word in left:
            left.remove(word)
        else:
            unmatched.append(word)
    for word in unmatched:
        match = next((other for other in left if _initial(word, other)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _initial(one: str, other: str) -> bool:
    return one[0] == other[0] and 1 in (len(one), len(other))


def _initials(one: Phrase, name: Phrase) -> bool:
    """True where ``one`` is the initials of a name of two words or more, written together."""
    return len(name) > 1 and one == ("".join(word[0] for word in name),)


def name_in_file(name: str, file: str) -> bool:
    """True where the file's name holds the child's: the whole of it, or each of at least two parts of three letters
    or more. Whole words count, so "Ann" is not found in "planned"; "AnnExample" is two words."""
    written, child = words(CAMEL.sub(" ", file[:LONGEST_NAME])), words(name)
    long = [word for word in child if len(word) >= _SHORTEST_PART]
    if len(long) > 1 and all(word in written for word in long):
        return True
    whole = "".join(child)
    if len(whole) < _SHORTEST_PART:
        return False
    runs = (written[start:end] for start in range(len(written)) for end in range(start + 1, len(written) + 1))
    return any("".join(run) == whole for run in runs)


def number_in_file(number: str, file: str) -> bool:
    """True where the file's name holds the number, also with blanks, strokes or dots between its figures."""
    return bool(number) and number in FILE_NAME_SIGNS.sub("", file)
