"""What lies on a sheet or stands beside its cells: pictures, shapes, comments, objects, headers and footers."""

import hashlib

import pytest

from hsbdocs.model.location import Location
from hsbdocs.model.transcript import Mark, Paragraph, Table, Transcript
from tests.support.said import where
from tests.unit.formats.excel.reads import grid, pictures, read, read_parts, shapes
from tests.unit.formats.excelfile import DRAWING, PICTURE, beside, drawing, part, parts, row, shape, sheet, typed
from tests.unit.formats.wordfile import DECLARATION, relationship, relationships

ROW = row(typed("A1", "a"))
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"


def drawn(*anchors: str) -> Transcript:
    """A sheet with a drawing."""
    rel = relationship(1, "drawing", "../drawings/drawing1.xml")
    contents = beside(parts(sheet(ROW)), rel) | {"xl/drawings/drawing1.xml": drawing(*anchors)}
    return read_parts(contents)


def asides(found: Transcript) -> list[tuple[str, str]]:
    """What is kept apart."""
    return [(where(Location(aside.kind, cell=aside.cell)), aside.text) for aside in found.asides]


def margins(inside: str) -> list[str]:
    """Headers and footers."""
    return [p.text for p in read(ROW, after=f"<headerFooter>{inside}</headerFooter>").margins]


# ---- Pictures above the form ------------------------------------------------------------------------


def _anchored(anchor: str) -> Transcript:
    """A sheet whose third row has several cells, and a drawing with this anchor."""
    rows = (row(typed("A1", "Title"), r="1"), row(typed("A3", "Name"), typed("B3", "x"), r="3"))
    rel = relationship(1, "drawing", "../drawings/drawing1.xml")
    own = relationship(1, "image", "../media/image1.png")
    contents = beside(parts(sheet(*rows)), rel) | {
        "xl/drawings/drawing1.xml": _whole(anchor),
        "xl/drawings/_rels/drawing1.xml.rels": relationships(own),
        "xl/media/image1.png": b"a logo",
    }
    return read_parts(contents)


def _whole(anchor: str) -> bytes:
    return f"{DECLARATION}<xdr:wsDr {DRAWING}>{anchor}</xdr:wsDr>".encode()


def _cell(name: str, number: int) -> str:
    return f"<xdr:{name}><xdr:col>0</xdr:col><xdr:row>{number}</xdr:row></xdr:{name}>"


@pytest.mark.parametrize(
    ("anchor", "above"),
    [
        (f"<xdr:twoCellAnchor>{_cell('from', 0)}{_cell('to', 1)}{PICTURE}</xdr:twoCellAnchor>", True),
        (f"<xdr:twoCellAnchor>{_cell('from', 0)}{_cell('to', 2)}{PICTURE}</xdr:twoCellAnchor>", False),
        (f"<xdr:oneCellAnchor>{_cell('from', 0)}<xdr:ext cx='1' cy='190500'/>{PICTURE}</xdr:oneCellAnchor>", True),
        (f"<xdr:oneCellAnchor>{_cell('from', 0)}<xdr:ext cx='1' cy='900000'/>{PICTURE}</xdr:oneCellAnchor>", False),
        (f"<xdr:absoluteAnchor><xdr:pos x='0' y='0'/><xdr:ext cx='1' cy='9'/>{PICTURE}</xdr:absoluteAnchor>", True),
        (f"<xdr:absoluteAnchor>{PICTURE}</xdr:absoluteAnchor>", False),
        (f"<xdr:twoCellAnchor>{PICTURE}</xdr:twoCellAnchor>", False),
    ],
)
def test_a_picture_stands_before_the_cells_where_it_ends_above_them(anchor: str, *, above: bool) -> None:
    found = _anchored(anchor)
    places = [number for number, block in enumerate(found.blocks) if isinstance(block, Paragraph) and block.pictures]
    tables = [number for number, block in enumerate(found.blocks) if isinstance(block, Table)]
    assert (places[0] < tables[0]) is above
    (image,) = [image for block in found.blocks if isinstance(block, Paragraph) for image in block.images]
    assert image == hashlib.sha256(b"a logo").hexdigest()[: len(image)]


# ---- Drawings ---------------------------------------------------------------------------------------


def test_text_boxes_are_shapes_and_their_text_is_kept_apart() -> None:
    found = drawn(shape("one", "two"), shape(""), shape(" three "))
    assert asides(found) == [("text box", "one\ntwo"), ("text box", "three")]
    assert (shapes(found), pictures(found), found.marks) == (3, 0, Mark.DRAWN)
    assert grid(found) == [["a"]]


def test_runs_of_a_line_are_joined() -> None:
    both = shape("x").replace("<a:r><a:t>x</a:t></a:r>", "<a:r><a:t>o</a:t></a:r><a:r><a:t>ne</a:t></a:r>")
    assert asides(drawn(both)) == [("text box", "one")]


@pytest.mark.parametrize(
    ("thing", "counts"),
    [
        (PICTURE, (1, 0)),
        ("<xdr:graphicFrame><xdr:nvGraphicFramePr/></xdr:graphicFrame>", (1, 0)),
        ('<xdr:contentPart xmlns:r="x" r:id="rId1"/>', (1, 0)),
        ("<xdr:cxnSp><xdr:spPr/></xdr:cxnSp>", (0, 1)),
        (f"<xdr:grpSp>{PICTURE}{shape('a')}{shape('b')}<xdr:grpSp>{PICTURE}</xdr:grpSp></xdr:grpSp>", (2, 2)),
    ],
)
def test_what_counts_as_a_picture_and_what_as_a_shape(thing: str, counts: tuple[int, int]) -> None:
    found = drawn(thing)
    assert (pictures(found), shapes(found)) == counts
    assert found.marks == Mark.DRAWN


def test_what_stands_in_a_fallback_is_there_once() -> None:
    inside = f'<mc:Choice Requires="a14">{shape("new")}</mc:Choice><mc:Fallback>{PICTURE}{shape("new")}</mc:Fallback>'
    found = drawn(f"<mc:AlternateContent>{inside}</mc:AlternateContent>")
    assert (asides(found), pictures(found), shapes(found)) == ([("text box", "new")], 0, 1)


def test_a_drawing_with_nothing_in_it_is_none() -> None:
    found = drawn()
    assert (len(found.blocks), found.marks, found.asides) == (1, Mark.NONE, ())


def test_a_drawing_that_is_not_there_is_passed_over() -> None:
    missing = beside(parts(sheet(ROW)), relationship(1, "drawing", "../drawings/drawing1.xml"),
                     relationship(2, "drawing", "http://example.org/", external=True))  # fmt: skip
    assert read_parts(missing).blocks == read(ROW).blocks


# ---- Objects ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "counts"),
    [
        ('<oleObjects><oleObject progId="a"/><oleObject progId="b"/></oleObjects>', (2, 0)),
        ('<controls><control shapeId="1"/></controls>', (0, 1)),
        ("", (0, 0)),
    ],
)
def test_objects_and_controls(after: str, counts: tuple[int, int]) -> None:
    found = read(ROW, after=after)
    assert (pictures(found), shapes(found)) == counts
    assert bool(found.marks & Mark.DRAWN) is (counts != (0, 0))


@pytest.mark.parametrize("kind", ["package", "oleObject"])
def test_an_embedded_file_that_only_a_relationship_shows_is_a_picture(kind: str) -> None:
    contents = beside(parts(sheet(ROW)), relationship(1, kind, "../embeddings/one.docx"))
    found = read_parts(contents | {"xl/embeddings/one.docx": b"x"})
    assert (pictures(found), shapes(found), found.marks) == (1, 0, Mark.DRAWN)
    assert read_parts(contents).blocks == read(ROW).blocks, "what is not in the file is no picture of it"


def test_an_embedded_file_that_the_sheet_shows_too_counts_once() -> None:
    shown = sheet(ROW, after='<oleObjects><oleObject progId="a" r:id="rId1"/></oleObjects>')
    contents = beside(parts(shown), relationship(1, "package", "../embeddings/one.docx"))
    assert pictures(read_parts(contents | {"xl/embeddings/one.docx": b"x"})) == 1


# ---- Controls of the older kind ----------------------------------------------------------------------

VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">{}</xml>'
)


def old(kind: str, text: str = "") -> str:
    """A shape of a VML drawing, as Excel writes it for a control or for the frame of a comment."""
    box = f'<v:textbox><div style="text-align:left"><font face="Tahoma">{text}</font></div></v:textbox>'
    data = f'<x:ClientData ObjectType="{kind}"><x:Row>1</x:Row></x:ClientData>'
    return f'<v:shape id="s1" type="#t201">{box}{data}</v:shape>'


def vml(data: str, after: str = "") -> Transcript:
    """A sheet with a VML drawing."""
    contents = beside(parts(sheet(ROW, after=after)), relationship(1, "vmlDrawing", "../drawings/vmlDrawing1.vml"))
    return read_parts(contents | {"xl/drawings/vmlDrawing1.vml": data.encode()})


@pytest.mark.parametrize("kind", ["Checkbox", "Radio", "Button", "Drop", "List", "GBox", "Label"])
def test_a_control_of_the_older_kind_is_a_shape_and_its_text_is_kept_apart(kind: str) -> None:
    found = vml(VML.format(old(kind, "Seen\n   by  Sam") + old(kind)))
    assert asides(found) == [("text box", "Seen by Sam")]
    assert (shapes(found), pictures(found), found.marks) == (2, 0, Mark.DRAWN)


def test_the_frames_of_comments_are_no_controls() -> None:
    found = vml(VML.format(old("Note") + old("Note")))
    assert (found.blocks, found.asides, found.marks) == (read(ROW).blocks, (), Mark.NONE)
    assert shapes(vml(VML.format(old("Note") + old("Checkbox", "x")))) == 1


def test_a_drawing_of_an_old_program_need_not_be_well_formed() -> None:
    found = vml(VML.format(f"<br>{old('Checkbox', 'x')}"))
    assert (shapes(found), asides(found)) == (1, [])


def test_a_control_that_the_sheet_shows_too_counts_once() -> None:
    found = vml(VML.format(old("Checkbox", "x")), after='<controls><control shapeId="1"/></controls>')
    assert shapes(found) == 1


@pytest.mark.parametrize("name", ["picture", "legacyDrawingHF", "drawingHF"])
def test_pictures_behind_the_cells_or_in_the_header_are_in_the_margins(name: str) -> None:
    found = read(ROW, after=f'<{name} r:id="rId1"/>')
    assert sum(p.pictures for p in found.margins) == 1
    assert pictures(found) == 0


def test_the_shapes_of_comments_are_no_pictures() -> None:
    assert read(ROW, after='<legacyDrawing r:id="rId1"/>').margins == ()


# ---- Comments ---------------------------------------------------------------------------------------


def comments(*entries: str, authors: str = "<author>A</author>") -> bytes:
    """A part of comments."""
    return part("comments", f"<authors>{authors}</authors><commentList>{''.join(entries)}</commentList>")


def threads(*entries: str) -> bytes:
    """A part of threads."""
    inside = "".join(f'<threadedComment ref="A1" id="{n}"><text>{entry}</text></threadedComment>'
                     for n, entry in enumerate(entries))  # fmt: skip
    return f'{DECLARATION}<ThreadedComments xmlns="{THREADS}">{inside}</ThreadedComments>'.encode()


THREAD = "<author>tc={E722680E-88F9-4806-84CE-A0C8E0F639CB}</author>"
NOTE = '<comment ref="A1" authorId="0"><text><r><rPr><b/></rPr><t>A:</t></r><r><t> see\nme </t></r></text></comment>'


def test_comments_are_kept_apart() -> None:
    blank = '<comment ref="A2" authorId="0"><text><t> </t></text></comment>'
    plain = '<comment ref="A3" authorId="0"><text><t>plain</t></text></comment>'
    found = read_parts(
        beside(parts(sheet(ROW)), relationship(1, "comments", "../c.xml"), c=comments(NOTE, blank, plain))
    )
    assert asides(found) == [("comment on cell A1", "A: see\nme"), ("comment on cell A3", "plain")]


@pytest.mark.parametrize("ref", ["", "x", "Tel 1", "A", "AAAA1", "A1:B2", "A12345678"])
def test_a_comment_whose_cell_has_no_name(ref: str) -> None:
    """What stands for a cell's name is shown only where it can be one."""
    odd = f'<comment ref="{ref}" authorId="0"><text><t>plain</t></text></comment>'
    found = read_parts(beside(parts(sheet(ROW)), relationship(1, "comments", "../c.xml"), c=comments(odd)))
    assert asides(found) == [("comment", "plain")]


def test_a_thread_is_told_once_and_the_notes_beside_it_too() -> None:
    """Excel writes every thread into the comments a second time, for programs that know no threads."""
    copy = '<comment ref="A1" authorId="1"><text><t>[Threaded comment] Comment: new Reply: yes</t></text></comment>'
    found = read_parts(
        beside(
            parts(sheet(ROW)),
            relationship(1, "comments", "../c.xml"),
            relationship(2, "threadedComment", "../t.xml"),
            c=comments(NOTE, copy, authors=f"<author>A</author>{THREAD}"),
            t=threads("new", "yes"),
        )
    )  # fmt: skip
    assert asides(found) == [
        ("comment on cell A1", "A: see\nme"),
        ("comment on cell A1", "new"),
        ("comment on cell A1", "yes"),
    ]


def test_a_thread_that_lost_its_own_part_is_kept_as_its_copy() -> None:
    copy = '<comment ref="A1" authorId="0"><text><t>[Threaded comment] Comment: new</t></text></comment>'
    tc = comments(copy, authors=THREAD)
    found = read_parts(beside(parts(sheet(ROW)), relationship(1, "comments", "../c.xml"), c=tc))
    assert asides(found) == [("comment on cell A1", "[Threaded comment] Comment: new")]


# ---- Headers and footers ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("plain", ["plain"]),
        ("&amp;Lleft&amp;Ccentre&amp;Rright", ["left", "centre", "right"]),
        ("&amp;L&amp;R", []),
        ('&amp;C&amp;"Arial,Bold"&amp;14Title', ["Title"]),
        ("&amp;C&amp;KFF0000red", ["red"]),
        ("&amp;C&amp;K01+000tinted", ["tinted"]),
        ("Page &amp;P of &amp;N", ["Page of"]),
        ("&amp;D &amp;T &amp;F &amp;A &amp;G &amp;Z", []),
        ("Smith &amp;&amp; Co", ["Smith & Co"]),
        ("R&amp;&amp;R", ["R&R"]),
        ("A&amp;&amp;C&amp;RB", ["A&C", "B"]),
        ("&amp;l&amp;cx", ["x"]),
        ("two\nlines", ["two lines"]),
    ],
)
def test_codes_are_taken_out_and_the_text_is_kept(text: str, said: list[str]) -> None:
    assert margins(f"<oddHeader>{text}</oddHeader>") == said


def test_every_header_and_footer_counts() -> None:
    names = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
    assert margins("".join(f"<{name}>{name}</{name}>" for name in names)) == list(names)


# ---- Pictures counted from the package ---------------------------------------------------------

IMAGE = b"no picture, and never opened"
FILL = (
    '<v:shape><v:fill o:relid="rId1" type="frame"/><x:ClientData xmlns:x="urn:schemas-microsoft-com:office:excel" '
    'ObjectType="Note"/></v:shape>'
)


def _filled(after: str, data: str = "") -> Transcript:
    contents = beside(parts(sheet(ROW, after=after)), relationship(1, "vmlDrawing", "../drawings/vmlDrawing1.vml"))
    contents |= {"xl/drawings/vmlDrawing1.vml": (data or VML.format(FILL)).encode(), "xl/media/image1.png": IMAGE}
    related = relationships(relationship(1, "image", "../media/image1.png"))
    return read_parts(contents | {"xl/drawings/_rels/vmlDrawing1.vml.rels": related})


def test_a_note_filled_with_a_picture() -> None:
    found = _filled('<legacyDrawing r:id="rId1"/>')
    (aside,) = found.asides
    assert (aside.kind, aside.text, aside.pictures, len(aside.images)) == ("note", "", 1, 1)
    assert found.pictures == ()


def test_a_picture_of_a_header_is_counted_there() -> None:
    found = _filled('<legacyDrawingHF r:id="rId1"/>')
    assert (found.asides, found.pictures, sum(each.pictures for each in found.margins)) == ((), (), 1)


def test_pictures_in_cells_and_those_that_nothing_shows() -> None:
    contents = parts(sheet(ROW))
    rels = contents["xl/_rels/workbook.xml.rels"].decode()
    entry = relationship(77, "cellImage", "cellimages.xml")
    contents["xl/_rels/workbook.xml.rels"] = rels.replace("</Relationships>", f"{entry}</Relationships>").encode()
    contents["xl/_rels/cellimages.xml.rels"] = relationships(relationship(1, "image", "media/image1.png"))
    contents |= {"xl/cellimages.xml": b"<x/>", "xl/media/image1.png": IMAGE, "xl/media/image2.png": IMAGE}
    found = [(where(Location(picture.place)), picture.shown) for picture in read_parts(contents).pictures]
    assert found == [("a cell", True), ("a part of the file that nothing shows", False)]
