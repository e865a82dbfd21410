"""Parts of the report that stand in more than one place: a form's name, points with their places, numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hsbdocs.report.text import Line, Tone, wrapped
from hsbdocs.report.view import Entry, Point, View


def name_of(entry: Entry, view: View, *, since: bool = False) -> str:
    """The file's name; in the team's folder the reference too, and ``since`` when it is known if not today."""
    if not entry.reference:
        return view.name_of(entry)
    said = view.words.reference.format(reference=entry.reference)
    seen = f"; {view.words.first_seen(entry.days)}" if since and entry.days else ""
    return f"{view.name_of(entry)} ({said}{seen})"


def number_of(view: View) -> Line:
    """How many files there are, and how many forms, if more."""
    forms = f", {len(view.entries)} forms" if len(view.entries) > view.files else ""
    return Line(f"{counted(view.files, 'file')}{forms}", Tone.STRONG)


def points_of(points: Sequence[Point]) -> Iterator[Line]:
    """Every place of which the same is said, with what was written there, and what is said."""
    for point in points:
        for place in point.places:
            first, *more = filter(None, (place.name, *place.written))
            yield from wrapped(first, indent="      - ", follow="        ")
            for text in more:
                yield from wrapped(text, indent="        ", follow="        ")
        yield from wrapped(point.text, indent="        " if point.places else "      - ", follow="        ")


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"
