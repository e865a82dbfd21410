"""``hsbdocs show`` and ``list``: anything in content from the terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from hsbdocs.content.guidance import load_guidance
from hsbdocs.model.content import Content, Document
from hsbdocs.model.guidance import KINDS, Guidance
from hsbdocs.pipeline import kinds
from tests.command.running import CONTENT, ROOT, run
from tests.support.forms import COPIES
from tests.support.unreviewed import issued
from tests.unit.content.planting import Copy

#: The telephone number of Medway's front door, whatever it is today.
MEDWAY = re.compile(r"\{id: C06.phone, .*\}")


def _text(*args: str | Path) -> str:
    result = run(*args, *(() if "--content" in args else CONTENT))
    assert result.exit_code == 0, result.output
    return result.stdout


def _said(text: str) -> str:
    return " ".join(text.split())


def test_a_duty_is_shown_with_its_source_who_and_errata() -> None:
    text = _said(_text("show", "D10"))
    assert text.startswith("D10 duty Source 1.4 L101 When any case that involves a child under 13 Force should always")
    assert "Who the source names nobody To Local Authority Children's Services; Police" in text
    assert "Errata E033 class S:" in text
    assert "1.4.p11" in text
    assert text.endswith(
        "Printed in handout-confidentiality, handout-responding, quick-reference, quiz-answers, "
        f"quiz.gift, response-pathway, risk-assessment-guided, risk-assessment, slides, {', '.join(COPIES)}"
    )


def test_the_forty_hours_are_shown_with_their_erratum() -> None:
    text = _said(_text("show", "D51"))
    assert "within 40 hours" in text
    assert "E044 class F" in text


def test_an_erratum_is_shown_with_what_is_printed_until_it_is_decided() -> None:
    text = _said(_text("show", "E035"))
    assert "Until decided the reading with sooner or wider help: Where there is a risk of immediate harm" in text
    assert "Who decides the partnerships at the table" in text
    assert "Until decided as the source prints it: The guidance prints 40 hours" in _said(_text("show", "E044"))
    assert "Who decides" not in _text("show", "E044")
    assert "Until decided" not in _text("show", "E124")


def test_an_erratum_is_shown_with_its_options_and_that_nobody_has_decided() -> None:
    text = _said(_text("show", "E044", "--content", issued() / "content"))
    assert "Option 1" in text
    assert "Option 2" in text
    assert "Decision none is recorded" in text
    assert "D51" in text


def test_the_case_of_an_id_does_not_matter() -> None:
    assert _text("show", "d10") == _text("show", "D10")


def test_a_number_that_nobody_has_verified_is_marked_and_999_is_not(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace("guidance/contacts.yaml", MEDWAY, "{id: C06.phone, kind: phone, source: 415, value: 01634 334 466}")
    assert "01634 334 466 [not verified]" in _said(_text("show", "C06", "--content", copy.content))
    assert "999 [" not in _text("show", "C04")
    assert "phone: 999" in _text("show", "C04")


def test_a_verified_number_says_by_whom_and_how(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace(
        "guidance/contacts.yaml",
        MEDWAY,
        "{id: C06.phone, kind: phone, source: 415, value: 01634 334 466, "
        'last_verified: {who: A. Person, when: "2026-03-02", how: rang it}}',
    )
    text = _said(_text("show", "C06", "--content", copy.content))
    assert "01634 334 466 [verified 2026-03-02 by A. Person: rang it]" in text


def test_a_document_that_prints_a_thing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def guided(document: Document, content: Content, guidance: Guidance) -> frozenset[str]:
        return frozenset({"D10", "C06.phone"} if document.prompts else {"D11"})

    nothing = {name: replace(kind, printed=lambda *_: frozenset()) for name, kind in kinds.KINDS.items()}
    monkeypatch.setattr(kinds, "KINDS", nothing | {"word-form": replace(nothing["word-form"], printed=guided)})
    assert _said(_text("show", "D10")).endswith("Printed in risk-assessment-guided")
    assert _said(_text("show", "C06")).endswith("Printed in risk-assessment-guided")
    assert _said(_text("show", "D11")).endswith("Printed in risk-assessment")
    assert _said(_text("show", "D12")).endswith("Printed in no document that 'build' makes")


def test_a_block_that_the_form_says_is_printed_in_the_forms(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    consent = "guidance/sections/1.4.yaml"
    copy.replace(consent, "    source: [86]\n", "    source: [86]\n    form: risk-assessment/Q1\n")
    text = _said(_text("show", "1.4.p05", "--content", copy.content))
    assert text.endswith(
        "Printed in handout-consent, quiz-answers, quiz.gift, risk-assessment-guided, risk-assessment, slides, "
        f"{', '.join(COPIES)}"
    )


def test_every_id_can_be_shown() -> None:
    from hsbdocs.content.guidance import load_guidance
    from hsbdocs.report.show import entry_report

    guidance = load_guidance(ROOT / "content")
    assert len(guidance.by_id) >= 600
    for name in guidance.by_id:
        lines = [line.text for line in entry_report(guidance, name, {})]
        assert lines[0].startswith(f"{name}  ")
        assert lines[-1].endswith("no document that 'build' makes")


def test_contacts_of_medway_are_those_of_medway_and_of_both() -> None:
    text = _text("list", "contacts", "--area", "medway")
    found = re.findall(r"^(C\d\d) ", text, re.MULTILINE)
    # By the inventory of contacts: Medway's own are C02, C06, C07, C11, C13; both areas' are C04, C08, C10, C14.
    assert found == ["C02", "C04", "C06", "C07", "C08", "C10", "C11", "C13", "C14"]
    assert text.startswith("Contacts for Medway: 9\n")
    known = load_guidance(ROOT / "content").by_id
    assert f"phone: {known['C06.phone'].value}" in text
    assert known["C05.phone"].value not in text


def test_open_errata_of_a_class_are_all_of_it() -> None:
    files = sorted((issued() / "content/guidance/errata").glob("*.yaml"))
    written = "".join(path.read_text(encoding="utf-8") for path in files)
    substance = re.findall(r"^- id: (E\d{3})\n  class: S$", written, re.MULTILINE)
    text = _text("list", "errata", "--class", "S", "--content", issued() / "content")
    assert re.findall(r"^(E\d{3}) ", text, re.MULTILINE) == substance
    assert text.startswith("Errata that are open of class S")


def test_a_decided_erratum_is_listed_only_when_asked(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    decision = 'decisions: [{who: The partnerships, when: "2026-03-02", what: Must in both.}]'
    copy.replace("guidance/errata/04-force.yaml", "- id: E035\n", f"- id: E035\n  {decision}\n")
    assert "E035" not in _text("list", "errata", "--class", "S", "--content", copy.content)
    assert "E035" in _text("list", "errata", "--class", "S", "--all", "--content", copy.content)
    assert "Must in both. (The partnerships, 2026-03-02; " in _said(_text("show", "E035", "--content", copy.content))


def test_the_nine_musts() -> None:
    text = _text("list", "duties", "--force", "must")
    found = re.findall(r"^(D\d\d) ", text, re.MULTILINE)
    assert found == ["D14", "D19", "D23", "D30", "D35", "D36", "D54", "D58", "D77"]


def test_what_a_role_is_told_and_what_anyone_is() -> None:
    """Lines 196, 376 and 378 name the Social Worker; 117 (professionals) and 404 (whoever reads) are for anyone."""
    text = _text("list", "duties", "--for", "social-worker")
    found = re.findall(r"^(D\d\d) ", text, re.MULTILINE)
    assert {"D25", "D26", "D63", "D64", "D14", "D70"} <= set(found)
    assert not {"D01", "D22", "D10"} & set(found)
    assert set(re.findall(r"^(P\d\d) ", _text("list", "permissions", "--for", "health-professionals"), re.M)) >= {"P02"}
    shown = _said(_text("show", "D25"))
    assert "For Social Worker" in shown
    assert "For anyone" in _said(_text("show", "D70"))


def test_rights_results_and_exceptions_are_shown_as_such() -> None:
    assert "Nature a possible result of the case, and not the reader's choice" in _said(_text("show", "P15"))
    assert "Nature a right" in _said(_text("show", "D56"))
    assert "Except where there is a risk of immediate harm" in _said(_text("show", "D48"))
    assert "Nature invented, for training: no real child" in _said(_text("show", "case-jo"))


@pytest.mark.parametrize("kind", [*KINDS, "blocks", "points"])
def test_every_kind_can_be_listed(kind: str) -> None:
    heading = _text("list", kind).splitlines()[0]
    assert re.fullmatch(r".+: \d+", heading)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("show", "D100"), "Nothing in content has the id D100. Did you mean D10"),
        (("show", "poliec"), "Did you mean police?"),
        (("show", "xyzzy-xyzzy"), "'hsbdocs list KIND' shows the ids of a kind."),
        (("list", "dutis"), "dutis is not a kind of content. Did you mean duties?"),
        (("list", "qqq"), "Kinds: sections, duties"),
        (("list", "links", "--class", "S"), "--class goes with errata, not with links."),
        (("list", "ages", "--area", "kent"), "--area goes with contacts, actors, duties, permissions, not with ages."),
        (("list", "errata", "--class", "Z"), "'Z' is not one of"),
        (("list", "ages", "--for", "anyone"), "--for goes with duties, permissions, not with ages."),
        (("list", "duties", "--for", "social-wroker"), "Did you mean social-worker?"),
    ],
)
def test_what_is_not_there_is_wrong_usage_with_what_is_nearest(args: tuple[str, ...], says: str) -> None:
    result = run(*args, *CONTENT)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ""


def test_a_finding_is_shown_by_its_code() -> None:
    said = _said(_text("show", "age-03"))
    assert said.startswith("AGE-03 ")
    assert "Missing or unclear; ring today" in said
    assert "To sender" in said


def test_errata_of_a_document() -> None:
    everything = _text("list", "errata", "--content", issued() / "content")
    said = _text("list", "errata", "--document", "quick-reference", "--content", issued() / "content")
    assert "E035" in said
    assert "E114" not in said
    assert len(said) < len(everything)


def test_a_document_that_is_none() -> None:
    result = run("list", "errata", "--document", "nothing")
    assert result.exit_code == 2
    assert "quick-reference" in result.stderr
