"""Filling a template: the same bytes always, properties right, nothing left that Word stumbles over."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import etree

from hsbdocs.formats.word.write import fill_template
from hsbdocs.model.faults import AuthorError
from tests.support.forms import (
    COPIES,
    DECKS,
    DOCUMENTS,
    HANDOUTS,
    KEYS,
    PATHWAYS,
    SESSION,
    TEXTS,
    WORKBOOKS,
    blank,
)
from tests.unit.content.planting import ROOT
from tests.unit.formats.word.views import IDENTITY, SOUND, VIEW, template
from tests.unit.formats.wordfile import W14, W, p, r, tbl, tc, tr, unzipped

BOTH = pytest.mark.parametrize("document", DOCUMENTS)
DC = "{http://purl.org/dc/elements/1.1/}"
CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _fill(body: str = SOUND) -> dict[str, bytes]:
    return unzipped(fill_template("trial.docx", template(body), VIEW, IDENTITY))


def _document(document: str, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(unzipped(blank(document))[part])


# ---- Always the same ---------------------------------------------------------------------------


def test_filling_twice_gives_the_same_bytes() -> None:
    assert fill_template("a", template(), VIEW, IDENTITY) == fill_template("a", template(), VIEW, IDENTITY)


BUILD = """
import hashlib, sys, tempfile, time
from pathlib import Path
from hsbdocs.content.locate import find_roots
from hsbdocs.pipeline.build import build
with tempfile.TemporaryDirectory() as folder:
    for built in build(find_roots(Path(sys.argv[1])), [], Path(folder)):
        print(built.document.id, hashlib.sha256(built.path.read_bytes()).hexdigest())
    print("manifest", hashlib.sha256((Path(folder) / "manifest.json").read_bytes()).hexdigest())
"""


def _built_elsewhere(**environment: str) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(ROOT)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")} | environment,
    )
    return dict(line.rsplit(" ", 1) for line in done.stdout.splitlines())


@pytest.mark.slow
def test_another_zone_locale_and_hash_seed_give_the_same_bytes(tmp_path: Path) -> None:
    one = _built_elsewhere(TZ="Pacific/Auckland", LC_ALL="C", LANG="C", PYTHONHASHSEED="1")
    two = _built_elsewhere(TZ="America/Anchorage", LC_ALL="de_DE.UTF-8", PYTHONHASHSEED="2", PYTHONUTF8="0")

    assert one == two
    words = (*DOCUMENTS, *HANDOUTS, *PATHWAYS, *SESSION, *COPIES, *KEYS)
    assert set(one) == {*words, *WORKBOOKS, *TEXTS, *DECKS, "manifest"}
    for document in (*words, *WORKBOOKS):
        assert one[document] == hashlib.sha256(blank(document)).hexdigest()


# ---- Properties --------------------------------------------------------------------------------


def test_the_core_title_is_escaped_once() -> None:
    xml = _fill()["docProps/core.xml"]

    assert ElementTree.fromstring(xml).findtext(f"{DC}title") == "T & <U> \"V\""  # fmt: skip
    assert b"T &amp; &lt;U&gt;" in xml
    assert b"&amp;amp;" not in xml


def test_properties_of_the_template_are_replaced() -> None:
    data = fill_template("trial.docx", template(core="{{ title }} by someone"), VIEW, IDENTITY)
    xml = unzipped(data)["docProps/core.xml"]

    assert ElementTree.fromstring(xml).findtext(f"{DC}title") == IDENTITY.title
    assert b"someone" not in xml


_TITLE = "risk assessment tool for sexually active young people"
_MARK = ("confidential when completed", "safeguarding record")
#: The words of what stands in the headers, sentence by sentence, and in no release.
PRINTED = {"risk-assessment": (_TITLE, *_MARK), "risk-assessment-guided": (f"{_TITLE} with prompts", *_MARK)}


@BOTH
def test_the_built_documents_say_what_they_are(document: str) -> None:
    contents = unzipped(blank(document))
    core = ElementTree.fromstring(contents["docProps/core.xml"])
    custom = ElementTree.fromstring(contents["docProps/custom.xml"])

    assert core.findtext(f"{DC}language") == "en-GB"
    assert (core.findtext(f"{DC}title") or "").startswith("Risk Assessment Tool for Sexually Active Young People")
    assert core.findtext(f"{DC}creator")
    values = {one.get("name"): "".join(one.itertext()) for one in custom.iter(f"{CUSTOM}property")}
    printed = [name for name in values if str(name).startswith("hsbdocs.printed.")]
    hashes = {each for name in printed for each in values.pop(name).split()}
    assert values == {
        "hsbdocs.pack": "kent-medway",
        "hsbdocs.form": "risk-assessment",
        "hsbdocs.version": "2023.06-2",
        "hsbdocs.document": document,
    }
    assert hashes > {hashlib.sha256(text.encode()).hexdigest()[:16] for text in PRINTED[document]}


@BOTH
def test_every_part_is_declared_and_related_and_nothing_personal_is_in_it(document: str) -> None:
    contents = unzipped(blank(document))
    types = ElementTree.fromstring(contents["[Content_Types].xml"])
    names = [one.get("PartName") for one in types if one.get("PartName")]

    assert len(names) == len(set(names))
    assert {str(name).lstrip("/") for name in names} <= set(contents)
    for needed in ("/docProps/core.xml", "/docProps/custom.xml", "/word/glossary/document.xml"):
        assert needed in names
    for name, data in contents.items():
        if name.endswith(".rels"):
            ids = [one.get("Id") for one in ElementTree.fromstring(data)]
            assert len(ids) == len(set(ids)), name
        assert b"rsid" not in data
        assert b"lastModifiedBy" not in data


# ---- Text --------------------------------------------------------------------------------------


def test_special_characters_are_escaped_once() -> None:
    document = etree.fromstring(_fill()["word/document.xml"])

    assert next(text.text for text in document.iter(_w("t"))) == "A & B <C>"
    titles = [alias.get(_w("val")) for alias in document.iter(_w("alias"))]
    assert titles == ["One & only", "Two"]


def test_rows_are_repeated_in_order_and_the_rows_of_tags_are_gone() -> None:
    document = etree.fromstring(_fill()["word/document.xml"])

    assert ["".join(map(str, row.itertext())).strip() for row in document.iter(_w("tr"))] == [
        "One Click here",
        "Two \u2610",
    ]


def test_no_empty_run_stays_beside_a_control() -> None:
    document = etree.fromstring(
        _fill(p(r(""), r("{{r box.rows[1].control }}"), r("")) + p(r("end")))["word/document.xml"]
    )
    first = next(document.iter(_w("p")))

    assert [child.tag for child in first] == [_w("sdt")]


@BOTH
def test_no_run_of_the_built_documents_is_empty(document: str) -> None:
    for name, data in unzipped(blank(document)).items():
        if name.startswith("word/") and name.endswith(".xml"):
            for run in etree.fromstring(data).iter(_w("r")):
                content = [child for child in run if child.tag != _w("rPr")]
                assert content, name
                assert any(child.tag != _w("t") or child.text for child in content), name


@BOTH
def test_nothing_of_the_template_language_is_left(document: str) -> None:
    for name, data in unzipped(blank(document)).items():
        assert not any(mark in data for mark in (b"{{", b"}}", b"{%", b"%}")), name


def test_a_document_with_a_fault_of_its_own_is_refused() -> None:
    twice = p(r("{{r box.rows[0].control }}")) * 2 + p(r("end"))
    with pytest.raises(AuthorError) as caught:
        fill_template("trial.docx", template(twice), VIEW, IDENTITY)

    assert {fault.file for fault in caught.value.faults} == {"trial.docx"}
    assert "stands 2 times" in str(caught.value)


def test_a_table_at_the_end_is_refused() -> None:
    with pytest.raises(AuthorError, match="end with a paragraph"):
        fill_template("trial.docx", template(tbl(tr(tc(p(r("x")))))), VIEW, IDENTITY)


# ---- Placeholders and language -----------------------------------------------------------------


@BOTH
def test_every_placeholder_has_its_building_block(document: str) -> None:
    glossary = _document(document, "word/glossary/document.xml")
    blocks = {}
    for block in glossary.iter(_w("docPart")):
        name = block.find(f"{_w('docPartPr')}/{_w('name')}")
        body = block.find(_w("docPartBody"))
        assert name is not None
        assert body is not None
        blocks[name.get(_w("val"))] = "".join(str(text) for text in body.itertext())
    shown = {}
    for control in _document(document).iter(_w("sdt")):
        reference = control.find(f"{_w('sdtPr')}/{_w('placeholder')}/{_w('docPart')}")
        content = control.find(_w("sdtContent"))
        if reference is not None and content is not None:
            shown[reference.get(_w("val"))] = "".join(str(text) for text in content.itertext())

    assert shown
    assert blocks == shown
    guids = [guid.get(_w("val")) for guid in glossary.iter(_w("guid"))]
    assert len(set(guids)) == len(blocks)


@BOTH
def test_every_written_control_shows_a_placeholder_and_no_box_does(document: str) -> None:
    for control in _document(document).iter(_w("sdt")):
        properties = control.find(_w("sdtPr"))
        assert properties is not None
        box = properties.find(f"{{{W14}}}checkbox") is not None
        assert (properties.find(_w("showingPlcHdr")) is None) is box
        assert (properties.find(_w("placeholder")) is None) is box


@BOTH
def test_the_language_is_british_everywhere(document: str) -> None:
    styles = _document(document, "word/styles.xml")
    default = styles.find(f"{_w('docDefaults')}/{_w('rPrDefault')}/{_w('rPr')}/{_w('lang')}")

    assert default is not None
    assert default.get(_w("val")) == "en-GB"
    for name, data in unzipped(blank(document)).items():
        if name.startswith("word/") and name.endswith(".xml"):
            languages = {one.get(_w("val")) for one in etree.fromstring(data).iter(_w("lang"))}
            assert languages <= {"en-GB"}, name
