"""A case to talk about in training. It is invented, always, and documents say so."""

from __future__ import annotations

import msgspec


class Vignette(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An invented case: ``text`` tells it, ``questions`` are what to talk about; ``refs`` are what they turn on.

    It has no source: nothing of it is said by the guidance.
    """

    id: str
    text: str
    questions: tuple[str, ...]
    refs: tuple[str, ...]
