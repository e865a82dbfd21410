"""Office packages (OPC, ECMA-376 part 2): open an untrusted one within limits, write one that is always the same."""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeVar

from lxml import etree

from hsbdocs.model.arrival import Unreadable, Why

#: The largest file that is opened, and the most that one may unpack to, in bytes.
LARGEST_FILE = 80 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
_LARGEST_XML = 20 * 1024 * 1024
_MOST_PARTS = 5_000
#: Tags in all parts that are parsed, counted before. A document of 200 pages has fewer than a tenth of them.
_MOST_TAGS = 1_000_000
#: A picture larger than this is no logo: its bytes are never read.
_LARGEST_KNOWN = 2 * 1024 * 1024

_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_STAMP = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
#: How every zip archive of ours begins.
_ZIP = b"PK\x03\x04"

Element = etree._Element

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


class Damaged(Exception):
    """The package or a part of it cannot be read."""


class TooLarge(Exception):
    """The file is larger, or would unpack to more, than is safe. ``limit`` is the limit that was met, in words."""

    def __init__(self, limit: str) -> None:
        self.limit = limit
        super().__init__(f"more than {limit}")


def megabytes(size: int) -> str:
    """A size in words: ``50 MB``."""
    return f"{size // 2**20} MB"


class Relationship:
    """One relationship: its type's last word, and its target inside the package or outside it."""

    __slots__ = ("external", "id", "kind", "target")

    def __init__(self, identity: str, kind: str, target: str, *, external: bool) -> None:
        self.id, self.kind, self.target, self.external = identity, kind, target, external


def parse_xml(data: bytes) -> Element:
    """Parse XML of a stranger: no entities, no network, no huge trees. Raises Damaged."""
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Damaged("a part is not well-formed XML") from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise Damaged("a part holds a document type declaration")
    return root


class Package:
    """An Office package held in memory. Part names compare without case, as some programs change it."""

    def __init__(self, data: bytes) -> None:
        """Open ``data``. Raises Damaged or TooLarge."""
        if len(data) > LARGEST_FILE:
            raise TooLarge(megabytes(LARGEST_FILE))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise Damaged("not a readable zip archive") from error
        entries = self._zip.infolist()
        if len(entries) > _MOST_PARTS:
            raise TooLarge(f"{_MOST_PARTS:,} parts")
        if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
            raise TooLarge(megabytes(LARGEST_UNPACKED))
        self._related: dict[str, list[Relationship]] = {}
        self._tags = 0
        self._entries = {entry.filename.lstrip("/").lower(): entry for entry in entries}
        if len(self._entries) < len(entries):
            raise Damaged("two parts have one name, and programs show different ones")

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    @property
    def names(self) -> list[str]:
        """The names of all parts, in lower case."""
        return list(self._entries)

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises Damaged where it is missing or broken, TooLarge where it lied about its size."""
        entry = self._entries.get(name.lower())
        if entry is None:
            raise Damaged(f"the part {name} is missing")
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(entry.file_size + 1)
        except Exception as error:  # zipfile and zlib raise many kinds for damaged entries
            raise Damaged(f"the part {name} cannot be unpacked") from error
        if len(data) > entry.file_size:
            raise TooLarge("it says of itself")
        return data

    def fingerprint(self, name: str) -> str:
        """What a part is known by: the start of the SHA-256 over its bytes; empty where it is missing or large.

        Nothing of it is kept or looked at. Raises Damaged where it is broken.
        """
        entry = self._entries.get(name.lower())
        if entry is None or entry.file_size > _LARGEST_KNOWN:
            return ""
        return hashlib.sha256(self.read(name)).hexdigest()[:16]

    def xml(self, name: str) -> Element:
        """A part parsed. Raises Damaged, or TooLarge: XML takes many times its size in memory."""
        entry = self._entries.get(name.lower())
        if entry is not None and entry.file_size > _LARGEST_XML:
            raise TooLarge(f"{megabytes(_LARGEST_XML)} in one part")
        data = self.read(name)
        self._tags += data.count(b"<")
        if self._tags > _MOST_TAGS:
            raise TooLarge(f"{_MOST_TAGS:,} tags")
        return parse_xml(data)

    def relationships(self, part: str = "") -> list[Relationship]:
        """The relationships of a part (of the package without one); none where there are none."""
        if part in self._related:
            return self._related[part]
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self:
            return []
        found = []
        for element in self.xml(rels):
            target = element.get("Target", "")
            external = element.get("TargetMode") == "External"
            if not external and not target.startswith("#"):
                target = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                target = posixpath.normpath(target)
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            found.append(Relationship(element.get("Id", ""), kind, target, external=external))
        self._related[part] = found
        return found

    @cached_property
    def main(self) -> tuple[str, str]:
        """The name and content type of the part that the package is about.

        Both are empty for an archive that is no Office package; a package without a main part raises Damaged.
        """
        if "[Content_Types].xml" not in self:
            return "", ""
        name = next((r.target for r in self.relationships() if r.kind == "officeDocument"), "")
        if not name:
            raise Damaged("the package names no main part")
        return name, self.content_type(name)

    def content_type(self, name: str) -> str:
        """The declared content type of a part, empty where none is."""
        default = ""
        extension = name.rsplit(".", 1)[-1].lower()
        for element in self.xml("[Content_Types].xml"):
            if element.get("PartName", "").lstrip("/").lower() == name.lower():
                return element.get("ContentType", "")
            if element.get("Extension", "").lower() == extension:
                default = element.get("ContentType", "")
        return default


T = TypeVar("T")


def opened(data: bytes, read: Callable[[Package], T | Why]) -> T | Why:
    """Open a package and read it, or say why that cannot be done."""
    try:
        return read(Package(data))
    except TooLarge as error:
        return Why(Unreadable.TOO_LARGE, {"limit": error.limit})
    except (Damaged, RecursionError):
        return Why(Unreadable.DAMAGED)


def unpack(data: bytes) -> dict[str, bytes]:
    """All parts of a package of our own making, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def parts_sha256(data: bytes) -> str:
    """What a package of our own making unpacks to, however it was packed, as 64 hexadecimal figures.

    It is the SHA-256 of the list that ``sha256sum`` writes of all parts, in the order of their names: another release
    of zlib packs the same document into other bytes. A file that is no package counts as it is.
    """
    if not data.startswith(_ZIP):
        return hashlib.sha256(data).hexdigest()
    parts = unpack(data)
    listed = (f"{hashlib.sha256(parts[name]).hexdigest()}  {name}\n" for name in sorted(parts))
    return hashlib.sha256("".join(listed).encode()).hexdigest()


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Parts to a zip archive whose bytes depend on the parts alone: fixed order, dates, attributes and system."""
    first = ["[Content_Types].xml", "_rels/.rels"]
    names = [name for name in first if name in parts] + sorted(name for name in parts if name not in first)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, date_time=_STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def add_part(parts: dict[str, bytes], name: str, data: bytes, content_type: str, relationship: str) -> None:
    """Put a part into a package: the part, its content type, and the package's relationship to it."""
    parts[name] = data
    types = parse_xml(parts["[Content_Types].xml"])
    if not any(element.get("PartName") == f"/{name}" for element in types):
        etree.SubElement(types, f"{_TYPES}Override", PartName=f"/{name}", ContentType=content_type)
        parts["[Content_Types].xml"] = serialise(types)
    rels = parse_xml(parts["_rels/.rels"])
    if not any(element.get("Target", "").lstrip("/") == name for element in rels):
        taken = {element.get("Id") for element in rels}
        free = next(f"rId{number}" for number in range(1, 1000) if f"rId{number}" not in taken)
        etree.SubElement(rels, f"{_RELS}Relationship", Id=free, Type=relationship, Target=name)
        parts["_rels/.rels"] = serialise(rels)


def serialise(root: Element) -> bytes:
    """An element as a part's bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
