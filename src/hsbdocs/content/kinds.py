"""The kinds of documents that ``build`` makes, and what content must hold for each."""

from __future__ import annotations

import msgspec


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """What a kind of document asks of its content.

    ``template``: it is made from a template; ``placeholders``: an unanswered field is known by its placeholder;
    ``messages``: each answer has a message, and each choice a list, no longer than Excel takes;
    ``captions`` are the texts outside the tables that its form must have.
    """

    template: bool
    placeholders: bool
    messages: bool
    captions: tuple[str, ...]


_EVERY_FORM = ("status", "review", "danger", "act_first", "use", "consult", "how", "pictures", "end")

KINDS = {
    "word-form": Kind(
        template=True,
        placeholders=True,
        messages=False,
        captions=(*_EVERY_FORM, "continuum", "continuum_link", "consult_whom", "guided"),
    ),
    "excel-form": Kind(
        template=False,
        placeholders=False,
        messages=True,
        captions=(*_EVERY_FORM, "judgement", "notes", "names"),
    ),
}
