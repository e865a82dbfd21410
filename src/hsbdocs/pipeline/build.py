"""``build``: content and templates to documents, and a manifest of what was made."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from hsbdocs.content.locate import Roots
from hsbdocs.content.releases import load_releases
from hsbdocs.formats.package import parts_sha256
from hsbdocs.formats.properties import with_custom
from hsbdocs.model.content import Content, Document, House
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.form import Form
from hsbdocs.model.printed import as_properties
from hsbdocs.model.variant import READER, Variant
from hsbdocs.pipeline.editions import Pack
from hsbdocs.pipeline.kinds import KINDS, read_pack
from hsbdocs.pipeline.make import Sources
from hsbdocs.pipeline.read_back import read_back
from hsbdocs.store.files import write_atomic

MANIFEST = "manifest.json"


class UnknownDocument(Exception):
    """A name on the command line is neither a document nor a group."""


class NotInLargePrint(Exception):
    """A document that was named has no large print; the text says what to do."""


class Built(msgspec.Struct, frozen=True):
    """A document that was written; ``form`` is none where it is made from the guidance. ``status`` is its own.

    ``pack`` is the one that it belongs to. ``parts_sha256`` is over what the file unpacks to. ``printed`` are the
    hashes of what it prints besides its form's release: it carries them in its properties.
    """

    document: Document
    form: Form | None
    pack: Pack
    path: Path
    sha256: str
    parts_sha256: str
    printed: tuple[str, ...]
    status: str


class _Made(msgspec.Struct, frozen=True):
    """A document that could be made and is not written yet."""

    document: Document
    form: Form | None
    pack: Pack
    data: bytes
    printed: tuple[str, ...]


def build(roots: Roots, names: Sequence[str], out: Path, variant: Variant = READER) -> list[Built]:
    """Build the named documents or groups (all without names) into ``out``, and manifest.json beside them.

    The same content and templates give the same bytes on any day. Each form is read back before it is written: a
    template that lost a row, a control or a notice is refused. The guidance is loaded only for documents that print
    it. Raises AuthorError, UnknownDocument and OSError; nothing is written unless every document could be made.
    """
    return build_packs(roots, names, out, lambda _: [Pack("", variant)])


def build_packs(
    roots: Roots,
    names: Sequence[str],
    out: Path,
    packs: Callable[[House], Sequence[Pack]],
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> list[Built]:
    """The same for several packs, each into its folder below ``out``; ``packs`` gives them for the house details.

    ``progress`` is told how many documents of how many are made. Raises besides what ``packs`` raises, and
    NotInLargePrint for a document that was named and has none; where all are built, such a one is left out.
    """
    reading = read_pack(roots)
    content = reading.sound()
    releases = load_releases(roots.content)
    sources = Sources(content, reading.places, roots)
    wanted = [(pack, document) for pack in packs(content.house) for document in _of_pack(content, names, pack)]
    made: list[_Made] = []
    faults: list[Fault] = []
    for number, (pack, document) in enumerate(wanted, 1):
        try:
            made.append(_make(sources.in_variant(pack.variant), document, pack, releases))
        except AuthorError as error:
            faults += [fault for fault in error.faults if fault not in faults]
        progress(number, len(wanted))
    if faults:
        raise AuthorError(faults)
    built = [_write(content, each, out) for each in made]
    manifest = msgspec.json.encode(_manifest(content, built, out))
    write_atomic(out / MANIFEST, msgspec.json.format(manifest, indent=2) + b"\n")
    return built


def _make(sources: Sources, document: Document, pack: Pack, releases: Sequence[Form]) -> _Made:
    """One document. Raises AuthorError, for a form that does not come back from it too."""
    form = None if document.form is None else sources.content.forms[document.form]
    data = KINDS[document.kind].make(sources, document)
    if form is None:
        return _Made(document, None, pack, data, ())
    lines = (sources.content.house.handling_mark, *KINDS[document.kind].lines(sources, document))
    blank = read_back(document, form, data, releases, lines)
    if blank.faults:
        raise AuthorError(blank.faults)
    return _Made(document, form, pack, with_custom(data, as_properties(blank.printed)), blank.printed)


def _write(content: Content, made: _Made, out: Path) -> Built:
    path = out / made.pack.folder / f"{made.document.id}{KINDS[made.document.kind].suffix}"
    write_atomic(path, made.data)
    return Built(
        document=made.document,
        form=made.form,
        pack=made.pack,
        path=path,
        sha256=hashlib.sha256(made.data).hexdigest(),
        parts_sha256=parts_sha256(made.data),
        printed=made.printed,
        status=_status(content, made.form),
    )


def _of_pack(content: Content, names: Sequence[str], pack: Pack) -> list[Document]:
    """The documents of a pack that were asked for."""
    selected = _selected(content, names)
    if not pack.variant.large_print:
        return selected
    found = [document for document in selected if KINDS[document.kind].large_print]
    named = next((document.id for document in selected if document not in found and document.id in names), None)
    if named is not None:
        raise NotInLargePrint(f"{named} has no large print: in Excel, make it larger with the zoom at the lower right.")
    return found


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


def _manifest(content: Content, built: Sequence[Built], out: Path) -> dict[str, Any]:
    return {
        "schema": 1,
        "pack": content.edition.id,
        "content": {"version": content.edition.version, "hash": content.hash},
        "wording": None,
        "documents": [_entry(item, out) for item in built],
    }


def _entry(item: Built, out: Path) -> dict[str, Any]:
    """What the manifest says of one document."""
    variant = item.pack.variant
    return {
        "id": item.document.id,
        "kind": item.document.kind,
        "title": item.document.title,
        "path": item.path.relative_to(out).as_posix(),
        "sha256": item.sha256,
        "parts_sha256": item.parts_sha256,
        "form": None if item.form is None else {"id": item.form.id, "version": item.form.version},
        "area": None if variant.area is None else variant.area.value,
        "agency": None if variant.agency is None else {"id": variant.agency.id, "name": variant.agency.name},
        "audience": None,
        "large_print": variant.large_print,
        "marked": variant.marked,
        "printed": item.printed,
    }
