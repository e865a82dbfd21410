"""What a team's copies of a form print besides the form: from agencies' own blanks, and from manifests of ``build``.

It is no writing outside the answer boxes. Only hashes are kept, and only for the run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from hsbdocs.intake.arrivals import arrival
from hsbdocs.intake.readers import READERS
from hsbdocs.model.form import Form, FormKey
from hsbdocs.model.printed import Printed, of_properties
from hsbdocs.model.record import Record, State
from hsbdocs.model.settings import Settings
from hsbdocs.model.transcript import Transcript
from hsbdocs.reading import outside, read_forms


class NoBlank(Exception):
    """A path of the settings gives no hashes; the text says why."""


class _ManifestDocument(msgspec.Struct, frozen=True):
    form: FormKey | None
    printed: tuple[str, ...] = ()


class _Manifest(msgspec.Struct, frozen=True):
    pack: str
    documents: tuple[_ManifestDocument, ...]


def with_settings(
    releases: Sequence[Form], released: Mapping[FormKey, frozenset[str]], settings: Settings, pack: str
) -> tuple[Printed, list[tuple[str, str]]]:
    """What is known to be printed; and what is wrong with a path of the settings, by its place in them."""
    told: dict[FormKey, frozenset[str]] = {}
    problems = []

    def add(form: FormKey, hashes: frozenset[str]) -> None:
        told[form] = told.get(form, frozenset()) | hashes

    for number, path in enumerate(settings.blanks, 1):
        try:
            add(*_of_blank(releases, path))
        except NoBlank as error:
            problems.append((f"blanks.{number}", str(error)))
    for number, folder in enumerate(settings.manifests, 1):
        try:
            for form, hashes in _of_folder(folder, pack):
                add(form, hashes)
        except NoBlank as error:
            problems.append((f"manifests.{number}", str(error)))
    return Printed(released, told), problems


def _of_blank(releases: Sequence[Form], path: Path) -> tuple[FormKey, frozenset[str]]:
    """The form that a blank is, and what it prints besides: as it is read, and as its properties say."""
    transcript = READERS.read(arrival(path))
    if not isinstance(transcript, Transcript):
        raise NoBlank(f"{path.as_posix()} could not be read as a Word document or an Excel workbook")
    found = read_forms(transcript, releases)
    record = found[0]
    if len(found) > 1 or not isinstance(record, Record):
        raise NoBlank(f"{path.as_posix()} is not a form that is known, or holds several")
    if State.READ in record.states.values():
        raise NoBlank(f"{path.as_posix()} is not a blank: something is filled in; give the empty form")
    hashes = {*outside(transcript, record), *of_properties(transcript.properties)}
    return record.form, frozenset(hashes)


def _of_folder(folder: Path, pack: str) -> Iterator[tuple[FormKey, frozenset[str]]]:
    """What the documents of every manifest of the pack in a folder print besides their forms."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".json")
    except OSError as error:
        raise NoBlank(f"{folder.as_posix()} is not a folder that can be read") from error
    if not paths:
        raise NoBlank(f"{folder.as_posix()} holds no manifest: give the folder that hsbdocs build wrote")
    packs = set()
    for path in paths:
        manifest = _manifest(path)
        packs.add(manifest.pack)
        for document in manifest.documents if manifest.pack == pack else ():
            if document.form is not None:
                yield document.form, frozenset(document.printed)
    if pack not in packs:
        raise NoBlank(f"{folder.as_posix()} holds manifests of {', '.join(sorted(packs))}, none of {pack}")


def _manifest(path: Path) -> _Manifest:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Manifest)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise NoBlank(f"{path.as_posix()} is not a manifest of hsbdocs build") from error
