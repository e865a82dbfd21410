"""Packs: what one partnership's forms are read against. Several may be given; each form is judged by its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from hsbdocs.content.catalogue import Catalogue, load_catalogue
from hsbdocs.content.locate import Roots
from hsbdocs.content.printed import load_printed
from hsbdocs.content.releases import load_releases
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.form import Form
from hsbdocs.model.location import Location
from hsbdocs.model.record import Record
from hsbdocs.model.settings import Settings, changes_of
from hsbdocs.model.transcript import Transcript
from hsbdocs.pipeline.blanks import with_settings
from hsbdocs.pipeline.settings import WrongSettings, load_settings
from hsbdocs.reading import read_forms
from hsbdocs.rules import guide_of, lists_missing

#: The pack of a form that names none: those made before packs had ids, and the form as published.
FIRST_PACK = "kent-medway"
#: The property of a document that names its pack.
PACK_PROPERTY = "hsbdocs.pack"


class Pack:
    """One partnership's releases and catalogue, with what a settings file changes in them."""

    def __init__(self, roots: Roots, settings: Path | None, *, today: bool) -> None:
        """Load it. ``today`` says that the settings' day counts. Raises AuthorError, WrongSettings and OSError."""
        self.templates = roots.templates
        self.releases = load_releases(roots.content)
        catalogue = load_catalogue(roots.content)
        chosen = (
            Settings()
            if settings is None
            else load_settings(settings, catalogue.entries, [form.key for form in self.releases])
        )
        faults = missing_lists(roots.content, catalogue)
        if faults:
            raise AuthorError(faults)
        self.id = catalogue.ruleset.edition.id
        self.printed, self.problems = with_settings(self.releases, load_printed(roots.content), chosen, self.id)
        self.catalogue = catalogue.with_severity(chosen.severity)
        self.changes = changes_of(chosen, catalogue.entries.values(), today=today)
        self.off = self.changes.codes_off()
        self.guide = guide_of(catalogue.ruleset, chosen.months)
        self.today = chosen.today
        self.retention_months = chosen.retention_months
        self.team = chosen.team
        self.forms = {form.key: form for form in self.releases}

    def say_place(self, at: Location, record: Record) -> str:
        """A place of a record of one of its forms, in words."""
        return self.catalogue.place(at, self.forms[record.form])


def missing_lists(content: Path, catalogue: Catalogue) -> list[Fault]:
    """Lists of names that the rules of a catalogue's entries look for and the pack does not have."""
    missing = lists_missing(catalogue.entries, catalogue.ruleset.names)
    return [
        Fault(f"{content.name}/names/", 0, "", f"holds no list {list_id.value}, which the rule {code.value} looks for")
        for code, list_id in missing
    ]


class SamePack(Exception):
    """Raised where two of the packs given have the same id."""


def load_packs(several: Sequence[Roots], settings: Path | None, *, today: bool) -> tuple[Pack, ...]:
    """The packs in the order given. Raises AuthorError, SamePack, WrongSettings and OSError.

    An agency's blank or a manifest that no pack knows is a mistake of the settings.
    """
    packs = tuple(Pack(roots, settings, today=today) for roots in several)
    for pack, other in combinations(packs, 2):
        if pack.id == other.id:
            raise SamePack(f"More than one pack has the id {pack.id}.")
    unknown = set.intersection(*({at for at, _ in pack.problems} for pack in packs))
    if settings is not None and unknown:
        faults = [Fault(settings.as_posix(), 0, at, problem) for at, problem in packs[0].problems if at in unknown]
        raise WrongSettings(faults)
    return packs


def read_by_pack(transcript: Transcript, packs: Sequence[Pack]) -> tuple[Pack, list[Record | Finding]]:
    """Whose form a transcript is, and what was read in it.

    A file that names its pack is read as a form of that pack and of no other. One that names none is a form of
    FIRST_PACK where that pack is given and knows it; of others, whichever knows it, but never by an id of FIRST_PACK.
    """
    failed = []
    for pack, releases in _candidates(transcript.properties.get(PACK_PROPERTY, ""), packs):
        found = read_forms(transcript, releases, pack.printed)
        if any(isinstance(each, Record) for each in found):
            return pack, found
        failed.append((pack, found))
    if not failed:
        return packs[0], [Finding(code=Code.FORM_01)]
    return next((each for each in failed if each[0] is packs[0]), failed[0])


def _candidates(named: str, packs: Sequence[Pack]) -> Iterator[tuple[Pack, Sequence[Form]]]:
    """The packs that a file may be a form of, with the releases that count, in the order in which they are tried."""
    if named:
        yield from ((pack, pack.releases) for pack in packs if pack.id == named)
        return
    taken: set[str] = set()
    for pack in sorted(packs, key=lambda pack: pack.id != FIRST_PACK):
        yield pack, [form for form in pack.releases if form.id not in taken]
        if pack.id == FIRST_PACK:
            taken = {form.id for form in pack.releases}
