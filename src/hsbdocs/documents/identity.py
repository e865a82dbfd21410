"""What every document says of itself in its properties."""

from __future__ import annotations

from hsbdocs.formats.properties import Identity
from hsbdocs.model.content import Content, Document
from hsbdocs.model.form import Form


def identity(content: Content, document: Document, form: Form | None) -> Identity:
    """The properties of a document: its pack and its own id; a form's stamp stands there a second time.

    Without a form it is known as none.
    """
    stamp = {} if form is None else {"hsbdocs.form": form.id, "hsbdocs.version": form.version}
    return Identity(
        title=document.title,
        creator=content.house.publisher,
        language=content.house.language,
        custom={"hsbdocs.pack": content.edition.id, **stamp, "hsbdocs.document": document.id},
    )
