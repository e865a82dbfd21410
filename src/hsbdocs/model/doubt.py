"""Why an answer cannot be told, as data; its words stand in content/doubts.yaml and are put last."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from hsbdocs.model.form import Field
from hsbdocs.model.words import key

#: A longer label of an option is named by its first word.
_LONGEST = 20


class Doubt(StrEnum):
    """What is seen where an answer should be. The first of them are signs at options."""

    MARKED = "marked"
    BOLD = "bold"
    UNDERLINED = "underlined"
    HIGHLIGHTED = "highlighted"
    SHADED = "shaded"
    IN_COLOUR = "in-colour"
    IN_A_BOX = "in-a-box"
    CROSSED_OUT = "crossed-out"
    IN_ITALICS = "in-italics"
    FADED = "faded"
    IN_WHITE = "in-white"
    SET_APART = "set-apart"
    NO_CLEAR_ANSWER = "no-clear-answer"
    FORMULA = "formula"
    LOST_FIGURES = "lost-figures"
    COLOUR_ALONE = "colour-alone"
    COLOUR_DISAGREES = "colour-disagrees"
    MARK_ALONE = "mark-alone"
    MARK_ELSEWHERE = "mark-elsewhere"
    ALTERED = "altered"
    HARDLY_SEEN = "hardly-seen"
    OTHER_WORDS = "other-words"
    JOINED_CELLS = "joined-cells"
    STRANGE_DESCRIPTION = "strange-description"
    PROMPT = "prompt"
    TAG = "tag"
    LIST_SIGN = "list-sign"
    UNTOUCHED_LIST = "untouched-list"
    STORED_OTHERWISE = "stored-otherwise"
    EMBEDDED = "embedded"
    EQUATION = "equation"
    FIELD = "field"
    ODD = "odd"


#: Doubts whose words speak of options.
AT_OPTIONS = frozenset(
    {
        *(Doubt.MARKED, Doubt.BOLD, Doubt.UNDERLINED, Doubt.HIGHLIGHTED, Doubt.SHADED, Doubt.IN_COLOUR),
        *(Doubt.IN_A_BOX, Doubt.CROSSED_OUT, Doubt.IN_ITALICS, Doubt.FADED, Doubt.IN_WHITE),
        Doubt.SET_APART,
    }
)


class Seen(msgspec.Struct, frozen=True, omit_defaults=True):
    """A doubt, and the codes of the options at which it is seen; none for a sign at a part of an option."""

    doubt: Doubt
    options: tuple[str, ...] = ()


class DoubtWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of doubts; ``part`` names a part of an option."""

    part: str
    doubts: dict[Doubt, str]


def in_words(seen: Sequence[Seen], words: DoubtWords, field: Field | None) -> str:
    """Everything seen at an answer, in words; ``field`` is the answer's, whose labels name the options."""
    return "; ".join(words.doubts[each.doubt].format(options=_named(each, words, field)) for each in seen)


def _named(seen: Seen, words: DoubtWords, field: Field | None) -> str:
    labels = {} if field is None else {choice.code: choice.label for choice in field.choices}
    return ", ".join(_short(labels.get(code, code.capitalize())) for code in seen.options) or words.part


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST else key(label).split()[0].capitalize()
