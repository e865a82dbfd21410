"""Questions of the quiz that are wrong: each mistake is told with its place, and all of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from hsbdocs.content.guidance import load_guidance
from hsbdocs.model.faults import AuthorError
from tests.unit.content.planting import Copy

QUIZ, ASKS, ANSWERS = "guidance/quiz.yaml", "documents/quiz.yaml", "documents/quiz-answers.yaml"
UNDER_18 = "    - {text: Under 18, right: true}\n"
SCOPE = f"    - {{text: Under 16}}\n{UNDER_18}    - {{text: Under 21}}\n"

PLANTED = [
    # old, new, the path that is told without the item's number, problem
    (UNDER_18, "    - {text: Under 18}\n", "options", "no option is right"),
    (SCOPE, f"{UNDER_18}    - {{text: Under 21, right: true}}\n", "options", "every option is right"),
    (SCOPE, UNDER_18, "options", "has 1 options; 2 to 4"),
    (UNDER_18, f"{UNDER_18}    - {{text: Under 19}}\n    - {{text: Under 20}}\n", "options", "has 5 options"),
    (UNDER_18, f"{UNDER_18}    - {{text: under  16.}}\n", "options[2].text", "says the same as an option above"),
    (UNDER_18, f"{UNDER_18}    - {{text: '...'}}\n", "options[2].text", "says nothing"),
    ("  refs: [A01]\n", "  refs: []\n", "refs", "rests on nothing"),
    ("  refs: [A01]\n", "  refs: [A999]\n", "refs[0]", "A999 does not exist"),
    ("  refs: [A01]\n", "  refs: [A01]\n  any_reading: [A02]\n", "any_reading[0]", "A02 does not exist in errata"),
    ("  refs: [A01]\n", "  refs: [A01]\n  blocked_by: [E999]\n", "blocked_by[0]", "E999 does not exist in errata"),
    ("  refs: [D55]\n  any_reading: [E213]\n", "  refs: [D55]\n", "refs[0]", "D55 names E213, which is open"),
    ("  any_reading: [E213]\n", "  any_reading: [E213]\n  blocked_by: [E213]\n", "any_reading[0]", "one or the other"),
    ("  stem: A child is in immediate danger. Whom do you call?\n",
     "  stem: A child is in immediate danger. Is it that you must, or should, call?\n", "stem", "has the word must"),
    ("  why: Everything else comes afterwards.\n", "  why: One should call first.\n", "why", "has the word should"),
    ('    - {text: "999", right: true}\n', '    - {text: "You must call 999", right: true}\n', "options",
     "words of force or choice (must) are in some options"),
    ("    - {text: In every case}\n", "    - {text: In every case that may come}\n", "options",
     "words of force or choice (may)"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "path", "problem"), PLANTED, ids=[p[3][:28] for p in PLANTED])
def test_each_mistake_has_its_place(old: str, new: str, path: str, problem: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(QUIZ, old, new)
    with pytest.raises(AuthorError) as raised:
        load_guidance(copy.content)
    (told,) = (fault for fault in raised.value.faults if problem in fault.problem)
    assert told.file == f"content/{QUIZ}"
    assert told.path.endswith(f".{path}")
    assert told.line > 1


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    for old, new, _, _ in (PLANTED[0], PLANTED[10], PLANTED[12]):
        copy.replace(QUIZ, old, new)
    with pytest.raises(AuthorError) as raised:
        load_guidance(copy.content)
    assert len(raised.value.faults) == 3


def test_a_guidance_may_do_without_a_quiz(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    (copy.content / QUIZ).unlink()
    assert load_guidance(copy.content).quiz == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "path", "problem"),
    [
        (ASKS, "    ids: [quiz-younger-child, quiz-where, quiz-questions, quiz-online]\n", "    ids: [quiz-scope]\n",
         "parts[3].ids[0]", "prints quiz-scope twice"),
        (ANSWERS, "answers_of: quiz\n", "answers_of: quizz\n", "parts[1].answers_of", "quizz does not exist"),
        (ANSWERS, "answers_of: quiz\n", "answers_of: quick-reference\n", "parts[1].answers_of", "asks no questions"),
        (ANSWERS, "answers_of: quiz\n", "answers_of: quiz\n    ids: [quiz-scope]\n", "parts[1].answers_of",
         "names questions of its own"),
        (ANSWERS, "answers_of: quiz\n", "ids: [quiz-scope]\n", "parts[1].answers_of", "answers name the document"),
        (ASKS, "    heading: Harmful behaviour\n", "    heading: Harmful behaviour\n    answers_of: quiz-answers\n",
         "parts[3].answers_of", "and nothing else does"),
    ],
)  # fmt: skip
def test_a_document_asks_and_answers_as_it_should(
    file: str, old: str, new: str, path: str, problem: str, tmp_path: Path
) -> None:
    copy = Copy(tmp_path)
    copy.replace(file, old, new)
    told = [fault for fault in copy.faults() if problem in fault.problem]
    assert [(fault.file, fault.path) for fault in told] == [(f"content/{file}", path)]


def test_too_few_questions_are_no_quiz(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    text = copy.text(ASKS)
    copy.write(ASKS, text[: text.index("  - shape: questions\n    heading: You and")])
    assert [fault.problem for fault in copy.faults()] == ["prints 9 questions; 20 to 30 make a quiz"]
