"""Values that stand once and are named where else they are needed: ``{C11.phone}``, ``{issued}``, ``{review}``.

A contact's value stands at its point, what is said of the edition's date, review and approval in hsbdocs.yaml: a change
there reaches every text that names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from hsbdocs.content.plain import Steps
from hsbdocs.model.content import Edition
from hsbdocs.model.state import StateWords, state_lines

#: A name in braces. Names with a dot are points of contacts; others may be slots of another kind, filled elsewhere.
_SLOT = re.compile(r"\{([A-Za-z][\w-]*(?:\.[\w-]+)?)\}")


def of_edition(edition: Edition, words: StateWords | None) -> dict[str, str]:
    """What hsbdocs.yaml gives: its dates, and the lines that say how the edition stands."""
    dates = {"issued": edition.issued, "review_due": edition.review_due}
    return dates if words is None else dates | state_lines(**dates, reviewed=edition.reviewed, words=words)


def of_contacts(data: Any) -> dict[str, str]:
    """The value of each point of contacts, as they were read."""
    entries = data if isinstance(data, list) else []
    points = [point for entry in entries if isinstance(entry, dict) for point in entry.get("points") or ()]
    sound = (point for point in points if isinstance(point, dict) and "value" in point)
    return {str(point.get("id")): str(point["value"]) for point in sound}


def fill(data: Any, slots: Mapping[str, str]) -> Any:
    """The data with every slot that is known filled in. Nothing is copied where nothing changes."""
    if isinstance(data, str):
        return _SLOT.sub(lambda match: slots.get(match[1], match[0]), data) if "{" in data else data
    if isinstance(data, dict):
        return {key: fill(value, slots) for key, value in data.items()}
    if isinstance(data, list):
        return [fill(value, slots) for value in data]
    return data


def unknown(data: Any, path: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Each slot of a contact's point that is still open in data, with its path."""
    if isinstance(data, str):
        yield from ((path, match[1]) for match in _SLOT.finditer(data) if "." in match[1])
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from unknown(value, (*path, str(key)))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from unknown(value, (*path, index))
