"""A small view and templates for it, written by hand."""

import msgspec

from hsbdocs.formats.properties import Identity
from hsbdocs.formats.word.controls import ContentControl, ControlKind
from tests.unit.formats.wordfile import (
    content_types,
    p,
    part,
    parts,
    r,
    relationship,
    relationships,
    tbl,
    tc,
    tr,
    zipped,
)


class Line(msgspec.Struct, frozen=True):
    """A row of the view."""

    label: str
    control: ContentControl
    notes: tuple[str, ...] = ()


class Box(msgspec.Struct, frozen=True):
    """Something nested."""

    heading: str
    rows: tuple[Line, ...]


class View(msgspec.Struct, frozen=True):
    """What the templates of these tests may name."""

    title: str
    box: Box
    words: tuple[str, ...] = ()
    texts: dict[str, str] = {}


VIEW = View(
    title="A & B <C>",
    box=Box(
        heading="Heading",
        rows=(
            Line("One", ContentControl(ControlKind.TEXT, "one", "One & only", "Click here")),
            Line("Two", ContentControl(ControlKind.CHECKBOX, "two", "Two"), ("note",)),
        ),
    ),
    words=("x", "y"),
    texts={"danger": "call 999", "items": "<Items>"},
)
IDENTITY = Identity(title='T & <U> "V"', creator="W & X", language="en-GB", custom={"a": "1", "b": "2 & 3"})

STYLES = part(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/></w:style>',
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>'
)


def loop(inside: str, items: str = "box.rows") -> str:
    """A table whose one row is repeated."""
    before, after = tr(tc(p(r(f"{{%tr for row in {items} %}}")))), tr(tc(p(r("{%tr endfor %}"))))
    return tbl(before, tr(tc(inside)), after)


SOUND = p(r("{{ title }}")) + loop(p(r("{{ row.label }} ")) + p(r("{{r row.control }}"))) + p(r("end"))


def template(
    body: str = SOUND, *, header: str = p(r("{{ title }}")), core: str = "", more: dict[str, bytes] | None = None
) -> bytes:
    """A template that python-docx opens, with a header, styles and core properties."""
    contents = parts(
        body.replace("<w:sectPr/>", ""),
        relationship(1, "styles", "styles.xml"),
        relationship(2, "header", "header1.xml"),
    )
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr></w:body>'
    contents["word/document.xml"] = contents["word/document.xml"].replace(b"<w:sectPr/></w:body>", section.encode())
    contents["word/styles.xml"] = STYLES
    contents["word/header1.xml"] = part("hdr", header)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = f'<Override PartName="/word/styles.xml" ContentType="{kind}.styles+xml"/>'
    overrides += f'<Override PartName="/word/header1.xml" ContentType="{kind}.header+xml"/>'
    if core:
        overrides += (
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        )
        contents["docProps/core.xml"] = CORE.format(core).encode()
        package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        core_relationship = f'<Relationship Id="rId2" Type="{package}" Target="docProps/core.xml"/>'
        contents["_rels/.rels"] = relationships(
            relationship(1, "officeDocument", "word/document.xml"), core_relationship
        )
    contents["[Content_Types].xml"] = content_types().replace(b"</Types>", f"{overrides}</Types>".encode())
    return zipped(contents)
