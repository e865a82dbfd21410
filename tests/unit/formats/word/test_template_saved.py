"""A template that somebody restyled in Word, and what is refused of it: by name, in a sentence that says what to do."""

import pytest

from hsbdocs.model.faults import AuthorError
from tests.support.forms import ROOT
from tests.unit.formats.word.damaged import DOCUMENT, FOOTER, HEADER, NAME, SETTINGS, STYLES, changed, filled
from tests.unit.formats.wordfile import unzipped, zipped

KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SAVE = "open it in Word and save it as Word document (.docx)"
END = "<w:sectPr><w:headerReference"
PLAIN = '<w:p><w:pPr><w:pStyle w:val="FormHow"/></w:pPr><w:r><w:t xml:space="preserve">{{ captions.continuum }}'
BY_WHOM = 'w:id="1" w:author="Planted Author" w:date="2026-01-01T00:00:00Z"'


def _refused(data: bytes) -> list[str]:
    """What building says of the template, each sentence without the template's name."""
    with pytest.raises(AuthorError) as caught:
        filled(data)
    told = str(caught.value).splitlines()
    assert all(line.startswith(f"{NAME}: ") for line in told)
    return [line.removeprefix(f"{NAME}: ") for line in told]


# ---- The kind of file ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    ],
    ids=["dotx", "dotm", "docm"],
)
def test_a_word_template_or_one_with_macros(kind: str) -> None:
    told = _refused(changed("[Content_Types].xml", KIND, kind))

    assert told == [f"is a Word template or has macros (.dotx, .dotm or .docm inside): {SAVE}"]


def test_another_kind_of_office_file() -> None:
    other = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

    assert _refused(changed("[Content_Types].xml", KIND, other)) == [f"is not a Word document: {SAVE}"]


def test_a_strict_document() -> None:
    parts = unzipped((ROOT / "templates" / NAME).read_bytes())
    for name, data in parts.items():
        parts[name] = data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )

    assert _refused(zipped(parts)) == [f"is saved as a Strict Open XML Document: {SAVE}"]


def test_a_broken_list_of_relationships() -> None:
    told = _refused(changed("word/_rels/document.xml.rels", "</Relationships>", ""))

    assert told == ["is not a Word template that can be read: a part is not well-formed XML"]


# ---- Tracked changes -------------------------------------------------------------------------------

TRACKED = ["holds tracked changes: accept or reject them all, switch off tracking, then save it again"]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (DOCUMENT, "<w:rPr><w:rStyle", f"<w:rPr><w:rPrChange {BY_WHOM}><w:rPr/></w:rPrChange><w:rStyle"),
        (DOCUMENT, "</w:pPr>", f"<w:pPrChange {BY_WHOM}><w:pPr/></w:pPrChange></w:pPr>"),
        (DOCUMENT, "</w:sectPr>", f"<w:sectPrChange {BY_WHOM}><w:sectPr/></w:sectPrChange></w:sectPr>"),
        (DOCUMENT, "</w:tblPr>", f"<w:tblPrChange {BY_WHOM}><w:tblPr/></w:tblPrChange></w:tblPr>"),
        (DOCUMENT, "</w:tblGrid>", '<w:tblGridChange w:id="1"><w:tblGrid/></w:tblGridChange></w:tblGrid>'),
        (DOCUMENT, "</w:trPr>", f"<w:trPrChange {BY_WHOM}><w:trPr/></w:trPrChange></w:trPr>"),
        (DOCUMENT, "</w:tcPr>", f"<w:tcPrChange {BY_WHOM}><w:tcPr/></w:tcPrChange></w:tcPr>"),
        (DOCUMENT, "</w:tcPr>", f"<w:cellIns {BY_WHOM}/></w:tcPr>"),
        (DOCUMENT, "</w:tcPr>", f"<w:cellDel {BY_WHOM}/></w:tcPr>"),
        (DOCUMENT, "</w:tcPr>", f'<w:cellMerge {BY_WHOM} w:vMerge="rest"/></w:tcPr>'),
        (DOCUMENT, "</w:pPr>", f'<w:numPr><w:numberingChange {BY_WHOM} w:original="1"/></w:numPr></w:pPr>'),
        (DOCUMENT, "</w:trPr>", f"<w:ins {BY_WHOM}/></w:trPr>"),
        (HEADER, "</w:pPr>", f"<w:pPrChange {BY_WHOM}><w:pPr/></w:pPrChange></w:pPr>"),
        (FOOTER, "</w:pPr>", f"<w:rPr><w:rPrChange {BY_WHOM}><w:rPr/></w:rPrChange></w:rPr></w:pPr>"),
        (STYLES, "</w:rPr></w:style>", f"<w:rPrChange {BY_WHOM}><w:rPr/></w:rPrChange></w:rPr></w:style>"),
        ("word/numbering.xml", "</w:lvl>", f"<w:rPr><w:rPrChange {BY_WHOM}><w:rPr/></w:rPrChange></w:rPr></w:lvl>"),
    ],
)
def test_changes_of_formatting_in_any_part(part: str, old: str, new: str) -> None:
    assert _refused(changed(part, old, new)) == TRACKED


def test_tracking_that_is_switched_on() -> None:
    told = _refused(changed(SETTINGS, "<w:zoom", "<w:trackRevisions/><w:zoom"))

    assert told == ["has the tracking of changes switched on: switch it off, then save it again"]
    assert filled(changed(SETTINGS, "<w:zoom", '<w:trackRevisions w:val="0"/><w:zoom'))


# ---- WordArt ---------------------------------------------------------------------------------------

SHOWN = '<v:shape type="#_x0000_t136"><v:textpath string="DRAFT"/></v:shape>'
PATTERN = '<v:shapetype id="_x0000_t136"><v:textpath on="t" fitshape="t"/></v:shapetype>'
VML = '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml">{}</w:pict></w:r></w:p>'
DRAWING = (
    '<w:p><w:r><w:drawing xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><a:graphic><a:graphicData><wps:wsp>'
    "{}</wps:wsp></a:graphicData></a:graphic></w:drawing></w:r></w:p>"
)
WARPED = '<wps:bodyPr><a:prstTxWarp prst="{}"/></wps:bodyPr>'


@pytest.mark.parametrize(
    ("part", "before", "art"),
    [
        (DOCUMENT, PLAIN, VML.format(PATTERN + SHOWN)),
        (DOCUMENT, PLAIN, DRAWING.format(WARPED.format("textWave1"))),
        (DOCUMENT, PLAIN, DRAWING.format('<wps:bodyPr fromWordArt="1"/>')),
        (HEADER, "<w:p>", VML.format(SHOWN)),
    ],
    ids=["old", "new", "shaped", "watermark"],
)
def test_word_art(part: str, before: str, art: str) -> None:
    (told,) = _refused(changed(part, before, art + before))

    assert told.startswith("has WordArt or a watermark of words")
    assert told.endswith("take it out, and let a tag print the words as ordinary text")


@pytest.mark.parametrize("shape", [WARPED.format("textNoShape"), '<wps:bodyPr fromWordArt="0"/>'])
def test_what_word_writes_for_any_text_box_is_none(shape: str) -> None:
    assert filled(changed(DOCUMENT, PLAIN, DRAWING.format(shape) + PLAIN))


def test_what_word_art_would_be_made_from_is_none() -> None:
    assert filled(changed(DOCUMENT, PLAIN, VML.format(PATTERN) + PLAIN))


# ---- The ref of a row ------------------------------------------------------------------------------


@pytest.mark.parametrize("left", ["", "{% if row.ref %}–{% endif %}"])
def test_a_lost_ref_of_a_row(left: str) -> None:
    told = _refused(changed(DOCUMENT, "{{ row.ref }}", left))

    assert told == [
        "{%tr for row in section.label_answer %}: repeats rows without their ref: put {{ row.ref }} back into the row"
    ]


@pytest.mark.parametrize("number", range(6))
def test_the_ref_of_each_layout(number: int) -> None:
    parts = unzipped((ROOT / "templates" / NAME).read_bytes())
    pieces = parts[DOCUMENT].split(b"{{ row.ref }}")
    assert len(pieces) == 7
    parts[DOCUMENT] = b"{{ row.ref }}".join(pieces[: number + 1]) + b"{{ row.ref }}".join(pieces[number + 1 :])

    (told,) = _refused(zipped(parts))
    assert told.endswith("put {{ row.ref }} back into the row")


# ---- Small type ------------------------------------------------------------------------------------

SMALLEST = "12 point is the smallest that a form may have"


#: The look of the style Form Label, up to the next style.
LABEL = (
    '<w:rPr><w:b/><w:bCs/></w:rPr></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="FormInstruction"'
)


def _sized(size: str) -> str:
    return f'<w:rPr><w:sz w:val="{size}"/></w:rPr>'


@pytest.mark.parametrize(
    ("part", "old", "new", "says"),
    [
        (STYLES, '<w:sz w:val="24"/>', '<w:sz w:val="20"/>', "text without a size of its own at 10 point"),
        (STYLES, '<w:sz w:val="24"/>', "", "text without a size of its own at 10 point"),
        (STYLES, '<w:rPr><w:color w:val="1A1A1A"/>', '<w:rPr><w:sz w:val="23"/>', "the style Normal at 11.5 point"),
        (STYLES, '<w:sz w:val="28"/>', '<w:sz w:val="22"/>', "the style heading 2 at 11 point"),
        (STYLES, LABEL, LABEL.replace("<w:b/>", '<w:sz w:val="18"/>'), "the style Form Label at 9 point"),
        (STYLES, '<w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style><w:style w:type="table"',
         '<w:sz w:val="16"/></w:rPr></w:style><w:style w:type="table"', "the style Tick Box at 8 point"),
        (STYLES, '<w:basedOn w:val="TableNormal"/>',
         f'<w:basedOn w:val="TableNormal"/><w:tblStylePr w:type="firstRow">{_sized("20")}</w:tblStylePr>',
         "a part of the table style Form Table at 10 point"),
        (DOCUMENT, PLAIN, PLAIN.replace("<w:t ", f"{_sized('20')}<w:t "), '"{{ captions.continuum }}" at 10 point'),
        (DOCUMENT, PLAIN, PLAIN.replace("<w:t ", f"{_sized('10pt')}<w:t "), '"{{ captions.continuum }}" at 10 point'),
        (FOOTER, "<w:r><w:t", f"<w:r>{_sized('16')}<w:t", '"{{ foot }}" at 8 point'),
    ],
)  # fmt: skip
def test_small_type(part: str, old: str, new: str, says: str) -> None:
    told = _refused(changed(part, old, new))

    assert any(says in line and line.startswith("sets ") and line.endswith(SMALLEST) for line in told), told
    assert all(line.endswith(SMALLEST) for line in told)


LOOP = '<w:r><w:t xml:space="preserve">{%p for section'


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (STYLES, "</w:styles>", f'<w:style w:type="paragraph" w:styleId="Unused">{_sized("16")}</w:style></w:styles>'),
        (DOCUMENT, LOOP, LOOP.replace("<w:r>", f"<w:r>{_sized('4')}")),
        (DOCUMENT, PLAIN, PLAIN.replace("</w:pPr>", f"{_sized('4')}</w:pPr>")),
        (DOCUMENT, PLAIN, PLAIN.replace("<w:t ", f"{_sized('24')}<w:t ")),
        (DOCUMENT, PLAIN, PLAIN.replace("<w:t ", f"{_sized('large')}<w:t ")),
    ],
    ids=["a style that nothing uses", "a tag that prints nothing", "a paragraph's mark", "12 point", "no size"],
)  # fmt: skip
def test_what_is_no_small_type(part: str, old: str, new: str) -> None:
    assert filled(changed(part, old, new))


def test_small_type_that_another_style_puts_right() -> None:
    """A size is taken from the first style of a chain that has one."""
    larger = changed(STYLES, '<w:rPr><w:color w:val="1A1A1A"/>', '<w:rPr><w:sz w:val="24"/><w:color w:val="1A1A1A"/>')
    parts = unzipped(larger)
    parts[STYLES] = parts[STYLES].replace(b'<w:sz w:val="24"/>', b'<w:sz w:val="20"/>', 1)

    assert filled(zipped(parts))


# ---- Words in headers and footers ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "old", "new", "where", "words"),
    [
        (HEADER, "{{ handling_mark }}", "Official", "header", "Official"),
        (HEADER, "{{ document_title }}", "{{ document_title }} (County Council)", "header", "(County Council)"),
        (FOOTER, "{{ foot }}", "{{ foot }} Call 0300 000 000", "footer", "Call 0300 000 000 Page of"),
        (FOOTER, "Page ", "Sheet ", "footer", "Sheet of"),
        (FOOTER, " NUMPAGES ", " AUTHOR ", "footer", "Page of 1"),
    ],
)
def test_words_of_its_own_in_a_margin(part: str, old: str, new: str, where: str, words: str) -> None:
    assert _refused(changed(part, old, new)) == [
        f'has words of its own in a {where}, "{words}": put them into content/ or the agency\'s settings, and take '
        "them out here (a tag prints what content/ says)"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Page ", "| Page "),
        (">{{ foot }}<", ">{{ fo</w:t></w:r><w:r><w:t>ot }}<"),
        ("<w:r><w:tab/></w:r>", '<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>12</w:t></w:r></w:fldSimple>'),
    ],
)
def test_what_is_no_word_of_its_own(old: str, new: str) -> None:
    assert filled(changed(FOOTER, old, new))


# ---- Together --------------------------------------------------------------------------------------


def test_all_is_told_at_once() -> None:
    parts = unzipped(changed(HEADER, "{{ handling_mark }}", "Official"))
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"{{ row.ref }}", b"", 1)
    parts[STYLES] = parts[STYLES].replace(b'<w:sz w:val="28"/>', b'<w:sz w:val="22"/>', 1)

    assert len(_refused(zipped(parts))) == 3
