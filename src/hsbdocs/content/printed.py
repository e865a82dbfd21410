"""What a pack's own documents print outside the releases of their forms, by hashes: content/generated/printed.json.

Titles, the handling mark and table descriptions may change; what was once printed stays in the file, for documents are
out in the world that print it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import msgspec

from hsbdocs.model.content import Content
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.form import Form, FormKey
from hsbdocs.model.printed import hashes_of

#: For each form's id and version, the hashes.
Hashes = dict[str, dict[str, tuple[str, ...]]]


def printed_path(content: Path) -> Path:
    """Where the hashes lie."""
    return content / "generated" / "printed.json"


def printed_json(hashes: Hashes) -> bytes:
    """The hashes as canonical JSON."""
    return msgspec.json.format(msgspec.json.encode(hashes, order="sorted"), indent=2) + b"\n"


def printed_today(content: Content, before: Hashes, varying: Mapping[str, Iterable[str]] | None = None) -> Hashes:
    """What was printed ``before``, and what documents made from this content print.

    ``varying`` are, by form, lines that may say something else tomorrow without a new version: without the hashes that
    a document carries (some programs lose them) they are known by these. Nothing is out of date where they are not in.
    """
    found = {form: {version: set(known) for version, known in each.items()} for form, each in before.items()}
    for form in content.forms.values():
        known = found.setdefault(form.id, {}).setdefault(form.version, set())
        known.update(hashes_of([*_lines(content, form), *(varying or {}).get(form.id, ())]))
    return {form: {version: tuple(sorted(known)) for version, known in each.items()} for form, each in found.items()}


def read_printed(content: Path) -> Hashes:
    """The hashes of a content folder, none where there is no file. Raises AuthorError where it cannot be read."""
    path = printed_path(content)
    try:
        return msgspec.json.decode(path.read_bytes(), type=Hashes) if path.is_file() else {}
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        name = f"{content.name}/generated/{path.name}"
        raise AuthorError([Fault(name, 0, "", f"is no list of hashes that can be read: {error}")]) from error


@cache
def load_printed(content: Path) -> Mapping[FormKey, frozenset[str]]:
    """The hashes by form, as ``parse`` takes them. Raises AuthorError."""
    return {
        FormKey(form, version): frozenset(known)
        for form, versions in read_printed(content).items()
        for version, known in versions.items()
    }


def _lines(content: Content, form: Form) -> Iterator[str]:
    """What stands in headers, and what other editors make visible of a table's properties: its title, run together
    with its description."""
    yield content.house.handling_mark
    yield from (document.title for document in content.documents.values() if document.form == form.id)
    for section in form.sections:
        yield section.description
        yield f"{section.heading}{section.description}"
