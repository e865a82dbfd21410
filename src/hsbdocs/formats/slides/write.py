"""A presentation from a template's layouts: places for words and tables, shapes for drawings, notes, and alt text.

What is read out stands in the order of the slide. Times, ids and the order of parts hang on the content alone.
"""

from __future__ import annotations

import copy
import io
from typing import Any

from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Mm, Pt

from hsbdocs.formats.package import pack, unpack
from hsbdocs.formats.properties import Identity, identify
from hsbdocs.formats.slides.draw import draw_on, rgb
from hsbdocs.formats.slides.view import DeckView, SlideLine, SlideTable, SlideView, Words
from hsbdocs.model.logo import Picture

#: What is carried from a layout to each of its slides, for slides have only what stands on them.
_FEET = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_BODIES = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.OBJECT)
#: Grey that can still be read on white (7:1).
_QUIET = "595959"
#: The most that a logo is high and wide, the least that it is high, and the room above and below it.
_LOGO_HEIGHT, _LOGO_WIDTH, _LEAST_LOGO, _AROUND_LOGO = Mm(18), Mm(60), Mm(8), Mm(3)
#: The share of a table's width that its first column has.
_FIRST = 0.3


def write_slides(template: bytes, view: DeckView, identity: Identity) -> bytes:
    """The presentation. Raises ValueError for a layout that the template has not, or that lacks what it needs."""
    deck = Presentation(io.BytesIO(template))
    layouts = {layout.name: layout for layout in deck.slide_layouts}
    for slide in view.slides:
        if slide.layout not in layouts:
            raise ValueError(f"has no layout of the name {slide.layout}")
        _Slide(deck.slides.add_slide(layouts[slide.layout]), slide).fill(view.foot)
    saved = io.BytesIO()
    deck.save(saved)
    parts = unpack(saved.getvalue())
    identify(parts, identity)
    return pack(parts)


class _Slide:
    def __init__(self, slide: Any, view: SlideView) -> None:
        self.slide = slide
        self.view = view

    def fill(self, foot: str) -> None:
        """Title, then what stands below it, then the foot: the order in which it is read out."""
        _say(self.slide.shapes.title, (SlideLine((Words(self.view.title),)),))
        if self.view.drawing is not None:
            place = self._placeholder(*_BODIES)
            draw_on(self.slide.shapes, self.view.drawing, (place.left, place.top, place.width, place.height))
            _name(self.slide.shapes[-1], self.view.drawing.title, self.view.alt)
            place.element.getparent().remove(place.element)
        elif self.view.table is not None:
            self._table(self.view.table)
        else:
            _say(self._placeholder(*_BODIES), self.view.lines)
        if self.view.logo is not None:
            self._logo(self.view.logo)
        self._foot(foot)
        notes = self.slide.notes_slide.notes_text_frame
        _fill(notes, tuple(SlideLine((Words(text),)) for text in self.view.notes))

    def _placeholder(self, *kinds: Any) -> Any:
        """The one placeholder of a kind. Raises ValueError."""
        found = [each for each in self.slide.placeholders if each.placeholder_format.type in kinds]
        if len(found) != 1:
            raise ValueError(
                f"the layout {self.view.layout} has {len(found)} places for its words or its table, not one"
            )
        return found[0]

    def _table(self, table: SlideTable) -> None:
        place = self._placeholder(PP_PLACEHOLDER.TABLE)
        width = place.width
        frame = place.insert_table(rows=len(table.rows) + 1, cols=len(table.columns))
        _name(frame, self.view.title, self.view.alt)
        grid = frame.table
        grid.horz_banding = False
        first = round(width * _FIRST)
        grid.columns[0].width, grid.columns[1].width = first, width - first
        for column, text in enumerate(table.columns):
            _fill(grid.cell(0, column).text_frame, (SlideLine((Words(text, bold=True),)),), size=18)
        for number, row in enumerate(table.rows, 1):
            for column, lines in enumerate(row):
                shown = tuple(SlideLine(tuple(_bold(each) for each in line.words)) for line in lines)
                _fill(grid.cell(number, column).text_frame, lines if column else shown, size=18)
        for row in grid.rows:
            row.height = Pt(30)

    def _logo(self, logo: Picture) -> None:
        """Above the title, at its right end: as high as there is room, and no higher or wider than in Word."""
        title = self.slide.shapes.title
        high = max(min(title.top - 2 * _AROUND_LOGO, _LOGO_HEIGHT), _LEAST_LOGO)
        wide = round(high * logo.width / logo.height)
        if wide > _LOGO_WIDTH:
            wide, high = _LOGO_WIDTH, round(_LOGO_WIDTH * logo.height / logo.width)
        left = title.left + title.width - wide
        shape = self.slide.shapes.add_picture(io.BytesIO(logo.data), left, _AROUND_LOGO, wide, high)
        _name(shape, "Logo", logo.description)

    def _foot(self, text: str) -> None:
        """The foot of the layout, in the words of the document, and the number of the slide."""
        tree = self.slide.shapes._spTree
        for each in self.slide.slide_layout.placeholders:
            if each.placeholder_format.type in _FEET:
                element = copy.deepcopy(each.element)
                element.nvSpPr.cNvPr.set("id", str(1 + max(map(int, tree.xpath(".//p:cNvPr/@id")))))
                tree.append(element)
                if each.placeholder_format.type == PP_PLACEHOLDER.FOOTER:
                    _say(self.slide.shapes[-1], (SlideLine((Words(text),)),))


def _bold(words: Words) -> Words:
    return words if words.quiet else Words(words.text, bold=True)


def _name(shape: Any, name: str, alt: str) -> None:
    """The name of a shape, and what a screen reader says of it."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("name", name)
    properties.set("descr", alt)


def _say(shape: Any, lines: tuple[SlideLine, ...]) -> None:
    _fill(shape.text_frame, lines)


def _fill(frame: Any, lines: tuple[SlideLine, ...], size: float | None = None) -> None:
    """The lines, a paragraph each; ``size`` in points where no placeholder gives one."""
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for run in list(paragraph.runs):
            run._r.getparent().remove(run._r)
        paragraph.level = 1 if line.item else 0
        for words in line.words:
            run = paragraph.add_run()
            run.text = words.text
            run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
            if words.bold:
                run.font.bold = True
            if size is not None:
                run.font.size = Pt(size)
            if words.quiet:
                _grey(run)


def _grey(run: Any) -> None:
    run.font.color.rgb = rgb(_QUIET)
