"""Reads content files one by one, keeps their faults, and remembers where each id stands."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from hsbdocs.content.decode import decode
from hsbdocs.content.places import Places
from hsbdocs.content.plain import Steps
from hsbdocs.content.slots import fill
from hsbdocs.content.source import SourceFile
from hsbdocs.model.check import CheckCode
from hsbdocs.model.faults import Fault

T = TypeVar("T")

#: What content files are called.
_CONTENT = (".yaml", ".json", ".txt")


class Reader:
    """Reads files of one content folder. ``faults`` grows as it reads."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.faults: list[Fault] = []
        self.places: Places = {}
        self.slots: dict[str, str] = {}
        self._read: dict[str, bytes] = {}

    def hash(self) -> str:
        """SHA-256 over names and bytes of every file read, line ends as LF."""
        return self._digest(self._read)

    def read(self) -> frozenset[str]:
        """The name of every file that was read, as faults name it."""
        return frozenset(self._read)

    def hash_of_all(self) -> str:
        """The same over every content file of the folder, read or not. Raises OSError."""
        data = dict(self._read)
        for path in self.root.rglob("*"):
            name = f"{self.root.name}/{path.relative_to(self.root).as_posix()}"
            if path.suffix in _CONTENT and name not in data and path.is_file():
                data[name] = path.read_bytes()
        return self._digest(data)

    @staticmethod
    def _digest(files: Mapping[str, bytes]) -> str:
        digest = hashlib.sha256()
        for name in sorted(files):
            data = files[name].replace(b"\r\n", b"\n")
            digest.update(f"{name}\n{len(data)}\n".encode())
            digest.update(data)
        return digest.hexdigest()

    def file(self, path: Path) -> SourceFile:
        """A file as read, every slot filled in that ``slots`` has."""
        source = SourceFile(self.root, path)
        if self.slots:
            source.data = fill(source.data, self.slots)
        self._read[source.name] = source.bytes
        self.faults += source.faults
        return source

    def typed(self, source: SourceFile, data: Any, kind: type[T], path: Steps = ()) -> T | None:
        if source.faults:
            return None
        value, faults = decode(kind, data)
        self.faults += [source.fault((*path, *inner), problem, CheckCode.TYPE) for inner, problem in faults]
        return value

    def one(self, name: str, kind: type[T]) -> T | None:
        source = self.file(self.root / name)
        self.places[name] = (source, ())
        return self.typed(source, source.data, kind)

    def many(self, folder: str, kind: type[T]) -> list[T]:
        """One entry a file."""
        values = []
        for path in sorted((self.root / folder).glob("*.yaml")):
            source = self.file(path)
            value = self.typed(source, source.data, kind)
            if value is not None:
                name = str(getattr(value, "id", path.stem))
                if name != path.stem and (path.parent / f"{name}.yaml").is_file():
                    self.faults.append(source.fault(("id",), f"{name} is the id of {folder}/{name}.yaml", CheckCode.ID))
                self.places[f"{folder}:{name}"] = (source, ())
                values.append(value)
        return values

    def lists(self, folder: str, kind: type[T]) -> list[T]:
        """A list of entries in each file."""
        values = []
        for path in sorted((self.root / folder).glob("*.yaml")):
            source = self.file(path)
            if source.faults:
                continue
            if not isinstance(source.data, list):
                self.faults.append(source.fault((), "should be a list of entries", CheckCode.TYPE))
                continue
            for index, data in enumerate(source.data):
                value = self.typed(source, data, kind, (index,))
                if value is not None:
                    self.places[f"{folder}:{getattr(value, 'code', index)}"] = (source, (index,))
                    values.append(value)
        return values
