"""Plain data to typed model, every fault at once.

msgspec converts at the speed of C and stops at the first mistake; where it stops, the data is walked by the
model's own type hints and each part is converted by itself, so that all mistakes are found with their paths.
"""

from __future__ import annotations

import difflib
import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
Path = tuple[str | int, ...]


def decode(kind: type[T], data: Any) -> tuple[T | None, list[tuple[Path, str]]]:
    """Return the value and no faults, or None and every fault as (path, problem)."""
    try:
        return msgspec.convert(data, kind, strict=True), []
    except msgspec.ValidationError as error:
        faults = list(_faults(data, kind, ()))
        return None, faults or [((), str(error))]


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind, include_extras=True)


def _faults(data: Any, kind: Any, path: Path) -> Iterator[tuple[Path, str]]:
    kind = _part_for(kind, data)
    origin = typing.get_origin(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield from _struct_faults(data, kind, path)
    elif origin is tuple and isinstance(data, list):
        for index, item in enumerate(data):
            yield from _faults(item, typing.get_args(kind)[0], (*path, index))
    elif origin is dict and isinstance(data, dict):
        for key, value in data.items():
            yield from _faults(value, typing.get_args(kind)[1], (*path, str(key)))
    else:
        try:
            msgspec.convert(data, kind, strict=True)
        except msgspec.ValidationError as error:
            yield path, _in_words(str(error), kind, data)


def _struct_faults(data: Any, kind: type[msgspec.Struct], path: Path) -> Iterator[tuple[Path, str]]:
    if not isinstance(data, dict):
        hint = ": is there a space behind each colon?" if isinstance(data, str) and ":" in data else ""
        yield path, f"should be an entry with keys, not {_name(data)}{hint}"
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for key in data:
        if key not in fields:
            near = difflib.get_close_matches(str(key), fields, n=1)
            hint = f"did you mean {near[0]}?" if near else f"known keys: {', '.join(sorted(fields))}"
            yield (*path, str(key)), f"is not a key that is known here; {hint}"
    for name, field in fields.items():
        if name in data:
            yield from _faults(data[name], _hints(kind)[field.name], (*path, name))
        elif field.required:
            yield path, f"the key {name} is missing"


def _part_for(kind: Any, data: Any) -> Any:
    """Of several types the one that data of this shape is meant for: an entry, a list, or the first."""
    if typing.get_origin(kind) not in (typing.Union, types.UnionType) or data is None:
        return kind
    parts = [part for part in typing.get_args(kind) if part is not type(None)]
    return next((part for part in parts if _is_shaped(part, data)), parts[0])


def _is_shaped(part: Any, data: Any) -> bool:
    if isinstance(data, dict):
        return isinstance(part, type) and issubclass(part, msgspec.Struct)
    return isinstance(data, list) and typing.get_origin(part) is tuple


def _in_words(error: str, kind: Any, data: Any) -> str:
    if typing.get_origin(kind) is typing.Annotated:
        kind, limits = typing.get_args(kind)
        if isinstance(data, str) and limits.pattern:
            wanted = (
                f"should have {limits.description}" if limits.description else f"is not of the form {limits.pattern}"
            )
            return f"{data!r} {wanted}"
    members = getattr(kind, "__members__", None)
    if members:
        values = [str(member.value) for member in members.values()]
        near = difflib.get_close_matches(str(data), values, n=1)
        return f"{data!r} is not one of the known values" + (f"; did you mean {near[0]}?" if near else "")
    if kind is str:
        return f"should be text, not {_name(data)}: put it in quotation marks"
    if typing.get_origin(kind) is tuple:
        return f"should be a list, not {_name(data)}"
    return error[0].lower() + error[1:]


def _name(data: Any) -> str:
    names = {
        str: "text",
        bool: "yes/no",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an entry with keys",
    }
    return "nothing" if data is None else names.get(type(data), f"a {type(data).__name__}")
