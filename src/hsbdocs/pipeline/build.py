"""``build``: content and templates to documents, and a manifest of what was made."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from hsbdocs.content.locate import Roots
from hsbdocs.content.releases import load_releases
from hsbdocs.formats.package import parts_sha256
from hsbdocs.formats.properties import with_custom
from hsbdocs.model.content import Content, Document
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.form import Form
from hsbdocs.model.printed import as_properties
from hsbdocs.model.variant import READER, Variant
from hsbdocs.pipeline.kinds import KINDS, read_pack
from hsbdocs.pipeline.make import Sources
from hsbdocs.pipeline.read_back import read_back
from hsbdocs.store.files import write_atomic

MANIFEST = "manifest.json"


class UnknownDocument(Exception):
    """A name on the command line is neither a document nor a group."""


class Built(msgspec.Struct, frozen=True):
    """A document that was written; ``form`` is none where it is made from the guidance. ``status`` is its own.

    ``parts_sha256`` is over what the file unpacks to. ``printed`` are the hashes of what it prints besides its form's
    release: it carries them in its properties.
    """

    document: Document
    form: Form | None
    path: Path
    sha256: str
    parts_sha256: str
    printed: tuple[str, ...]
    status: str


def build(roots: Roots, names: Sequence[str], out: Path, variant: Variant = READER) -> list[Built]:
    """Build the named documents or groups (all without names) into ``out``, and manifest.json beside them.

    The same content and templates give the same bytes on any day. Each form is read back before it is written: a
    template that lost a row, a control or a notice is refused. The guidance is loaded only for documents that print
    it. Raises AuthorError, UnknownDocument and OSError; nothing is written unless every document could be made.
    """
    reading = read_pack(roots)
    content = reading.sound()
    releases = load_releases(roots.content)
    sources = Sources(content, reading.places, roots, variant)
    made: list[tuple[Document, Form | None, bytes, tuple[str, ...]]] = []
    faults: list[Fault] = []
    for document in _selected(content, names):
        form = None if document.form is None else content.forms[document.form]
        try:
            data = KINDS[document.kind].make(sources, document)
        except AuthorError as error:
            faults += [fault for fault in error.faults if fault not in faults]
            continue
        printed: tuple[str, ...] = ()
        if form is not None:
            lines = KINDS[document.kind].lines(sources, document)
            blank = read_back(document, form, data, releases, (content.house.handling_mark, *lines))
            faults += blank.faults
            printed = blank.printed
            data = with_custom(data, as_properties(printed))
        made.append((document, form, data, printed))
    if faults:
        raise AuthorError(faults)
    built = []
    for document, form, data, printed in made:
        path = out / f"{document.id}{KINDS[document.kind].suffix}"
        write_atomic(path, data)
        sha256 = hashlib.sha256(data).hexdigest()
        built.append(Built(document, form, path, sha256, parts_sha256(data), printed, _status(content, form)))
    manifest = msgspec.json.encode(_manifest(content, built, variant))
    write_atomic(out / MANIFEST, msgspec.json.format(manifest, indent=2) + b"\n")
    return built


def _selected(content: Content, names: Sequence[str]) -> list[Document]:
    documents = content.documents
    members = _members(documents)
    unknown = next((name for name in names if name not in members), None)
    if unknown is not None:
        near = difflib.get_close_matches(unknown, sorted(members), n=1)
        hint = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(sorted(members))}."
        raise UnknownDocument(f"{unknown} is neither a document nor a group. {hint}")
    return [documents[key] for key in dict.fromkeys(key for name in names or documents for key in members[name])]


def _members(documents: Mapping[str, Document]) -> dict[str, list[str]]:
    """The documents by what may be asked for: the id of each, and the groups that it is in."""
    members = {name: [name] for name in documents}
    for name, document in documents.items():
        for group in document.groups:
            members.setdefault(group, []).append(name)
    return members


def _status(content: Content, form: Form | None) -> str:
    """What a document says of its state."""
    return content.handout.status if form is None else form.captions["status"]


def _manifest(content: Content, built: Sequence[Built], variant: Variant) -> dict[str, Any]:
    return {
        "schema": 1,
        "pack": content.edition.id,
        "content": {"version": content.edition.version, "hash": content.hash},
        "wording": None,
        "documents": [
            {
                "id": item.document.id,
                "kind": item.document.kind,
                "title": item.document.title,
                "path": item.path.name,
                "sha256": item.sha256,
                "parts_sha256": item.parts_sha256,
                "form": None if item.form is None else {"id": item.form.id, "version": item.form.version},
                "area": None,
                "audience": None,
                "marked": variant.marked,
                "printed": item.printed,
            }
            for item in built
        ],
    }
