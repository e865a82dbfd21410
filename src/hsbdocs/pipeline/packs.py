"""Packs: what one partnership's forms are read against. Several may be given; each form is judged by its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hsbdocs.content.catalogue import load_catalogue
from hsbdocs.content.locate import Roots
from hsbdocs.content.printed import load_printed
from hsbdocs.content.releases import load_releases
from hsbdocs.model.faults import Fault
from hsbdocs.model.finding import Code, Finding
from hsbdocs.model.record import Record
from hsbdocs.model.settings import Settings, changes_of
from hsbdocs.model.transcript import Transcript
from hsbdocs.pipeline.blanks import with_settings
from hsbdocs.pipeline.settings import WrongSettings, load_settings
from hsbdocs.reading import read_forms
from hsbdocs.rules import guide_of

#: The pack of a form that names none: those made before packs had ids, and the form as published.
FIRST_PACK = "kent-medway"
#: The property of a document that names its pack.
PACK_PROPERTY = "hsbdocs.pack"


class Pack:
    """One partnership's releases and catalogue, with what a settings file changes in them."""

    def __init__(self, roots: Roots, settings: Path | None, *, today: bool) -> None:
        """Load it. ``today`` says that the settings' day counts. Raises AuthorError, WrongSettings and OSError."""
        catalogue = load_catalogue(roots.content)
        chosen = Settings() if settings is None else load_settings(settings, catalogue.entries)
        self.id = catalogue.ruleset.edition.id
        self.releases = load_releases(roots.content)
        self.printed, self.problems = with_settings(self.releases, load_printed(roots.content), chosen, self.id)
        self.catalogue = catalogue.with_severity(chosen.severity)
        self.changes = changes_of(chosen, catalogue.entries.values(), today=today)
        self.off = self.changes.codes_off()
        self.guide = guide_of(catalogue.ruleset, chosen.months)
        self.today = chosen.today
        self.forms = {form.key: form for form in self.releases}


class SamePack(Exception):
    """Raised where two of the packs given have the same id."""


def load_packs(several: Sequence[Roots], settings: Path | None, *, today: bool) -> tuple[Pack, ...]:
    """The packs in the order given. Raises AuthorError, SamePack, WrongSettings and OSError; a blank or
    a manifest that no pack knows is a mistake of the settings."""
    packs = tuple(Pack(roots, settings, today=today) for roots in several)
    ids = [pack.id for pack in packs]
    twice = sorted({each for each in ids if ids.count(each) > 1})
    if twice:
        raise SamePack(f"More than one pack has the id {twice[0]}.")
    unknown = [problem for problem in packs[0].problems if all(_among(problem[0], pack.problems) for pack in packs)]
    if settings is not None and unknown:
        raise WrongSettings([Fault(settings.as_posix(), 0, place, problem) for place, problem in unknown])
    return packs


def read_by_pack(transcript: Transcript, packs: Sequence[Pack]) -> tuple[Pack, list[Record | Finding]]:
    """Whose form a transcript is, and what was read in it.

    A file that names its pack is read as a form of that pack and of no other. One that names none is a form of
    FIRST_PACK where that one is given and knows it; another pack may have forms of other ids.
    """
    named = transcript.properties.get(PACK_PROPERTY, "")
    if named:
        own = next((pack for pack in packs if pack.id == named), None)
        if own is None:
            return packs[0], [Finding(code=Code.FORM_01)]
        return own, read_forms(transcript, own.releases, own.printed)
    taken: set[str] = set()
    read: list[tuple[Pack, list[Record | Finding]]] = []
    for pack in sorted(packs, key=lambda pack: pack.id != FIRST_PACK):
        releases = [form for form in pack.releases if form.id not in taken]
        found = read_forms(transcript, releases, pack.printed)
        if any(isinstance(each, Record) for each in found):
            return pack, found
        read.append((pack, found))
        taken |= {form.id for form in pack.releases if pack.id == FIRST_PACK}
    return next((each for each in read if each[0] is packs[0]), read[0])


def _among(place: str, problems: Sequence[tuple[str, str]]) -> bool:
    return any(place == other for other, _ in problems)
