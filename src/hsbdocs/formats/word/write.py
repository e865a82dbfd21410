"""A view and a template to a finished .docx: always the same bytes for the same view and template."""

from __future__ import annotations

import io
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any

import msgspec
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from hsbdocs.formats.package import pack, parse_xml, serialise, unpack
from hsbdocs.formats.properties import Identity, identify, set_core
from hsbdocs.formats.word.controls import W, placeholder_name
from hsbdocs.formats.word.editors import forget_editors
from hsbdocs.formats.word.own_check import check_document
from hsbdocs.formats.word.picture import embed_pictures
from hsbdocs.formats.word.template_check import check_template
from hsbdocs.formats.word.widths import share_widths
from hsbdocs.model.faults import AuthorError, Fault

#: Parts of templates that are held compiled.
_TEMPLATES = 64
_GLOSSARY = "word/glossary/document.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def fill_template(name: str, template: bytes, view: msgspec.Struct, identity: Identity) -> bytes:
    """Fill the template ``name`` with ``view`` and return the document.

    Raises AuthorError where the template has a tag that the view cannot fill, or where the document made from it
    would have a fault that Word's own schema does not show.
    """
    context = {field.name: getattr(view, field.name) for field in msgspec.structs.fields(view)}
    named = {name: value for name, value in context.items() if isinstance(value, dict)}
    faults = check_template(name, template, type(view), named)
    if faults:
        raise AuthorError(faults)
    blank = unpack(template)
    forget_editors(blank)
    set_core(blank, title="", creator="", language="")  # docxtpl would render tags in the template's own
    document = DocxTemplate(io.BytesIO(pack(blank)))
    environment = _environment()
    try:
        # On a dict, a name of Python's own such as items would be found before the text with that name.
        texts = {field: SimpleNamespace(**value) for field, value in named.items()}
        document.render(context | texts, environment, autoescape=True)
    except TemplateError as error:
        what = "a tag in braces is not whole, or a loop or condition lost its beginning or end"
        raise AuthorError([Fault(name, 0, "", f"cannot be filled: {what} ({error})")]) from error
    buffer = io.BytesIO()
    document.save(buffer)
    parts = unpack(buffer.getvalue())
    for part in [part for part in parts if part.startswith("word/") and part.endswith(".xml")]:
        root = parse_xml(parts[part])
        if any([_drop_empty_runs(root), share_widths(root)]):
            parts[part] = serialise(root)
    _add_placeholders(parts)
    embed_pictures(parts, view)
    identify(parts, identity)
    data = pack(parts)
    problems = check_document(data)
    if problems:
        raise AuthorError([Fault(name, 0, "", problem) for problem in problems])
    return data


class _Compiled(SandboxedEnvironment):
    """Templates that were compiled once are there for the next document: many are made of one."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.compiled = lru_cache(maxsize=_TEMPLATES)(super().from_string)

    def from_string(self, source: Any, *rest: Any, **more: Any) -> Template:
        """As always, but each source once."""
        return super().from_string(source, *rest, **more) if rest or more else self.compiled(source)


@cache
def _environment() -> SandboxedEnvironment:
    return _Compiled()


def _drop_empty_runs(root: etree._Element) -> bool:
    """Take out runs without content: Word Online cannot tick a box that stands beside one."""
    found = False
    for run in list(root.iter(f"{{{W}}}r")):
        content = [child for child in run if child.tag != f"{{{W}}}rPr"]
        parent = run.getparent()
        if parent is not None and all(child.tag == f"{{{W}}}t" and not child.text for child in content):
            parent.remove(run)
            found = True
    return found


def _add_placeholders(parts: dict[str, bytes]) -> None:
    """The building blocks that Word shows again when an answer is taken out (17.12, glossary document)."""
    texts: dict[str, str] = {}
    for control in parse_xml(parts["word/document.xml"]).iter(f"{{{W}}}sdt"):
        block = control.find(f"{{{W}}}sdtPr/{{{W}}}placeholder/{{{W}}}docPart")
        if block is not None:
            content = control.find(f"{{{W}}}sdtContent")
            text = "" if content is None else "".join(run.text or "" for run in content.iter(f"{{{W}}}t"))
            texts[block.get(f"{{{W}}}val", "")] = text
    if not texts:
        return  # a glossary without building blocks is no valid part
    root = etree.Element(f"{{{W}}}glossaryDocument", nsmap={"w": W})
    blocks = etree.SubElement(root, f"{{{W}}}docParts")
    for text in sorted(texts.values()):
        _building_block(blocks, text)
    parts[_GLOSSARY] = serialise(root)
    _relate(parts, "word/_rels/document.xml.rels", "glossary/document.xml", f"{_OFFICE}/glossaryDocument")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml"
    types = parse_xml(parts["[Content_Types].xml"])
    namespace = types.tag.rsplit("}", 1)[0] + "}"
    if not any(element.get("PartName") == f"/{_GLOSSARY}" for element in types):
        etree.SubElement(types, f"{namespace}Override", PartName=f"/{_GLOSSARY}", ContentType=kind)
        parts["[Content_Types].xml"] = serialise(types)


def _building_block(blocks: etree._Element, text: str) -> None:
    block = etree.SubElement(blocks, f"{{{W}}}docPart")
    properties = etree.SubElement(block, f"{{{W}}}docPartPr")
    name = placeholder_name(text)
    _value(properties, "name", name)
    category = etree.SubElement(properties, f"{{{W}}}category")
    _value(category, "name", "General")
    _value(category, "gallery", "placeholder")
    _value(etree.SubElement(properties, f"{{{W}}}types"), "type", "bbPlcHdr")
    _value(etree.SubElement(properties, f"{{{W}}}behaviors"), "behavior", "content")
    digits = name[len("hsbdocs") :]
    _value(properties, "guid", f"{{{digits}-0000-4000-8000-0000{digits}}}")
    paragraph = etree.SubElement(etree.SubElement(block, f"{{{W}}}docPartBody"), f"{{{W}}}p")
    run = etree.SubElement(paragraph, f"{{{W}}}r")
    _value(etree.SubElement(run, f"{{{W}}}rPr"), "rStyle", "PlaceholderText")
    etree.SubElement(run, f"{{{W}}}t").text = text


def _value(parent: etree._Element, name: str, value: str) -> None:
    etree.SubElement(parent, f"{{{W}}}{name}").set(f"{{{W}}}val", value)


def _relate(parts: dict[str, bytes], rels: str, target: str, kind: str) -> None:
    root = parse_xml(parts[rels])
    if any(element.get("Target") == target for element in root):
        return
    taken = {element.get("Id") for element in root}
    free = next(f"rId{number}" for number in range(1, 10_000) if f"rId{number}" not in taken)
    etree.SubElement(root, root.tag.rsplit("}", 1)[0] + "}Relationship", Id=free, Type=kind, Target=target)
    parts[rels] = serialise(root)
