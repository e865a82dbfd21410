"""What a document says of forms that were filled in for training."""

from __future__ import annotations

import msgspec


class Found(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which parts of a document print what the rules find in a filled form, as on a ``day`` (ISO 8601).

    ``parts`` are ids of texts of its parts, each with the document that is read; ``nothing`` is said where nothing is
    found.
    """

    day: str
    parts: dict[str, str]
    nothing: str
