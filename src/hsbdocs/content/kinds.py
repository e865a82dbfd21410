"""The kinds of documents that ``build`` makes, and what content must hold for each."""

from __future__ import annotations

import msgspec


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """What a kind of document asks of its content.

    ``template``: it is made from a template; ``form``: from a form, and otherwise from parts that say what of the
    guidance it prints; ``placeholders``: an unanswered field is known by its placeholder;
    ``messages``: each answer has a message, and each choice a list, no longer than Excel takes;
    ``captions`` are the texts outside the tables that its form must have.
    """

    template: bool
    form: bool
    placeholders: bool = False
    messages: bool = False
    captions: tuple[str, ...] = ()


_EVERY_FORM = ("status", "review", "danger", "act_first", "use", "consult", "how", "pictures", "end")

KINDS = {
    "word-form": Kind(
        template=True,
        form=True,
        placeholders=True,
        captions=(*_EVERY_FORM, "continuum", "continuum_link", "consult_whom", "guided"),
    ),
    "excel-form": Kind(
        template=False,
        form=True,
        messages=True,
        captions=(*_EVERY_FORM, "where", "judgement", "age", "notes", "names"),
    ),
    "word-handout": Kind(template=True, form=False),
}
