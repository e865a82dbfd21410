"""The pathway as a chart: the words of its boxes, their places, its lines. Force and ages come from the duties."""

from __future__ import annotations

from hsbdocs.documents.wording import OWN, Wording
from hsbdocs.formats.chart.chart import Chart, ChartEdge, ChartStep, Piece, Shape
from hsbdocs.formats.chart.drawing import Drawing
from hsbdocs.formats.chart.layout import draw
from hsbdocs.formats.chart.svg import svg
from hsbdocs.model.guidance import Guidance, Step, StepKind, says
from hsbdocs.model.pathway_words import PathwayWords

#: The width of the picture in points: that of the text on A4 between narrow margins.
WIDTH = 532.0
_SHAPES = {StepKind.ACT: Shape.BOX, StepKind.QUESTION: Shape.QUESTION, StepKind.GAP: Shape.GAP}


def pathway_drawing(guidance: Guidance, words: PathwayWords, wording: Wording = OWN) -> Drawing:
    """The pathway with every box, line and word in its place. Raises ValueError for words that do not fit."""
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
    return draw(chart, WIDTH)


def pathway_svg(guidance: Guidance, words: PathwayWords, wording: Wording = OWN) -> bytes:
    """The picture as an SVG file, to stand inside a page too. Raises ValueError for words that do not fit."""
    return svg(pathway_drawing(guidance, words, wording))


def leads_back(start: Step, end: Step) -> bool:
    """Whether a line would lead upwards, or to the left: words in the box say it instead."""
    return end.row < start.row or (end.row == start.row and end.column < start.column)


def force_of(step: Step, guidance: Guidance) -> str:
    """The force of the duty that a step shows, in the guidance's words; none for a plain instruction."""
    entry = guidance.by_id.get(step.shown)
    if entry is None:
        return ""
    printed = says(entry).printed
    assert printed is not None
    force: str = printed.before(entry)
    return force.strip()


def _of_band(step: Step, guidance: Guidance, wording: Wording) -> tuple[Piece, ...]:
    entry = guidance.by_id[step.shown]
    printed = says(entry).printed
    assert printed is not None
    line = f"{printed.lead(entry)}{printed.before(entry)}{wording.of(entry)}{printed.after}"
    return Piece(f"{step.title}.", True), Piece(line)


def _step(step: Step, guidance: Guidance, words: PathwayWords) -> ChartStep:
    number = guidance.step_numbers[step.id]
    before = f"{words.gap} " if step.kind is StepKind.GAP else ""
    force = force_of(step, guidance)
    pieces = [Piece(f"{number}", True), Piece(f"{before}{step.title}")]
    pieces += [Piece(f"({force})", True)] if force else []
    for leads in step.leads:
        if leads_back(step, guidance.by_id[leads.to]):
            back = f"{leads.when or words.next}: {words.back_to} {guidance.step_numbers[leads.to]}"
            pieces.append(Piece(f"{back[:1].upper()}{back[1:]}"))
    return ChartStep(
        id=step.id,
        shape=_SHAPES[step.kind],
        pieces=tuple(pieces),
        column=step.column,
        row=step.row,
        columns=step.columns,
    )
