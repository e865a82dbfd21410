"""A question to talk about in training: what stands to choose from, what is right, and what the answer rests on."""

from __future__ import annotations

import msgspec


class QuizOption(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing to choose; ``right`` where it is an answer."""

    text: str
    right: bool = False


class QuizItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A question: ``stem`` asks it, ``options`` are to choose from, ``why`` says in our words why the answer is right.

    ``refs`` are the entries that it rests on, and the answers print them. ``blocked_by`` are errata: while one of
    them is open, nobody can say what is right, and no document prints the question. ``any_reading`` are errata of the
    entries in ``refs`` under every reading of which the answer is right. It has no source: asking is ours.
    """

    id: str
    stem: str
    options: tuple[QuizOption, ...]
    why: str
    refs: tuple[str, ...]
    blocked_by: tuple[str, ...] = ()
    any_reading: tuple[str, ...] = ()

    @property
    def right(self) -> tuple[QuizOption, ...]:
        """The options that are right."""
        return tuple(option for option in self.options if option.right)
