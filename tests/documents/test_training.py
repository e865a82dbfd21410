"""The training documents as built: what they say, on how many pages, and which change when an entry changes."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from hsbdocs.content.guidance import load_guidance
from hsbdocs.content.locate import find_roots
from hsbdocs.documents.handout import printed_ids
from hsbdocs.model.faults import AuthorError
from hsbdocs.model.guidance import Guidance
from hsbdocs.pipeline.build import build
from tests.support.forms import HANDOUTS, ROOT, blank
from tests.support.programs import need, to_pdf
from tests.support.thinned import thinned
from tests.unit.content.planting import Copy
from tests.unit.formats.wordfile import W, unzipped, zipped

BOTH = pytest.mark.parametrize("document", HANDOUTS)


def _paragraphs(document: str) -> list[str]:
    """The text of every paragraph of the body, no-break spaces as spaces."""
    root = etree.fromstring(unzipped(blank(document))["word/document.xml"])
    texts = ["".join(text.text or "" for text in p.iter(f"{{{W}}}t")) for p in root.iter(f"{{{W}}}p")]
    return [text.replace("\u00a0", " ") for text in texts]


def _between(texts: list[str], first: str, last: str) -> list[str]:
    start, end = (next(n for n, text in enumerate(texts) if text.startswith(words)) for words in (first, last))
    return texts[start + 1 : end]


@cache
def _guidance() -> Guidance:
    return load_guidance(ROOT / "content")


def _verified() -> set[str]:
    """Every number that somebody has recorded checking."""
    points = [point for contact in _guidance().contacts for point in contact.points]
    return {point.value for point in points if point.last_verified is not None}


def _marked(name: str) -> str:
    """A number as it is printed: with its mark, unless somebody has recorded checking it."""
    value: str = _guidance().by_id[name].value
    return value if value in _verified() else f"{value} † not verified"


# ---- What they say -----------------------------------------------------------------------------

#: Section and two words of each statement with "must" in the guidance, read in its lines 117 to 447: those that stand
#: on the first side, at once, and those that stand on the second.
MUSTS_AT_ONCE = [
    ("3.1", "immediate harm", "child protection referral"),
    ("4.3 Q1", "under 13", "police"),
]
MUSTS = [
    ("1.5", "competent", "confidentiality"),
    ("2.2", "directed at another child", "categorise"),
    ("2.2", "not sure", "safeguarding lead"),
    ("2.4", "sexual exploitation", "police"),
    ("3.1", "assessed as harmful", "regularly"),
    ("3.7", "alleged to have sexually harmed", "needs"),
    ("3.7", "sexually harm others", "risk assessment"),
]
#: The same for "always": lines 101 (two things), 141 and 196.
ALWAYS_AT_ONCE = [("1.4", "under 13", "refer")]
ALWAYS = [
    ("1.4", "under 13", "discuss"),
    ("1.6", "Fraser", "significant harm"),
    ("2.2", "other party", "Police indices"),
]


@pytest.mark.parametrize(
    ("expected", "heading", "until", "word"),
    [
        (MUSTS_AT_ONCE, "At once", "Whom to ring", "must"),
        (MUSTS, "You must also: seven", "Always also: three", "must"),
        (ALWAYS_AT_ONCE, "At once", "Whom to ring", "(should|will) always"),
        (ALWAYS, "Always also: three", "Marked ?", "(should|will) always"),
    ],
)
def test_the_nine_musts_and_four_always(
    expected: list[tuple[str, str, str]], heading: str, until: str, word: str
) -> None:
    said = _between(_paragraphs("quick-reference"), heading, until)
    if heading == "At once":  # where duties of other forces stand too
        said = [text for text in said if re.search(rf": {word} ", text)]
    assert len(said) == len(expected)
    for section, when, what in expected:
        found = [text for text in said if f"({section}" in text and when in text and what in text]
        assert len(found) == 1, (section, when)
        assert re.search(rf": (Social Worker: )?{word} ", found[0])


def test_whom_to_ring_by_area_and_hour() -> None:
    """Today's numbers, each in its column; no number for Kent in working hours."""
    known = _guidance().by_id
    root = etree.fromstring(unzipped(blank("quick-reference"))["word/document.xml"])
    table = next(root.iter(f"{{{W}}}tbl"))
    rows = [
        ["".join(t.text or "" for t in cell.iter(f"{{{W}}}t")).replace("\u00a0", " ") for cell in row]
        for row in (row.findall(f"{{{W}}}tc") for row in table.iter(f"{{{W}}}tr"))
    ]
    assert rows[0] == ["When", "Kent", "Medway"]
    at = {row[0]: row[1:] for row in rows[1:]}
    for kent_or_medway in at["Immediate danger, any time"]:
        assert "999" in kent_or_medway
        assert "†" not in kent_or_medway
    kent, medway = at["Working hours"]
    assert "No telephone number for Kent in working hours" in kent
    assert not re.search(r"\d{5}", kent) or "added by the partnerships" in kent
    assert _marked("C06.phone") in medway
    assert known["C06.hours"].value in medway
    kent, medway = at["Out of hours"]
    assert _marked("C05.phone") in kent
    assert _marked("C07.phone") in medway
    assert all(_marked("C08.phone") in text for text in at["Consultation on a child referred to NELFT"])


@BOTH
def test_no_number_stands_without_its_mark(document: str) -> None:
    """Telephone numbers of the guidance; 999 apart. Kent's daytime number of older pages is printed nowhere."""
    for text in _paragraphs(document):
        for found in re.finditer(r"\b0\d{3,4}(?: \d+)+", text):
            assert text[found.end() :].startswith(" † not verified") or found[0] in _verified(), text
    assert "03000 41 11 11" not in " ".join(_paragraphs(document))


@BOTH
def test_marks_are_explained_and_999_comes_first(document: str) -> None:
    texts = _paragraphs(document)
    marked = any("† not verified" in text for text in texts if not text.startswith("†"))
    assert any(text.startswith("† not verified: nobody has recorded") for text in texts) is marked
    assert any(text.startswith("Marked ?: in doubt") for text in texts)
    first = next(n for n, text in enumerate(texts) if "call 999" in text)
    assert first <= 3
    assert texts[-1].endswith("A referral comes before paperwork.")


@BOTH
def test_it_is_not_read_as_a_form(document: str) -> None:
    from hsbdocs.model.line import Status
    from tests.support.forms import read

    assert read(blank(document), f"{document}.docx").line.status is Status.UNREAD


# ---- Pages -------------------------------------------------------------------------------------


def _pages(document: str, folder: Path) -> list[str]:
    source = folder / f"{document}.docx"
    source.write_bytes(blank(document))
    pdf = to_pdf(source, folder)
    said = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    return [" ".join(page.split()) for page in said.split("\f")[:-1]]


@pytest.mark.slow
def test_the_quick_reference_has_two_sides(tmp_path: Path) -> None:
    need("pdftoppm")
    pages = _pages("quick-reference", tmp_path)
    assert len(pages) == 2
    for heading in ("At once", "Whom to ring", "What depends on age"):
        assert heading in pages[0]
    assert "eighteenth birthday" in pages[0]  # the last line of the last table
    assert pages[1].startswith("You must also: seven points")
    assert "A referral comes before paperwork." in pages[1]
    for number, page in enumerate(pages, 1):
        assert page.endswith(f"quick-reference, content 2023.06-1 Page {number} of 2")


@pytest.mark.slow
def test_the_handout_has_at_most_two_pages(tmp_path: Path) -> None:
    need("pdftoppm")
    pages = _pages("handout-consent", tmp_path)
    assert len(pages) <= 2
    assert "A referral comes before paperwork." in pages[-1]


@pytest.mark.slow
@BOTH
def test_there_is_room_for_two_lines_more_on_each_page(document: str, tmp_path: Path) -> None:
    """Another program may break a line or two otherwise: the last line ends well above the bottom margin (34 pt)."""
    need("pdftoppm")
    source = tmp_path / f"{document}.docx"
    source.write_bytes(blank(document))
    pdf = to_pdf(source, tmp_path)
    boxes = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    for page in boxes.split("<page ")[1:]:
        ends = sorted({float(end) for end in re.findall(r'yMax="([\d.]+)"', page)})
        assert ends[-2] <= 841.9 - 34 - 2 * 13.8  # the last is the footer's


# ---- Which documents change --------------------------------------------------------------------

Tree = Any
Edit = Callable[[dict[str, Any]], None]


def _set(key: str) -> Edit:
    def edit(entry: dict[str, Any]) -> None:
        entry[key] = "Something else"

    return edit


def _number(entry: dict[str, Any]) -> None:
    entry["value"] = "01634 000 000"


#: Id, file, what is changed, and the documents that print it (read off the printed sheets).
Q, H = HANDOUTS
CHANGES: list[tuple[str, str, Edit, set[str]]] = [
    ("D36", "duties/3.yaml", _set("duty"), {Q}),
    ("D70", "duties/4.yaml", _set("trigger"), {Q, H}),
    ("D10", "duties/1.yaml", _set("duty"), {Q, H}),
    ("D15", "duties/1.yaml", _set("duty"), {H}),
    ("D77", "duties/4.yaml", _set("duty"), {Q, H}),
    ("D20", "duties/2.yaml", _set("duty"), set()),
    ("D49", "duties/3.yaml", _set("duty"), set()),
    ("A05", "ages.yaml", _set("rule"), {Q, H}),
    ("A02", "ages.yaml", _set("rule"), {Q, H}),
    ("A13", "ages.yaml", _set("rule"), {H}),
    ("A20", "ages.yaml", _set("rule"), set()),
    ("1.4.p11", "sections/1.4.yaml", _set("text"), set()),
    ("1.4.p05", "sections/1.4.yaml", _set("text"), {H}),
    ("1.4.p03", "sections/1.4.yaml", _set("text"), set()),
    ("1.6.p14", "sections/1.6.yaml", _set("text"), {H}),
    ("C05.phone", "contacts.yaml", _number, {Q}),
    ("C07.phone", "contacts.yaml", _number, {Q}),
    ("C09.phone", "contacts.yaml", _number, set()),
    ("C06", "contacts.yaml", _set("name"), {Q}),
    ("gillick-competency", "terms/1.yaml", _set("meaning"), set()),
    ("position-of-trust", "terms/1.yaml", _set("meaning"), set()),
    ("S01", "laws.yaml", _set("about"), set()),
    ("S08", "laws.yaml", _set("about"), set()),
    ("E033", "errata/04-force.yaml", _set("brief"), {Q, H}),
    ("E041", "errata/04-force.yaml", _set("brief"), {Q}),
    ("E036", "errata/04-force.yaml", _set("wrong"), set()),
    ("social-worker", "actors.yaml", _set("name"), {Q}),
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
    made = build(find_roots(copy.content), ["training"], folder)
    return {item.document.id: item.path.read_bytes() for item in made}


@pytest.fixture(scope="module")
def unchanged(copy: Copy, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is built of the copy before anything changes in it."""
    return _built(copy, tmp_path_factory.mktemp("unchanged"))


@pytest.mark.parametrize(
    ("name", "file", "edit", "printing"), thinned(CHANGES, 3), ids=[change[0] for change in CHANGES]
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
    assert {document for document, data in after.items() if data != unchanged[document]} == printing
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
        (b"{{ line.marks }}", "(1.5)"),
        (b"{{ status }} {{ review }}", "Sample wording, not approved for issue."),
        (b"{{ end }}", "A referral comes before paperwork."),
        (b"{{ not_verified }}", "not verified: nobody"),
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
    copy.replace(file, "ids: [D70, D36, D10,", "ids: [D70, D366, D10,")
    line = copy.line_of(file, "ids: [D70, D366")
    told = _refused(copy, tmp_path)
    assert told == f"content/{file}:{line}: parts[0].ids[1]: D366 does not exist"
