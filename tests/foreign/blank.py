"""A blank form written by hand, with the control tags of the public contract and the shapes that Word writes."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from tests.foreign import docx

TEXT_PLACEHOLDER = "Click or tap here to enter text."
DATE_PLACEHOLDER = "Click or tap to enter a date."

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

_CONTENT_TYPES = f"""{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_TYPES}.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_TYPES}.wordprocessingml.styles+xml"/>
<Override PartName="/docProps/custom.xml" ContentType="{_TYPES}.custom-properties+xml"/>
</Types>"""

_PACKAGE = f"""{_HEAD}<Relationships xmlns="{_RELATIONSHIPS}">
<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{_OFFICE}/relationships/custom-properties" Target="docProps/custom.xml"/>
</Relationships>"""

_DOCUMENT_RELATIONSHIPS = f"""{_HEAD}<Relationships xmlns="{_RELATIONSHIPS}">
<Relationship Id="rId1" Type="{_OFFICE}/relationships/styles" Target="styles.xml"/>
</Relationships>"""

_CUSTOM = f"""{_HEAD}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">
<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="example"><vt:lpwstr>one</vt:lpwstr></property>
</Properties>"""

_STYLES = f"""{_HEAD}<w:styles xmlns:w="{docx.W}">
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>
<w:rPr><w:color w:val="666666"/></w:rPr></w:style>
</w:styles>"""

_ACTIONS = ("discussed", "support", "safeguarding_lead", "referral", "saved", "other")
_DETAILS = (
    *("name", "date_of_birth", "gender", "ethnic_origin", "first_language", "nhs_number", "gp"),
    *("address", "contact", "occupation", "school"),
)
_COMPLETION = ("practitioner", "signature", "role", "organisation", "date", "child_signature")


def blank() -> bytes:
    """The form, with a control for each of the 45 values (one for each choice of a tick list)."""
    return docx.write(
        {
            "[Content_Types].xml": _CONTENT_TYPES.encode(),
            "_rels/.rels": _PACKAGE.encode(),
            "docProps/custom.xml": _CUSTOM.encode(),
            "word/_rels/document.xml.rels": _DOCUMENT_RELATIONSHIPS.encode(),
            "word/document.xml": _document().encode(),
            "word/styles.xml": _STYLES.encode(),
        }
    )


def _document() -> str:
    ids = iter(range(1_000_001, 1_000_999))
    details = [(f"D{n}", f"Detail {n}", _detail(f"child.{name}", ids)) for n, name in enumerate(_DETAILS, 1)]
    questions = [
        (f"Q{n}", f"{n}. Consideration", _paragraph(_text(f"considerations.q{n:02}", ids))) for n in range(1, 13)
    ]
    outcomes = [
        ("O1", _paragraph(_run("Summary")) + _paragraph(_text("outcome.summary", ids))),
        ("O2", _paragraph(_run("Category")) + _ticks("outcome.category", ["normal", "problematic", "harmful"], ids)),
    ]
    actions = [
        (f"A{n}", f"Action {n}", *_answers(f"actions.{name}", ids), _paragraph(_text(f"actions.{name}.details", ids)))
        for n, name in enumerate(_ACTIONS, 1)
    ]
    completion = [
        ("C1", _paragraph(_run("Mode")) + _ticks("completion.mode", ["virtual", "face_to_face"], ids)),
        *((f"C{n}", f"Row {n}", _detail(f"completion.{name}", ids)) for n, name in enumerate(_COMPLETION, 2)),
    ]
    parts: list[list[tuple[str, ...]]] = [[*details], [*questions], [*outcomes], [*actions], [*completion]]
    tables = "".join(map(_table, parts))
    return (
        f'{_HEAD}<w:document xmlns:w="{docx.W}" xmlns:mc="{docx.MC}" xmlns:w14="{docx.W14}" mc:Ignorable="w14"><w:body>'
        f"{_paragraph(_run('A form'))}{tables}{_paragraph(_run('The end'))}<w:sectPr/></w:body></w:document>"
    )


def _table(rows: list[tuple[str, ...]]) -> str:
    columns = max(map(len, rows))
    grid = '<w:gridCol w:w="2000"/>' * columns
    body = "".join(f"<w:tr>{''.join(_cells(row, columns))}</w:tr>" for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
        f"{_paragraph('')}"
    )


def _cells(row: tuple[str, ...], columns: int) -> Iterator[str]:
    for number, content in enumerate(row):
        span = columns - number if number == len(row) - 1 else 1
        merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        paragraphs = content if content.startswith("<w:p>") else _paragraph(_run(content))
        yield f'<w:tc><w:tcPr><w:tcW w:w="{2000 * span}" w:type="dxa"/>{merged}</w:tcPr>{paragraphs}</w:tc>'


def _detail(tag: str, ids: Iterator[int]) -> str:
    if tag == "child.date_of_birth":
        birth = _paragraph(_run("Date of birth: ") + _date(tag, ids))
        return birth + _paragraph(_run("Age: ") + _text("child.age", ids))
    return _paragraph(_date(tag, ids) if tag == "completion.date" else _text(tag, ids))


def _answers(tag: str, ids: Iterator[int]) -> tuple[str, str]:
    return (_paragraph(_tick(f"{tag}.answer.yes", ids)), _paragraph(_tick(f"{tag}.answer.no", ids)))


def _ticks(tag: str, codes: list[str], ids: Iterator[int]) -> str:
    return "".join(_paragraph(_tick(f"{tag}.{code}", ids) + _run(f" {code}")) for code in codes)


def _paragraph(content: str) -> str:
    return f'<w:p><w:pPr><w:spacing w:after="60"/></w:pPr>{content}</w:p>'


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _text(tag: str, ids: Iterator[int]) -> str:
    return _control(tag, ids, "<w:showingPlcHdr/>", _placeholder(TEXT_PLACEHOLDER))


def _date(tag: str, ids: Iterator[int]) -> str:
    kind = (
        '<w:showingPlcHdr/><w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="en-GB"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
    return _control(tag, ids, kind, _placeholder(DATE_PLACEHOLDER))


def _tick(tag: str, ids: Iterator[int]) -> str:
    kind = (
        '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
    )
    font = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>'
    return _control(tag, ids, kind, f"<w:r><w:rPr>{font}</w:rPr><w:t>☐</w:t></w:r>")


def _placeholder(text: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{escape(text)}</w:t></w:r>'


def _control(tag: str, ids: Iterator[int], kind: str, content: str) -> str:
    name = quoteattr(tag)
    settings = f'<w:alias w:val={name}/><w:tag w:val={name}/><w:id w:val="{next(ids)}"/>{kind}'
    return f"<w:sdt><w:sdtPr>{settings}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
