"""A label, what stands behind it, and what a copy prints beside it."""

import pytest

from hsbdocs.model.patterns import label_at_start
from hsbdocs.model.transcript import Cell, Mark, Paragraph, Span
from hsbdocs.reading.labels import after_label, without_words
from tests.unit.reading.looks import line
from tests.unit.reading.sheets import RELEASED, cell

MODE = RELEASED.row_of["completion.mode"]
OPTIONS = [choice.label for choice in MODE.fields[0].choices]


@pytest.mark.parametrize(
    ("label", "text", "end"),
    [
        ("Signature", "Signature", ""),
        ("Signature", "signature: Robin", ": "),
        ("Signature", "\u2022 SIGNATURE", ""),
        ("Summary of risk assessment:", "Summary  of risk-assessment. It", ". "),
        ("Consider to be: (Circle as appropriate)", "Consider to be (circle as appropriate): Harmful", "): "),
        ("What is known?", "What is known?\nNothing", "?\n"),
        ("4. Details of partner/s.", "Details of partner/s. None", ". "),
        ("4. Details", "Details: none", ": "),
        ("4. Details of partner/s.", "4) Details of partner/s", ""),
    ],
)
def test_a_label_at_the_start(label: str, text: str, end: str) -> None:
    match = label_at_start(label, text)
    assert match is not None
    assert match["end"] == end
    assert match["label"] in text


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Signature", "Signatures"),
        ("Signature", "The signature"),
        ("Signature", "Sign"),
        ("Date", "Dated"),
        ("4. Details of partner", "5. Details of partner"),
        ("4. Details of partner", "Detail of partner"),
        ("Details of partner", "4 Details of partner"),
        ("First language", "Firstlanguage"),
        ("First language", "language: Welsh"),
        ("2023", "1999"),
        ("2023", "- other"),
    ],
)
def test_near_misses(label: str, text: str) -> None:
    assert label_at_start(label, text) is None


def test_the_number_is_part_of_the_label() -> None:
    match = label_at_start("4. Details", "(4) Details: none")
    assert match is not None
    assert match["label"] == "4) Details"
    assert match.start("label") == 1


def behind(where: Cell, *spellings: str) -> list[str]:
    """The text of what follows the label."""
    return [paragraph.text for paragraph in after_label(where, spellings or ("Signature",))]


def test_what_follows_a_label() -> None:
    assert behind(cell("Signature")) == []
    assert behind(cell("Signature:", "Robin", "", "Writer")) == ["Robin", "", "Writer"]
    assert behind(cell("Signature: Robin")) == ["Robin"]
    assert behind(cell("Signature: Robin", "Writer")) == ["Robin", "Writer"]
    assert behind(cell("", " ", "Signature", "Robin")) == ["Robin"]
    assert behind(cell("Signature: ", "Robin")) == ["Robin"]
    assert behind(cell("Something else", "Robin")) == ["Robin"]
    assert behind(cell("The signature: Robin")) == []
    assert behind(cell("")) == []
    assert behind(cell()) == []
    assert behind(cell("Signature of child Robin"), "Signature of child", "Signature") == ["Robin"]
    assert behind(cell("Signature Robin"), "Signature of child", "Signature") == ["Robin"]


def test_what_follows_keeps_its_look_and_what_is_drawn_on_it() -> None:
    spans = (Span("Sign", Mark.BOLD), Span("ature: Ro", Mark.ITALIC, 3), Span("", 0), Span("bin", Mark.STRUCK, 4))
    paragraph = Paragraph(spans, pictures=1, shapes=2, deleted="gone")
    (found,) = after_label(Cell((paragraph,)), ["Signature"])
    assert found.text == "Robin"
    assert found.spans == (Span("Ro", Mark.ITALIC, 3), Span("bin", Mark.STRUCK, 4))
    assert (found.pictures, found.shapes, found.deleted) == (1, 2, "gone")


def test_the_label_s_own_words_are_blanked() -> None:
    found = without_words(line(MODE.label), MODE.label, OPTIONS)
    assert found.text.split() == ["virtual/face", "to", "face"]
    assert len(found.text) == len(MODE.label)
    assert found.text.index("virtual") == MODE.label.index("virtual")
    assert found.marks == line(MODE.label).marks


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Risk assessment completed via virtual x/face to face assessment (please circle)", "virtual x/face to face"),
        ("Risk assessment completed via virtual / not face to face assessment", "virtual / not face to face"),
        ("Risk assessments completed by virtual assessment: yes.", "by virtual yes"),
        ("Completed via face to face", "face to face"),
    ],
)
def test_but_no_other_word_and_no_option(text: str, left: str) -> None:
    assert " ".join(without_words(line(text), MODE.label, OPTIONS).text.split()) == left
