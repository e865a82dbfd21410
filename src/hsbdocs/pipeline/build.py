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
from hsbdocs.pipeline.manifest import MANIFEST, Earlier, Entry, Inputs
from hsbdocs.pipeline.pack_pages import TRAINING, write_pages
from hsbdocs.pipeline.pdf import can_be_pdf, make_pdfs, pdf_of
from hsbdocs.pipeline.read_back import read_back
from hsbdocs.store.files import write_atomic

__all__ = ["MANIFEST", "Built", "NotInLargePrint", "UnknownDocument", "build", "build_packs"]


class UnknownDocument(Exception):
    """A name on the command line is neither a document nor a group."""


class NotInLargePrint(Exception):
    """A document that was named has no large print; the text says what to do."""


class Built(msgspec.Struct, frozen=True):
    """A document that was written; ``form`` is none where it is made from the guidance. ``status`` is its own.

    ``pack`` is the one that it belongs to. ``parts_sha256`` is over what the file unpacks to. ``printed`` are the
    hashes of what it prints besides its form's release: it carries them in its properties. ``inputs`` is over all that
    it is made from; ``stays``: that had not changed, and the document was left as it lay there. ``pdf`` lies beside it.
    """

    document: Document
    form: Form | None
    pack: Pack
    path: Path
    sha256: str
    parts_sha256: str
    printed: tuple[str, ...]
    status: str
    inputs: str
    stays: bool = False
    pdf: Path | None = None


class _Made(msgspec.Struct, frozen=True):
    """A document that could be made and is not written yet; ``stays`` is what is left as it lies there instead."""

    document: Document
    form: Form | None
    pack: Pack
    inputs: str
    data: bytes = b""
    printed: tuple[str, ...] = ()
    stays: Entry | None = None

    @property
    def path(self) -> str:
        """Where it belongs, below the folder of the manifest."""
        return f"{self.pack.folder}/{self.document.id}{KINDS[self.document.kind].suffix}".lstrip("/")


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
    *,
    libreoffice: str = "",
) -> list[Built]:
    """The same for several packs, each into its folder below ``out``; ``packs`` gives them for the house details.

    ``progress`` is told how many documents of how many are made. Raises besides what ``packs`` raises, and
    NotInLargePrint for a document that was named and has none; where all are built, such a one is left out.
    What an earlier build made from the same is left as it lies there. With ``libreoffice`` a PDF is made beside each;
    raises NoPdf then too. Where the group of training documents is named, the pages about it are written as well.
    """
    reading = read_pack(roots)
    content = reading.sound()
    releases = load_releases(roots.content)
    sources = Sources(content, reading.places, roots)
    wanted = [(pack, document) for pack in packs(content.house) for document in _of_pack(content, names, pack)]
    earlier, inputs = Earlier(out), Inputs(content, roots)
    made: list[_Made] = []
    faults: list[Fault] = []
    for number, (pack, document) in enumerate(wanted, 1):
        try:
            blank = _Made(document, _form_of(content, document), pack, inputs.of(document, pack.variant))
            stays = earlier.unchanged(blank.path, blank.inputs)
            if stays is not None:
                made.append(msgspec.structs.replace(blank, stays=stays))
            else:
                made.append(_make(sources.in_variant(pack.variant), blank, releases))
        except AuthorError as error:
            faults += [fault for fault in error.faults if fault not in faults]
        progress(number, len(wanted))
    if faults:
        raise AuthorError(faults)
    built = [_write(content, each, out) for each in made]
    built = _with_pdfs(built, earlier, out, libreoffice)
    if TRAINING in names:
        write_pages(sources, built, out)
    manifest = msgspec.json.encode(_manifest(content, built, out))
    write_atomic(out / MANIFEST, msgspec.json.format(manifest, indent=2) + b"\n")
    return built


def _form_of(content: Content, document: Document) -> Form | None:
    return None if document.form is None else content.forms[document.form]


def _make(sources: Sources, blank: _Made, releases: Sequence[Form]) -> _Made:
    """One document. Raises AuthorError, for a form that does not come back from it too."""
    document, form = blank.document, blank.form
    data = KINDS[document.kind].make(sources, document)
    if form is None:
        return msgspec.structs.replace(blank, data=data)
    lines = (sources.content.house.handling_mark, *KINDS[document.kind].lines(sources, document))
    back = read_back(document, form, data, releases, lines)
    if back.faults:
        raise AuthorError(back.faults)
    return msgspec.structs.replace(blank, data=with_custom(data, as_properties(back.printed)), printed=back.printed)


def _write(content: Content, made: _Made, out: Path) -> Built:
    path, stays = out / made.path, made.stays
    if stays is None:
        write_atomic(path, made.data)
    return Built(
        document=made.document,
        form=made.form,
        pack=made.pack,
        path=path,
        sha256=hashlib.sha256(made.data).hexdigest() if stays is None else stays.sha256,
        parts_sha256=parts_sha256(made.data) if stays is None else stays.parts_sha256,
        printed=made.printed if stays is None else stays.printed,
        status=_status(content, made.form),
        inputs=made.inputs,
        stays=stays is not None,
    )


def _with_pdfs(built: Sequence[Built], earlier: Earlier, out: Path, libreoffice: str) -> list[Built]:
    """The same with the PDFs that lie beside them: none stays there that was made of another document."""
    old = {each.path: earlier.pdf_of(each.path.relative_to(out).as_posix()) for each in built}
    missing = [each.path for each in built if not (each.stays and old[each.path])]
    if libreoffice:
        make_pdfs(libreoffice, [path for path in missing if can_be_pdf(path)])
        return [
            msgspec.structs.replace(each, pdf=pdf_of(each.path) if can_be_pdf(each.path) else None) for each in built
        ]
    for path in missing:
        if (pdf := old[path]) is not None:
            pdf.unlink()
    return [msgspec.structs.replace(each, pdf=None if each.path in missing else old[each.path]) for each in built]


def _of_pack(content: Content, names: Sequence[str], pack: Pack) -> list[Document]:
    """The documents of a pack that were asked for."""
    selected = _selected(content, names)
    if not pack.variant.large_print:
        return selected
    found = [document for document in selected if KINDS[document.kind].large_print]
    for document in selected:
        if document not in found and document.id in names:
            instead = KINDS[document.kind].instead_of_large_print
            raise NotInLargePrint(f"{document.id} has no large print: {instead}")
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
        "inputs": item.inputs,
        "pdf": None if item.pdf is None else pdf_of(item.path).relative_to(out).as_posix(),
    }
