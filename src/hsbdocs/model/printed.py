"""What documents print outside their form's release, by hashes, and how a document carries them in its properties.

A sentence is known by ``words.sentence_hash``, a picture by the start of the SHA-256 over its file's bytes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import msgspec

from hsbdocs.model.form import FormKey
from hsbdocs.model.patterns import HASH
from hsbdocs.model.words import sentence_hash, sentences

#: The beginning of the properties' names; a number follows.
PREFIX = "hsbdocs.printed."
#: So many hashes with a space between them are at most 255 characters, the longest value that every program keeps.
_IN_ONE = 15


class Printed(msgspec.Struct, frozen=True):
    """Hashes by form: what the pack's own documents print, and what a team's blanks and manifests say besides."""

    released: Mapping[FormKey, frozenset[str]] = {}
    told: Mapping[FormKey, frozenset[str]] = {}


def hashes_of(texts: Iterable[str]) -> list[str]:
    """The hashes of the sentences of texts, each once, in order."""
    return list(dict.fromkeys(sentence_hash(sentence) for text in texts for sentence in sentences(text)))


def as_properties(hashes: Collection[str]) -> dict[str, str]:
    """Hashes as custom properties: several, since a value is not long."""
    ordered = list(hashes)
    groups = [ordered[at : at + _IN_ONE] for at in range(0, len(ordered), _IN_ONE)]
    return {f"{PREFIX}{number}": " ".join(group) for number, group in enumerate(groups, 1)}


def of_properties(properties: Mapping[str, str]) -> frozenset[str]:
    """The hashes that a document carries; whatever is none is passed over."""
    values = (value for name, value in properties.items() if name.startswith(PREFIX))
    return frozenset(word for value in values for word in value.split() if HASH.fullmatch(word))
