"""A value spliced into a YAML file, held against the data that is wanted: the file differs at exactly that place.

Each takes and gives the text of a file, and raises CannotSplice where the text would say something else too.
"""

from __future__ import annotations

from typing import Any

from hsbdocs.content import splice
from hsbdocs.content.plain import Steps


def put(text: str, path: Steps, value: Any) -> str:
    """The file with ``value`` at ``path``."""
    return _held(splice.put(text, path, value), _with(splice.data_of(text), path, value))


def add(text: str, path: Steps, value: Any) -> str:
    """The file with ``value`` as the last of the list at ``path``, which need not be there yet."""
    return put(text, path, [*(_at(splice.data_of(text), path) or ()), value])


def take_out(text: str, path: Steps) -> str:
    """The file without the key at ``path``."""
    return _held(splice.take_out(text, path), _without(splice.data_of(text), path))


def append(text: str, path: Steps, value: Any) -> str:
    """The file, a list, with ``value`` as its last item; ``path`` leads to the list and is empty."""
    data = splice.data_of(text)
    return _held(splice.append(text, path, value), [*data, value] if isinstance(data, list) and not path else data)


def _held(text: str, wanted: Any) -> str:
    if splice.data_of(text) != wanted:
        raise splice.CannotSplice("the file would say something else too")
    return text


def _at(data: Any, path: Steps) -> Any:
    """What stands at a path; None where nothing does."""
    for step in path:
        if isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def _with(data: Any, path: Steps, value: Any) -> Any:
    if not path:
        return value
    first, *rest = path
    if isinstance(data, list) and isinstance(first, int):
        return [_with(one, tuple(rest), value) if at == first else one for at, one in enumerate(data)]
    known = data if isinstance(data, dict) else {}
    return {**known, str(first): _with(known.get(first), tuple(rest), value)}


def _without(data: Any, path: Steps) -> Any:
    first, *rest = path
    if isinstance(data, list) and isinstance(first, int):
        return [_without(one, tuple(rest)) if at == first else one for at, one in enumerate(data)]
    known = data if isinstance(data, dict) else {}
    if rest:
        return {**known, str(first): _without(known.get(first), tuple(rest))}
    return {key: value for key, value in known.items() if key != first}
