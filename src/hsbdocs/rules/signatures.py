"""Names and signatures beside one another (section 4.4). A picture in a signature box is no typed signature."""

from __future__ import annotations

from collections.abc import Iterable

from hsbdocs.model.finding import Code
from hsbdocs.model.names import ListId
from hsbdocs.model.record import State
from hsbdocs.rules.people import fits, name_words, same_name
from hsbdocs.rules.registry import Case, rule
from hsbdocs.rules.words import says_only

_PRACTITIONER, _SIGNATURE, _CHILD = "completion.practitioner", "completion.signature", "child.name"
_SIGNED_BY_CHILD = "completion.child_signature"
#: Who adds something to a form that was sent, and when; and what else of an addendum is no answer to the form's rows.
_ADDED_BY = ("addendum.name", "addendum.signature", "addendum.date")
_SLIP = ("addendum.record", "addendum.organisation", "addendum.added", "addendum.role", "addendum.not_added")
#: States of an answer where nothing was added.
_NOTHING = (State.BLANK, State.MISSING)


@rule(Code.SIGN_09, needs=(_SIGNED_BY_CHILD,))
def child_not_signed(case: Case) -> Iterable[tuple[str, ...]]:
    """Not signed by the child or young person."""
    if case.record.blank(_SIGNED_BY_CHILD):
        yield (_SIGNED_BY_CHILD,)


@rule(Code.SIGN_10, needs=(_CHILD, _PRACTITIONER), lists=(ListId.NOT_KNOWN,))
def same_names(case: Case) -> Iterable[tuple[str, ...]]:
    """The child and the practitioner have the same name, word for word."""
    child = case.record.text(_CHILD)
    known = not says_only(child, case.names(ListId.NOT_KNOWN))
    if known and same_name(child, case.record.text(_PRACTITIONER)):
        yield (_CHILD, _PRACTITIONER)


@rule(Code.SIGN_11, needs=(_PRACTITIONER, _SIGNATURE))
def other_signature(case: Case) -> Iterable[tuple[str, ...]]:
    """A typed signature that is no way of writing the practitioner's name."""
    signature, practitioner = case.record.text(_SIGNATURE), case.record.text(_PRACTITIONER)
    if name_words(signature) and name_words(practitioner) and not fits(signature, practitioner):
        yield (_PRACTITIONER, _SIGNATURE)


@rule(Code.SIGN_12, needs=_ADDED_BY, each=("addendum.*",))
def addition_not_signed(case: Case) -> Iterable[tuple[str, ...]]:
    """Something is added to a form, and no name, no signature or no date stands with it."""
    states = case.record.states
    added = [field for field in case.fields if field not in (*_ADDED_BY, *_SLIP) and states[field] not in _NOTHING]
    blank = tuple(field for field in _ADDED_BY if case.record.blank(field))
    if added and blank:
        yield blank
