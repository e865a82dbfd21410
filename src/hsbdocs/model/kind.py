"""What a kind of document asks of content. The table of kinds is in ``pipeline.kinds``."""

from __future__ import annotations

import msgspec


class Asks(msgspec.Struct, frozen=True, kw_only=True):
    """What a kind of document asks of its content.

    ``template``: it is made from a template; ``form``: from a form, and otherwise from parts that say what of the
    guidance it prints; ``front``: it may print parts before a form's sections; ``placeholders``: an unanswered field
    is known by its placeholder; ``headings``: a heading keeps the tables of two sections apart;
    ``one_table``: sections of labels and answers, and then one section in columns;
    ``messages``: each answer has a message, and each choice a list, no longer than Excel takes;
    ``pathway``: it prints the pathway, and has the words around it; ``slides``: it is made from slides, not from parts;
    ``filled``: it is a copy of a form's document, filled in; ``found``: it prints what the rules find in such copies;
    ``captions`` are the texts outside the tables that its form must have. What a template names besides is asked for
    when it is filled.
    """

    template: bool
    form: bool
    front: bool = False
    placeholders: bool = False
    headings: bool = False
    one_table: bool = False
    messages: bool = False
    pathway: bool = False
    slides: bool = False
    filled: bool = False
    found: bool = False
    captions: tuple[str, ...] = ()
