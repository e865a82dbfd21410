"""The words around the pathway in a document that prints it: none of them is the guidance's."""

from __future__ import annotations

import msgspec


class PathwayWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a document says around the steps.

    ``band`` heads what stands at any step, ``band_columns`` and ``band_description`` are of its table. ``picture``
    heads the picture, ``title`` and ``alt`` are for who cannot see it, ``caption`` and ``key`` stand inside it;
    ``no_picture`` stands in its place in large print. ``table``, ``description`` and ``columns`` are of the table of
    steps, in which ``any_step`` is the first row. ``gap`` stands before what the guidance does not say, ``go_to``
    before the number of the next step, ``back_to`` before one that was passed, ``next`` where there is no condition,
    ``end`` where no step follows, ``too`` before the numbers of steps that hold here as well, and ``nothing`` in a step
    of which nothing more is said. ``holds`` are the duties and permissions that some step has to rest on: one that a
    step lost is told.
    """

    band: str
    band_columns: tuple[str, str]
    band_description: str
    picture: str
    title: str
    alt: str
    caption: str
    key: str
    no_picture: str
    table: str
    description: str
    columns: tuple[str, str, str]
    any_step: str
    gap: str
    go_to: str
    back_to: str
    next: str
    end: str
    too: str
    nothing: str
    holds: tuple[str, ...]
