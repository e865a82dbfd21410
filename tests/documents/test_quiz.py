"""The quiz: sheet, answers and the file for learning platforms ask the same; the sheet does not say what is right."""

from __future__ import annotations

import tempfile
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from hsbdocs.content.locate import Roots, find_roots
from hsbdocs.model.faults import AuthorError
from hsbdocs.pipeline.build import build
from tests.documents.editions import built
from tests.documents.wordfile import WordFile, text_of, w
from tests.foreign import gift
from tests.support.forms import ROOT
from tests.unit.content.planting import Copy

QUIZ = "guidance/quiz.yaml"
ITEMS = yaml.safe_load((ROOT / "content" / QUIZ).read_text(encoding="utf-8"))
ASKED = [
    name
    for part in yaml.safe_load((ROOT / "content/documents/quiz.yaml").read_text(encoding="utf-8"))["parts"]
    if part["shape"] == "questions"
    for name in part["ids"]
]
BY_ID = {item["id"]: item for item in ITEMS}
BOX = "\u2610"


@cache
def _said(document: str) -> tuple[str, ...]:
    return tuple(" ".join(text_of(each).split()) for each in WordFile(built("reader")[document]).body.iter(w("p")))


def test_every_question_is_printed_and_in_the_same_order_everywhere() -> None:
    assert sorted(ASKED) == sorted(BY_ID)
    assert 20 <= len(ASKED) <= 30
    stems = [" ".join(BY_ID[name]["stem"].split()) for name in ASKED]
    for document in ("quiz", "quiz-answers"):
        numbered = [f"{number}. {stem}" for number, stem in enumerate(stems, 1)]
        assert [line for line in _said(document) if line in numbered] == numbered
    assert [each.text for each in gift.read(built("reader")["quiz.gift"]) if each.choices] == stems


def test_the_sheet_has_a_box_for_each_option_and_tells_no_answer() -> None:
    boxes = [line for line in _said("quiz") if line.startswith(BOX)]
    wanted = [
        f"{BOX} {letter}. {option['text']}"
        for name in ASKED
        for letter, option in zip("ABCD", BY_ID[name]["options"], strict=False)
    ]
    assert boxes == wanted
    whole = " ".join(_said("quiz"))
    assert not [name for name in ASKED if BY_ID[name]["why"] in whole]
    assert "Nobody gets a mark" in whole


def test_the_answers_say_what_is_right_and_nothing_that_is_wrong() -> None:
    at = 0
    said = _said("quiz-answers")
    for number, name in enumerate(ASKED, 1):
        item = BY_ID[name]
        at = said.index(f"{number}. {' '.join(item['stem'].split())}", at)
        lettered = list(zip("ABCD", item["options"], strict=False))
        right = [f"{letter}. {option['text']}" for letter, option in lettered if option.get("right")]
        assert list(said[at + 1 : at + 1 + len(right)]) == right
        assert said[at + 1 + len(right)] == item["why"]
        rests = said[at + 2 + len(right) : at + 2 + len(right) + len(item["refs"])]
        assert all(line.endswith(")") for line in rests), "each with its section"


def test_a_learning_platform_reads_the_same_back() -> None:
    questions = [each for each in gift.read(built("reader")["quiz.gift"]) if each.choices]
    for name, question in zip(ASKED, questions, strict=True):
        item = BY_ID[name]
        assert question.name.endswith(name)
        assert [choice.text for choice in question.choices] == [option["text"] for option in item["options"]]
        right = [option.get("right", False) for option in item["options"]]
        assert [choice.share > 0 for choice in question.choices] == right
        assert sum(choice.share for choice in question.choices if choice.share > 0) == pytest.approx(100, abs=0.01)
        assert question.feedback.startswith(item["why"])
        assert question.feedback.endswith(")")
    assert len({question.name for question in questions}) == len(questions)


def test_the_file_says_what_every_document_says_of_itself() -> None:
    shown = [each.text for each in gift.read(built("reader")["quiz.gift"]) if not each.choices]
    assert "Sample wording, not approved for issue." in shown[0]
    assert "quiz.gift, content 2023.06-1" in shown[0]
    assert "call 999" in shown[1]
    assert "A referral comes before paperwork." in shown[-1]
    assert "Under 13: four places differ" in shown[-1]


def test_signs_of_the_format_come_back_as_they_were() -> None:
    from hsbdocs.formats.gift import GiftOption, GiftQuestion
    from hsbdocs.formats.gift import gift as written

    odd = r"a~b=c#d{e}f:g\h ::i:: ####j //k %50%l"
    options = (GiftOption(f"{odd} 1", True), GiftOption(f"{odd} 2", True), GiftOption(f"{odd} 3", False))
    (question,) = gift.read(written([GiftQuestion(odd, odd, options, odd)]))
    assert (question.name, question.text, question.feedback) == (odd, odd, odd)
    assert [choice.text for choice in question.choices] == [option.text for option in options]
    assert [choice.share for choice in question.choices] == [50, 50, -50]


def _tried(copy: Copy, tmp_path: Path, *names: str) -> list[str]:
    with pytest.raises(AuthorError) as raised:
        build(Roots(copy.content, copy.templates, copy.content), names, tmp_path / "out")
    return [str(fault) for fault in raised.value.faults]


@pytest.mark.parametrize("document", ["quiz", "quiz.gift", "quiz-answers"])
def test_a_question_that_an_open_erratum_blocks_is_refused(document: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(QUIZ, "  any_reading: [E195]\n", "  blocked_by: [E195]\n")
    told = _tried(copy, tmp_path, document)
    assert len(told) == 1
    assert "quiz-criminal-justice is blocked by E195, which nobody has settled: take it out" in told[0]
    assert f"documents/{document if document == 'quiz-answers' else 'quiz'}" in told[0] or "quiz.gift" in told[0]


def test_what_is_no_question_is_refused(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace("documents/quiz.yaml", "ids: [quiz-scope, ", "ids: [D10, ")
    assert "D10 is no question of the quiz" in _tried(copy, tmp_path, "quiz")[0]


def test_a_template_that_lost_its_answers_is_refused(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    (copy.templates / "quiz.docx").write_bytes((copy.templates / "handout.docx").read_bytes())
    assert "is not printed" in _tried(copy, tmp_path, "quiz")[0]


def test_nothing_that_is_built_needs_a_folder() -> None:
    """The bytes do not hang on where they are made."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        files = []
        for folder in (one, two):
            build(find_roots(ROOT), ["quiz.gift"], Path(folder))
            files.append((Path(folder) / "quiz.gift.txt").read_bytes())
    assert files[0] == files[1]


def test_the_notes_fill_an_hour_and_drop_neither_danger_nor_under_13_nor_whom_to_ring() -> None:
    rows = yaml.safe_load((ROOT / "content/documents/facilitator-notes.yaml").read_text(encoding="utf-8"))["parts"][3]
    spans = [tuple(map(int, row[0]["text"].split(" to "))) for row in rows["rows"]]
    assert (spans[0][0], spans[-1][1]) == (0, 60)
    assert all(one[1] == other[0] for one, other in pairwise(spans))
    dropped = " ".join(row[2]["text"] for row in rows["rows"])
    assert "under 13 stays." in dropped
    assert "Whom to ring stays." in dropped
    assert rows["rows"][0][2]["text"] == "6: nothing is dropped here."
    assert sum(int(row[2]["text"].partition(":")[0]) for row in rows["rows"]) == 40


def test_the_notes_name_questions_that_are_there() -> None:
    """Those that are taken if time is short: a child of 11, danger, and not to be sure."""
    assert [ASKED[number - 1] for number in (5, 21, 22)] == ["quiz-under-13-outcome", "quiz-danger", "quiz-not-sure"]
    assert "numbers 5, 21 and 22" in " ".join(_said("facilitator-notes"))
