"""A content folder to one checked Content, or every fault in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import msgspec

from hsbdocs.content.borrowed import with_parts
from hsbdocs.content.catalogue import catalogue_path, ruleset_json, ruleset_of
from hsbdocs.content.checks import check
from hsbdocs.content.edition import STATE, check_state
from hsbdocs.content.forms import read_forms
from hsbdocs.content.locate import MARK
from hsbdocs.content.places import Places
from hsbdocs.content.printed import printed_path, printed_today, read_printed
from hsbdocs.content.reader import Reader
from hsbdocs.content.releases import agrees, read_release, release_path
from hsbdocs.content.slots import of_edition
from hsbdocs.content.strays import UNNAMED, strays, told, without_those_missed
from hsbdocs.model.check import CheckCode
from hsbdocs.model.content import Content, Document, Edition, House
from hsbdocs.model.doubt import DoubtWords
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.finding import CatalogueEntry
from hsbdocs.model.form import Form
from hsbdocs.model.handout import NO_FRAME, HandoutFrame
from hsbdocs.model.kind import Asks
from hsbdocs.model.location import PlaceWords
from hsbdocs.model.names import NameList, NoteFrame
from hsbdocs.model.report import ReportWords
from hsbdocs.model.state import StateWords

#: The lines that state.yaml gives: where it cannot be read, nobody is told that they are missing elsewhere.
_LINES_OF_STATE = ("status", "review")


class ContentReading(msgspec.Struct, frozen=True):
    """Content as far as it could be read: every fault, and where each id stands.

    ``content`` is None where a file cannot be read at all, or one that stands once has faults; ``edition`` where
    hsbdocs.yaml has.
    """

    content: Content | None
    edition: Edition | None
    places: Places
    faults: tuple[Fault, ...]

    def sound(self) -> Content:
        """The content, where nothing is wrong with it. Raises AuthorError with every fault."""
        if self.faults or self.content is None:
            raise AuthorError(self.faults)
        return self.content


def load_content(root: Path, templates: Path, kinds: Mapping[str, Asks], *, compiled: bool = True) -> Content:
    """Read and check the content folder ``root``.

    ``templates`` is where documents' templates must lie; ``kinds`` says what each kind of document asks for.
    ``compiled`` also asks that the generated catalogue and the frozen releases agree with the source. Raises
    AuthorError with every fault: file, line, path and problem.
    """
    return read_content(root, templates, kinds, compiled=compiled).sound()


def read_content(root: Path, templates: Path, kinds: Mapping[str, Asks], *, compiled: bool = True) -> ContentReading:
    """The same without raising."""
    reader = Reader(root)
    edition = reader.one(MARK, Edition)
    words = reader.one(STATE, StateWords) if (root / STATE).is_file() else None
    reader.faults += [] if words is None else check_state(words, reader.places)
    reader.slots = _slots(root, edition, words)
    house = reader.one("house.yaml", House)
    note = reader.one("note.yaml", NoteFrame)
    report = reader.one("report.yaml", ReportWords)
    where = reader.one("places.yaml", PlaceWords)
    doubts = reader.one("doubts.yaml", DoubtWords)
    handout = reader.one("handout.yaml", HandoutFrame) if (root / "handout.yaml").is_file() else NO_FRAME
    names = reader.many("names", NameList)
    documents = reader.many("documents", Document)
    catalogue = reader.lists("findings", CatalogueEntry)
    forms = read_forms(reader)
    faults = _with_strays(reader)
    if edition is None or house is None or note is None or handout is None:
        return ContentReading(None, edition, reader.places, tuple(faults))
    if report is None or where is None or doubts is None:
        return ContentReading(None, edition, reader.places, tuple(faults))
    content = Content(
        edition=edition,
        house=house,
        forms={form.id: form for form in forms},
        documents=with_parts(documents),
        catalogue=tuple(catalogue),
        names=tuple(names),
        note=note,
        report=report,
        places=where,
        doubts=doubts,
        handout=handout,
        hash=reader.hash_of_all(),
    )
    doubled = list(_doubled(forms, root))
    together = doubled or check(content, reader.places, templates, kinds, whole=not faults)
    faults = _one_for_each(faults, together)
    if _unreadable(faults):
        return ContentReading(None, edition, reader.places, tuple(faults))
    if not faults and compiled:
        faults += _stale(content, root)
    return ContentReading(content, edition, reader.places, tuple(faults))


def _slots(root: Path, edition: Edition | None, words: StateWords | None) -> dict[str, str]:
    """What is filled into every file; what state.yaml would say is its name where that is there and cannot be read."""
    slots = {} if edition is None else of_edition(edition, words)
    is_there = words is None and any(root.glob(f"{Path(STATE).stem}.*"))
    return slots | dict.fromkeys(_LINES_OF_STATE, STATE) if is_there else slots


def _unreadable(faults: Collection[Fault]) -> set[str]:
    return {fault.file for fault in faults if fault.code is CheckCode.UNREADABLE}


def _one_for_each(faults: list[Fault], together: list[Fault]) -> list[Fault]:
    """Faults of single files and of all together, without those that come of another one."""
    folders = {fault.file.rpartition("/")[0] for fault in together}
    kept = [fault for fault in faults if not (UNNAMED in fault.problem and _is_in(fault.file, folders))]
    unreadable = _unreadable(kept)
    return kept + [fault for fault in together if not _comes_of(fault, unreadable)]


def _is_in(file: str, folders: Collection[str]) -> bool:
    return any(file.startswith(f"{folder}/") for folder in folders)


def _with_strays(reader: Reader) -> list[Fault]:
    """What reading found, and every file that nothing reads: one that has a wrong name is not missed besides."""
    found = strays(reader.root, reader.read(), {fault.file for fault in reader.faults})
    return [*without_those_missed(reader.root, reader.faults, found), *told(reader.root, found)]


def _comes_of(fault: Fault, unreadable: Collection[str]) -> bool:
    """Whether a fault in the order of a form's sections comes of files of that form that could not be read."""
    folder, _, name = fault.file.rpartition("/")
    in_order = name == "form.yaml" and fault.path.startswith("sections")
    return in_order and any(file.startswith(f"{folder}/") for file in unreadable)


def _doubled(forms: list[Form], root: Path) -> Iterator[Fault]:
    """Forms with one id: nothing else can be said of them."""
    for form_id, times in Counter(form.id for form in forms).items():
        if times > 1:
            yield Fault(f"{root.name}/forms", 0, "", f"two forms have the id {form_id}", CheckCode.FORM)


def _stale(content: Content, root: Path) -> Iterator[Fault]:
    """What is made from content and no longer agrees with it."""
    path = catalogue_path(root)
    if not path.is_file() or path.read_bytes() != ruleset_json(ruleset_of(content)):
        yield _not_current(f"{root.name}/generated/{path.name}", "does not agree with content/: run 'make content'")
    released = True
    for form in content.forms.values():
        frozen = release_path(root, form.id, form.version)
        name = f"{root.name}/releases/{frozen.name}"
        if not frozen.is_file():
            released = False
            yield _not_current(name, f"version {form.version} is not frozen yet: run 'make content'")
        elif not _agrees(form, frozen):
            released = False
            problem = f"the form's content differs from its frozen version {form.version}: give the form a new version"
            yield _not_current(name, problem)
    before = read_printed(root)
    if released and printed_today(content, before) != before:
        name = f"{root.name}/generated/{printed_path(root).name}"
        yield _not_current(name, "does not agree with content/: run 'make content'")


def _agrees(form: Form, path: Path) -> bool:
    try:
        return agrees(form, read_release(path))
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError):
        return False


def _not_current(name: str, problem: str) -> Fault:
    return Fault(name, 0, "", problem, CheckCode.STALE)
