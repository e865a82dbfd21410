"""The pathway: every line leads somewhere, every step is reached, no path ends without review, no place is shared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from hsbdocs.content.checks_ids import Ids
from hsbdocs.content.places import Places, fault_at
from hsbdocs.model.check import CheckCode
from hsbdocs.model.content import Document
from hsbdocs.model.faults import Fault
from hsbdocs.model.guidance import AgeRule, Duty, Guidance, Permission, Step, StepKind
from hsbdocs.model.kind import Asks

#: A force or an age in words of ours: both are printed from the duties alone.
_OF_DUTIES = re.compile(r"\b(must|should|shall|always|will|may|can|could|needs?|needed|ought|required?)\b|\d", re.I)
#: The fewest answers of a question.
_ANSWERS = 2

Edges = Mapping[str, tuple[str, ...]]
#: Where in a step a fault is, and what it is.
Problem = tuple[tuple[str | int, ...], str]


def check_pathway(guidance: Guidance, ids: Ids) -> Iterator[Fault]:
    """Every fault of the steps and of the way through them; of the way only where every step could be read."""
    for step in guidance.pathway:
        key = f"pathway:{step.id}"
        yield from _named(step, ids, key)
        for path, problem in (*_words(step), *_KINDS[step.kind](step)):
            yield fault_at(ids.places, key, problem, *path, code=CheckCode.ENTRY)
    if ids.all_known and guidance.pathway:
        for name, path, problem in (*_taken(guidance.pathway), *_way(guidance.pathway)):
            yield fault_at(ids.places, f"pathway:{name}", problem, *path, code=CheckCode.ENTRY)


def check_pathway_words(document: Document, kind: Asks, places: Places) -> Iterator[Fault]:
    """What is wrong with the words around the pathway in a document, or with its having some or none."""
    key, words = f"documents:{document.id}", document.pathway
    if kind.pathway and words is None:
        yield fault_at(places, key, "this kind of document needs the words around the pathway", "pathway")
    elif words is not None and not kind.pathway:
        yield fault_at(places, key, "this kind of document does not print the pathway", "pathway")
    for name in () if words is None else words.__struct_fields__:
        said = getattr(words, name)
        if not all(said if isinstance(said, tuple) else (said,)):
            yield fault_at(places, key, "is empty", "pathway", name)


def _named(step: Step, ids: Ids, key: str) -> Iterator[Fault]:
    """What a step names: duties, permissions and rules by age, of which one may be shown, and other steps."""
    for index, name in enumerate(step.duties):
        yield from ids.named(name, key, "duties", index)
        if not isinstance(ids.known.get(name), Duty | Permission | AgeRule | None):
            problem = f"{name} is neither a duty nor a permission, nor a rule by age"
            yield fault_at(ids.places, key, problem, "duties", index, code=CheckCode.REFERENCE)
    for index, name in enumerate(step.shown):
        if name not in step.duties:
            problem = f"{name} is not among the duties of this step"
            yield fault_at(ids.places, key, problem, "shown", index, code=CheckCode.REFERENCE)
    for index, name in enumerate(step.lists):
        yield from ids.one_of("lists", name, key, "lists", index)
    for index, name in enumerate(step.too):
        yield from ids.one_of("pathway", name, key, "too", index)
    for index, leads in enumerate(step.leads):
        yield from ids.one_of("pathway", leads.to, key, "leads", index, "to")


def _words(step: Step) -> Iterator[Problem]:
    texts: list[tuple[tuple[str | int, ...], str]] = [(("title",), step.title), (("text",), step.text)]
    texts += [(("leads", index, "when"), leads.when) for index, leads in enumerate(step.leads)]
    for path, text in texts:
        found = _OF_DUTIES.search(text)
        if found:
            yield path, f"says {found[0]!r}: a force or a figure is printed from the duties, never written here"
    if not step.title.strip():
        yield ("title",), "is empty"


def _band(step: Step) -> Iterator[Problem]:
    if len(step.shown) != 1:
        yield ("shown",), "what stands at any step shows the words of one of its duties"
    if step.leads:
        yield ("leads",), "what stands at any step leads nowhere: it comes before all of them"


def _act(step: Step) -> Iterator[Problem]:
    yield from _shows_none(step)
    if not step.duties:
        yield ("duties",), "something to do rests on duties or permissions; where the guidance has none, it is a gap"


def _question(step: Step) -> Iterator[Problem]:
    yield from _shows_none(step)
    if len(step.leads) < _ANSWERS:
        yield ("leads",), "a question leads to two steps or more"
    answers = [leads.when for leads in step.leads]
    for index, answer in enumerate(answers):
        if not answer:
            yield ("leads", index), "each answer of a question is said in words: when"
        elif answer in answers[:index]:
            yield ("leads", index, "when"), f"the answer {answer} stands twice"


def _shows_none(step: Step) -> Iterator[Problem]:
    if step.shown:
        yield ("shown",), "only what stands at any step shows the words of a duty: leave it out"


_KINDS: Mapping[StepKind, Callable[[Step], Iterable[Problem]]] = {
    StepKind.BAND: _band,
    StepKind.ACT: _act,
    StepKind.QUESTION: _question,
    StepKind.GAP: _shows_none,
}


def _taken(steps: tuple[Step, ...]) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Steps that stand where another one does, in the order of the file."""
    cells: dict[tuple[int, int], str] = {}
    for step in steps:
        if min(step.column, step.row) < 0 or step.columns < 1:
            yield step.id, ("column",), "columns and rows are counted from 0, and a step has one column or more"
            continue
        others = dict.fromkeys(cells[cell] for cell in step.cells if cell in cells)
        for other in others:
            yield step.id, ("column",), f"stands in the place of {other}"
        cells.update(dict.fromkeys(step.cells, step.id))


def _way(steps: tuple[Step, ...]) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """What is wrong with the way through the steps."""
    edges = {step.id: step.next_steps for step in steps}
    walked = [step.id for step in steps if step.kind is not StepKind.BAND]
    reviews = [step.id for step in steps if step.review]
    for name in reviews[1:]:
        yield name, ("review",), f"{reviews[0]} is the review already"
    if not walked or not reviews:
        yield steps[0].id, (), "there is no step that every path comes to: give one of them review: true"
        return
    reached = set(_reached(edges, walked[0]))
    for name in walked:
        if name not in reached:
            yield name, (), f"no path leads here from {walked[0]}"
    before = {name: () if name in reviews else leads for name, leads in edges.items()}
    for name in _reached(before, walked[0]):
        if not before[name] and name not in reviews:
            yield name, ("leads",), "a path ends here without having come to the review"
    circle = _circle(before, walked)
    if circle:
        yield circle[0], ("leads",), f"goes round without the review: {', '.join(circle)}"


def _reached(edges: Edges, start: str) -> Iterator[str]:
    """Every step that a path from ``start`` comes to, itself first."""
    waiting, seen = [start], {start}
    while waiting:
        name = waiting.pop(0)
        yield name
        new = [each for each in edges[name] if each in edges and each not in seen]
        seen.update(new)
        waiting += new


def _circle(edges: Edges, steps: Iterable[str]) -> tuple[str, ...]:
    """The steps of one path that comes back to where it was; none where no path does."""
    done: set[str] = set()
    for start in steps:
        path: list[str] = []
        found = _back(edges, start, path, done)
        if found:
            return found
    return ()


def _back(edges: Edges, name: str, path: list[str], done: set[str]) -> tuple[str, ...]:
    if name in path:
        return tuple(path[path.index(name) :])
    if name in done or name not in edges:
        return ()
    path.append(name)
    found = next((circle for each in edges[name] if (circle := _back(edges, each, path, done))), ())
    path.pop()
    done.add(name)
    return found
