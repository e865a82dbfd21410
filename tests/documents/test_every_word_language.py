"""Every Word document in every edition: its language and its title are said, as python-docx reads them."""

from __future__ import annotations

import io

import docx

from tests.documents.editions import WORD, built, over
from tests.documents.planted import planted
from tests.documents.wordfile import WordFile, value, w


def languages(file: WordFile) -> set[str | None]:
    """The languages of a document: of all its text, and of any word by itself."""
    roots = [file.styles.root, *file.texts.values()]
    whole = value(next(file.styles.root.iter(w("rPrDefault"))), "rPr/lang")
    return {whole, *(each.get(w("val")) for root in roots for each in root.iter(w("lang")))}


@over("language", WORD)
def test_the_language_is_british_english(edition: str, document: str) -> None:
    data = built(edition)[document]
    assert languages(WordFile(data)) == {"en-GB"}
    assert docx.Document(io.BytesIO(data)).core_properties.language == "en-GB"


@over("title", WORD)
def test_the_title_is_said(edition: str, document: str) -> None:
    title = docx.Document(io.BytesIO(built(edition)[document])).core_properties.title
    assert len(title.split()) >= 3


def test_another_language_would_be_found() -> None:
    other = planted("risk-assessment", "styles", b'<w:lang w:val="en-GB"', b'<w:lang w:val="en-US"')
    assert languages(WordFile(other)) == {"en-US"}
    none = planted("risk-assessment", "styles", b'<w:lang w:val="en-GB"', b"<w:lang")
    assert languages(WordFile(none)) == {None}
