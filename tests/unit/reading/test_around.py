"""What a copy prints besides its form: where it counts, and where nobody can tell."""

from __future__ import annotations

import pytest

from hsbdocs.model.form import Form
from hsbdocs.model.printed import Printed, as_properties, hashes_of, of_properties
from hsbdocs.model.transcript import Paragraph, Transcript
from hsbdocs.model.words import sentence_hash
from hsbdocs.reading.around import Around, copy_of
from hsbdocs.reading.recognise import recognise
from hsbdocs.reading.words import KnownText
from tests.unit.reading.sheets import RELEASED, Sheet, para

_OWN = KnownText(["Act first."])
_PROPERTIES = {
    "hsbdocs.pack": "any",
    "hsbdocs.form": RELEASED.id,
    "hsbdocs.version": RELEASED.version,
    "hsbdocs.document": RELEASED.documents[0],
}


def test_hashes_in_properties_no_longer_than_programs_keep() -> None:
    hashes = hashes_of(f"Line {number}." for number in range(40))
    properties = as_properties(hashes)
    assert [len(value) <= 255 for value in properties.values()] == [True, True, True]
    assert next(iter(properties)) == "hsbdocs.printed.1"
    assert of_properties(properties) == set(hashes)
    assert len(of_properties(properties)) == 40


def test_what_is_no_hash_is_passed_over() -> None:
    value = {"hsbdocs.printed.1": "0123456789abcdef 0123 XYZ 0123456789ABCDEF", "other": "fedcba9876543210"}
    assert of_properties(value) == {"0123456789abcdef"}


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Act first.", True),
        ("Approved. Act first.", True),
        ("APPROVED", True),
        ("Approved by nobody.", False),
        ("Approved. And more.", False),
        ("\u2612 Approved.", False),
        ("\u2610 Approved.", True),
    ],
)
def test_known_sentence_by_sentence(text: str, covered: bool) -> None:
    assert Around(frozenset({sentence_hash("Approved")})).covers(text, _OWN) is covered


def test_lines_are_left_out_whole() -> None:
    around = Around(frozenset(hashes_of(["Think.", "Ask."])))
    assert around.without("Think. Ask.\nShe told me.\nThink. She told me.") == "She told me.\nThink. She told me."
    assert Around().without("Think.") == "Think."


def test_pictures_that_are_not_known() -> None:
    around = Around(frozenset({"aa"}))
    assert around.strange(Paragraph((), pictures=2, images=("aa", "bb"))) == 1
    assert around.strange(Paragraph((), pictures=1, images=("aa",))) == 0
    assert around.strange(Paragraph((), pictures=1)) == 1


def _around(properties: dict[str, str], printed: Printed | None = None, form: Form = RELEASED) -> Around:
    sheet = Sheet(form)
    sheet.properties.clear()
    sheet.properties.update(properties)
    sheet.margins.append(para(form.stamp))
    transcript: Transcript = sheet.transcript(())
    recognised = recognise(transcript, [form])
    assert recognised is not None
    return copy_of(transcript, printed or Printed()).around(transcript, recognised)


def test_a_copy_without_properties_cannot_tell() -> None:
    around = _around({})
    assert (around.above, around.margins) == (True, True)


def test_a_copy_with_hashes_tells() -> None:
    around = _around({**_PROPERTIES, "hsbdocs.printed.1": "0123456789abcdef"})
    assert around == Around(frozenset({"0123456789abcdef"}))


def test_a_blank_or_a_manifest_of_the_form_tells() -> None:
    assert _around({}, Printed(told={RELEASED.key: frozenset({"aa"})})) == Around(frozenset({"aa"}))


def test_what_was_released_is_known_and_tells_nothing_of_this_copy() -> None:
    around = _around({}, Printed(released={RELEASED.key: frozenset({"aa"})}))
    assert around == Around(frozenset({"aa"}), above=True, margins=True)


def test_a_copy_of_the_time_before_could_vary_in_its_margins_only() -> None:
    around = _around({name: value for name, value in _PROPERTIES.items() if name != "hsbdocs.pack"})
    assert (around.above, around.margins, around.prompts) == (False, True, False)


@pytest.mark.parametrize(("document", "prompts"), [(0, False), (1, True)])
def test_prompts_vary_in_a_document_that_prints_them(document: int, prompts: bool) -> None:
    around = _around({**_PROPERTIES, "hsbdocs.document": RELEASED.documents[document]})
    assert around.prompts is prompts


def test_without_properties_the_caption_tells_a_document_with_prompts() -> None:
    sheet = Sheet(RELEASED)
    sheet.properties.clear()
    sheet.loose["details"].append(para(RELEASED.captions["guided"]))
    transcript = sheet.transcript()
    recognised = recognise(transcript, [RELEASED])
    assert recognised is not None
    assert copy_of(transcript, Printed()).around(transcript, recognised).prompts
