"""What an entry of each kind says at length: a label for people, and the text, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hsbdocs.model.guidance.block import Block, NumberedSection
from hsbdocs.model.guidance.contact import Actor, Contact, Point
from hsbdocs.model.guidance.duty import ANYONE, AgeRule, Bound, Duty, Permission
from hsbdocs.model.guidance.erratum import Erratum
from hsbdocs.model.guidance.pathway import Step
from hsbdocs.model.guidance.quiz import QuizItem
from hsbdocs.model.guidance.reach import kind_of_way, way, ways
from hsbdocs.model.guidance.reference import Law, Link, LocalDocument, Scale, Term, Tool
from hsbdocs.model.guidance.value_names import AREA, CLASS, FORCE, NATURE, PRINTS, STEP
from hsbdocs.model.guidance.vignette import Vignette
from hsbdocs.model.guidance.whole import Guidance

#: Label and text; a field without text is left out by whoever gives it.
Fields = Iterator[tuple[str, str]]


def duty(entry: Duty, guidance: Guidance) -> Fields:
    """When, with which force, what, who and to whom, by when, and where."""
    yield "When", entry.trigger
    yield from _given("Except where", entry.unless)
    yield "Force", f"{entry.said or FORCE[entry.force]}, as this content reads the source"
    yield "What", entry.duty
    yield from _given("In short", entry.short)
    yield from _people(entry, guidance)
    if entry.deadline is not None:
        yield "By when", entry.deadline.words
    yield "Area", AREA[entry.area]


def permission(entry: Permission, guidance: Guidance) -> Fields:
    """When, what, who and to whom, and where."""
    yield "When", entry.trigger
    yield from _given("Except where", entry.unless)
    yield from _given("Said", entry.said)
    yield "May or can" if entry.nature is None else "What", entry.option
    yield from _given("In short", entry.short)
    yield from _people(entry, guidance)
    yield "Area", AREA[entry.area]


def _people(entry: Duty | Permission, guidance: Guidance) -> Fields:
    yield "Who", _names(entry.who, guidance) or "the source names nobody"
    yield from _given("To", _names(entry.to, guidance))
    yield from _given("For", "anyone" if ANYONE in entry.roles else _names(entry.roles, guidance))
    yield from _given("Nature", NATURE[entry.nature] if entry.nature else "")


def _names(ids: Iterable[str], guidance: Guidance) -> str:
    return "; ".join(guidance.by_id[name].name for name in ids if name in guidance.by_id)


def erratum(entry: Erratum, guidance: Guidance) -> Fields:
    """Its class, the words of the source, what is wrong, what is printed till then, ways to settle it, the decision."""
    yield "Class", f"{entry.kind.value} ({CLASS[entry.kind]})"
    for quote in entry.quotes:
        yield "Printed", f"“{quote}”"
    yield "What is wrong", entry.wrong
    yield from _given("In one line", entry.brief)
    if entry.prints is not None:
        yield "Until decided", ": ".join(part for part in (PRINTS[entry.prints.how], entry.prints.text) if part)
    if entry.at_table:
        yield "Who decides", "the partnerships at the table: it changes what is done to a child"
    if entry.outside:
        yield "Elsewhere", f"{entry.outside} To be confirmed."
    for number, option in enumerate(entry.options, start=1):
        yield f"Option {number}", option
    for decision in entry.decisions:
        yield "Decision", f"{decision.what} ({decision.who}, {decision.when}; {AREA[decision.area]})"
        waiting = guidance.waiting_for(decision)
        if waiting:
            yield "Still to do", f"change {', '.join(waiting)}"
    if not entry.decisions:
        yield "Decision", "none is recorded"


def contact(entry: Contact, guidance: Guidance) -> Fields:
    """Name, area, what for and when, and every way to reach it."""
    yield "Name", entry.name
    yield "Area", AREA[entry.area]
    yield "What for", entry.use
    yield from _given("When", entry.when)
    for text in ways(entry, guidance):
        yield "Reach", text


def point(entry: Point, guidance: Guidance) -> Fields:
    """Whose it is, and the way itself."""
    owner = guidance.by_id[entry.id.partition(".")[0]]
    yield "Of", f"{owner.name} ({AREA[owner.area]})"
    yield "Reach", f"{kind_of_way(entry)}: {way(entry, guidance)}"


def section(entry: NumberedSection, _: Guidance) -> Fields:
    """Its title in the body and in the contents, and its blocks."""
    yield "Title", entry.title
    yield "Contents", f"{entry.contents.title} (page {entry.contents.page or 'none'})"
    yield "Blocks", ", ".join(block.id for block in entry.blocks) or "none yet"


def block(entry: Block, _: Guidance) -> Fields:
    """Title, text, what it counts off, and the row of the form that says it instead."""
    yield from _given("Title", entry.title)
    yield from _given("Text", entry.text)
    yield from _given("In short", entry.short)
    for part in entry.parts:
        yield "Part", part
    yield from _given("On the form", entry.form)


def age(entry: AgeRule, _: Guidance) -> Fields:
    """The rule and its bounds."""
    yield "Rule", entry.rule
    yield from _given("In short", entry.short)
    for bound in entry.bounds:
        yield "Ages", _bound(bound)


def _bound(bound: Bound) -> str:
    ends = {
        "from": bound.start,
        "over": bound.over,
        "to": bound.to,
        "under": bound.under,
        "difference of more than": bound.gap_over,
    }
    said = " ".join(f"{word} {value}" for word, value in ends.items() if value is not None)
    return f"{said} ({bound.of.value})"


def term(entry: Term, _: Guidance) -> Fields:
    """The term with its other names, and what it means."""
    yield "Term", ", ".join((entry.term, *entry.names))
    yield "Meaning", entry.meaning
    yield from _given("In short", entry.short)


def actor(entry: Actor, guidance: Guidance) -> Fields:
    """Names, area, whether it can be reached, and the duties that it has or that reach it."""
    yield "Name", entry.name
    yield from _given("Also called", "; ".join(entry.names))
    yield "Area", AREA[entry.area]
    if entry.without_contact:
        yield "Reach", "the source gives no way to reach it"
    yield from _given("Has duties", ", ".join(duty.id for duty in guidance.duties if entry.id in duty.who))
    yield from _given("They reach it", ", ".join(duty.id for duty in guidance.duties if entry.id in duty.to))


def law(entry: Law, _: Guidance) -> Fields:
    """Name, what it is about, and who checked it."""
    yield "Name", entry.name
    yield "About", entry.about
    yield "Checked", _seen(entry)


def document(entry: LocalDocument, _: Guidance) -> Fields:
    """Every name, and what it is about."""
    yield "Name", "; ".join((entry.name, *entry.names))
    yield "About", entry.about


def tool(entry: Tool, _: Guidance) -> Fields:
    """Name, and what it is about."""
    yield "Name", entry.name
    yield "About", entry.about


def link(entry: Link, _: Guidance) -> Fields:
    """Its words, what it is about, where it leads, and who opened it."""
    yield "Text", entry.text or "none: a bare address"
    yield "About", entry.about
    yield "Target", "lost: the source has none" if entry.is_lost else entry.target
    if not entry.is_lost:
        yield "Opened", _seen(entry)


def vignette(entry: Vignette, _: Guidance) -> Fields:
    """That it is invented, the case, and what to talk about."""
    yield "Nature", "invented, for training: no real child"
    yield "Case", entry.text
    for number, question in enumerate(entry.questions, start=1):
        yield f"Question {number}", question


def quiz_item(entry: QuizItem, _: Guidance) -> Fields:
    """The question, what stands to choose from, what is right and why, and which errata it depends on."""
    yield "Question", entry.stem
    for option in entry.options:
        yield "Right" if option.right else "Option", option.text
    yield "Why", entry.why
    yield from _given("Blocked by", ", ".join(entry.blocked_by))
    yield from _given(
        "Any reading",
        f"{', '.join(entry.any_reading)}: right whichever way they are settled" if entry.any_reading else "",
    )


def scale(entry: Scale, _: Guidance) -> Fields:
    """Name and points."""
    yield "Name", entry.name
    yield "Points", ", ".join(entry.points)


def step(entry: Step, guidance: Guidance) -> Fields:
    """Its number, what kind of step it is, its words, what it rests on, and where it leads."""
    numbers = guidance.step_numbers
    yield from _given("Number", str(numbers.get(entry.id, "")))
    yield "Kind", STEP[entry.kind]
    yield "Title", entry.title
    yield from _given("Text", entry.text)
    yield from _given("Rests on", ", ".join(entry.duties))
    yield from _given("Force", ", ".join(entry.shown) and f"in the picture, that of {', '.join(entry.shown)}")
    for leads in entry.leads:
        yield "Leads to", f"{leads.when or 'next'}: {numbers.get(leads.to, '?')}, {leads.to}"
    if entry.review:
        yield "Review", "every path comes here"


def _given(label: str, text: str) -> Fields:
    if text:
        yield label, text


def _seen(entry: Law | Link) -> str:
    seen = entry.last_verified
    return f"{seen.when} by {seen.who}: {seen.how}" if seen else "nobody has recorded it"
