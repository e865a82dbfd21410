"""Content controls as Word writes them: where they stand, and what their properties say."""

import pytest

from tests.unit.formats.word.reads import control, owners, read, rows, texts
from tests.unit.formats.wordfile import p, r, sdt, tbl, tc, tr

BOX = (
    '<w14:checkbox>{}<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
)


# ---- Where they stand --------------------------------------------------------------------------


def test_among_the_runs_of_a_paragraph() -> None:
    found = read(p(r("Date: "), sdt("a", r("1 May")), r(" Age: "), sdt("b", r("14")), r(".")))

    assert texts(found) == ["Date: 1 May Age: 14."]
    assert owners(found) == {"": "Date:  Age: .", "a": "1 May", "b": "14"}


def test_around_paragraphs() -> None:
    found = read(p(r("before")) + sdt("a", p(r("one")) + p(r("two"))) + p(r("after")))

    assert texts(found) == ["before", "one", "two", "after"]
    assert owners(found) == {"": "beforeafter", "a": "onetwo"}


def test_around_a_cell() -> None:
    found = read(tbl(tr(tc(p(r("label"))), sdt("a", tc(p(r("answer")))), tc(p(r("more"))))))

    assert rows(found) == [["label", "answer", "more"]]
    assert owners(found) == {"": "labelmore", "a": "answer"}


def test_around_a_row() -> None:
    found = read(tbl(tr(tc(p(r("1")))), sdt("a", tr(tc(p(r("2")))) + tr(tc(p(r("3"))))), tr(tc(p(r("4"))))))

    assert rows(found) == [["1"], ["2"], ["3"], ["4"]]
    assert owners(found) == {"": "14", "a": "23"}


def test_around_a_table_and_in_a_table_in_a_cell() -> None:
    inner = tbl(tr(tc(p(sdt("deep", r("inside"))))))
    found = read(sdt("a", tbl(tr(tc(p(r("x")) + inner + p(r("y"))))) + p(r("z"))))

    assert rows(found) == [["x\ninside\ny"]]
    assert owners(found) == {"a": "xyz", "deep": "inside"}


def test_nested_the_innermost_counts() -> None:
    body = sdt("row", tr(sdt("cell", tc(sdt("block", p(r("a"), sdt("run", r("b"), ""), r("c")))))))
    found = read(tbl(body))

    assert rows(found) == [["abc"]]
    assert owners(found) == {"block": "ac", "run": "b"}
    assert [one.tag for one in found.controls] == ["row", "cell", "block", "run"]


def test_google_wraps_runs_and_rows_in_controls_of_its_own() -> None:
    inner = sdt("goog_rdk_1", sdt("goog_rdk_2", r("An")) + sdt("goog_rdk_3", r("swer")))
    found = read(tbl(sdt("goog_rdk_0", tr(tc(p(inner))))))

    assert rows(found) == [["Answer"]]


def test_a_tag_used_twice_is_two_controls() -> None:
    found = read(p(sdt("a", r("1"))) + p(sdt("a", r("2"))))

    assert [one.tag for one in found.controls] == ["a", "a"]
    assert texts(found) == ["1", "2"]


def test_a_control_without_properties_or_content() -> None:
    found = read(p("<w:sdt><w:sdtContent>", r("x"), "</w:sdtContent></w:sdt><w:sdt><w:sdtPr/></w:sdt>"))

    assert texts(found) == ["x"]
    assert [(one.tag, one.title, one.kind) for one in found.controls] == [("", "", "text"), ("", "", "text")]


@pytest.mark.parametrize("wrap", ["smartTag", "hyperlink", "fldSimple", "customXml", "ins", "moveTo", "dir", "bdo"])
def test_what_stands_around_runs_is_walked_through(wrap: str) -> None:
    attributes = ' w:instr=" DATE "' if wrap == "fldSimple" else ""
    wrapped = f"<w:{wrap}{attributes}>{r('x')}{sdt('a', r('y'))}</w:{wrap}>"

    assert texts(read(p(r("1"), wrapped, r("2")))) == ["1xy2"]
    assert owners(read(p(sdt("b", wrapped)))) == {"b": "x", "a": "y"}


@pytest.mark.parametrize("wrap", ["customXml", "ins", "moveTo"])
def test_what_stands_around_blocks_rows_and_cells_is_walked_through(wrap: str) -> None:
    def wrapped(content: str) -> str:
        return f"<w:{wrap}>{content}</w:{wrap}>"

    found = read(
        wrapped(p(r("a")))
        + tbl(
            wrapped(
                tr(
                    wrapped(
                        tc(wrapped(p(r("b")))),
                    )
                )
            )
        )
    )

    assert texts(found) == ["a", "b"]
    assert rows(found) == [["b"]]


# ---- What their properties say -----------------------------------------------------------------


def test_tag_and_title() -> None:
    found = control(read(p(sdt("child.name", r("x")))), "child.name")

    assert (found.title, found.kind, found.placeholder, found.checked, found.full_date) == (
        "Title of child.name",
        "text",
        False,
        None,
        "",
    )


@pytest.mark.parametrize("shape", ["<w:text/>", '<w:text w:multiLine="1"/>', "<w:richText/>", ""])
def test_text_controls(shape: str) -> None:
    found = read(p(sdt("a", r("x") + "<w:r><w:br/></w:r>" + r("y"), shape)))

    assert control(found, "a").kind == "text"
    assert texts(found) == ["x\ny"]


@pytest.mark.parametrize(
    ("flag", "shows"),
    [
        ("<w:showingPlcHdr/>", True),
        ('<w:showingPlcHdr w:val="1"/>', True),
        ('<w:showingPlcHdr w:val="true"/>', True),
        ('<w:showingPlcHdr w:val="on"/>', True),
        ('<w:showingPlcHdr w:val="0"/>', False),
        ('<w:showingPlcHdr w:val="false"/>', False),
        ('<w:showingPlcHdr w:val="off"/>', False),
        ("", False),
    ],
)
def test_whether_the_placeholder_is_shown(flag: str, shows: bool) -> None:
    assert control(read(p(sdt("a", r("Click")), sdt("b", r("x"), flag))), "b").placeholder is shows


@pytest.mark.parametrize(
    ("state", "checked"),
    [
        ('<w14:checked w14:val="1"/>', True),
        ('<w14:checked w14:val="true"/>', True),
        ('<w14:checked w14:val="on"/>', True),
        ("<w14:checked/>", True),
        ('<w14:checked w14:val="0"/>', False),
        ('<w14:checked w14:val="false"/>', False),
        ('<w14:checked w14:val="off"/>', False),
        ("", False),
    ],
)
def test_check_boxes(state: str, checked: bool) -> None:
    found = read(p(sdt("a", r("☒"), BOX.format(state))))

    assert control(found, "a").kind == "checkbox"
    assert control(found, "a").checked is checked
    assert texts(found) == ["☒"]


@pytest.mark.parametrize("full", ["2013-04-16T00:00:00Z", ""])
def test_dates(full: str) -> None:
    attribute = f' w:fullDate="{full}"' if full else ""
    inside = (
        '<w:dateFormat w:val="M/d/yyyy"/><w:lid w:val="en-US"/><w:storeMappedDataAs w:val="dateTime"/>'
        '<w:calendar w:val="gregorian"/>'
    )
    found = read(p(sdt("a", r("4/16/2013"), f"<w:date{attribute}>{inside}</w:date>")))

    assert (control(found, "a").kind, control(found, "a").full_date) == ("date", full)
    assert texts(found) == ["4/16/2013"]


@pytest.mark.parametrize("kind", ["dropDownList", "comboBox"])
def test_lists_give_their_shown_text(kind: str) -> None:
    items = '<w:listItem w:value="Choose"/><w:listItem w:displayText="Harmful behaviour" w:value="harmful"/>'
    found = read(p(sdt("a", r("Harmful behaviour"), f"<w:{kind}>{items}</w:{kind}>")))

    assert control(found, "a").kind == "list"
    assert texts(found) == ["Harmful behaviour"]


def test_nested_check_boxes_as_libreoffice_saves_them() -> None:
    box = BOX.format('<w14:checked w14:val="1"/>')
    found = read(p(sdt("a", sdt("a", r("☒"), box), box)))

    assert texts(found) == ["☒"]
    assert [one.checked for one in found.controls] == [True, True]


# ---- Legacy form fields ------------------------------------------------------------------------


def test_a_legacy_text_field_gives_its_result_and_not_its_instruction() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="T"/><w:textInput/></w:ffData></w:fldChar></w:r>'
        "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("\u2002" * 5)
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert texts(read(p(r("Name: "), field))) == ["Name: " + "\u2002" * 5]
