"""Writing, drawings, pictures and comments outside the answers."""

import struct
import zlib
from collections.abc import Iterator

from tests.foreign.excel.blank import EVIDENCE, place_of, row_of
from tests.foreign.excel.book import Book, Sheet, picture, text_box, write
from tests.foreign.excel.cases.case import Case, case, evidence, expect, filled, rating, with_answers
from tests.foreign.excel.labels import NOTES
from tests.foreign.excel.xlsx import Workbook


def png() -> bytes:
    """A picture of one grey point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    # Stored, not deflated: the same bytes with every zlib.
    line = b"\x00\x7f"
    stored = b"\x78\x01\x01" + struct.pack("<HH", len(line), 0xFFFF ^ len(line)) + line
    stored += struct.pack(">I", zlib.adler32(line))
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", stored) + chunk(b"IEND", b"")


def cases() -> Iterator[Case]:
    """The cases."""
    book = filled()
    book.sheets[0].comments[place_of(rating("type"))] = "Discussed with the nurse, who would say red"
    yield case(
        "place-comment",
        book,
        expect(
            "A comment at a rating.", findings=["FORM-05"], unplaced=["Discussed with the nurse, who would say red"]
        ),
    )
    yield case(
        "place-comment-threaded",
        _threaded(),
        expect(
            "A comment of the newer kind, with an answer to it. Excel writes the words into a plain comment as well.",
            findings=["FORM-05"],
            unplaced=["Was the head told?", "Yes, on Monday"],
        ),
    )
    book = filled()
    book.sheets[0].drawn.append(text_box((20, 5), "Copy to the virtual school 16/3"))
    yield case(
        "place-text-box",
        book,
        expect("A text box below the table.", findings=["FORM-05"], unplaced=["Copy to the virtual school 16/3"]),
    )
    book = with_answers({evidence("type"): None})
    book.sheets[0].drawn.append(text_box(place_of(evidence("type")), "Sexual words in class, see log"))
    yield case(
        "place-text-box-over-answer",
        book,
        expect(
            "A text box over an empty answer.",
            {evidence("type"): None},
            unplaced=["Sexual words in class, see log"],
            free=True,
        ),
    )
    book = with_answers({rating("type"): None})
    book.sheets[0].drawn.append(text_box((row_of("type"), 4), "", shape="ellipse"))
    yield case(
        "place-ellipse",
        book,
        expect(
            "An ellipse drawn around a description; no rating.",
            doubtful=[rating("type")],
            findings=["FORM-11"],
        ),
    )
    book = filled()
    book.pictures = {"image1.png": png()}
    book.sheets[0].drawn.append(picture((row_of("type"), EVIDENCE)))
    yield case("place-picture", book, expect("A picture over an answer.", findings=["FORM-06"]))
    book = filled()
    book.sheets[0].hidden_rows |= {row_of("emotional_response"), row_of("response_of_others")}
    yield case("place-hidden-rows", book, expect("Two rows of criteria hidden: what stands in them counts."))
    book = filled()
    book.sheets[0].hidden_columns |= {3, 4, 5}
    yield case(
        "place-hidden-columns", book, expect("The columns of descriptions hidden, and with them the answers above.")
    )
    for name, where, text, shows in (
        ("below", (24, 2), "Next review 14 April", "below everything"),
        ("beside", (10, 9), "ask mum", "beside the table"),
        ("above-table", (7, 6), "2nd version", "beside the details"),
        ("below-heading", (2, 6), "our copy", "beside the title"),
        ("end-line", (20, 4), "signed off AP", "beside the last line"),
        ("far", (100_003, 4461), "Left over from another list", "in cell FOO100003"),
        ("number", (24, 7), "4711", "below everything, a number"),
    ):
        book = filled()
        book.sheets[0].put(*where, 4711 if text == "4711" else text)
        sentence = f"Writing outside the answers: {shows}."
        yield case(f"place-{name}", book, expect(sentence, findings=["FORM-05"], unplaced=[text]))
    book = filled()
    book.sheets[1].put(len(NOTES) + 2, 1, "Mother must not be told of this checklist")
    yield case(
        "place-notes-sheet",
        book,
        expect(
            "A sentence typed on the sheet of notes.",
            findings=["FORM-05"],
            unplaced=["Mother must not be told of this checklist"],
        ),
    )
    for state in ("", "hidden", "veryHidden"):
        book = filled()
        extra = Sheet("Log", state=state)
        extra.put(1, 1, "Date")
        extra.put(1, 2, "What happened")
        extra.put(2, 1, 46091)
        extra.put(2, 2, "Second report from Ms Fixture")
        book.sheets.append(extra)
        how = {"": "", "hidden": ", hidden", "veryHidden": ", hidden even from Excel's menu"}[state]
        yield case(
            f"place-sheet-{state.lower() or 'shown'}",
            book,
            expect(
                f"A sheet of the agency's own{how}.",
                findings=["FORM-05"],
                unplaced=["What happened", "Second report from Ms Fixture"],
            ),
        )
    yield case("place-agency-column", _agency_column(), expect(
        "A column of the agency's own between the descriptions and the rating.",
        findings=["FORM-05"],
        unplaced=["Our level", "L2"],
    ))  # fmt: skip
    book = filled()
    for row in range(1, 4):
        book.sheets[0].put(row, 1, None)
    book.sheets[0].put(1, 1, "MOCKHAM HIGH SCHOOL - CONFIDENTIAL")
    yield case(
        "place-letterhead",
        book,
        expect(
            "Title and lines at the top replaced by the school's own.",
            unplaced=["MOCKHAM HIGH SCHOOL - CONFIDENTIAL"],
            free=True,
        ),
    )
    book = filled()
    book.sheets[0].footer = "&LMockham High School&RCase 4711"
    yield case("place-footer", book, expect("The school's own footer for printing."))


def _threaded() -> bytes:
    book = filled()
    words = ("Was the head told?", "Yes, on Monday")
    book.sheets[0].comments[place_of(rating("type"))] = (
        "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to "
        "it will get removed if the file is opened in a newer version of Excel.\n\n"
        f"Comment:\n    {words[0]}\nReply:\n    {words[1]}"
    )
    workbook = Workbook(write(book))
    part = workbook.sheets[0][1]
    ids = [f"{{00000000-0000-4000-8000-00000000000{n}}}" for n in range(3)]
    answers = ("", f' parentId="{ids[0]}"')
    comments = "".join(
        f'<threadedComment ref="F9" dT="2026-03-16T09:0{n}:00.00" personId="{ids[2]}" id="{ids[n]}"{answers[n]}>'
        f"<text>{text}</text></threadedComment>"
        for n, text in enumerate(words)
    )
    more = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    kinds = "http://schemas.microsoft.com/office/2017/10/relationships"
    workbook.add(
        "xl/threadedComments/threadedComment1.xml",
        f'<ThreadedComments xmlns="{more}">{comments}</ThreadedComments>',
        "application/vnd.ms-excel.threadedcomments+xml",
        part,
        f"{kinds}/threadedComment",
    )
    workbook.add(
        "xl/persons/person.xml",
        f'<personList xmlns="{more}"><person displayName="A. Reviewer" id="{ids[2]}" userId="A" providerId="None"/>'
        "</personList>",
        "application/vnd.ms-excel.person+xml",
        workbook.main,
        f"{kinds}/person",
    )
    return workbook.save()


def _agency_column() -> Book:
    book = filled()
    sheet = book.sheets[0]
    sheet.cells = {(row, column + (column >= 6)): cell for (row, column), cell in sheet.cells.items()}
    sheet.put(8, 6, "Our level", "header")
    for row in range(9, 17):
        sheet.put(row, 6, "L2")
    sheet.table = None
    sheet.formats, sheet.validations = "", []
    return book
