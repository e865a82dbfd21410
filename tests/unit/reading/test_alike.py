"""A label that was reworded a little is known; one that asks for something else is not."""

import pytest

from hsbdocs.reading.alike import alike
from tests.unit.reading.sheets import RELEASED


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Name school attended now", "Name of the school attended now"),  # two of six words left out: a third
        ("Name of the school attended now", "Name of the school attended now"),
        ("Name of your child's school attended now", "Name of the child's school attended now"),
        ("Details of the scool attended", "Details of the school attended"),
        ("Which mpnth did it start", "Which month did it start"),  # one letter of five
        ("Date of lasst visit paid", "Date of last visit paid"),
        ("Mother of the young person here", "Mother/father of the young person here"),
        ("Father of the young person here", "Mother/father of the young person here"),
        ("Date of birth and age of child", "DOB and age of child"),
        ("DOB and age of child", "Date of birth and age of child"),
    ],
)
def test_the_same_question(text: str, label: str) -> None:
    assert alike(text, label)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Name child school", "Name of the child in school"),  # three of six words left out
        ("Name of the school attended now", "Name school attended now"),  # two added to four
        ("Name of the school attended", "Name of the school attended now"),
        ("Name of the school not attended now", "Name of the school attended now"),
        ("Name of the college attended", "Name of the school attended"),
        ("What wash said to them", "What was said to them"),  # too short to be a slip
        ("school now and before", "school now and school before"),
        ("school now and school before", "school now and before"),
        ("Details of the scool schol attended", "Details of the school attended"),  # one slip, and a word more
        ("of the young person here", "Mother/father of the young person here"),
        ("mother of the young person", "Father/ name of the young person"),
        ("How often is the visit here", "How often is the drop-in/visit here"),
        ("", ""),
        ("", "Name of the school attended now"),
        ("the", ""),
    ],
)
def test_another_question(text: str, label: str) -> None:
    assert not alike(text, label)


def test_no_label_of_the_form_is_like_another() -> None:
    labels = [row.label for row in RELEASED.rows]
    assert [(one, other) for one in labels for other in labels if one != other and alike(one, other)] == []


@pytest.mark.parametrize("label", [row.label for row in RELEASED.rows])
def test_a_label_is_like_itself_and_unlike_its_opposite(label: str) -> None:
    assert alike(label, label)
    assert not alike(f"not {label}", label)
    assert not alike(f"{label} never", label)
