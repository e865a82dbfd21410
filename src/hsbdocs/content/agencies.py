"""Agency files: for whom packs of documents are built. One YAML file an agency, its logo beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from hsbdocs.content.decode import decode
from hsbdocs.content.source import SourceFile
from hsbdocs.formats.logo import NoLogo, logo
from hsbdocs.model.agency import Agency, AgencyFile
from hsbdocs.model.content import House
from hsbdocs.model.faults import Fault
from hsbdocs.model.guidance import Area
from hsbdocs.model.logo import Picture

#: Pictures may lie beside the files, and what systems leave there; anything else is told.
_BESIDE = (".png", ".jpg", ".jpeg")
_LOST = (
    "what stands behind # would be left out: put the whole text in quotation marks, or a remark on a line of its own"
)


class WrongAgencies(Exception):
    """Agency files with mistakes: all of them."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def read_agencies(path: Path, house: House) -> list[Agency]:
    """The agency of a file, or those of all files of a folder, in name order.

    ``house`` gives the words of a logo's description. Raises WrongAgencies with every mistake.
    """
    faults: list[Fault] = []
    found = [(file, _agency(file, house, faults)) for file in _files(path, faults)]
    agencies = [(file, agency) for file, agency in found if agency is not None]
    first: dict[str, Path] = {}
    for file, agency in agencies:
        if agency.id in first:
            problem = f"{agency.id} is the id of {first[agency.id].name} too: each agency has its own"
            faults.append(Fault(file.name, 0, "id", problem))
        first.setdefault(agency.id, file)
    if faults:
        raise WrongAgencies(faults)
    return [agency for _, agency in agencies]


def _files(path: Path, faults: list[Fault]) -> list[Path]:
    """The agency files that ``path`` names: itself, or all in the folder."""
    if not path.is_dir():
        return [path]
    found = []
    for file in sorted(path.iterdir()):
        if file.name.startswith((".", "~$")) or file.is_dir() or file.suffix.lower() in _BESIDE:
            continue
        if file.suffix == ".yaml":
            found.append(file)
        elif ".y" in file.name.lower():
            right = file.name[: file.name.lower().rindex(".y")] + ".yaml"
            faults.append(Fault(file.name, 0, "", f"is not read: rename it to {right}, or move it out of the folder"))
    if not found and not faults:
        faults.append(Fault(path.as_posix(), 0, "", "holds no agency file: a name of one ends in .yaml"))
    return found


def _agency(file: Path, house: House, faults: list[Fault]) -> Agency | None:
    source = SourceFile(file.parent, file)
    if source.faults:
        faults += [msgspec.structs.replace(fault, file=file.name, code=None) for fault in source.faults]
        return None
    written, problems = decode(AgencyFile, _with_small_area(source.data))
    mistakes = [*problems, *(_mistakes(written) if written else ())]
    picture = None
    if written is not None and written.logo and not mistakes:
        try:
            picture = _logo(file, written, house)
        except NoLogo as error:
            mistakes.append((("logo",), str(error)))
    for at, problem in mistakes:
        faults.append(msgspec.structs.replace(source.fault(at, problem), file=file.name, path=_place(at), code=None))
    lost = list(_lost_behind_a_sign(source.bytes))
    faults += [Fault(file.name, line, "", _LOST) for line in lost]
    if written is None or mistakes or lost:
        return None
    return Agency(
        id=written.id,
        name=written.name.strip(),
        area=written.area,
        logo=picture,
        return_to=_lines(written.return_to),
        lines=_lines(written.lines),
    )


def _with_small_area(data: Any) -> Any:
    """``Kent`` is kent too."""
    area = data.get("area") if isinstance(data, dict) else None
    return {**data, "area": area.lower()} if isinstance(area, str) else data


def _place(at: tuple[str | int, ...]) -> str:
    """``("lines", 0)`` as ``lines, the first``: people count from one."""
    return ", ".join(f"entry {step + 1}" if isinstance(step, int) else step for step in at)


def _lost_behind_a_sign(data: bytes) -> Iterator[int]:
    """Lines with something behind a # that follows a value: YAML takes it for a remark."""
    for number, line in enumerate(data.decode("utf-8").splitlines(), 1):
        before, sign, _ = line.partition(" #")
        if sign and before.strip() and before.count('"') % 2 == 0 and before.count("'") % 2 == 0:
            yield number


def _mistakes(written: AgencyFile) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What the types cannot say."""
    if not written.name.strip():
        yield ("name",), "is empty: the documents print it"
    if written.area is Area.BOTH:
        yield ("area",), "is kent or medway; leave the key out for an agency that works in both"


def _logo(file: Path, written: AgencyFile, house: House) -> Picture:
    """The picture beside the file. Raises NoLogo."""
    path = file.parent / written.logo
    if path.parent != file.parent:
        raise NoLogo("names a file elsewhere: put the picture beside the agency file, and write its name only")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise NoLogo(f"names {written.logo}, which does not lie beside the agency file") from error
    try:
        return logo(data, house.said_of_logo.replace("{name}", written.name.strip()))
    except NoLogo as error:
        raise NoLogo(f"names {written.logo}, which {error}") from error


def _lines(written: tuple[str, ...] | str) -> tuple[str, ...]:
    lines = written.splitlines() if isinstance(written, str) else written
    return tuple(line for line in (" ".join(line.split()) for line in lines) if line)
