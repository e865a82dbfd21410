"""The agency that a pack of documents is made for, as an agency file (``build --agency``) says it."""

from __future__ import annotations

from typing import Annotated

import msgspec

from hsbdocs.model.guidance import Area
from hsbdocs.model.logo import Picture


class AgencyFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An agency file as it is written (YAML).

    ``area`` is kent or medway, or missing; ``logo`` names a PNG or JPEG file beside it; ``return_to`` are the lines of
    the address that completed forms go to, ``lines`` the agency's own lines on whom to ring: each a list, or one text.
    """

    id: Annotated[
        str,
        msgspec.Meta(
            pattern="^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
            description="small letters, figures and hyphens, and begin with a letter, such as hill-health",
        ),
    ]
    name: Annotated[str, msgspec.Meta(min_length=1)]
    area: Area | None = None
    logo: str = ""
    return_to: tuple[str, ...] | str = ()
    lines: tuple[str, ...] | str = ()


class Agency(msgspec.Struct, frozen=True, kw_only=True):
    """An agency, its logo read."""

    id: str
    name: str
    area: Area | None = None
    logo: Picture | None = None
    return_to: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
