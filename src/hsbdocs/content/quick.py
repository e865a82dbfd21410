"""Sound YAML to plain data in one pass over the parser's events, without a tree of nodes.

A tree with the place of every node costs three times as much, and the places are only needed where something is wrong.
"""

from __future__ import annotations

from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVERS: dict[str, list[tuple[str, Any]]] = yaml.SafeLoader.yaml_implicit_resolvers
_INT = "tag:yaml.org,2002:int"
_CONVERTED = {_INT, "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:float"}


class NeedsCare(Exception):
    """Something is in the text that has to be looked at closely: it may be a mistake."""


def plain(text: str) -> Any:
    """The data of a YAML text: dict, list, str, int, float, bool, None.

    Raises NeedsCare where the text holds an anchor, an alias or a tag, a key twice or one that is no text, a date, a
    value that cannot be made, or more than one document; and yaml.YAMLError where it is no YAML.
    """
    loader = _Loader(text)
    try:
        return _Builder(loader.get_event).run()
    finally:
        loader.dispose()


class _Builder:
    def __init__(self, next_event: Any) -> None:
        self.next_event = next_event
        self.make: Any = yaml.constructor.SafeConstructor()

    def run(self) -> Any:
        top: list[Any] = []
        into: Any = top
        key: str | None = None
        above: list[tuple[Any, str | None]] = []
        while True:
            event = self.next_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                value = self._scalar(event)
                if type(into) is list:
                    into.append(value)
                elif key is None:
                    if type(value) is not str or value in into:
                        raise NeedsCare
                    into[value] = None
                    key = value
                else:
                    into[key] = value
                    key = None
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    raise NeedsCare
                new: Any = {} if kind is yaml.MappingStartEvent else []
                if type(into) is list:
                    into.append(new)
                elif key is None:
                    raise NeedsCare
                else:
                    into[key] = new
                above.append((into, None))
                into, key = new, None
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                into, key = above.pop()
            elif kind is yaml.AliasEvent:
                raise NeedsCare
            elif kind is yaml.StreamEndEvent:
                if len(top) > 1:
                    raise NeedsCare
                return top[0] if top else None

    def _scalar(self, event: Any) -> Any:
        if event.anchor is not None or event.tag is not None:
            raise NeedsCare
        text = event.value
        if not event.implicit[0]:
            return text
        for tag, pattern in _RESOLVERS.get(text[:1], ()):
            if pattern.match(text):
                return self._converted(tag, text)
        return text

    def _converted(self, tag: str, text: str) -> Any:
        if tag == _INT and text.isdecimal() and text[0] != "0":  # a number that is no octal
            return int(text)
        if tag not in _CONVERTED:
            raise NeedsCare
        try:
            return self.make.construct_object(yaml.ScalarNode(tag, text))
        except Exception as error:  # YAML's constructors raise whatever int() and their own patterns raise
            raise NeedsCare from error
