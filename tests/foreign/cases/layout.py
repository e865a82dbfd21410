"""Tables cut, joined, nested, wrapped and arranged in other ways; what was asked and answered is the same."""

from collections.abc import Iterator

from tests.foreign import mangle_package, mangle_wraps
from tests.foreign.cases.case import Case, case, expect
from tests.foreign.cases.more_people import GP, GP_ANSWERS, POLICE, POLICE_ANSWERS
from tests.foreign.cases.people import SCHOOL, SCHOOL_ANSWERS, SOCIAL, SOCIAL_ANSWERS, Typed
from tests.foreign.package import to_docx
from tests.foreign.published import LABELS, Cell, Form, Row, Table, published
from tests.foreign.word import Xml, control, p, run

_COMPLETION = [f"completion.{name}" for name in ("mode", "practitioner", "signature", "role", "organisation", "date")]
_ACTIONS = ("discussed", "support", "safeguarding_lead", "referral", "saved", "other")


def cases() -> Iterator[Case]:
    form = published(SOCIAL)
    form.move("D6", 0)
    form.move("D1", 4)
    form.move("Q12", 1)
    form.move("C6", 1)
    yield case("layout-rows-shuffled", form, expect("Rows stand in another order.", SOCIAL_ANSWERS))
    form = published(SCHOOL)
    form.drop_table("completion")
    yield case(
        "layout-section-missing",
        form,
        expect(
            "The last table is missing: mode, names, signatures and date.",
            SCHOOL_ANSWERS,
            doubtful=[*_COMPLETION, "completion.child_signature"],
            findings=["FORM-03"],
        ),
    )
    yield from _headers()
    yield case("layout-one-table", _one_table(GP), expect("Everything stands in one table.", GP_ANSWERS))
    form = published(POLICE)
    rows = form.table("considerations").rows[1:]
    heading = p(run("Considerations for Assessment", "bold"))
    form.after("details", heading, *(Table(row.key, [3600, 5416], [row]) for row in rows))
    form.drop_table("considerations")
    yield case("layout-many-tables", form, expect("Each consideration is a table of its own.", POLICE_ANSWERS))
    inner = published(SOCIAL)
    outer = Table("outer", [300, 8716], [Row("", [Cell(""), Cell(Xml("".join(_xml(inner))))])])
    yield case(
        "layout-nested",
        Form([p("Exampleshire Council"), outer]),
        expect("The form stands in a cell of an outer table that only lays out the page.", SOCIAL_ANSWERS),
    )
    yield from _wrapped()
    data = mangle_package.strict_names(to_docx(published(POLICE)), 0)
    yield case("layout-strict", data, expect("Saved as strict OOXML.", POLICE_ANSWERS))
    form = published(SCHOOL)
    table = form.table("considerations")
    again = Table("considerations-2", table.widths, [table.rows[0], *table.rows[7:]])
    table.rows = table.rows[:7]
    form.after("considerations", p("Considerations for Assessment (continued)", style="Heading2"), again)
    yield case(
        "layout-page-heading",
        form,
        expect("A heading cuts the considerations in two tables; the header row is there twice.", SCHOOL_ANSWERS),
    )
    yield from _columns()


def _headers() -> Iterator[Case]:
    form = published(POLICE)
    for key in ("QH", "AH"):
        form.drop(key)
    yield case(
        "layout-no-headers-words",
        form,
        expect("Both header rows are missing; Yes and No are written as words.", POLICE_ANSWERS),
    )
    form = published(SOCIAL)
    form.drop("AH")
    yield case(
        "layout-no-headers",
        form,
        expect(
            "The header of the actions is missing: an x stands in one of two columns without a name.",
            SOCIAL_ANSWERS,
            doubtful=[f"actions.{name}.answer" for name in _ACTIONS],
            or_doubtful=[f"actions.{name}.details" for name in _ACTIONS if name not in ("referral", "saved")],
        ),
    )
    form = published(GP)
    for table in form.tables():
        table.heading = None
    yield case("layout-no-headings", form, expect("The headings above the tables are missing.", GP_ANSWERS))
    form = published(SCHOOL)
    for key in ("QH", "AH"):
        form.row(key).settings = "<w:tblHeader/>"
    actions = form.table("actions")
    actions.rows.insert(4, actions.rows[0])
    yield case(
        "layout-header-repeated",
        form,
        expect("The header row of the actions is there again in the middle of the table.", SCHOOL_ANSWERS),
    )


def _one_table(typed: Typed) -> Form:
    form = published(typed)
    rows: list[Row] = []
    for table in list(form.tables()):
        if table.heading:
            rows.append(Row("", [Cell(p(run(table.heading, "bold")), span=4)]))
        for row in table.rows:
            if len(row.cells) < 4:
                row.cells[-1].span = 5 - len(row.cells)
            rows.append(row)
        form.body.remove(table)
    form.body.append(Table("all", [4016, 700, 700, 3600], rows))
    form.body.append(p())
    return form


def _xml(form: Form) -> Iterator[str]:
    for part in form.body:
        yield part.xml() if isinstance(part, Table) else part


def _wrapped() -> Iterator[Case]:
    form = published(SCHOOL)
    for table in form.tables():
        table.around = control
    yield case(
        "layout-google-tables", form, expect("Exported by Google Docs: controls around whole tables.", SCHOOL_ANSWERS)
    )
    form = published(GP)
    for table in form.tables():
        for row in table.rows:
            row.around = control
    yield case("layout-google-rows", form, expect("Controls around each row.", GP_ANSWERS))
    data = mangle_wraps.wrap_cells(to_docx(published(SOCIAL)), 11)
    yield case("layout-google-cells", data, expect("Controls around cells.", SOCIAL_ANSWERS))
    data = mangle_wraps.wrap_paragraphs(mangle_wraps.wrap_runs_in_controls(to_docx(published(POLICE)), 12), 12)
    yield case("layout-google-runs", data, expect("Controls around paragraphs and runs.", POLICE_ANSWERS))


def _columns() -> Iterator[Case]:
    form = published(SOCIAL)
    for row in form.table("actions").rows:
        row.cells[1], row.cells[2] = row.cells[2], row.cells[1]
    yield case(
        "layout-no-before-yes", form, expect("The column No stands before Yes, as its header says.", SOCIAL_ANSWERS)
    )
    form = published(GP)
    for row, text in zip(form.table("actions").rows, ["Date", "2/5/26", "w/c 9/5", "3/5/26", "", "", ""], strict=True):
        row.cells.append(Cell(text))
    form.table("actions").widths = [3516, 700, 700, 2600, 1500]
    yield case(
        "layout-extra-column",
        form,
        expect("The agency has a column Date of its own at the end of the actions.", GP_ANSWERS, kept=["w/c 9/5"]),
    )
    form = published(POLICE)
    table = form.table("details")
    table.rows.append(Row("", [Cell(""), Cell("")]))
    table.rows = [Row("", [*a.cells, *b.cells]) for a, b in zip(table.rows[::2], table.rows[1::2], strict=True)]
    table.widths = [2000, 2508, 2000, 2508]
    yield case(
        "layout-side-by-side",
        form,
        expect("Two labels and two answers stand in each row of the details.", POLICE_ANSWERS),
    )
    form = published(SCHOOL)
    table = form.table("considerations")
    table.widths = [500, 3600, 4916]
    for number, row in enumerate(table.rows):
        row.cells.insert(0, Cell(str(number) if number else "No."))
        if number:
            row.cells[1].content = LABELS[row.key].split(". ", 1)[1]
    yield case(
        "layout-number-column", form, expect("The questions' numbers have a column of their own.", SCHOOL_ANSWERS)
    )
    form = published(SOCIAL)
    table = form.table("details")
    table.widths = [1200, 3000, 4816]
    for number, row in enumerate(table.rows):
        merge = '<w:vMerge w:val="restart"/>' if not number else "<w:vMerge/>"
        row.cells.insert(0, Cell("" if number else "Child", settings=merge))
    yield case("layout-merged-column", form, expect("A merged column at the left names the section.", SOCIAL_ANSWERS))
    form = published(GP)
    form.table("outcomes").widths = [3016, 6000]
    for key, label in (("O1", LABELS["O1"]), ("O2", LABELS["O2"])):
        row = form.row(key)
        answer = str(GP["O1"]) if key == "O1" else Xml(str(row.cells[0].content).replace(p(run(LABELS["O2"])), ""))
        row.cells = [Cell(label), Cell(answer)]
    yield case("layout-outcome-columns", form, expect("Summary and options have a cell beside the label.", GP_ANSWERS))
    form = published(POLICE)
    table = form.table("considerations")
    table.rows = [Row("", [Cell(cell.content, span=2)]) for row in table.rows[1:] for cell in row.cells]
    yield case(
        "layout-answers-below",
        form,
        expect(
            "Each answer stands in a row of its own below its question: may be read, or left to a person.",
            POLICE_ANSWERS,
            or_doubtful=[f"considerations.q{number:02}" for number in range(1, 13)],
        ),
    )  # fmt: skip
    form = published(SOCIAL)
    for cell, text in zip(form.row("AH").cells, ["Action", "Y", "N", "Details"], strict=True):
        cell.content = text
    yield case(
        "layout-header-short", form, expect("The actions' header is shortened: Action, Y, N, Details.", SOCIAL_ANSWERS)
    )
