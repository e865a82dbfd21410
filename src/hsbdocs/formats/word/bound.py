"""Controls that are bound to a part of the package: Word shows what that part holds, whatever stands in the document.

Programs that know nothing of it change the document alone: then the file says two things. ECMA-376 part 1, 17.5.2.6
(dataBinding) and 22.5 (custom XML data).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from hsbdocs.formats.package import Element
from hsbdocs.model.patterns import BINDING_PREFIX, BINDING_STEP

Stores = Mapping[str, Element]


class Bound:
    """Tells of a control whether the part that it is bound to says something else; ``load`` gives the parts by id."""

    def __init__(self, namespace: str, load: Callable[[], Stores]) -> None:
        self._w, self._load = f"{{{namespace}}}", load

    @cached_property
    def _stores(self) -> Stores:
        return self._load()

    def disagrees(self, binding: Element, shown: str, said: tuple[str, ...]) -> bool:
        """Whether the part holds text that is neither ``shown`` nor one of the other ways to say it.

        A part or element that is not there, and a path of another kind than Word writes, say nothing.
        """
        stored = self._stored(binding)
        return stored is not None and _plain(stored) not in {_plain(each) for each in (shown, *said)}

    def _stored(self, binding: Element) -> str | None:
        root = self._stores.get(binding.get(f"{self._w}storeItemID", "").lower())
        if root is None:
            return None
        prefixes = dict(BINDING_PREFIX.findall(binding.get(f"{self._w}prefixMappings", "")))
        found = _at(root, binding.get(f"{self._w}xpath", ""), prefixes)
        return None if found is None else "".join(map(str, found.itertext()))


def _at(root: Element, path: str, prefixes: Mapping[str, str]) -> Element | None:
    """The element at a path of names and numbers: ``/ns0:form[1]/ns0:name[1]``; None for any other path."""
    steps = path.split("/")[1:]
    found: Element | None = None
    for number, step in enumerate(steps):
        match = BINDING_STEP.fullmatch(step)
        if match is None:
            return None
        prefix, name, place = match.groups()
        tag = f"{{{prefixes.get(prefix, '')}}}{name}" if prefix else name
        among = iter([root]) if number == 0 else _children(found, tag)
        found = next((each for at, each in enumerate(among, 1) if at == int(place or 1)), None)
        if found is None or found.tag != tag:
            return None
    return found


def _children(parent: Element | None, tag: str) -> Iterator[Element]:
    return iter(()) if parent is None else parent.iterchildren(tag)


def _plain(text: str) -> str:
    return "".join(text.split())
