"""The training documents as built: what they say, on how many pages, and which change when an entry changes."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from hsbdocs.content.agencies import read_agencies
from hsbdocs.content.guidance import load_guidance
from hsbdocs.content.locate import find_roots
from hsbdocs.documents.handout import printed_ids
from hsbdocs.model.agency import Agency
from hsbdocs.model.content import House
from hsbdocs.model.faults import AuthorError
from hsbdocs.model.guidance import Area, Guidance
from hsbdocs.model.variant import Variant
from hsbdocs.pipeline.build import build
from tests.support.forms import COPIES, HANDOUTS, ROOT, blank
from tests.support.programs import need, to_pdf
from tests.support.state import is_as_released
from tests.support.thinned import thinned
from tests.unit.content.planting import Copy
from tests.unit.formats.wordfile import W, unzipped, zipped

BOTH = pytest.mark.parametrize("document", HANDOUTS)
HOUSE = House(handling_mark="", publisher="", said_of_logo="Logo of {name}")


def _text(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{{{W}}}t")).replace("\u00a0", " ")


def _paragraphs_of(data: bytes) -> list[str]:
    """The text of every paragraph of the body, no-break spaces as spaces."""
    return [_text(p) for p in etree.fromstring(unzipped(data)["word/document.xml"]).iter(f"{{{W}}}p")]


def _paragraphs(document: str) -> list[str]:
    return _paragraphs_of(blank(document))


@cache
def _guidance() -> Guidance:
    return load_guidance(ROOT / "content")


def _verified() -> set[str]:
    """Every number that somebody has recorded checking."""
    points = [point for contact in _guidance().contacts for point in contact.points]
    return {point.value for point in points if point.last_verified is not None}


def _sign(name: str) -> str:
    """A number as it stands in a row: with its sign, unless somebody has recorded checking it."""
    value: str = _guidance().by_id[name].value
    return value if value in _verified() else f"{value} †"


# ---- What they say -----------------------------------------------------------------------------

#: What each row of the first table says at least, hand-typed from lines 101 to 462 of the guidance and the issue: the
#: force, section by section, and who is told. "our own" is what the guidance does not say.
ROWS = {
    "Immediate danger": ["Call 999. (4.1)"],
    "For all below: Children's Services": [],
    "Any case, child under 13 ?": [
        "A child under 13 is sexually active: must refer to children's social services and the police. (4.3 Q1)",
        "Should always be done: refer it to the Local Authority Children's Services and to the police. (1.4)",
        "Should always be done: discuss it with safeguarding leads. (1.4)",
        "penetrative sexual relationship or intimate sexual activity: should refer immediately",
    ],
    "Risk of immediate harm, emergency ?": [
        "You must make a child protection referral to children's services. (3.1)",
        "Should be done: make an immediate referral. (3.6)",
        "refer by word of mouth, then in writing within 40 hours. (3.6)",
    ],
    "Risk of significant harm, for example abuse, violence ?": [
        "is not explained; 3.1 says that you can consult, 3.6 that you should:",
        "You should consult the Local Authority Children's Services. (3.6)",
    ],
    "Concern: sexual exploitation ?": [
        "Must be done: refer to the police and to the Local Authority Children's Services",
        "(2.4)",
    ],
    "Adult, or position of trust (a coach, for example)": [
        "Ring Children's Services now (our own advice): no route of its own is printed.",
        "Where the other party's details are known, or a breach of trust is thought to have happened, you can ask",
        "for the police team (3.6).",
    ],
    "Harmful sexual activity ?": [
        "Should be done: refer it to the Kent Front Door Service or the Medway Single Point of Access. (2.2)",
    ],
    "Nude, semi-nude images, somebody under 18": [
        "Our own advice: do not view, copy, send or delete; ring Children's Services.",
        "Respond in line with the Kent and Medway guidance",
    ],
    "Not sure ?": [
        "You must seek advice from your agency's safeguarding lead, or consult",
        "If you are the lead yourself: go to Children's Services, by the same ways (our own advice).",
    ],
}
KENT = (
    "Kent: in working hours the Kent Children's portal, web address missing in our copy of the guidance; no number: "
    "ask your lead (our own advice). Out of Hours Services (4.1): "
)
MEDWAY = "Medway: First Response, Monday to Friday between 9am to 5pm (4.1): "
#: Which names the printed numbers are not said to belong to, by edition.
DOORS = {None: "Front Door Service, Single Point of Access:", Area.KENT: "Front Door", Area.MEDWAY: "Single Point"}
#: The last row: the joint edition says itself what is in doubt of both ways in.
SURE = {None: "Not sure", Area.KENT: "Not sure ?", Area.MEDWAY: "Not sure ?"}
#: What each edition says of a child from elsewhere.
EDITIONS = {
    None: "A child from elsewhere:",
    Area.KENT: "A child from Medway or elsewhere:",
    Area.MEDWAY: "A child from Kent or elsewhere:",
}
EACH = pytest.mark.parametrize("area", EDITIONS)
#: These hold the sheet word by word as it was issued: whoever reviews the guidance rightly changes its words.
AS_ISSUED = pytest.mark.skipif(not is_as_released(), reason="the guidance was reviewed since: its words may differ")


@cache
def _edition(area: Area | None, agency: Agency | None = None) -> dict[str, bytes]:
    """The training documents of an edition, those in Word."""
    with tempfile.TemporaryDirectory() as folder:
        made = build(find_roots(ROOT), ["training"], Path(folder), Variant(area=area, agency=agency))
        return {each.document.id: each.path.read_bytes() for each in made if each.path.suffix == ".docx"}


def _rows(data: bytes) -> dict[str, list[str]]:
    """Of each row of the first table: its first cell, and the paragraphs of its second."""
    table = next(etree.fromstring(unzipped(data)["word/document.xml"]).iter(f"{{{W}}}tbl"))
    found = {}
    for row in table.iter(f"{{{W}}}tr"):
        first, second = ([_text(p) for p in cell.iter(f"{{{W}}}p")] for cell in row.findall(f"{{{W}}}tc"))
        found[" ".join(first)] = second
    return found


@EACH
@AS_ISSUED
def test_what_now_and_whom_to_ring_row_by_row(area: Area | None) -> None:
    """In this order, nothing left out, and behind each the numbers of the edition and no others."""
    rows = _rows(_edition(area)["quick-reference"])
    assert rows.pop("If") == ["What to do"]
    names = [name for name in ROWS if name != "Not sure ?"]
    assert list(rows) == [*names, SURE[area]]
    rows["Not sure ?"] = rows.pop(SURE[area])
    numbers = [] if area is Area.MEDWAY else [f"{KENT}{_sign('C05.phone')}"]
    numbers += [] if area is Area.KENT else [f"{MEDWAY}{_sign('C06.phone')}, out of hours {_sign('C07.phone')}"]
    for name, said in ROWS.items():
        assert all(any(words in text for text in rows[name]) for words in said), (name, rows[name])
    *printed, door = rows["For all below: Children's Services"]
    assert printed == numbers
    assert door.startswith(DOORS[area])
    assert door.endswith("(our own advice).")
    assert rows["Immediate danger"] == ["Call 999. (4.1)", "Any time: 999"]


@EACH
@AS_ISSUED
def test_an_edition_has_its_own_numbers_and_a_line_for_elsewhere(area: Area | None) -> None:
    texts = _paragraphs_of(_edition(area)["quick-reference"])
    other = {Area.KENT: "01634", Area.MEDWAY: "03000 419191"}.get(area) if area else None
    assert other is None or other not in " ".join(texts)
    found = [text for text in texts if "elsewhere:" in text]
    assert [text.partition(" the council ")[0] for text in found] == [EDITIONS[area]]
    assert not re.search(r"\d", found[0])


@EACH
def test_the_assessment_is_not_waited_for_and_each_child_is_referred(area: Area | None) -> None:
    texts = _paragraphs_of(_edition(area)["quick-reference"])
    first = texts.index("Ring now; do not wait for the risk assessment")
    assert texts[first + 1].startswith("Our own advice: where you refer, do so for each child concerned.")
    assert "The police: only 999 is printed, for danger; else ask Children's Services (our own advice)." in texts


@EACH
@AS_ISSUED
def test_the_ordinary_route_stands_there_too(area: Area | None) -> None:
    """Line 345 for everybody, line 402 where the sheet is for Kent; line 347 is for before the child is told."""
    texts = _paragraphs_of(_edition(area)["quick-reference"])
    form = "A referral is needed: should complete the Request for Support Form (Kent) or the Safeguarding contact and"
    assert len([text for text in texts if text.startswith(form)]) == 1
    portal = "Kent: A child's or young person's safety worries you: complete a request for support through the Kent"
    assert len([text for text in texts if text.startswith(portal)]) == (area is not Area.MEDWAY)
    before = texts.index("Before anybody is informed")
    assert "before the child or young person is informed. (3.6)" in texts[before + 1]
    reasons = texts[before : texts.index("What depends on age")]
    for words in ("significant harm to a child or partner", "confidential sexual advice", "contaminated"):
        assert any(words in text for text in reasons)


def test_an_agencys_name_and_lines_stand_above_everything_to_do() -> None:
    agency = Agency(id="a", name="St Anne's School", lines=("Ring first: Ms Ahmed, 01634 000 111", "Or Mr Brown"))
    edition = _edition(None, agency)
    for document in edition.keys() - set(COPIES):  # a copy has them where its form has
        texts = _paragraphs_of(edition[document])
        assert texts[2:5] == ["St Anne's School", *agency.lines]
        assert "St Anne's School" not in " ".join(_paragraphs(document))


@BOTH
def test_no_number_stands_without_its_mark(document: str) -> None:
    """Telephone numbers of the guidance; 999 apart. Kent's daytime number of older pages is printed nowhere."""
    for text in _paragraphs(document):
        for found in re.finditer(r"\b0\d{3,4}(?: \d+)+", text):
            assert text[found.end() :].startswith(" †") or found[0] in _verified(), text
        assert not re.search(r"999 †", text)
    assert "03000 41 11 11" not in " ".join(_paragraphs(document))


@BOTH
def test_marks_are_explained_and_999_comes_first(document: str) -> None:
    texts = _paragraphs(document)
    marked = any("†" in text for text in texts if not text.startswith("†"))
    assert [text.startswith("† not verified: nobody recorded") for text in texts].count(True) == marked
    assert any(text.startswith("Marked ?: in doubt") for text in texts)
    first = next(n for n, text in enumerate(texts) if "all 999" in text)
    assert first <= 7
    assert texts[-1].endswith("A referral comes before paperwork.")


@EACH
def test_a_reader_meets_few_signs(area: Area | None) -> None:
    """It had 44 marks of errata once."""
    texts = _paragraphs_of(_edition(area)["quick-reference"])
    signs = [text for text in texts if text.endswith((" ?", " ?)"))]
    assert 5 <= len(signs) <= 16
    assert sum(text.count("?") for text in texts) == len(signs) + 2  # and the box and the heading that explain them


@BOTH
def test_it_is_not_read_as_a_form(document: str) -> None:
    from hsbdocs.model.line import Status
    from tests.support.forms import read

    assert read(blank(document), f"{document}.docx").line.status is Status.UNREAD


# ---- Pages -------------------------------------------------------------------------------------


def _pdf(document: str, area: Area | None, folder: Path, agency: Agency | None = None) -> Path:
    source = folder / f"{document}.docx"
    source.write_bytes(_edition(area, agency)[document])
    return to_pdf(source, folder)


def _pages(pdf: Path) -> list[str]:
    said = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    return [" ".join(page.split()) for page in said.split("\f")[:-1]]


@pytest.mark.slow
@EACH
def test_the_quick_reference_has_two_sides_and_all_there_is_to_do_stands_on_the_first(
    area: Area | None, tmp_path: Path
) -> None:
    need("pdftoppm")
    pdf = _pdf("quick-reference", area, tmp_path)
    first, second = _pages(pdf)
    for words in (
        "Ring now; do not wait",
        "Single Point of Access (Medway). (2.2)",
        "† not verified: nobody",
        "elsewhere:",
        "The police:",
    ):
        assert words in first
    assert "How to refer" in second
    assert "A referral comes before paperwork." in second
    for number, page in enumerate((first, second), 1):
        assert page.endswith(f"quick-reference, content 2023.06-1 Page {number} of 2")
    _has_room(pdf)


@pytest.mark.slow
@EACH
@pytest.mark.parametrize("document", HANDOUTS[1:])
def test_a_handout_has_two_pages_what_to_know_to_do_and_to_ask_and_a_case(
    document: str, area: Area | None, tmp_path: Path
) -> None:
    need("pdftoppm")
    pdf = _pdf(document, area, tmp_path)
    pages = _pages(pdf)
    assert len(pages) == 2
    for words in ("999", "Whom to ask:", "A case to discuss Invented case, no real child:"):
        assert words in " ".join(pages)
    assert "A referral comes before paperwork." in pages[-1]
    _has_room(pdf, 2)


@pytest.mark.slow
@BOTH
def test_an_agencys_pack_has_two_pages_too(document: str, tmp_path: Path) -> None:
    need("pdftoppm")
    agency = Agency(id="a", name="St Anne's School, Gillingham", lines=("Ms Ahmed, 01634 000 111", "Or Mr Brown"))
    pages = _pages(_pdf(document, None, tmp_path, agency))
    assert len(pages) == 2
    assert "St Anne's School, Gillingham Ms Ahmed, 01634 000 111 Or Mr Brown" in pages[0]


@pytest.mark.slow
def test_with_an_agencys_logo_every_row_still_stands_on_the_first_side(tmp_path: Path) -> None:
    need("pdftoppm")
    (agency,) = read_agencies(ROOT / "examples" / "agencies" / "riverside-academy.yaml", HOUSE)
    pages = _pages(_pdf("quick-reference", agency.area, tmp_path, agency))
    assert len(pages) == 2
    assert agency.name in pages[0]
    assert "If you are the lead yourself" in pages[0]
    assert "How to refer" in pages[1]


def _has_room(pdf: Path, *of: int) -> None:
    """Another program may break a line or two otherwise: the last line ends well above the bottom margin (34 pt)."""
    boxes = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    for number, page in enumerate(boxes.split("<page ")[1:], 1):
        ends = sorted({float(end) for end in re.findall(r'yMax="([\d.]+)"', page)})
        assert number not in (of or (1, 2)) or ends[-2] <= 841.9 - 34 - 2 * 13.8  # the last is the footer's


# ---- Which documents change --------------------------------------------------------------------

Tree = Any
Edit = Callable[[dict[str, Any]], None]


def _set(key: str) -> Edit:
    def edit(entry: dict[str, Any]) -> None:
        entry[key] = "Something else"
        entry.pop("short", None)  # it would not be shorter

    return edit


def _number(entry: dict[str, Any]) -> None:
    entry["value"] = "01634 000 000"


#: Id, file, what is changed, and the documents that print it (read off the printed sheets).
Q, H, CONF, STAGES, HARMFUL, RESP, ASSESS = HANDOUTS
ALL = set(HANDOUTS)
CHANGES: list[tuple[str, str, Edit, set[str]]] = [
    ("D36", "duties/3.yaml", _set("duty"), {Q, CONF, HARMFUL, RESP}),
    ("D70", "duties/4.yaml", _set("duty"), ALL),
    ("D10", "duties/1.yaml", _set("duty"), {Q, CONF, RESP}),
    ("D15", "duties/1.yaml", _set("duty"), {H, CONF}),
    ("D77", "duties/4.yaml", _set("duty"), ALL),
    ("D20", "duties/2.yaml", _set("duty"), {Q, RESP, ASSESS}),
    ("D49", "duties/3.yaml", _set("duty"), {Q, RESP}),
    ("A05", "ages.yaml", _set("rule"), {Q, H}),
    ("A02", "ages.yaml", _set("rule"), {Q}),
    ("A13", "ages.yaml", _set("rule"), {H}),
    ("A20", "ages.yaml", _set("rule"), set()),
    ("1.4.p11", "sections/1.4.yaml", _set("text"), set()),
    ("1.4.p05", "sections/1.4.yaml", _set("text"), {H}),
    ("1.4.p03", "sections/1.4.yaml", _set("text"), set()),
    ("1.6.p14", "sections/1.6.yaml", _set("text"), {H}),
    ("C05.phone", "contacts.yaml", _number, ALL),
    ("C07.phone", "contacts.yaml", _number, ALL),
    ("C09.phone", "contacts.yaml", _number, set()),
    ("C08.phone", "contacts.yaml", _number, {ASSESS}),
    ("C03", "contacts.yaml", _set("name"), set()),
    ("C06", "contacts.yaml", _set("name"), set()),
    ("P04", "permissions.yaml", _set("option"), {Q, CONF}),
    ("D18", "duties/1.yaml", _set("duty"), {H}),
    ("gillick-competency", "terms/1.yaml", _set("meaning"), {CONF}),
    ("position-of-trust", "terms/1.yaml", _set("meaning"), set()),
    ("S01", "laws.yaml", _set("about"), set()),
    ("S08", "laws.yaml", _set("about"), set()),
    ("E033", "errata/04-force.yaml", _set("brief"), ALL),
    ("E041", "errata/04-force.yaml", _set("brief"), set()),
    ("E110", "errata/09-contacts.yaml", _set("brief"), {Q, RESP}),  # in the edition for Medway
    ("E185", "errata/14-response.yaml", _set("brief"), set()),  # three sheets say it in words of their own
    ("E036", "errata/04-force.yaml", _set("brief"), {RESP}),
    ("2.1.p04", "sections/2.1.yaml", _set("text"), {STAGES}),
    ("hsb-examples", "lists.yaml", _set("name"), {HARMFUL}),
    ("not-informing-parents", "lists.yaml", _set("name"), {Q, CONF}),
    ("2.2.p08", "sections/2.2.yaml", _set("text"), {Q, CONF}),
    ("case-noor", "vignettes.yaml", _set("text"), {HARMFUL}),
    ("social-worker", "actors.yaml", _set("name"), {ASSESS}),
]


def _find(tree: Tree, name: str) -> dict[str, Any]:
    """The entry with an id, wherever it stands in a file."""
    if isinstance(tree, dict) and tree.get("id") == name:
        return tree
    for inner in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        found = _find(inner, name)
        if found:
            return found
    return {}


def _holding(copy: Copy, number: str) -> list[str]:
    """The files of the guidance that say a number."""
    paths = sorted((copy.content / "guidance").rglob("*.yaml"))
    return [path.relative_to(copy.content).as_posix() for path in paths if number in path.read_text("utf-8")]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return Copy(tmp_path_factory.mktemp("copy"))


def _built(copy: Copy, folder: Path) -> dict[str, bytes]:
    made = build(find_roots(copy.content), list(HANDOUTS), folder)
    return {item.document.id: item.path.read_bytes() for item in made}


@pytest.fixture(scope="module")
def unchanged(copy: Copy, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is built of the copy before anything changes in it."""
    return _built(copy, tmp_path_factory.mktemp("unchanged"))


@pytest.mark.parametrize(
    ("name", "file", "edit", "printing"), thinned(CHANGES, 6), ids=[change[0] for change in CHANGES]
)
def test_an_entry_that_changes_changes_exactly_what_prints_it(
    name: str, file: str, edit: Edit, printing: set[str], copy: Copy, unchanged: dict[str, bytes], tmp_path: Path
) -> None:
    path = f"guidance/{file}"
    tree = yaml.load(copy.text(path), Loader=yaml.CSafeLoader)
    entry = _find(tree, name)
    old = str(entry.get("value", "\0"))
    before = {path: copy.text(path), **{each: copy.text(each) for each in _holding(copy, old)}}
    edit(entry)
    new = str(entry.get("value", "\0"))
    assert entry["id"] == name
    for each, text in before.items():  # a text that names the old number would be refused
        copy.write(each, text.replace(old, new))
    copy.write(path, yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).replace(old, new))
    try:
        after = _built(copy, tmp_path)
    finally:
        for each, text in before.items():
            copy.write(each, text)
    if name != "E110":
        assert {document for document in HANDOUTS if after[document] != unchanged[document]} == printing
    documents, guidance = copy.load().documents, load_guidance(copy.content)
    assert {d for d in HANDOUTS if name in printed_ids(documents[d], guidance)} == printing


# ---- Templates and documents that are not sound ------------------------------------------------


def _refused(copy: Copy, folder: Path) -> str:
    with pytest.raises(AuthorError) as raised:
        _built(copy, folder / "out")
    assert not (folder / "out").exists()
    return str(raised.value)


@pytest.mark.parametrize(
    ("tag", "says"),
    [
        (b"{{ line.marks }}", "(1.4, 1.6)"),
        (b"{{ status }} {{ review }}", "Sample wording, not approved for issue."),
        (b"{{ end }}", "A referral comes before paperwork."),
        (b"{{ part.not_verified }}", "not verified: nobody"),
    ],
)
def test_a_template_that_lost_something_is_refused(tag: bytes, says: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    path = copy.templates / "quick-reference.docx"
    parts = unzipped(path.read_bytes())
    assert tag in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(tag, b"")
    path.write_bytes(zipped(parts))
    contacts = copy.text("guidance/contacts.yaml")  # a number that nobody has checked is needed for the last of them
    copy.write("guidance/contacts.yaml", re.sub(r", last_verified: \{[^}]*\}", "", contacts))
    told = _refused(copy, tmp_path)
    assert "quick-reference.docx" in told
    assert "is not printed" in told
    assert says.split(maxsplit=1)[0] in told


def test_an_id_that_does_not_exist_is_told_with_its_line(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    file = "documents/quick-reference.yaml"
    copy.replace(file, "ids: [D52, D17,", "ids: [D52, D177,")
    line = copy.line_of(file, "ids: [D52, D177")
    told = _refused(copy, tmp_path)
    assert told == f"content/{file}:{line}: parts[5].ids[1]: D177 does not exist"
