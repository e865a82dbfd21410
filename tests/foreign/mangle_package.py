"""Changes to the package: names, encodings and the order of parts; the text of the document stays as it is."""

import io
import random
import zipfile
from collections.abc import Callable

from lxml import etree

from tests.foreign import docx, strict

_KEEP_NAME = frozenset({"[Content_Types].xml", "_rels/.rels"})


def strict_names(data: bytes, seed: int) -> bytes:
    """Saves as strict OOXML (ISO 29500): other namespaces and relationship types, the same content types."""
    parts = docx.read(data)
    for name, content in parts.items():
        if name.lower().endswith((".xml", ".rels")) and name != "[Content_Types].xml":
            parts[name] = strict.to_strict(docx.as_utf8(content))
    return docx.write(parts)


def other_case(data: bytes, seed: int) -> bytes:
    """Writes part names in the zip in another case than the relationships do; the content types follow either."""
    rng = random.Random(seed)
    cases: tuple[Callable[[str], str], ...] = (str.capitalize, str.upper)
    words: dict[str, str] = {}

    def word(text: str) -> str:
        # One way for each word, so that a part and its relationships keep matching names.
        return words.setdefault(text, rng.choice(cases)(text))

    def name(old: str) -> str:
        if old in _KEEP_NAME:
            return old
        folders, _, last = old.rpartition("/")
        stem, dot, rest = last.partition(".")
        path = [folder if folder == "_rels" else word(folder) for folder in folders.split("/") if folder]
        return "/".join([*path, word(stem) + dot + rest])

    parts = {name(old): content for old, content in docx.read(data).items()}
    if rng.random() < 0.5:
        types = etree.fromstring(docx.as_utf8(parts["[Content_Types].xml"]))
        for override in types.iterfind("{*}Override"):
            override.set("PartName", "/" + docx.find_part(parts, override.get("PartName", "").lstrip("/")))
        parts["[Content_Types].xml"] = docx.serialise(types)
    return docx.write(parts)


def drop_properties(data: bytes, seed: int) -> bytes:
    """Leaves the custom document properties out, with all that points to them."""
    parts = {name: xml for name, xml in docx.read(data).items() if name.lower() != "docprops/custom.xml"}
    for name, attribute in (("_rels/.rels", "Target"), ("[Content_Types].xml", "PartName")):
        root = etree.fromstring(docx.as_utf8(parts[name]))
        for child in list(root):
            if child.get(attribute, "").lower().lstrip("/") == "docprops/custom.xml":
                root.remove(child)
        parts[name] = docx.serialise(root)
    return docx.write(parts)


def recompress(data: bytes, seed: int) -> bytes:
    """Packs the same parts in another order, some of them stored as they are, with the date of the day."""
    rng = random.Random(seed)
    parts = list(docx.read(data).items())
    rng.shuffle(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, (2024, rng.randint(1, 12), rng.randint(1, 28), 12, 30, 0))
            entry.compress_type = rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
            package.writestr(entry, content)
    return buffer.getvalue()


def utf16(data: bytes, seed: int) -> bytes:
    """Writes the document in UTF-16, the other encoding that a package may use."""
    parts = docx.read(data)
    name = docx.main_part(parts)
    text = etree.tostring(etree.fromstring(parts[name]), encoding="unicode")
    parts[name] = f'<?xml version="1.0" encoding="UTF-16" standalone="yes"?>\r\n{text}'.encode("utf-16")
    return docx.write(parts)


def other_prefixes(data: bytes, seed: int) -> bytes:
    """Writes the document with another prefix than `w:`, as general XML programs do."""
    parts = docx.read(data)
    name = docx.main_part(parts)
    old = etree.fromstring(parts[name])
    main = etree.QName(old).namespace
    others = {prefix: uri for prefix, uri in old.nsmap.items() if prefix and uri != main}
    new = etree.Element(old.tag, nsmap={"ns0": str(main), **others})
    for key, value in old.items():
        new.set(key, value)
    new.extend(list(old))
    parts[name] = docx.serialise(new)
    return docx.write(parts)


def drop_nothing(data: bytes, seed: int) -> bytes:
    """Changes nothing."""
    return data
