"""Fields: what they show counts, not how they are made; form fields of the old kind; dates that change."""

from __future__ import annotations

import pytest

from hsbdocs.model.transcript import Mark
from tests.unit.formats.word.reads import read, spans, texts
from tests.unit.formats.wordfile import p, r


def _char(kind: str, data: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{data}</w:fldChar></w:r>'


def _code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def _field(code: str, shown: str, data: str = "") -> str:
    return _char("begin", data) + _code(code) + _char("separate") + shown + _char("end")


@pytest.mark.parametrize(
    "code",
    [
        " DATE ",
        ' DATE \\@ "dd/MM/yyyy" ',
        "TIME",
        " date ",
        "Time",
        "CREATEDATE",
        "SaveDate",
        "PRINTDATE \\* MERGEFORMAT",
        "EDITTIME",
        "INFO SaveDate",
        "DOCPROPERTY  LastSavedTime  \\* MERGEFORMAT",
        'docproperty "CreateTime"',
    ],
)
def test_a_date_that_changes_by_itself(code: str) -> None:
    found = read(p(r("on "), _field(code, r("14/05/2026")), r(".")))
    assert spans(found) == [("on ", 0), ("14/05/2026", Mark.CHANGING), (".", 0)]
    assert found.marks & Mark.CHANGING
    simple = read(p(f"<w:fldSimple w:instr='{code}'>{r('14/05/2026')}</w:fldSimple>"))
    assert spans(simple) == [("14/05/2026", Mark.CHANGING)]


@pytest.mark.parametrize("code", [' REF "DATE" ', "PAGE", "", "DOCPROPERTY Date", "DATES", "INFO"])
def test_another_field_does_not(code: str) -> None:
    assert spans(read(p(_field(code, r("14/05/2026"))))) == [("14/05/2026", 0)]


def test_a_field_in_the_instruction_of_another_is_not_shown() -> None:
    inner = _field("DOCPROPERTY sex", r("Male"))
    outer = _char("begin") + _code("IF ") + inner + _code(" = x") + _char("separate") + r("Female") + _char("end")
    assert texts(read(p(r("a "), outer, r(" b")))) == ["a Female b"]


def test_text_and_field_in_one_run() -> None:
    run = '<w:r><w:t>one </w:t><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText>'
    run += '<w:fldChar w:fldCharType="separate"/><w:t>two</w:t><w:fldChar w:fldCharType="end"/><w:t> three</w:t></w:r>'
    assert texts(read(p(run))) == ["one two three"]


def test_a_field_that_is_never_ended_or_never_begun() -> None:
    assert texts(read(p(_char("end"), r("a"), _char("separate"), r("b")))) == ["ab"]
    assert texts(read(p(_char("begin"), _code("X"), _char("separate"), r("a")) + p(r("b")))) == ["a", "b"]


@pytest.mark.parametrize(
    ("states", "shown"),
    [
        ("", "\u2610"),
        ("<w:checked/>", "\u2612"),
        ('<w:checked w:val="1"/>', "\u2612"),
        ('<w:checked w:val="0"/>', "\u2610"),
        ('<w:checked w:val="false"/><w:default w:val="1"/>', "\u2610"),
        ('<w:default w:val="1"/>', "\u2612"),
        ('<w:default w:val="0"/><w:checked/>', "\u2612"),
    ],
)
def test_a_box(states: str, shown: str) -> None:
    data = f"<w:ffData><w:checkBox><w:sizeAuto/>{states}</w:checkBox></w:ffData>"
    assert texts(read(p(_char("begin", data) + _code("FORMCHECKBOX") + _char("end")))) == [shown]


@pytest.mark.parametrize(
    ("states", "shown"),
    [
        ("", "Female"),
        ('<w:result w:val="1"/>', "Male"),
        ('<w:default w:val="2"/>', "Not known"),
        ('<w:result w:val="0"/><w:default w:val="2"/>', "Female"),
        ('<w:result w:val="9"/>', ""),
        ('<w:result w:val="x"/>', ""),
    ],
)
def test_a_list(states: str, shown: str) -> None:
    entries = "".join(f'<w:listEntry w:val="{text}"/>' for text in ("Female", "Male", "Not known"))
    data = f"<w:ffData><w:ddList>{states}{entries}</w:ddList></w:ffData>"
    assert texts(read(p(_char("begin", data) + _code("FORMDROPDOWN") + _char("end")))) == [shown]


def test_a_text_field_shows_its_text() -> None:
    data = "<w:ffData><w:textInput/></w:ffData>"
    assert texts(read(p(_field("FORMTEXT", r("typed"), data)))) == ["typed"]
