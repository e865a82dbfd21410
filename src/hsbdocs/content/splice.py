"""One value of a YAML file put in its place: everything else of the file stays as it stands, comments and all.

The place is that of PyYAML's marks. ``splice_exactly`` reads the file again: it must differ at exactly that path.
"""

from __future__ import annotations

from typing import Any

import yaml

from hsbdocs.content.plain import LOADER, PlainData, Steps


def data_of(text: str) -> Any:
    """The plain data of a file's text. Raises CannotSplice where it is none."""
    try:
        plain = PlainData(yaml.compose(text, Loader=LOADER))
    except yaml.YAMLError as error:
        raise CannotSplice("the file would be no YAML any more") from error
    if plain.mistakes:
        raise CannotSplice(plain.mistakes[0].problem)
    return plain.data


class CannotSplice(Exception):
    """There is no such place in the file, or it is written in a way that nothing can be put into."""


def put(text: str, path: Steps, value: Any) -> str:
    """The file with ``value`` at ``path``: in the place of what stands there, or as a new last key of its entry."""
    root = yaml.compose(text, Loader=LOADER)
    parent = _node(root, path[:-1])
    found = _below(parent, path[-1])
    if found is not None:
        start, end = found.start_mark.index, found.end_mark.index
        if not isinstance(found, yaml.ScalarNode) or found.style in ("|", ">"):
            end = len(text[:end].rstrip()) if text[start:end].strip() else end
        return f"{text[:start]}{_flow(value)}{text[end:]}"
    if not isinstance(parent, yaml.MappingNode):
        raise CannotSplice(f"there is no entry at {path[:-1]}")
    return _new_key(text, parent, str(path[-1]), value)


def append(text: str, path: Steps, value: Any) -> str:
    """The file with ``value`` as the last item of the list at ``path``."""
    root = yaml.compose(text, Loader=LOADER)
    node = _node(root, path)
    if not isinstance(node, yaml.SequenceNode):
        raise CannotSplice(f"there is no list at {path}")
    if node.flow_style:
        return _in_brackets(text, node, _flow(value))
    indent = " " * node.value[-1].start_mark.column if node.value else ""
    bullet = indent[:-2] if len(indent) >= 2 else ""
    end = len(text[: node.end_mark.index].rstrip())
    return f"{text[:end]}\n{bullet}- {_flow(value)}{text[end:] or chr(10)}"


def take_out(text: str, path: Steps) -> str:
    """The file without the key at ``path``; it must stand on lines of its own, or in braces."""
    root = yaml.compose(text, Loader=LOADER)
    parent = _node(root, path[:-1])
    for number, (key, value) in enumerate(parent.value if isinstance(parent, yaml.MappingNode) else ()):
        if key.value == path[-1]:
            start, end = key.start_mark.index, value.end_mark.index
            if parent.flow_style:
                before = text[:start].rstrip()
                if number and before.endswith(","):
                    return before[:-1] + text[end:]
                return before + text[end:].lstrip(" ,")
            line = text.rfind("\n", 0, start) + 1
            if text[line:start].strip():
                raise CannotSplice(f"{path[-1]} begins its entry")
            rest = text[len(text[:end].rstrip()) :]
            return text[:line] + rest[rest.find("\n") + 1 :]
    raise CannotSplice(f"there is no {path[-1]}")


def _node(root: Any, path: Steps) -> Any:
    node = root
    for step in path:
        node = _below(node, step)
        if node is None:
            raise CannotSplice(f"there is nothing at {path}")
    return node


def _below(node: Any, step: str | int) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None


def _new_key(text: str, node: Any, key: str, value: Any) -> str:
    if node.flow_style:
        return _in_brackets(text, node, f"{key}: {_flow(value)}")
    first = node.value[0][0]
    end = len(text[: node.end_mark.index].rstrip())
    return f"{text[:end]}\n{' ' * first.start_mark.column}{key}: {_flow(value)}{text[end:] or chr(10)}"


def _in_brackets(text: str, node: Any, more: str) -> str:
    end = node.end_mark.index - 1
    before = text[:end].rstrip()
    return f"{before}{', ' if node.value else ''}{more}{text[len(before) :]}"


class _Whole(yaml.SafeDumper):
    """Writes what stands in two places twice, not once with an anchor."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _flow(value: Any) -> str:
    """A value on one line, in YAML's own flow."""
    if isinstance(value, str):
        return _text(value)
    dumped = yaml.dump(value, Dumper=_Whole, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6)
    return str(dumped).strip().removesuffix("\n...").strip()


def _text(text: str) -> str:
    """Text plain where that says the same, else in quotation marks."""
    plain = text and text == text.strip() and not any(sign in text for sign in "\n\"'{}[],&*#?|<>=!%@`:")
    if plain and yaml.safe_load(f"- {text}") == [text]:
        return text
    dumped = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10**6)
    return str(dumped).strip().removesuffix("\n...").strip()
