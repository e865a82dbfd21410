"""Questions of the quiz: there is something to choose, something is right, and nothing but knowing gives it away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hsbdocs.content.checks_ids import Ids
from hsbdocs.content.places import Places, fault_at
from hsbdocs.content.plain import Steps
from hsbdocs.model.check import CheckCode
from hsbdocs.model.content import Document
from hsbdocs.model.faults import Fault
from hsbdocs.model.guidance import Erratum, ErratumClass, Guidance, QuizItem
from hsbdocs.model.handout import Shape

#: Options of a question, and questions of a document, at least and at most.
FEWEST_OPTIONS, MOST_OPTIONS = 2, 4
FEWEST_ITEMS, MOST_ITEMS = 20, 30
#: Words by which force or choice is told. A question does not ask for them, and no answer is known by them.
_OF_DUTY = "must|should|shall|ought|always|never|obliged|mandatory|required"
_ASKED = re.compile(rf"\b({_OF_DUTY})\b", re.IGNORECASE)
_FORCE = re.compile(rf"\b({_OF_DUTY}|will|needs? to|has to|have to|may|might|can|cannot)\b", re.IGNORECASE)
_TO_SETTLE = (ErratumClass.SUBSTANCE, ErratumClass.FACT)
_Problem = tuple[str, Steps]


def check_item(item: QuizItem, guidance: Guidance, ids: Ids, key: str) -> Iterator[Fault]:
    """Everything that is wrong with a question, each at its place."""
    for problem, path in (*_options(item), *_force(item), *_doubts(item, guidance)):
        yield fault_at(ids.places, key, problem, *path, code=CheckCode.ENTRY)
    for name in ("blocked_by", "any_reading"):
        for index, erratum in enumerate(getattr(item, name)):
            yield from ids.one_of("errata", erratum, key, name, index)


def check_questions(document: Document, places: Places) -> Iterator[Fault]:
    """A document that prints questions prints enough of them, not too many, and each once."""
    found = [(name, ("parts", n, "ids", at)) for n, part in enumerate(document.parts)
             if part.shape is Shape.QUESTIONS for at, name in enumerate(part.ids)]  # fmt: skip
    if not found:
        return
    key = f"documents:{document.id}"
    if not FEWEST_ITEMS <= len(found) <= MOST_ITEMS:
        problem = f"prints {len(found)} questions; {FEWEST_ITEMS} to {MOST_ITEMS} make a quiz"
        yield fault_at(places, key, problem, "parts")
    seen: set[str] = set()
    for name, path in found:
        if name in seen:
            yield fault_at(places, key, f"prints {name} twice", *path)
        seen.add(name)


def _options(item: QuizItem) -> Iterator[_Problem]:
    many = len(item.options)
    if not FEWEST_OPTIONS <= many <= MOST_OPTIONS:
        yield f"has {many} options; {FEWEST_OPTIONS} to {MOST_OPTIONS} are to choose from", ("options",)
    if not item.right:
        yield "no option is right", ("options",)
    elif len(item.right) == many:
        yield "every option is right: there is nothing to choose", ("options",)
    if not item.refs:
        yield "rests on nothing: name the entries that say what is right", ("refs",)
    seen: set[str] = set()
    for index, option in enumerate(item.options):
        said = " ".join(re.findall(r"\w+", option.text.casefold()))
        if not said:
            yield "says nothing", ("options", index, "text")
        elif said in seen:
            yield "says the same as an option above", ("options", index, "text")
        seen.add(said)


def _force(item: QuizItem) -> Iterator[_Problem]:
    """Must against should is never asked, nobody finds the answer by them, and why uses none: entries print theirs."""
    for name in ("stem", "why"):
        if found := _ASKED.search(getattr(item, name)):
            yield f"has the word {found[0]}: force is printed from the entries, and is not asked for", (name,)
    used = [_forces(option.text) for option in item.options]
    if any(each != used[0] for each in used):
        words = ", ".join(sorted(set().union(*used)))
        yield (
            f"words of force or choice ({words}) are in some options and not in others: they tell the answer",
            ("options",),
        )


def _forces(text: str) -> frozenset[str]:
    return frozenset(found.lower() for found in _FORCE.findall(text))


def _doubts(item: QuizItem, guidance: Guidance) -> Iterator[_Problem]:
    """Every erratum that the entries of a question name, and somebody has to settle, is spoken for."""
    named = {*item.blocked_by, *item.any_reading}
    for index, name in enumerate(item.refs):
        for ref in getattr(guidance.by_id.get(name), "refs", ()):
            if _is_open(guidance, ref) and ref not in named:
                problem = f"{name} names {ref}, which is open: say blocked_by, or any_reading where it changes nothing"
                yield problem, ("refs", index)
    for index, name in enumerate(item.any_reading):
        if name in item.blocked_by:
            yield f"{name} stands in blocked_by too: it is one or the other", ("any_reading", index)


def _is_open(guidance: Guidance, name: str) -> bool:
    entry = guidance.by_id.get(name)
    return isinstance(entry, Erratum) and entry.kind in _TO_SETTLE and not guidance.is_settled(entry)
