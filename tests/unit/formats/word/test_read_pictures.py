"""Pictures are counted from the package: wherever one stands, it is told of, and its bytes are known by a hash."""

from __future__ import annotations

import hashlib

import pytest

from hsbdocs.model.location import Location
from hsbdocs.model.transcript import Transcript
from tests.support.said import where
from tests.unit.formats.word.reads import read_parts
from tests.unit.formats.wordfile import p, part, parts, r, relationship, relationships, tbl, tc, tr

IMAGE = b"no picture, and never opened"
HASH = hashlib.sha256(IMAGE).hexdigest()[:16]
DRAWN = '<w:r><w:drawing><wp:inline><a:graphic><a:blip r:embed="rId9"/></a:graphic></wp:inline></w:drawing></w:r>'
FILLED = '<w:r><w:pict><v:rect><v:fill r:id="rId9" type="frame"/></v:rect></w:pict></w:r>'
OLD = '<w:r><w:pict><v:shape><v:imagedata o:relid="rId9"/></v:shape></w:pict></w:r>'
GONE = 'w:id="1" w:author="A"'


def _read(body: str, around: str = "") -> Transcript:
    found = parts(body, relationship(9, "image", "media/image1.png")) | {"word/media/image1.png": IMAGE}
    found["word/document.xml"] = found["word/document.xml"].replace(b"<w:body>", f"{around}<w:body>".encode())
    return read_parts(found)


@pytest.mark.parametrize("picture", [DRAWN, FILLED, OLD])
@pytest.mark.parametrize(
    "where",
    [
        "{}",
        "<w:del {gone}>{}</w:del>",
        "<w:ins {gone}>{}</w:ins>",
        "<w:moveTo {gone}>{}</w:moveTo>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:unknown>{}</w:unknown>",
        "<w:r>{}</w:r>",
        "<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
    ],
)
def test_in_a_paragraph(where: str, picture: str) -> None:
    found = _read(p(r("a"), where.replace("{gone}", GONE).replace("{}", picture)))
    assert [(each.pictures, each.images) for each in found.paragraphs] == [(1, (HASH,))]
    assert found.pictures == ()


@pytest.mark.parametrize("picture", [DRAWN, FILLED, OLD])
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (tbl(tr(tc(p("{}")), properties="<w:hidden/>")), "hidden row"),
        (tbl(tr(tc(p("{}")), properties=f"<w:del {GONE}/>")), "row taken out by tracked changes"),
        (tbl(tr(f"<w:tc><w:tcPr><w:cellDel {GONE}/></w:tcPr>{p('{}')}</w:tc>")), "cell taken out by tracked changes"),
        (tbl(tr(f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('{}')}</w:tc>")), "hidden below a merged cell"),
        (tbl(tr(tc(p())), p("{}")), "text between the rows of a table"),
        (f"<w:del {GONE}>{p('{}')}</w:del>", "taken out by tracked changes"),
    ],
)
def test_in_what_is_not_shown(body: str, kind: str, picture: str) -> None:
    found = _read(body.replace("{}", picture))
    told = [(where(Location(aside.kind)), aside.text, aside.pictures, aside.images) for aside in found.asides]
    assert told == [(kind, "", 1, (HASH,))]
    assert found.pictures == ()


@pytest.mark.parametrize("text", ["", "words"])
@pytest.mark.parametrize("kind", ["comment", "footnote", "endnote"])
def test_in_a_comment_or_a_note(kind: str, text: str) -> None:
    said = part(f"{kind}s", f'<w:{kind} w:id="2">{p(r(text), DRAWN)}</w:{kind}>')
    found = parts(p(), relationship(1, f"{kind}s", f"{kind}s.xml"), **{f"{kind}s": said})
    found[f"word/_rels/{kind}s.xml.rels"] = relationships(relationship(9, "image", "media/image1.png"))
    read = read_parts(found | {"word/media/image1.png": IMAGE})
    assert [(aside.text, aside.pictures, aside.images) for aside in read.asides] == [(text, 1, (HASH,))]
    assert read.pictures == ()


def test_in_a_header() -> None:
    found = parts(p(), relationship(1, "header", "header1.xml"), header1=part("hdr", p(DRAWN)))
    found["word/_rels/header1.xml.rels"] = relationships(relationship(9, "image", "media/image1.png"))
    read = read_parts(found | {"word/media/image1.png": IMAGE})
    assert [(each.pictures, each.images) for each in read.margins] == [(1, (HASH,))]
    assert read.pictures == ()


def test_in_a_chart() -> None:
    chart = '<w:r><w:drawing><a:graphic><x:chart xmlns:x="urn:x" r:id="rId8"/></a:graphic></w:drawing></w:r>'
    found = parts(p(chart), relationship(8, "chart", "charts/chart1.xml"))
    found["word/charts/_rels/chart1.xml.rels"] = relationships(relationship(1, "image", "../media/image1.png"))
    read = read_parts(found | {"word/charts/chart1.xml": b"<x/>", "word/media/image1.png": IMAGE})
    assert [each.pictures for each in read.paragraphs] == [1]
    assert read.pictures == ()


def test_two_pictures_of_one_drawing_are_two() -> None:
    both = DRAWN.replace("</a:graphic>", '<a:blip r:embed="rId8"/></a:graphic>')
    found = parts(p(both), *(relationship(n, "image", f"media/image{n}.png") for n in (8, 9)))
    read = read_parts(found | {"word/media/image8.png": IMAGE, "word/media/image9.png": IMAGE + b"2"})
    assert [(each.pictures, len(each.images)) for each in read.paragraphs] == [(2, 2)]


BACKGROUND = '<w:background><v:background><v:fill r:id="rId9"/></v:background></w:background>'


@pytest.mark.parametrize(
    ("around", "place", "shown"),
    [
        (BACKGROUND, "the background of the pages", True),
        ('<w:unknown r:id="rId9"/>', "a place that could not be told", True),
        ("", "a part of the file that nothing shows", False),
    ],
)
def test_outside_the_text(around: str, place: str, shown: bool) -> None:
    (picture,) = _read(p(r("a")), around).pictures
    assert (where(Location(picture.place)), picture.image, picture.shown) == (place, HASH, shown)


@pytest.mark.parametrize("name", ["word/media/a.png", "word/media/b", "word/embeddings/c.bin", "elsewhere/d.JPEG"])
def test_a_part_that_nothing_refers_to(name: str) -> None:
    (picture,) = read_parts(parts(p()) | {name: IMAGE}).pictures
    assert (where(Location(picture.place)), picture.shown) == ("a part of the file that nothing shows", False)


def test_the_miniature_of_the_first_page_is_no_picture_of_its_own() -> None:
    found = parts(p()) | {"docProps/thumbnail.jpeg": IMAGE}
    first = relationship(1, "officeDocument", "word/document.xml")
    found["_rels/.rels"] = relationships(first, relationship(2, "thumbnail", "docProps/thumbnail.jpeg"))
    assert read_parts(found).pictures == ()


def test_a_large_picture_is_counted_and_not_read() -> None:
    found = parts(p(DRAWN), relationship(9, "image", "media/image1.png"))
    read = read_parts(found | {"word/media/image1.png": bytes(3 * 2**20)})
    assert [(each.pictures, each.images) for each in read.paragraphs] == [(1, ())]
