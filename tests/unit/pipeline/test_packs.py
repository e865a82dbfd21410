"""Several packs in one run: whose form a file is, and by whose words it is judged."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import msgspec
import pytest

from hsbdocs.content.catalogue import catalogue_path, load_catalogue
from hsbdocs.content.locate import Roots, find_roots
from hsbdocs.content.releases import canonical_json, load_releases, release_path
from hsbdocs.model.arrival import Arrival
from hsbdocs.model.form import Form
from hsbdocs.model.record import Record
from hsbdocs.model.transcript import Transcript
from hsbdocs.pipeline.packs import PACK_PROPERTY, Pack, SamePack, read_by_pack
from hsbdocs.pipeline.parse import Parser
from tests.command.filling import change, complete
from tests.support.forms import ROOT, TODAY, blank
from tests.unit.reading.sheets import SMALL, Sheet

OURS = find_roots(ROOT)


def pack(folder: Path, pack_id: str, *forms: Form) -> Roots:
    """A pack of our content with another id, other words for one finding, and these releases."""
    content = folder / pack_id / "content"
    (content / "releases").mkdir(parents=True)
    (content / "generated").mkdir()
    ruleset = load_catalogue(OURS.content).ruleset
    findings = tuple(
        msgspec.structs.replace(entry, message=f"Said by {pack_id}.") if entry.code.value == "CHILD-10" else entry
        for entry in ruleset.findings
    )
    edition = msgspec.structs.replace(ruleset.edition, id=pack_id)
    changed = msgspec.structs.replace(ruleset, edition=edition, findings=findings)
    catalogue_path(content).write_bytes(msgspec.json.encode(changed))
    for form in forms:
        release_path(content, form.id, form.version).write_bytes(canonical_json(form))
    return Roots(content, OURS.templates, OURS.examples)


def stamped(form: Form, named: str = "") -> Transcript:
    """A file that shows a form's stamp and its rows, and names its pack or none."""
    return msgspec.structs.replace(Sheet(form).transcript(), properties={PACK_PROPERTY: named} if named else {})


def loaded(*roots: Roots) -> tuple[Pack, ...]:
    """The packs of these folders."""
    return tuple(Pack(each, None, today=True) for each in roots)


def whose(transcript: Transcript, *packs: Pack) -> str | None:
    """The pack that read it; None where none did."""
    found, read = read_by_pack(transcript, packs)
    return found.id if isinstance(read[0], Record) else None


def test_a_form_that_names_its_pack_is_read_by_it_alone(tmp_path: Path) -> None:
    north, south = loaded(pack(tmp_path, "north", SMALL), pack(tmp_path, "south", SMALL))
    assert whose(stamped(SMALL, "south"), north, south) == "south"
    assert whose(stamped(SMALL, "north"), north, south) == "north"
    assert whose(stamped(SMALL, "south"), north) is None, "not as another pack's form of the same id"
    assert whose(stamped(SMALL, "nowhere"), north, south) is None


def test_a_form_that_names_none_is_kent_and_medway_s_where_it_can_be(tmp_path: Path) -> None:
    north, kent = loaded(pack(tmp_path, "north", SMALL), pack(tmp_path, "kent-medway", SMALL))
    assert whose(stamped(SMALL), north, kent) == "kent-medway"
    assert whose(stamped(SMALL), north) == "north"


def test_an_id_of_kent_and_medway_is_never_another_s(tmp_path: Path) -> None:
    """A version that Kent and Medway never released is not another pack's form."""
    later = msgspec.structs.replace(SMALL, version="9.0")
    other = msgspec.structs.replace(SMALL, id="other")
    north, kent = loaded(pack(tmp_path, "north", later, other), pack(tmp_path, "kent-medway", SMALL))
    assert whose(stamped(later), north, kent) is None
    assert whose(stamped(other), north, kent) == "north"


def test_each_form_is_judged_by_its_own_pack(tmp_path: Path) -> None:
    """Ours beside a copy under another id: the findings' words, the rules' version and the pack of the line."""
    north = pack(tmp_path, "north", *load_releases(OURS.content))
    data = complete(blank("risk-assessment"))
    theirs = change(data, "docProps/custom.xml", lambda xml: xml.replace(b"kent-medway", b"north"))
    ours = Parser(OURS, TODAY, more=[north])
    (read,) = ours.read_file(Arrival(file="a.docx", name="a.docx", data=data))
    assert read.line.pack == "kent-medway"
    assert "Said by north." not in [finding.message for finding in read.line.findings]
    (read,) = ours.read_file(Arrival(file="b.docx", name="b.docx", data=theirs))
    assert read.line.pack == "north"
    assert "Said by north." in [finding.message for finding in read.line.findings]
    assert read.line.rules.version != ours.packs[0].catalogue.version
    assert ours.words == ours.packs[0].catalogue.ruleset.report


def test_two_packs_of_one_id_are_refused(tmp_path: Path) -> None:
    one = pack(tmp_path, "north", SMALL)
    shutil.copytree(tmp_path / "north", tmp_path / "copy")
    two = Roots(tmp_path / "copy" / "content", OURS.templates, OURS.examples)
    with pytest.raises(SamePack, match="north"):
        Parser(one, date(2026, 6, 1), more=[two])
