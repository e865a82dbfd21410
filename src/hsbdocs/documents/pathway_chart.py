"""The pathway as a chart: the words of its boxes, their places, its lines. Force and ages come from the duties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from hsbdocs.documents.wording import OWN, Wording
from hsbdocs.formats.chart.chart import Chart, ChartEdge, ChartStep, Piece, Shape
from hsbdocs.formats.chart.drawing import Drawing
from hsbdocs.formats.chart.layout import draw
from hsbdocs.formats.chart.svg import svg
from hsbdocs.model.guidance import Duty, Force, Guidance, Step, StepKind, says
from hsbdocs.model.pathway_words import PathwayWords

#: The width of the picture in points: that of the text on A4 between narrow margins.
WIDTH = 532.0
#: As high as a picture can be on one page, below its heading.
HIGHEST = 766.0
#: The width on a slide, in points of a type of 12: enlarged to 18 it is 912 of 960 points.
SLIDE_WIDTH = 608.0
_SHAPES = {StepKind.ACT: Shape.BOX, StepKind.QUESTION: Shape.QUESTION, StepKind.GAP: Shape.GAP}


def pathway_drawing(guidance: Guidance, words: PathwayWords, wording: Wording = OWN) -> Drawing:
    """The pathway with every box, line and word in its place.

    Raises ValueError for words that do not fit, and for a picture that is higher than a page.
    """
    steps = [step for step in guidance.pathway if step.kind is not StepKind.BAND]
    band = [step for step in guidance.pathway if step.kind is StepKind.BAND]
    chart = Chart(
        title=words.title,
        description=words.alt,
        band=((Piece(f"{words.band}:", True),), *(_of_band(step, guidance, wording) for step in band)),
        steps=tuple(_step(step, guidance, words) for step in steps),
        edges=tuple(
            ChartEdge(step.id, leads.to, leads.when)
            for step in steps
            for leads in step.leads
            if not leads_back(step, guidance.by_id[leads.to])
        ),
        caption=((Piece(words.caption, True),), (Piece(words.key),)),
    )
    drawing = draw(chart, WIDTH)
    if drawing.height > HIGHEST:
        raise ValueError(
            f"the picture is {drawing.height:.0f} points high, and a page has room for {HIGHEST:.0f}: use fewer words"
        )
    return drawing


def pathway_part(guidance: Guidance, words: PathwayWords, part: tuple[str, ...], wording: Wording = OWN) -> Drawing:
    """The rows from one step to another, as wide as a slide: a line that leads out of them is said in words.

    Raises ValueError for steps that are not there, and for words that do not fit.
    """
    steps = _rows(guidance, part)
    first = min(step.row for step in steps.values())
    edges = (ChartEdge(step.id, leads.to, leads.when) for step in steps.values() for leads in step.leads)
    chart = Chart(
        title=words.title,
        description=words.alt,
        band=(),
        steps=tuple(_step_from(first, step, _step(step, guidance, words, steps)) for step in steps.values()),
        edges=tuple(each for each in edges if each.end in steps and not leads_back(steps[each.start], steps[each.end])),
        caption=(),
    )
    return draw(chart, SLIDE_WIDTH)


def _rows(guidance: Guidance, part: tuple[str, ...]) -> dict[str, Step]:
    """The steps in the rows from one to another, by id. Raises ValueError."""
    counted = {step.id: step for step in guidance.pathway if step.kind is not StepKind.BAND}
    for name in part:
        if name not in counted:
            raise ValueError(f"{name} is no step of the pathway")
    first, last = (counted[name].row for name in part)
    return {name: step for name, step in counted.items() if first <= step.row <= last}


def _step_from(first: int, step: Step, drawn: ChartStep) -> ChartStep:
    """The step of a part that begins with the row ``first``."""
    return msgspec.structs.replace(drawn, row=step.row - first)


def pathway_svg(guidance: Guidance, words: PathwayWords, wording: Wording = OWN) -> bytes:
    """The picture as an SVG file, to stand inside a page too. Raises ValueError for words that do not fit."""
    return svg(pathway_drawing(guidance, words, wording))


def leads_back(start: Step, end: Step) -> bool:
    """Whether a line would lead upwards, or to the left: words in the box say it instead."""
    return end.row < start.row or (end.row == start.row and end.column < start.column)


def force_of(step: Step, guidance: Guidance) -> str:
    """The force of each duty that a step rests on, in the guidance's words, each once; none for a plain instruction."""
    forces = (_before(guidance.by_id[name]).strip() for name in duties_of(step, guidance))
    return ", ".join(dict.fromkeys(forces))


def duties_of(step: Step, guidance: Guidance) -> tuple[str, ...]:
    """The ids of the duties of a step whose force stands in the picture.

    A need stands there only where no duty of the step says must, always, should or will. Where the guidance does not
    say what to do, nothing has a force.
    """
    if step.kind is StepKind.GAP:
        return ()
    entries = (guidance.by_id[name] for name in step.duties)
    forces = {each.id: each.force for each in entries if isinstance(each, Duty) and each.force is not Force.DO}
    plain = tuple(name for name, force in forces.items() if force is not Force.NEED)
    return plain or tuple(forces)


def _before(entry: Any) -> str:
    printed = says(entry).printed
    return "" if printed is None else printed.before(entry)


def _of_band(step: Step, guidance: Guidance, wording: Wording) -> tuple[Piece, ...]:
    line = (_in_full(guidance.by_id[name], wording) for name in step.shown)
    return Piece(f"{step.title}.", True), Piece(" ".join(line))


def _in_full(entry: Any, wording: Wording) -> str:
    printed = says(entry).printed
    assert printed is not None, "duties and permissions are printed"
    return f"{printed.lead(entry)}{printed.before(entry)}{wording.of(entry)}{printed.after}"


def _step(step: Step, guidance: Guidance, words: PathwayWords, drawn: Mapping[str, Step] | None = None) -> ChartStep:
    """A step with its words; ``drawn`` are the steps to which a line can lead, all of them without it."""
    number = guidance.step_numbers[step.id]
    before = f"{words.gap} " if step.kind is StepKind.GAP else ""
    force = force_of(step, guidance)
    pieces = [Piece(f"{number}", True), Piece(f"{before}{step.title}")]
    pieces += [Piece(f"({force})", True)] if force else []
    for leads in step.leads:
        if leads_back(step, guidance.by_id[leads.to]):
            number_of = guidance.step_numbers[leads.to]
            pieces.append(Piece(f"– {leads.when or words.next}: {words.back_to} {number_of}"))
        elif drawn is not None and leads.to not in drawn:
            pieces.append(Piece(f"– {leads.when or words.next}: {guidance.step_numbers[leads.to]}"))
    return ChartStep(
        id=step.id,
        shape=_SHAPES[step.kind],
        pieces=tuple(pieces),
        column=step.column,
        row=step.row,
        columns=step.columns,
    )
