"""Why a reader read nothing."""

from __future__ import annotations

from hsbdocs.model.arrival import Unreadable, Why


def kind(found: object) -> Unreadable | None:
    """The kind of a Why; None for anything else."""
    return found.kind if isinstance(found, Why) else None
