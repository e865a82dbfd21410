"""Content broken in many ways: ``hsbdocs check`` names each with its file, its line and its path, and nothing else."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import msgspec
import pytest

from hsbdocs.content.locate import Roots
from hsbdocs.model.check import CheckCode
from hsbdocs.model.faults import AuthorError, Fault
from hsbdocs.model.finding import Severity
from hsbdocs.pipeline.build import build
from hsbdocs.pipeline.check import check
from tests.support.thinned import thinned
from tests.unit.content.planting import ROOT, Copy, Text

#: Later than any day that content records.
TODAY = date(2999, 12, 30)
CONSENT = "guidance/sections/1.4.yaml"
DUTIES = "guidance/duties/1.yaml"
CONTACTS = "guidance/contacts.yaml"
LINKS = "guidance/links.yaml"
ERRATA = "guidance/errata/04-force.yaml"
AGES = "guidance/ages.yaml"
OWNERS = "guidance/owners.yaml"
NSPCC = '- {id: nspcc, name: "NSPCC: pages that the footnotes to the headings of 1.6 and 2.1 give"}\n'
DOCUMENT = "documents/risk-assessment-guided.yaml"


class Told(msgspec.Struct, frozen=True):
    """An error that must be told: on the line where ``at`` stands after the change (no text: no line)."""

    code: CheckCode
    at: Text
    path: str
    says: str


class Broken(msgspec.Struct, frozen=True):
    """``old``, which stands once in the file, is replaced by ``new``; every error that must come of it."""

    file: str
    old: Text
    new: str
    told: tuple[Told, ...]


def _one(file: str, old: Text, new: str, code: CheckCode, at: Text, path: str, says: str) -> Broken:
    return Broken(file, old, new, (Told(code, at, path, says),))


C = CheckCode
BROKEN = {
    # ---- Files and values -----------------------------------------------------------------------
    "a bracket that is not closed": _one(
        DUTIES,
        "refs: [information-sharing, D95, E161]",
        "refs: [information-sharing, D95, E161",
        C.UNREADABLE,
        "refs: [information-sharing, D95, E161",
        "",
        "the bracket [ that opens here is not closed",
    ),
    "a list that is none": _one(
        OWNERS,
        NSPCC.strip(),
        "nspcc: NSPCC",
        C.UNREADABLE,
        "nspcc: NSPCC",
        "",
        "begins with '- '",
    ),
    "always, and not how the guidance words it": _one(
        DUTIES,
        re.compile(r"(- id: D09\n(?:  .*\n)*?)  said: should always\n"),
        r"\1",
        C.ENTRY,
        "- id: D09",
        "[8].said",
        'with the force always, "should always"',
    ),
    "a should in other words": _one(
        DUTIES,
        "- id: D08\n  source: [1.4 L101]\n  force: should\n",
        "- id: D08\n  source: [1.4 L101]\n  force: should\n  said: can\n",
        C.ENTRY,
        "  said: can",
        "[7].said",
        "only with the forces always and need",
    ),
    "a key that stands twice": _one(
        DUTIES,
        "- id: D14\n",
        "- id: D14\n  id: D14\n",
        C.TYPE,
        "  id: D14\n",
        "[13].id",
        "stands twice in one entry",
    ),
    "a misspelt key": Broken(
        DUTIES,
        re.compile(r"(- id: D16\n(?:  .*\n)*?)  trigger: "),
        r"\1  triger: ",
        (
            Told(C.TYPE, "triger:", "[15].triger", "did you mean trigger?"),
            Told(C.TYPE, "- id: D16", "[15]", "the key trigger is missing"),
        ),
    ),
    "an entry without a source": _one(
        DUTIES, "- id: D16\n  source: [1.5 L119]\n", "- id: D16\n", C.TYPE, "- id: D16", "[15]", "source is missing"
    ),
    "text in the place of a number": _one(
        "guidance/duties/3.yaml", "hours: 40", 'hours: "40"', C.TYPE, 'hours: "40"', "[19].deadline.hours", "int"
    ),
    "a number in the place of text": _one(
        CONTACTS, 'value: "999"', "value: 999", C.TYPE, "{id: C04.phone", "[3].points[0].value", "should be text"
    ),
    "a date without quotation marks": _one(
        LINKS,
        "- id: K03\n",
        "- id: K03\n  last_verified: {who: A, when: 2026-01-31, how: opened it}\n",
        C.TYPE,
        "when: 2026-01-31",
        "[2].last_verified.when",
        "not a date",
    ),
    "a force that is not known": _one(
        DUTIES,
        "- id: D16\n  source: [1.5 L119]\n  force: should",
        "- id: D16\n  source: [1.5 L119]\n  force: shall",
        C.TYPE,
        "force: shall",
        "[15].force",
        "is not one of the known values",
    ),
    "a kind of block that is not known": _one(
        CONSENT, "kind: paragraph\n    source: [111]", "kind: paragraf\n    source: [111]", C.TYPE, "kind: paragraf",
        "blocks[15].kind", "did you mean paragraph?",
    ),
    # ---- Ids ------------------------------------------------------------------------------------
    "an id that stands twice": _one(
        OWNERS, NSPCC, f"{NSPCC}- {{id: brook, name: Brook again}}\n", C.ID, "- {id: brook, name: Brook}", "[5].id",
        "stands twice, here and in content/guidance/owners.yaml:",
    ),
    "an id of another kind": _one(
        OWNERS, NSPCC, f"{NSPCC}- {{id: O01, name: Somebody}}\n", C.ID, "- {id: O01", "[4].id",
        "is not an id of this kind",
    ),
    "a block with the id of another": _one(
        CONSENT, "id: 1.4.p03", "id: 1.4.p01", C.ID, "id: 1.4.p01\n    kind: paragraph\n    source: [82]",
        "blocks[2].id", "is taken already",
    ),
    "a block with the number of another section": _one(
        CONSENT, "id: 1.4.p03", "id: 1.5.p92", C.ID, "id: 1.5.p92", "blocks[2].id", "is not an id here"
    ),
    # ---- References -----------------------------------------------------------------------------
    "a reference that leads nowhere": _one(
        DUTIES, "refs: [information-sharing, D95, E161]", "refs: [information-sharing, E999]", C.REFERENCE,
        "E999", "[15].refs[1]", "E999 does not exist",
    ),
    "a duty of somebody who is not there": _one(
        DUTIES, "to: [parents]\n  refs: [information-sharing", "to: [parrents]\n  refs: [information-sharing",
        C.REFERENCE, "to: [parrents]", "[15].to[0]", "did you mean parents?",
    ),
    "an item of a list that is not there": _one(
        CONSENT, "list: consent-questions\n    source: [91]", "list: consent-question\n    source: [91]", C.REFERENCE,
        "list: consent-question\n    source: [91]", "blocks[7].list", "did you mean consent-questions?",
    ),
    "an owner who is not there": _one(
        "guidance/scales.yaml", "owner: hackett,", "owner: hacket,", C.REFERENCE, "owner: hacket,", "[0].owner",
        "did you mean hackett?",
    ),
    "a contact by a link that is not there": _one(
        CONTACTS, "link: K32", "link: K58", C.REFERENCE, "{id: C13.url", "[12].points[0].link", "K58 does not exist"
    ),
    "a row that the form does not have": _one(
        CONSENT, "    source: [111]\n", "    source: [111]\n    form: risk-assessment/Q13\n", C.REFERENCE,
        "form: risk-assessment/Q13", "blocks[15].form", "no section or row Q13",
    ),
    "a form that is not there": _one(
        CONSENT, "    source: [111]\n", "    source: [111]\n    form: risk-assesment/Q1\n", C.REFERENCE,
        "form: risk-assesment/Q1", "blocks[15].form", "risk-assesment does not exist",
    ),
    "a document with a template that is not there": _one(
        DOCUMENT, "template: risk-assessment-guided.docx", "template: guided.docx", C.DOCUMENT,
        "template: guided.docx", "template", "is not in templates/",
    ),
    "a document with a form that is not there": _one(
        DOCUMENT, "form: risk-assessment\n", "form: risk-assesment\n", C.DOCUMENT, "form: risk-assesment\n", "form",
        "the form risk-assesment does not exist",
    ),
    # ---- Places in the source -------------------------------------------------------------------
    "a place that is none": _one(
        DUTIES, "D16\n  source: [1.5 L119]", "D16\n  source: [page 6]", C.TYPE, "source: [page 6]", "[15].source[0]",
        "is not of the form",
    ),
    "a line of another section": _one(
        AGES, "source: [1.4 L78]", "source: [1.4 L130]", C.SOURCE, "source: [1.4 L130]", "[2].source[0]",
        "is not in section 1.4",
    ),
    "no place at all": _one(
        AGES, "source: [1.4 L78]", "source: []", C.SOURCE, "source: []", "[2].source", "has no source"
    ),
    "a block out of its order": _one(
        CONSENT, "source: [111]", "source: [105]", C.SOURCE, "source: [105]\n    text: >-\n      However",
        "blocks[15].source", "stands before the block above it",
    ),
    "a duty on a line where no block names it": _one(
        DUTIES, "- id: D08\n  source: [1.4 L101]", "- id: D08\n  source: [1.4 L105]", C.SOURCE,
        "source: [1.4 L105]\n  force: should\n  trigger: an offence", "[7].source", "no block on line 105 names D08",
    ),
    # ---- Entries --------------------------------------------------------------------------------
    "an age that ends before it begins": _one(
        AGES, "bounds: [{from: 12}]", "bounds: [{from: 12, to: 11}]", C.ENTRY, "bounds: [{from: 12, to: 11}]",
        "[22].bounds[0]", "ends before it begins",
    ),
    "an item without a list": _one(
        CONSENT, "kind: item\n    list: consent-questions\n    source: [91]", "kind: item\n    source: [91]", C.ENTRY,
        "- id: 1.4.p08", "blocks[7].list", "an item names its list",
    ),
    "a sub-heading without a title": _one(
        CONSENT, "title: Young people aged 16-17", "owner: partnerships", C.ENTRY, "- id: 1.4.p14",
        "blocks[13].title", "a sub-heading needs its title",
    ),
    "an erratum with one way to settle it": _one(
        ERRATA, re.compile(r"(- id: E035\n(?:  .*\n)*?    - .*\n)    - .*\n"), r"\1", C.ENTRY,
        "options:\n    - Must, in both places.", "[2].options", "two ways or more",
    ),
    "a quotation that is too long": _one(
        ERRATA, "quotes: [includes babysitters]", "quotes: [one two three four five six seven eight nine]", C.ENTRY,
        "quotes: [one two", "[15].quotes[0]", "has 9 words",
    ),
    "what a document prints, left out": _one(
        ERRATA, re.compile(r"(- id: E035\n(?:  .*\n)*?)  prints:\n    how: wider\n    text: .*\n"), r"\1", C.ENTRY,
        "- id: E035", "[2].prints", "needs what a document prints where it is open",
    ),
    "a wider reading without words": _one(
        ERRATA, re.compile(r"(- id: E035\n(?:  .*\n)*?  prints:)\n    how: wider\n    text: .*\n"),
        r"\1 {how: wider}" + "\n", C.ENTRY, "prints: {how: wider}", "[2].prints.text", "wider needs the words",
    ),
    "both duties, and blanks for words": _one(
        ERRATA, re.compile(r"(- id: E034\n(?:  .*\n)*?    how: both\n    text: )>-\n(?:      .*\n)+"), r'\1" "' + "\n",
        C.ENTRY, 'text: " "', "[1].prints.text", "both needs the words",
    ),
    "a way to print that is none": _one(
        ERRATA, re.compile(r"(- id: E035\n(?:  .*\n)*?    how: )wider\n"), r"\1stricter" + "\n", C.TYPE,
        "how: stricter", "[2].prints.how", "is not one of the known values",
    ),
    "a thirteenth erratum for the table": _one(
        "guidance/errata/17-more-wording.yaml", re.compile(r"\Z"),
        "- {id: E999, class: S, source: [3.1 L225], wrong: All is not well here., prints: {how: as_printed}, "
        "at_table: true, options: [One way., Another way.]}\n", C.ENTRY, "- {id: E999", "[13].at_table",
        "is number 13 of those for the table; at most 12",
    ),
    "an editorial erratum for the table": Broken(
        ERRATA, "- id: E051\n", "- id: E051\n  at_table: true\n",
        (Told(C.ENTRY, "  at_table: true\n  class: E", "[18].at_table", "only what somebody has to settle"),),
    ),
    # ---- Numbers and addresses ------------------------------------------------------------------
    "a telephone number with a digit lost": _one(
        CONTACTS, re.compile(r"({id: C06.phone, .*value: [\d ]+)\d"), r"\1", C.PHONE, "{id: C06.phone",
        "[5].points[1].value", "is not a telephone number",
    ),
    "a number for texts with a digit too many": _one(
        CONTACTS, re.compile(r"({id: C10.text, .*value: [\d ]+)"), r"\g<1>6", C.PHONE, "{id: C10.text",
        "[9].points[2].value", "is not a telephone number",
    ),
    "an e-mail address without an at sign": _one(
        CONTACTS, "kscmp@kent.gov.uk", "kscmp.kent.gov.uk", C.EMAIL, "kscmp.kent.gov.uk", "[0].points[1].value",
        "is not an e-mail address",
    ),
    "a postcode with a letter for a digit": _one(
        CONTACTS, "Chatham, ME4 4TR", "Chatham, ME4 ATR", C.POSTCODE, "ME4 ATR", "[1].points[0].value", "a postcode"
    ),
    "a link with a misspelt scheme": _one(
        LINKS, "target: https://www.legislation", "target: htps://www.legislation", C.URL, "target: htps", "[2].target",
        "is not an address on the web",
    ),
    "a footnote whose address has lost a slash": _one(
        "guidance/footnotes.yaml", 'text: "https://www.legislation', 'text: "https:/www.legislation', C.URL,
        "https:/www.legislation", "[1].text", "is not an address on the web",
    ),
    "a number in a duty that no contact has": _one(
        "guidance/duties/4.yaml", "{C05.phone}", "03000 990000", C.PHONE, "03000 990000", "[2].duty",
        "no contact has the telephone number 03000 990000",
    ),
    # ---- Days -----------------------------------------------------------------------------------
    "a day that is none": _one(
        "guidance/laws.yaml", "- {id: S04,", '- {last_verified: {when: "2026-02-30", who: A, how: B}, id: S04,', C.DAY,
        "2026-02-30", "[3].last_verified", "2026-02-30 is not a day",
    ),
    "a decision of a day that has not come": _one(
        ERRATA, "- id: E037\n", '- id: E037\n  decisions: [{who: A, when: "2999-12-31", what: B}]\n', C.DAY,
        "2999-12-31", "[4].decisions[0].when", "lies after today, 2999-12-30",
    ),
    "a review in no month": _one(
        "hsbdocs.yaml", "review_due: June 2026", "review_due: summer 2026", C.DAY, "review_due:", "review_due",
        "should be a month and a year",
    ),
    # ---- Forms, findings, and what is made from them --------------------------------------------
    "a form changed without a new version": Broken(
        "forms/risk-assessment/details.yaml",
        "    label: Gender\n",
        "    label: Sex\n",
        (Told(C.STALE, "", "", "give the form a new version"),),
    ),
    "a row without fields": Broken(
        "forms/risk-assessment/details.yaml",
        "    fields:\n      - {id: child.gender, type: text, title: Gender, personal: true, "
        "placeholder: Click or tap to write}\n",
        "    fields: []\n",
        (Told(C.FORM, "fields: []", "rows[2].fields", "has no fields"),),
    ),
}  # fmt: skip


def _errors(copy: Copy) -> list[Fault]:
    roots = Roots(copy.content, copy.templates, ROOT / "examples")
    return [found for found in check(roots, TODAY) if found.severity is Severity.ERROR]


def test_content_as_it_is_has_no_errors() -> None:
    roots = Roots(ROOT / "content", ROOT / "templates", ROOT / "examples")
    assert [str(found) for found in check(roots, TODAY) if found.severity is Severity.ERROR] == []


def test_there_are_thirty_ways_and_more() -> None:
    assert len(BROKEN) >= 30
    assert len({(broken.file, broken.old, broken.new) for broken in BROKEN.values()}) == len(BROKEN)


@pytest.mark.parametrize("name", BROKEN)
def test_it_is_told_with_file_line_and_path(name: str, tmp_path: Path) -> None:
    broken = BROKEN[name]
    copy = Copy(tmp_path)
    copy.replace(broken.file, broken.old, broken.new)
    errors = _errors(copy)
    found = [(error.code, error.file, error.line, error.path) for error in errors]
    assert found == sorted(_wanted(copy, broken, told) for told in broken.told)
    for told, error in zip(sorted(broken.told, key=lambda t: _wanted(copy, broken, t)), errors, strict=True):
        assert told.says in error.problem


@pytest.mark.parametrize("name", thinned(BROKEN, 18))
def test_nothing_is_built_from_it(name: str, tmp_path: Path) -> None:
    """What check calls an error build refuses: days apart, which depend on the day on which somebody looks."""
    broken = BROKEN[name]
    copy = Copy(tmp_path)
    copy.replace(broken.file, broken.old, broken.new)
    wrong = {(error.file, error.path) for error in _errors(copy) if "lies after today" not in error.problem}
    out = tmp_path / "out"
    if not wrong:
        build(Roots(copy.content, copy.templates, ROOT / "examples"), (), out)
        return
    with pytest.raises(AuthorError) as raised:
        build(Roots(copy.content, copy.templates, ROOT / "examples"), (), out)
    assert {(fault.file, fault.path) for fault in raised.value.faults} == wrong
    assert not out.exists()


def _wanted(copy: Copy, broken: Broken, told: Told) -> tuple[CheckCode, str, int, str]:
    if told.code is CheckCode.STALE:
        return told.code, "content/releases/risk-assessment-2023.06-2.json", 0, told.path
    line = copy.line_of(broken.file, told.at) if told.at else copy.line_of(broken.file, broken.new)
    return told.code, f"content/{broken.file}", line, told.path


def test_a_file_that_is_missing_is_told_and_nothing_is_called_dangling(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    (copy.content / "guidance/actors.yaml").unlink()
    (error,) = _errors(copy)
    assert (error.code, error.file, error.line) == (CheckCode.UNREADABLE, "content/guidance/actors.yaml", 0)


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    path = copy.content / LINKS
    path.write_bytes(path.read_bytes().replace("–".encode(), b"\x96", 1))
    (error,) = _errors(copy)
    line = path.read_bytes().split(b"\x96")[0].count(b"\n") + 1
    assert (error.code, error.file, error.line) == (CheckCode.UNREADABLE, f"content/{LINKS}", line)


def test_faults_in_many_files_are_all_told_at_once(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    names = [
        "a misspelt key",
        "a telephone number with a digit lost",
        "a document with a template that is not there",
        "an age that ends before it begins",
        "an owner who is not there",
        "a link with a misspelt scheme",
        "a quotation that is too long",
        "an item without a list",
        "a day that is none",
    ]
    for name in names:
        copy.replace(BROKEN[name].file, BROKEN[name].old, BROKEN[name].new)
    wanted = {_wanted(copy, BROKEN[name], told) for name in names for told in BROKEN[name].told}
    assert {(error.code, error.file, error.line, error.path) for error in _errors(copy)} == wanted


def test_a_reference_to_an_entry_that_is_wrong_is_not_called_dangling(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(AGES, "bounds: [{from: 12}]", "bounds: [{from: twelve}]")  # A23, which D63 names
    copy.replace(DUTIES, "refs: [information-sharing, D95, E161]", "refs: [information-sharing, E999]")
    assert {(error.file, error.code) for error in _errors(copy)} == {
        (f"content/{AGES}", CheckCode.TYPE),
        (f"content/{DUTIES}", CheckCode.REFERENCE),
    }
