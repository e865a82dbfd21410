"""What every document made from a form says of itself in its properties."""

from __future__ import annotations

from hsbdocs.formats.properties import Identity
from hsbdocs.model.content import Content, Document
from hsbdocs.model.form import Form


def identity(content: Content, document: Document, form: Form) -> Identity:
    """The properties of a form's document; the stamp stands there a second time."""
    return Identity(
        title=document.title,
        creator=content.house.publisher,
        language=content.house.language,
        custom={"hsbdocs.form": form.id, "hsbdocs.version": form.version, "hsbdocs.document": document.id},
    )
