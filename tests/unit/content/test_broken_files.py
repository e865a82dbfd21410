"""Files that are missing, empty, in another encoding or of another shape, and many mistakes at once."""

from pathlib import Path

import pytest

from hsbdocs.model.finding import Code
from tests.unit.content.planting import Copy

DETAILS = "forms/risk-assessment/details.yaml"
Q05 = "forms/risk-assessment/considerations/q05.yaml"


@pytest.mark.parametrize("name", ["hsbdocs.yaml", "house.yaml"])
def test_a_missing_file_is_told(name: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    (copy.content / name).unlink()

    assert [(fault.file, fault.line) for fault in copy.faults()] == [(f"content/{name}", 0)]


@pytest.mark.parametrize("name", ["house.yaml", DETAILS, Q05, "documents/risk-assessment.yaml", "findings/age.yaml"])
@pytest.mark.parametrize("text", ["", "# nothing\n", "just words\n", "- a\n- b\n", "a: b\n"])
def test_a_file_of_another_shape_is_told(name: str, text: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.write(name, text)

    assert f"content/{name}" in {fault.file for fault in copy.faults()}


@pytest.mark.parametrize("name", ["house.yaml", DETAILS, "findings/age.yaml"])
def test_text_that_is_not_utf_8_is_told_with_its_line(name: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    path = copy.content / name
    lines = path.read_bytes().split(b"\n")
    lines[2] = lines[2] + b" # caf\xe9"
    path.write_bytes(b"\n".join(lines))

    faults = [fault for fault in copy.faults() if "no entry for" not in fault.problem]

    assert [(fault.file, fault.line) for fault in faults] == [(f"content/{name}", 3)]
    assert "UTF-8" in faults[0].problem


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    path = copy.content / "house.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert copy.faults(compiled=True) == ()


def test_a_code_without_an_entry_is_told(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    text = copy.text("findings/form.yaml")
    start, end = text.index("- code: FORM-03"), text.index("- code: FORM-04")
    copy.write("findings/form.yaml", text[:start] + text[end:])

    faults = copy.faults()

    assert len(faults) == 1
    assert "FORM-03" in str(faults[0])
    assert "FORM-04" not in str(faults[0])
    assert faults[0].file.startswith("content/findings")


def test_a_catalogue_without_any_entry_is_told(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    for path in (copy.content / "findings").iterdir():
        path.unlink()

    told = "\n".join(str(fault) for fault in copy.faults())

    assert all(code.value in told for code in Code if code.value.startswith(("FILE", "FORM")))


def test_a_code_with_two_entries_in_two_files_is_told_at_the_later(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    entry = "- code: CHILD-01\n  severity: error\n  name: x\n  message: x\n  hint: x\n  note: x\n  source: [x]\n"
    copy.write("findings/outcome.yaml", copy.text("findings/outcome.yaml") + entry)

    faults = copy.faults()

    assert [fault.file for fault in faults] == ["content/findings/outcome.yaml"]
    assert faults[0].line == copy.line_of("findings/outcome.yaml", "- code: CHILD-01")


def test_mistakes_in_many_files_are_told_together(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    planted = [
        ("hsbdocs.yaml", "issued:", "isued:", "isued:"),
        ("house.yaml", "language: en-GB", "language: [en-GB]", "language:"),
        (DETAILS, "    label: Gender\n", "    label: [Gender]\n", "label: [Gender]"),
        (DETAILS, "type: nhs_number", "type: nhs", "type: nhs"),
        (Q05, 'ref: "5"', "ref: 5", "ref: 5"),
        (
            "findings/age.yaml",
            "- code: AGE-03\n  severity: error",
            "- code: AGE-03\n  severity: grave",
            "severity: grave",
        ),
        ("documents/risk-assessment.yaml", "prompts: false", "prompts: perhaps", "prompts:"),
    ]
    for file, old, new, _ in planted:
        copy.replace(file, old, new)
    (copy.content / "forms/risk-assessment/considerations/q07.yaml").unlink()

    found = {(fault.file, fault.line) for fault in copy.faults()}

    expected = {(f"content/{file}", copy.line_of(file, at)) for file, _, _, at in planted}
    named = "forms/risk-assessment/considerations.yaml"
    expected.add((f"content/{named}", copy.line_of(named, "rows:")))
    assert expected <= found


def test_two_mistakes_on_either_side_of_the_types_are_told_together(tmp_path: Path) -> None:
    """A misspelt key in one file must not hide that a title in another is too long."""
    copy = Copy(tmp_path)
    copy.replace("findings/age.yaml", "- code: AGE-03\n  severity: error", "- code: AGE-03\n  severity: grave")
    copy.replace(DETAILS, "title: GP/Surgery,", f"title: {'G' * 65},")
    copy.replace("documents/risk-assessment.yaml", "template: risk-assessment.docx", "template: none.docx")

    found = {fault.file for fault in copy.faults()}

    assert {
        "content/findings/age.yaml",
        f"content/{DETAILS}",
        "content/documents/risk-assessment.yaml",
    } <= found


def test_a_mistake_in_one_form_is_told_in_its_own_file(tmp_path: Path) -> None:
    """Two forms use the same row keys; the fault belongs to the file of the first."""
    copy = Copy(tmp_path)
    first, second = copy.content / "forms/risk-assessment", copy.content / "forms/second"
    for path in sorted(first.rglob("*.yaml")):
        target = second / path.relative_to(first)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    copy.replace("forms/second/form.yaml", "id: risk-assessment\n", "id: second\n")
    copy.replace("forms/second/form.yaml", "documents: [risk-assessment, risk-assessment-guided]\n", "")
    copy.replace("forms/second/form.yaml", "prompts_in: [risk-assessment-guided]\n", "")
    copy.replace(DETAILS, "title: GP/Surgery,", f"title: {'G' * 65},")

    assert {fault.file for fault in copy.faults()} == {f"content/{DETAILS}"}


def test_two_forms_with_one_id_are_told(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    first, second = copy.content / "forms/risk-assessment", copy.content / "forms/second"
    for path in sorted(first.rglob("*.yaml")):
        target = second / path.relative_to(first)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())

    assert "content/forms/second/form.yaml" in {fault.file for fault in copy.faults()}


def test_faults_are_printed_one_a_line_with_their_place(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.replace("house.yaml", "language: en-GB", "langage: en-GB")

    line = copy.line_of("house.yaml", "langage:")
    assert str(copy.faults()[0]).startswith(f"content/house.yaml:{line}: langage: ")
