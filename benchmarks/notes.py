"""What a note costs: made by this program, beside docxtpl alone on the same template with the same view."""

from __future__ import annotations

import io

import msgspec
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment

from benchmarks.machine import machine
from benchmarks.table import table
from benchmarks.timing import median, ratio, side_by_side
from hsbdocs.content.locate import find_roots
from hsbdocs.content.releases import load_releases
from hsbdocs.documents.note import Asked, NoteFacts, NoteView, note_view
from hsbdocs.formats.properties import Identity
from hsbdocs.formats.word.write import fill_template
from hsbdocs.model.settings import Team
from hsbdocs.pipeline.packs import Pack

_ROUNDS = 21
_OURS, _THEIRS = "a note", "docxtpl alone"
_KEYS = ("D2", "D6", "Q3", "O2", "A3", "A4")
_IDENTITY = Identity(title="Note", creator="A team", language="en-GB", custom={})


def main() -> None:
    """Measure both in turns and print a table."""
    roots = find_roots()
    template = (roots.templates / "note.docx").read_bytes()
    view = _view()

    def ours() -> bytes:
        return fill_template("note.docx", template, view, _IDENTITY)

    def theirs() -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        context = {field.name: getattr(view, field.name) for field in msgspec.structs.fields(view)}
        document.render(context, SandboxedEnvironment(autoescape=True), autoescape=True)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    times = side_by_side({_OURS: ours, _THEIRS: theirs}, _ROUNDS)
    rows = [[name, f"{median(times, name):.1f}", f"{ratio(times, name, _THEIRS):.2f}"] for name in (_OURS, _THEIRS)]
    print(f"{machine()}. CPU time of one document of six rows, the median of {_ROUNDS} rounds.\n")
    print("\n".join(table(["", "ms", "times docxtpl alone"], rows)))


def _view() -> NoteView:
    """A note of six rows, two of them to be acted on first."""
    roots = find_roots()
    form = next(form for form in load_releases(roots.content) if form.adds_to)
    asked = tuple(Asked(f"Please look again at this row: {key}.", (key,), key in ("A3", "A4")) for key in _KEYS)
    facts = NoteFacts(reference="AVEZ507H0", asked=asked, form=form, team=Team(name="A team", telephone="01632 960555"))
    return note_view(facts, Pack(roots, None, today=False).catalogue.ruleset.note)


if __name__ == "__main__":
    main()
