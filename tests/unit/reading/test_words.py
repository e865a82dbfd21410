"""Text compared as people compare it."""

import pytest

from hsbdocs.model import words
from hsbdocs.model.transcript import Paragraph, Span, Transcript
from hsbdocs.reading import read, read_forms
from hsbdocs.reading.words import (
    KnownText,
    key,
    label_key,
    label_words,
    sentence_hash,
    sentences,
)
from tests.unit.reading.sheets import RELEASED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Child's  RECORD.", "childs record"),
        ("Child\u2019s \u2018record\u2019", "childs record"),
        ("child\u02bcs", "childs"),
        ("child`s", "childs"),
        ("child's \u00e9", "childs \u00e9"),
        ("child\u2018s", "childs"),
        ("child`s \u00e9", "childs \u00e9"),
        ("child\u00b4s", "childs"),
        ("child\uff07s", "childs"),
        ("self-harm/self\u2013harm", "self harm self harm"),
        ("a_b", "a_b"),
        ("\ufb01nd \uff21", "find a"),
        ("Stra\u00dfe \u00c9cole", "strasse \u00e9cole"),
        ("1. What? 2", "1 what 2"),
        ("\u2612\u2014", ""),
        ("", ""),
    ],
)
def test_the_words_of_a_text(text: str, expected: str) -> None:
    assert key(text) == expected


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("1. Details of partner/s", "detail of partner s"),
        ("Q12 signs", "sign"),
        ("12", "12"),
        ("1 2 parts", "2 part"),
        ("was his gas this", "was his gas thi"),  # an s is taken off longer words only
        ("Is the YP known? YPs", "is the young person known young person"),
        ("virtual x / face", "virtual face"),
        ("class", "clas"),
        ("A1 action", "a1 action"),
        ("1st language", "1st language"),
    ],
)
def test_the_words_of_a_label(label: str, words: str) -> None:
    assert " ".join(label_words(label)) == words


def test_the_letters_of_a_label() -> None:
    assert label_key("D.O.B. / Age") == label_key("DOB/Age") == "dobage"
    assert label_key("Address") != label_key("Addressee")


def test_sentences() -> None:
    assert sentences("One. Two? Three!  Four: five.\nSix - . ") == [
        "One.",
        "Two?",
        "Three!",
        "Four:",
        "five.",
        "Six - .",
    ]
    assert sentences("e.g.this stays. ...") == ["e.g.this stays."]
    assert sentences(" \n") == []
    assert sentences("No full stop\nNor here") == ["No full stop", "Nor here"]


def test_a_sentence_is_known_by_its_words() -> None:
    assert sentence_hash("See the guidance.") == sentence_hash("see  the GUIDANCE") != sentence_hash("see guidance")
    assert sentence_hash("") == "e3b0c44298fc1c14"


def known() -> KnownText:
    """A few texts, one the beginning of another."""
    return KnownText(["Act first.", "If in doubt, consult", "If in doubt", "", "If"])


@pytest.mark.parametrize(
    "text",
    [
        "Act first",
        "ACT FIRST!",
        "If in doubt, consult. Act first.",
        "Act first. If in doubt",
        "If if if in doubt",
        "",
        " \n",
    ],
)
def test_nothing_but_known_text(text: str) -> None:
    assert known().covers(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Act",
            "Act firstly",
            "Act first Amber",
            "Amber act first",
            "If in doubtful",
            "If in",
            "consult",
            "-",
            "\u2713",
        ),
        "first act",
    ],
)
def test_something_else(text: str) -> None:
    assert not known().covers(text)


def test_sentences_known_by_their_hash() -> None:
    known = KnownText(["Act first"], [sentence_hash("See the guidance"), sentence_hash("Think")])
    assert known.covers("See the guidance. Think!")
    assert known.covers("Think. Act first. See the guidance.")
    assert not known.covers("See the guidance. Amber.")
    assert not known.covers("See the guidance Amber.")
    assert not KnownText(["Act first"]).covers("See the guidance.")
    assert not KnownText([], [sentence_hash("")]).covers("Amber")


def test_nothing_that_was_written_is_kept_when_a_file_is_done() -> None:
    read_forms(Transcript((Paragraph((Span("Zebra99 was here"),)),), ()), (RELEASED,))
    assert words.key.cache_info().currsize == 0
    assert "Zebra99" not in str(words._PRINTED)


def test_nothing_is_kept_when_reading_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        key("Zebra99")
        raise RuntimeError

    monkeypatch.setattr(read, "recognise", fail)
    with pytest.raises(RuntimeError):
        read_forms(Transcript((), ()), (RELEASED,))
    assert words.key.cache_info().currsize == 0
