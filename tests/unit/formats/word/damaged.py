"""The project's own templates, changed as Word or somebody in an office changes them."""

from functools import cache

from hsbdocs.content.load import load_content
from hsbdocs.documents.word_form import form_view
from hsbdocs.formats.word.write import fill_template
from hsbdocs.model.content import Content
from hsbdocs.pipeline.kinds import ASKS
from tests.support.forms import ROOT
from tests.unit.formats.word.views import IDENTITY
from tests.unit.formats.wordfile import unzipped, zipped

NAME = "risk-assessment.docx"
DOCUMENT, STYLES, HEADER, FOOTER = "word/document.xml", "word/styles.xml", "word/header1.xml", "word/footer1.xml"
SETTINGS = "word/settings.xml"


@cache
def content() -> Content:
    return load_content(ROOT / "content", ROOT / "templates", ASKS)


def changed(part: str, old: str, new: str, name: str = NAME) -> bytes:
    """The template with the first `old` in a part replaced."""
    parts = unzipped((ROOT / "templates" / name).read_bytes())
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    return zipped(parts)


def filled(template: bytes) -> bytes:
    """The form made from a template."""
    asked = content().documents["risk-assessment"]
    return fill_template(NAME, template, form_view(content(), asked, content().forms["risk-assessment"]), IDENTITY)
