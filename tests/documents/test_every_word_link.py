"""Every Word document in every edition: links say in words where they lead, and pictures have words instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.documents.editions import WORD, built, over
from tests.documents.planted import planted
from tests.documents.wordfile import Element, WordFile, text_of, value, w

_ADDRESS = re.compile(r"https?://|www\.|\.(org|gov|uk|com|net)\b")
_HYPERLINK = re.compile(r"^\s*HYPERLINK\s")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"


def links(root: Element) -> Iterator[str]:
    """The text of every link: elements, and fields of both kinds."""
    for element in root.iter(w("hyperlink")):
        yield text_of(element)
    for field in root.iter(w("fldSimple")):
        if _HYPERLINK.match(field.get(w("instr"), "")):
            yield text_of(field)
    for paragraph in root.iter(w("p")):
        yield from _fields(paragraph)


def _fields(paragraph: Element) -> Iterator[str]:
    """The results of the link fields of a paragraph that are made of runs."""
    code, result, at = "", "", ""
    for run in paragraph.iter(w("r")):
        kind = value(run, "fldChar", "fldCharType")
        if kind == "end" and _HYPERLINK.match(code):
            yield result
        if kind is not None:
            at = kind
            code, result = ("", "") if kind == "begin" else (code, result)
        elif at == "begin":
            code += "".join(part.text or "" for part in run.iter(w("instrText")))
        elif at == "separate":
            result += text_of(run)


def bare(file: WordFile) -> list[str]:
    """Links whose text is none, or an address."""
    found = (text for root in file.printed.values() for text in links(root))
    return [text for text in found if not text.strip() or _ADDRESS.search(text)]


def unspoken(file: WordFile) -> list[str]:
    """Pictures and shapes that have no words instead, by their parts."""
    drawn = [(name, each.get("descr")) for name, root in file.printed.items() for each in root.iter(f"{_DRAWING}docPr")]
    old = [(name, each.get("alt")) for name, root in file.printed.items() for each in root.iter(f"{_VML}shape")]
    return [name for name, words in (*drawn, *old) if not (words or "").strip()]


@over("links", WORD)
def test_links_say_where_they_lead(edition: str, document: str) -> None:
    assert bare(WordFile(built(edition)[document])) == []


@over("pictures", WORD)
def test_pictures_have_words_instead(edition: str, document: str) -> None:
    assert unspoken(WordFile(built(edition)[document])) == []


@over("logo", WORD)
def test_an_agencys_documents_show_its_logo(edition: str, document: str) -> None:
    """Without it no picture would be looked at above, but that of the pathway."""
    file = WordFile(built(edition)[document])
    drawn = (each for root in file.printed.values() for each in root.iter(f"{_DRAWING}docPr"))
    shown = [each for each in drawn if (each.get("descr") or "").startswith("Logo of")]
    assert bool(shown) == (edition == "agency")


@pytest.mark.parametrize(
    "link",
    [
        b'<w:hyperlink w:anchor="x"><w:r><w:t>https://example.org/</w:t></w:r></w:hyperlink>',
        b'<w:hyperlink w:anchor="x"><w:r><w:t> </w:t></w:r></w:hyperlink>',
        b'<w:fldSimple w:instr=" HYPERLINK &quot;x&quot; "><w:r><w:t>www.example.org</w:t></w:r></w:fldSimple>',
        b'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "x"</w:instrText></w:r>'
        b'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>nspcc.</w:t></w:r><w:r><w:t>org</w:t></w:r>'
        b'<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)
def test_a_bare_link_would_be_found(link: bytes) -> None:
    file = WordFile(planted("handout-consent", "document", b"</w:p>", link + b"</w:p>"))
    assert len(bare(file)) == 1


@pytest.mark.parametrize("words", [b"", b'descr=" "'])
def test_a_picture_without_words_would_be_found(words: bytes) -> None:
    drawing = (
        b'<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    )
    drawing += b'<wp:docPr id="1" name="Picture 1" ' + words + b"/></wp:inline></w:drawing>"
    data = planted("risk-assessment", "header1", b"<w:r>", b"<w:r>" + drawing)
    assert unspoken(WordFile(data)) == ["word/header1.xml"]
