"""Which packs of documents a run of ``build`` makes: a folder and a variant each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from hsbdocs.content.agencies import read_agencies
from hsbdocs.model.agency import Agency
from hsbdocs.model.content import House
from hsbdocs.model.guidance import Area
from hsbdocs.model.variant import READER, Variant

#: Each area for itself.
ALL = "all"
_AREAS = (Area.KENT, Area.MEDWAY)


class WrongEdition(Exception):
    """Options that contradict each other or the agencies; the text says which."""


class Pack(msgspec.Struct, frozen=True):
    """A set of documents. ``folder`` is its place below that of the run, with forward slashes; empty for itself."""

    folder: str
    variant: Variant


#: What ``build`` makes without further options.
ONE = Pack("", READER)


def packs(house: House, asked: Variant, area: str | None, agency: Path | None) -> list[Pack]:
    """The packs for ``--area`` (kent, medway, all or none) and ``--agency`` (an agency file, a folder of them or none).

    ``asked`` has what else was asked for. An agency with an area gets that area's documents; ``area`` counts for the
    others. Raises WrongEdition and WrongAgencies.
    """
    if agency is None:
        return [*_of_areas("", asked, area)]
    agencies = read_agencies(agency, house)
    _agree(agencies, area)
    found: list[Pack] = []
    for each in agencies:
        variant = msgspec.structs.replace(asked, agency=each)
        folder = each.id if agency.is_dir() else ""
        found += _of_areas(folder, variant, area if each.area is None else each.area.value)
    return found


def _of_areas(folder: str, variant: Variant, area: str | None) -> Iterator[Pack]:
    if area != ALL:
        yield Pack(folder, msgspec.structs.replace(variant, area=None if area is None else Area(area)))
        return
    for each in _AREAS:
        yield Pack(f"{folder}/{each}".lstrip("/"), msgspec.structs.replace(variant, area=each))


def _agree(agencies: Sequence[Agency], area: str | None) -> None:
    """No agency is of another area than the one asked for."""
    if area in (None, ALL):
        return
    other = [agency for agency in agencies if agency.area is not None and agency.area.value != area]
    if other:
        named = ", ".join(f"{agency.id} ({agency.area})" for agency in other)
        raise WrongEdition(f"These agencies are of another area than {area}: {named}. Leave --area out, or their area.")
