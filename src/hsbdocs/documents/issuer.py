"""Who a document comes from and whom it goes back to: the agency of a pack, or the partnerships' own house details."""

from __future__ import annotations

import msgspec

from hsbdocs.model.content import Content
from hsbdocs.model.logo import Picture
from hsbdocs.model.variant import Variant


class Issuer(msgspec.Struct, frozen=True):
    """What stands of it on a document, ready to print; empty where nothing is set.

    ``logo`` is its picture, ``name`` the agency's name, ``owner`` and ``return_to`` a sentence each, and ``lines`` its
    own lines on whom to ring.
    """

    name: str = ""
    logo: Picture | None = None
    owner: str = ""
    return_to: str = ""
    lines: tuple[str, ...] = ()


#: Nothing is set.
NOBODY = Issuer()


def issuer(content: Content, variant: Variant) -> Issuer:
    """The issuer of documents of this copy."""
    house, agency = content.house, variant.agency
    address = (agency.return_to if agency is not None else ()) or house.return_to
    return Issuer(
        name="" if agency is None else agency.name,
        logo=None if agency is None else agency.logo,
        owner=f"{house.said_of_owner} {house.owner}".strip() if house.owner else "",
        return_to=f"{house.said_of_return} {', '.join(address)}".strip() if address else "",
        lines=() if agency is None else agency.lines,
    )


def area_of(content: Content, variant: Variant) -> str:
    """Which area's edition this is, in words: ``Edition for Kent``; empty for both areas together."""
    return "" if variant.area is None else content.house.said_of_area.replace("{area}", variant.area.capitalize())
