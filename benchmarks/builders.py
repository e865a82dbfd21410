"""Ways to build one form from its template."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
from docxtpl import DocxTemplate

from benchmarks.timing import Rounds, side_by_side
from hsbdocs.content.load import load_content
from hsbdocs.content.locate import Roots
from hsbdocs.documents.identity import identity
from hsbdocs.documents.word_form import form_view
from hsbdocs.formats.properties import Identity
from hsbdocs.formats.word.write import fill_template
from hsbdocs.pipeline.build import build
from hsbdocs.pipeline.kinds import ASKS

FILL, PIPELINE, DOCXTPL = "hsbdocs, the document", "hsbdocs, all of build", "docxtpl alone"

WHAT = {
    FILL: "template and view to bytes: template check, docxtpl, placeholders, properties, packing, document check",
    PIPELINE: "as before, and content loaded and checked, the document read back and compared, files written",
    DOCXTPL: "DocxTemplate(stream), render with the same values, save to a stream; nothing checked",
}


def measure(roots: Roots, document_id: str, rounds: int) -> Rounds:
    """Times by builder for one document."""
    content = load_content(roots.content, roots.templates, ASKS)
    document = content.documents[document_id]
    form = content.forms[document.form or ""]
    template = (roots.templates / document.template).read_bytes()
    view = form_view(content, document, form)
    about = identity(content, document, form)
    with tempfile.TemporaryDirectory() as folder:
        contestants: dict[str, Callable[[], object]] = {
            FILL: lambda: _fill(document.template, template, view, about),
            PIPELINE: lambda: build(roots, (document_id,), Path(folder)),
            DOCXTPL: lambda: _docxtpl(template, view),
        }
        return side_by_side(contestants, rounds)


def _fill(name: str, template: bytes, view: msgspec.Struct, about: Identity) -> bytes:
    return fill_template(name, template, view, about)


def _docxtpl(template: bytes, view: msgspec.Struct) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render({name: getattr(view, name) for name in view.__struct_fields__}, autoescape=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
