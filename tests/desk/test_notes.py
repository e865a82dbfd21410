"""Notes to senders: what they say and never say, when they are made, and what comes back on them."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.command.filling import change, complete, fill, young
from tests.command.running import CONTENT, TODAY, lines_of, run
from tests.desk.team import Team, read
from tests.support.programs import convert, validate_ooxml

SETTINGS = '[team]\nname = "A team"\ntelephone = "01632 960555"\n'
YOUNG = {
    "child.date_of_birth": "3/4/2014",
    "child.age": "12",
    "actions.referral.answer": "no",
    "actions.safeguarding_lead.answer": "no",
}


class Desk:
    """A folder of returns and what is kept of them, notes among it."""

    def __init__(self, folder: Path, blank: bytes) -> None:
        self.inbox, self.kept = folder / "in", folder / "kept"
        self.inbox.mkdir()
        self.settings = folder / "hsbdocs.toml"
        self.settings.write_text(SETTINGS, encoding="utf-8")
        self.team = Team(self.kept)
        self.blank = blank

    def arrives(self, name: str, **changes: str | None) -> None:
        """A return: complete but for the changes."""
        named = {key.replace("__", "."): value for key, value in changes.items()}
        (self.inbox / name).write_bytes(complete(self.blank, named))

    def runs(self, day: str = "2026-06-01", *options: str) -> str:
        """What the program says."""
        settings = ("--settings", self.settings)
        result = run("parse", self.inbox, "--out", self.kept, "--notes", "--today", day, *options, *settings, *CONTENT)
        assert result.exit_code in (0, 1), result.output
        return " ".join(result.output.split())

    def reference(self, **wanted: str) -> str:
        """The only one whose row says this."""
        (found,) = self.team.references(**wanted)
        return found

    def note(self, reference: str) -> Path:
        """Where a form's note lies."""
        return self.kept / "notes" / f"{reference}.docx"


@pytest.fixture
def desk(tmp_path: Path, blank: bytes) -> Desk:
    """An empty desk."""
    return Desk(tmp_path, blank)


def said(path: Path) -> str:
    """The text of a Word file, its footer too."""
    with zipfile.ZipFile(path) as archive:
        xml = "".join(archive.read(name).decode() for name in ("word/document.xml", "word/footer1.xml"))
    return " ".join(re.sub("<[^>]*>", "", xml.replace("</w:p>", " ")).replace("&quot;", '"').split())


def test_a_note_asks_what_the_form_is_to_be_asked_and_no_more(desk: Desk) -> None:
    desk.arrives("a.docx", outcome__category=None, child__name="Zebra Child", considerations__q03=None)
    desk.arrives("b.docx", child__name="Zebra Other", child__nhs_number="999 004 0124")
    desk.runs()
    reference = desk.reference(Status="Questions about the form")
    assert [path.name for path in sorted(desk.note(reference).parent.glob("*.docx"))] == [f"{reference}.docx"]
    text = said(desk.note(reference))
    assert f"Form risk-assessment-addendum, version 2023.06-1, reference {reference}" in text
    assert "Please ring us about it on 01632 960555" in text
    for row in ("O2", "3", "D6"):  # the outcome, question 3, and the range of the sample's NHS number
        assert f" {row} " in text
    for row in ("O1", "A4", "C2"):
        assert f" {row} " not in text
    assert "Zebra" not in text
    mail = (desk.kept / "notes" / f"{reference}.txt").read_text(encoding="utf-8-sig")
    assert reference in mail
    assert mail.count(".") == 2


def test_what_cannot_wait_is_told_by_telephone_first_and_stands_alone_in_the_note(desk: Desk) -> None:
    (desk.inbox / "a.docx").write_bytes(young(desk.blank))
    desk.runs()
    reference = desk.reference(Ring_today="yes")
    assert not desk.note(reference).exists()
    desk.team.list_organisations([("Sample Trust", "Ann Lead", "01632 960001")])
    desk.team.write(reference, "Rung", "2/6/2026")
    desk.team.write(reference, "Spoke to", "ann lead")
    desk.runs("2026-06-02")
    text = said(desk.note(reference))
    assert "We rang on 2 June 2026, and spoke to your safeguarding lead." in text
    first = text[text.index("What to do first") : text.index("What we ask")]
    assert "A4: Please act first" in first
    assert "go to Children's Services" in first
    assert "Ann" not in text
    desk.team.write(reference, "Spoke to", "the mother of Zebra")
    desk.team.write(reference, "Rung", "got through")
    desk.runs("2026-06-03")
    text = said(desk.note(reference))
    assert "We rang, and spoke to your organisation." in text
    assert "Zebra" not in text
    desk.team.write(reference, "Spoke to", None)
    desk.runs("2026-06-04")
    assert "We rang" not in said(desk.note(reference)), "nobody wrote to whom, or when"


def test_whoever_is_the_lead_is_sent_to_childrens_services(desk: Desk) -> None:
    desk.arrives("a.docx", **{**_named(YOUNG), "completion__role": "Designated Safeguarding Lead"})
    desk.runs()
    reference = desk.reference(Ring_today="yes")
    desk.team.write(reference, "Rung", "2/6/2026")
    desk.runs("2026-06-02")
    assert "The form was sent by a safeguarding lead. If that is you, there is nobody to wait for" in said(
        desk.note(reference)
    )


def _named(changes: dict[str, str]) -> dict[str, str]:
    return {key.replace(".", "__"): value for key, value in changes.items()}


def test_a_note_that_somebody_changed_stays_and_a_closed_one_is_not_made(desk: Desk) -> None:
    desk.arrives("a.docx", outcome__category=None)
    desk.runs()
    reference = desk.reference()
    note = desk.note(reference)
    before = note.stat().st_mtime_ns
    desk.runs("2026-06-02")
    assert note.stat().st_mtime_ns == before, "nothing changed, so it is not made anew"
    note.write_bytes(note.read_bytes() + b" ")
    desk.settings.write_text(SETTINGS.replace("555", "556"), encoding="utf-8")
    told = desk.runs("2026-06-03")
    assert f"{reference}.docx was changed by hand and stays; the new note is {reference} (new).docx" in told
    assert "960556" in said(note.with_name(f"{reference} (new).docx"))
    desk.team.write(reference, "Closed", "yes")
    note.unlink()
    desk.runs("2026-06-04")
    assert not note.exists()


def test_without_a_telephone_number_somebody_is_told(desk: Desk) -> None:
    desk.arrives("a.docx", outcome__category=None)
    desk.settings.write_text('[team]\nname = "A team"\n', encoding="utf-8")
    assert "The notes say no telephone number of yours" in desk.runs()
    assert "Please ring us about it, and give our reference" in said(desk.note(desk.reference()))


@pytest.fixture
def asked(desk: Desk) -> tuple[Desk, str]:
    """A desk that sent a note about a form of a listed organisation."""
    desk.arrives("a.docx", outcome__category=None, considerations__q03=None)
    desk.runs()
    desk.team.list_organisations([("Sample Trust", "Ann Lead", "01632 960001"), ("Other School", "", "")])
    desk.runs("2026-06-02")
    return desk, desk.reference()


ANSWER = {"addendum.o2": "Problematic.", "addendum.q3": "Not known.", "addendum.organisation": "Sample Trust"}


def test_an_addendum_is_laid_beside_the_rows_that_it_touches(asked: tuple[Desk, str]) -> None:
    desk, reference = asked
    (desk.inbox / "back.docx").write_bytes(fill(desk.note(reference).read_bytes(), ANSWER))
    told = desk.runs("2026-06-08")
    back = desk.reference(Form="risk-assessment-addendum")
    assert f"{back} is an addendum to {reference}: something is now written at Q3, O2" in told
    assert "answered" not in told
    since = {row["Row"]: row["Since"] for row in read(desk.team.path, "Findings") if row["Reference"] == reference}
    assert since["row O2"] == f"something is now written (addendum {back}, came on 08/06/2026, not signed or not dated)"
    assert since["row D6"] is None
    row = next(row for row in read(desk.team.path) if row["Reference"] == reference)
    assert (row["Answer received"], row["Closed"], row["Status"]) == (None, None, "Questions about the form")
    assert not desk.note(back).exists()
    desk.team.write(reference, "Answer received", "8/6/2026")
    assert "is an addendum to" not in desk.runs("2026-06-09")


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["odt", "doc"])
def test_an_addendum_comes_back_through_libreoffice(asked: tuple[Desk, str], ending: str) -> None:
    desk, reference = asked
    filled = desk.kept.parent / "filled.docx"
    filled.write_bytes(fill(desk.note(reference).read_bytes(), ANSWER))
    other = convert(filled, ending, desk.kept.parent / "other")
    back = convert(other, "docx", desk.kept.parent / "again")
    (desk.inbox / "back.docx").write_bytes(back.read_bytes())
    assert f"is an addendum to {reference}: something is now written at Q3, O2" in desk.runs("2026-06-08")


@pytest.mark.parametrize(
    ("changes", "said_of_it"),
    [
        ({"addendum.organisation": "Other School"}, "The organisations of the two do not agree"),
        ({"addendum.organisation": "Some Other Place"}, "No organisation of your list stands on it"),
        ({"addendum.organisation": ""}, "No organisation of your list stands on it"),
        ({"reference": "AVEZ507H0"}, "Your register has no such reference"),
        ({"reference": "AVEZ507H1"}, "names a reference that is none: a slip of the pen?"),
    ],
)
def test_an_addendum_that_does_not_agree_is_laid_beside_nothing(
    asked: tuple[Desk, str], changes: dict[str, str], said_of_it: str
) -> None:
    desk, reference = asked
    named = changes.pop("reference", reference)
    values = {name: value for name, value in {**ANSWER, **changes}.items() if value}
    back = fill(desk.note(reference).read_bytes(), values)
    (desk.inbox / "back.docx").write_bytes(_renamed(back, reference, named))
    told = desk.runs("2026-06-08")
    assert said_of_it in told
    assert "Whose is this?" in told
    assert not any(row["Since"] for row in read(desk.team.path, "Findings"))
    line = json.loads((desk.kept / "records.jsonl").read_text(encoding="ascii").splitlines()[-1])
    assert ("answers_to" in line) == (named != "AVEZ507H1"), "what is no reference may be a name"


def test_a_letter_that_names_a_reference_is_to_be_read(asked: tuple[Desk, str]) -> None:
    desk, reference = asked
    letter = _renamed((desk.kept / "notes" / f"{reference}.docx").read_bytes(), "Form risk-assessment-addendum, ", "")
    letter = _without_tables(letter)
    (desk.inbox / "letter.docx").write_bytes(letter)
    assert f"is no form, and names {reference}: came in, read it" in desk.runs("2026-06-08")


@pytest.mark.parametrize("name", ["answer.eml", "answer.txt"])
def test_a_mail_that_names_a_reference_is_to_be_read_too(asked: tuple[Desk, str], name: str) -> None:
    desk, reference = asked
    mail = f"From: lead@example.org\r\nSubject: your note\r\n\r\nAbout your reference {reference}: all is done.\r\n"
    (desk.inbox / name).write_bytes(mail.encode())
    told = desk.runs("2026-06-08")
    assert f"is no form, and names {reference}: came in, read it" in told


def _renamed(data: bytes, old: str, new: str) -> bytes:
    for part in ("word/document.xml", "word/footer1.xml"):
        data = change(data, part, lambda xml: xml.replace(old.encode(), new.encode()))
    return data


def _without_tables(data: bytes) -> bytes:
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

    def edit(xml: bytes) -> bytes:
        root = etree.fromstring(xml)
        for table in list(root.iter(f"{word}tbl")):
            table.getparent().remove(table)  # type: ignore[union-attr]
        return etree.tostring(root)

    bare = change(data, "word/document.xml", edit)
    return change(bare, "docProps/custom.xml", lambda xml: xml.replace(b"hsbdocs.", b"x."))


def test_a_blank_note_says_nothing_and_raises_nothing(asked: tuple[Desk, str]) -> None:
    desk, reference = asked
    result = run("parse", "--json", desk.note(reference), *TODAY, *CONTENT)
    (line,) = lines_of(result.stdout)
    assert line["form"]["id"] == "risk-assessment-addendum"
    assert line["answers_to"] == reference
    assert not [value for value in line["answers"].values() if value]
    assert line["unplaced"] == []
    assert [finding["code"] for finding in line["findings"]] == ["FORM-15"]


@pytest.mark.slow
def test_notes_are_sound_documents(asked: tuple[Desk, str]) -> None:
    desk, _ = asked
    (desk.inbox / "young.docx").write_bytes(young(desk.blank))
    (desk.inbox / "broken.docx").write_bytes(b"broken")
    (desk.inbox / "empty.docx").write_bytes(desk.blank)
    desk.runs("2026-06-03")
    for each in desk.team.references(Ring_today="yes"):
        desk.team.write(each, "Rung", "3/6/2026")
    desk.runs("2026-06-04")
    notes = sorted((desk.kept / "notes").glob("*.docx"))
    assert len(notes) == 4
    assert validate_ooxml(notes) == {note: [] for note in notes}


def test_a_checklist_has_an_addendum_of_its_own(desk: Desk) -> None:
    examples = Path(__file__).resolve().parents[2] / "examples" / "returned"
    (desk.inbox / "a.xlsx").write_bytes((examples / "17-checklist-two-colours.xlsx").read_bytes())
    desk.runs()
    reference = desk.reference()
    text = said(desk.note(reference))
    assert f"Form rag-checklist-addendum, version 2023.06-1, reference {reference}" in text
    desk.team.list_organisations([("Sample Trust", "", "")])
    back = fill(desk.note(reference).read_bytes(), {"addendum.r1": "Once.", "addendum.organisation": "Sample Trust"})
    (desk.inbox / "back.docx").write_bytes(back)
    told = desk.runs("2026-06-08")
    assert f"says that it is about {reference}. Whose is this?" in told or f"is an addendum to {reference}" in told
    (line,) = lines_of(run("parse", "--json", desk.inbox / "back.docx", *TODAY, *CONTENT).stdout)
    assert (line["form"]["id"], line["answers"]["addendum.r1"]) == ("rag-checklist-addendum", "Once.")


def test_an_empty_form_and_a_damaged_file_have_a_short_note_of_their_own(desk: Desk) -> None:
    (desk.inbox / "empty.docx").write_bytes(desk.blank)
    (desk.inbox / "broken.docx").write_bytes(b"broken")
    desk.runs()
    for reference in desk.team.references(Ring_today="yes"):
        desk.team.write(reference, "Rung", "2/6/2026")
    desk.runs("2026-06-02")
    rows = {row["Form"]: row["Reference"] for row in read(desk.team.path)}
    empty, broken = said(desk.note(rows["risk-assessment"])), said(desk.note(rows[None]))
    assert "the form came empty" in empty
    assert "A file that you sent could not be opened" in broken
    assert "It came to us on 1 June 2026. We have not read it." in broken
    for text in (empty, broken):
        assert "addendum" not in text.replace("dated and signed addendum", "")
        assert "Slip" not in text
        assert "Urgent" not in text
    assert "Urgent" not in (desk.kept / "notes" / f"{rows[None]}.txt").read_text(encoding="utf-8-sig")


def test_what_is_urgent_stands_first_and_in_the_mail_too(desk: Desk) -> None:
    data = complete(desk.blank, {**YOUNG, "child.name": None})
    (desk.inbox / "a.docx").write_bytes(data)
    desk.runs()
    reference = desk.reference(Ring_today="yes")
    desk.team.write(reference, "Rung", "2/6/2026")
    desk.runs("2026-06-02")
    text = said(desk.note(reference))
    asked = text[text.index("What we ask") :]
    assert asked.index(" A3 ") < asked.index(" A4 ") < asked.index(" D1 ")
    assert "dated 12 May 2026. It came to us on 1 June 2026." in text
    mail = (desk.kept / "notes" / f"{reference}.txt").read_text(encoding="utf-8-sig")
    assert mail.startswith("Urgent: please give this to your safeguarding lead now")
    assert mail.count(".") == 2


@pytest.mark.parametrize("signed", [{}, {"addendum.name": "R Writer", "addendum.signature": "R Writer"}])
def test_what_is_added_without_a_name_or_a_date_is_told(desk: Desk, signed: dict[str, str]) -> None:
    desk.arrives("a.docx", outcome__category=None)
    desk.runs()
    reference = desk.reference(Status="Questions about the form")
    note = desk.note(reference).read_bytes()
    (desk.inbox / "b.docx").write_bytes(fill(note, {"addendum.o2": "It is in the letter.", **signed}))
    said_of_it = desk.runs("2026-06-08")
    where = "row B3" if signed else "rows B1, B2 and B3"
    assert "Something is added to a form, and who added it, the signature or the date is blank." in said_of_it
    (row,) = (each for each in read(desk.team.path, "Findings") if each["Row"] == where)
    assert row["Reference"] != reference


def test_a_slip_alone_and_an_empty_note_are_told_as_what_they_are(asked: tuple[Desk, str]) -> None:
    desk, reference = asked
    note = desk.note(reference).read_bytes()
    slip = {"addendum.organisation": "Sample Trust", "addendum.added": "6/6/2026", "addendum.not_added": "The date."}
    (desk.inbox / "slip.docx").write_bytes(fill(note, slip))
    (desk.inbox / "empty.docx").write_bytes(note)
    said_of_it = desk.runs("2026-06-08")
    assert f"is the slip to {reference}, filled in at S1, S2, S4: read it" in said_of_it
    assert f"is an addendum to {reference}: nothing is written in it" in said_of_it
    assert "Whose is this?" not in said_of_it


def test_what_is_added_and_signed_says_nothing_of_signatures(asked: tuple[Desk, str]) -> None:
    desk, reference = asked
    signed = {"addendum.name": "R Writer", "addendum.signature": "R Writer", "addendum.date": "5/6/2026"}
    (desk.inbox / "back.docx").write_bytes(fill(desk.note(reference).read_bytes(), {**ANSWER, **signed}))
    said_of_it = desk.runs("2026-06-08")
    assert f"is an addendum to {reference}: something is now written at Q3, O2" in said_of_it
    assert "not signed or not dated" not in said_of_it
