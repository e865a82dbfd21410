"""No form says who edited its template, where they work, or where on their machine it lay."""

from pathlib import Path

import pytest

from hsbdocs.content.locate import find_roots
from hsbdocs.pipeline.build import build
from tests.support.forms import DOCUMENTS, HANDOUTS, SESSION, blank, read
from tests.unit.content.planting import Copy
from tests.unit.formats.wordfile import OFFICE, unzipped, zipped

WHO = "Planted Author"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
MICROSOFT = "http://schemas.microsoft.com/office"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
XML = "application/xml"
#: Parts as Word names them: where the relationship stands, its type, its target, the content type, the content.
PLANTED = (
    ("", f"{OFFICE}/extended-properties", "docProps/app.xml", XML,
     f"<Properties><Company>{WHO}</Company><Manager>{WHO}</Manager><Template>{WHO}.dotx</Template></Properties>"),
    ("", f"{PACKAGE}/thumbnail", "docProps/thumbnail.jpeg", "image/jpeg", WHO),
    ("", f"{PACKAGE}/core-properties", "docProps/core0.xml", XML, f"<lastModifiedBy>{WHO}</lastModifiedBy>"),
    ("", f"{OFFICE}/custom-properties", "docProps/own.xml", XML, f"<Properties>{WHO}</Properties>"),
    ("", f"{MICROSOFT}/2020/02/relationships/classificationlabels", "docMetadata/LabelInfo.xml", XML, f"<a>{WHO}</a>"),
    ("word/document", f"{MICROSOFT}/2011/relationships/people", "people.xml", XML, f'<people author="{WHO}"/>'),
    ("word/document", f"{OFFICE}/comments", "comments.xml", f"{WORD}.comments+xml",
     f'<w:comments {NAMESPACE}><w:comment w:id="7" w:author="{WHO}" w:initials="PA"><w:p/></w:comment></w:comments>'),
    ("word/document", f"{MICROSOFT}/2011/relationships/commentsExtended", "commentsExtended.xml", XML, f"<a>{WHO}</a>"),
    ("word/document", f"{MICROSOFT}/2016/09/relationships/commentsIds", "commentsIds.xml", XML, f"<a>{WHO}</a>"),
    ("word/document", f"{OFFICE}/customXml", "../customXml/item1.xml", XML, f"<a>{WHO}</a>"),
    ("word/document", f"{OFFICE}/glossaryDocument", "glossary/document.xml", f"{WORD}.document.glossary+xml",
     f"<w:glossaryDocument {NAMESPACE}><w:docParts><!-- {WHO} --></w:docParts></w:glossaryDocument>"),
)  # fmt: skip
SETTINGS = (
    f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rId1"/>'
    f'<w:docVars><w:docVar w:name="who" w:val="{WHO}"/></w:docVars><w:zoom'
)
START, END = b'<w:commentRangeStart w:id="7"/>', b'<w:commentRangeEnd w:id="7"/>'
COMMENTED = START + b"<w:r>", END + b'<w:r><w:commentReference w:id="7"/></w:r></w:p>'


def _related(data: bytes, kind: str, target: str) -> bytes:
    end = b"</Relationships>"
    number = 900 + data.count(b"<Relationship ")
    entry = f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
    return data.replace(end, entry.encode() + end)


def _planted(template: bytes) -> bytes:
    """The template with everything in it that Word writes about people."""
    parts = unzipped(template)
    types = ""
    for owner, kind, target, content_type, text in PLANTED:
        folder, name = owner.rsplit("/", 1) if owner else ("", "")
        rels = f"{folder}/_rels/{name}.xml.rels" if owner else "_rels/.rels"
        path = target.removeprefix("../") if target.startswith("../") else f"{folder}/{target}".lstrip("/")
        parts[path] = text.encode()
        parts[rels] = _related(parts[rels], kind, target)
        types += f'<Override PartName="/{path}" ContentType="{content_type}"/>'
    parts["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/attachedTemplate" Target="file:///C:/Users/{WHO}/a.dotx" '
        'TargetMode="External"/></Relationships>'
    ).encode()
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = core.replace(b"</cp:", f"<cp:lastModifiedBy>{WHO}</cp:lastModifiedBy></cp:".encode())
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(b"<w:zoom", SETTINGS.encode())
    document = parts["word/document.xml"]
    allowed = f'<w:permStart w:id="1" w:ed="{WHO}"/>'.encode()
    document = document.replace(b"<w:r>", allowed + COMMENTED[0], 1).replace(b"</w:p>", COMMENTED[1], 1)
    parts["word/document.xml"] = document
    types_part = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types_part.replace(b"</Types>", f"{types}</Types>".encode())
    return zipped(parts)


@pytest.mark.parametrize("document", [*DOCUMENTS, *HANDOUTS, *SESSION])
def test_nothing_planted_is_in_the_form(document: str, tmp_path: Path) -> None:
    """The form is the very one that an untouched template gives."""
    copy = Copy(tmp_path)
    path = copy.templates / copy.load().documents[document].template
    clean = _built(tmp_path, document, "clean")
    path.write_bytes(_planted(path.read_bytes()))
    data = _built(tmp_path, document, "out")
    contents = unzipped(data)

    assert {name for name in contents if WHO.encode() in contents[name] or WHO in name} == set()
    assert contents.keys() == unzipped(clean).keys()
    for name in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml"):
        assert contents[name] == unzipped(clean)[name], name
    assert data == clean


def _built(folder: Path, document: str, out: str) -> bytes:
    (folder / out).mkdir()
    build(find_roots(folder), [document], folder / out)
    return (folder / out / f"{document}.docx").read_bytes()


def test_the_form_is_read_as_before(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    path = copy.templates / "risk-assessment.docx"
    path.write_bytes(_planted(path.read_bytes()))

    again, before = read(_built(tmp_path, "risk-assessment", "out")), read(blank("risk-assessment"))
    assert again.line.status is before.line.status
    assert again.line.form == before.line.form
