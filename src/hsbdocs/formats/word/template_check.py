"""A template against the view that will fill it: every tag must name something that is there.

docxtpl renders a misspelt attribute as nothing and a misspelt loop as no rows, so each tag is followed through the
view's types before anything is rendered, in branches that will not be taken too.
"""

from __future__ import annotations

import difflib
import re
import typing
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

import msgspec
from jinja2 import Environment, TemplateSyntaxError, nodes
from lxml import etree

from hsbdocs.formats.package import Damaged, Package, TooLarge
from hsbdocs.formats.word.controls import ContentControl, W
from hsbdocs.formats.word.picture import InlinePicture
from hsbdocs.formats.word.template_saved import what_word_left, wrong_kind
from hsbdocs.model.faults import Fault

_TAG = re.compile(r"\{\{(r )?(.*?)\}\}|\{%(?:tr |tc |p |r )?(.*?)%\}", re.DOTALL)
_PARTS = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_CONTROL = "as_control"
#: What is put in as a run of its own and not as text, in words.
_PUT_IN: dict[Any, str] = {ContentControl: "a control", InlinePicture: "a picture"}
#: What names a row of a form in print and in talk: a row that has one prints it.
_REF = "ref"
_UNKNOWN = object()
#: So many templates, each with its view, are held as checked.
_TEMPLATES = 64


def check_template(
    name: str, data: bytes, view: type[msgspec.Struct], named: Mapping[str, Collection[str]]
) -> list[Fault]:
    """Every tag of the template ``name`` that the type ``view`` cannot fill, as faults with the tag as their path.

    So is what Word left in it that may not stand in a form, without a path. ``named`` says for each field of the view
    that holds texts by name (a dict) which names there are.
    """
    return list(_checked(name, data, view, tuple((field, frozenset(names)) for field, names in named.items())))


@lru_cache(maxsize=_TEMPLATES)
def _checked(
    name: str, data: bytes, view: type[msgspec.Struct], names: tuple[tuple[str, frozenset[str]], ...]
) -> tuple[Fault, ...]:
    """Once for all documents that are made of one template."""
    named = dict(names)
    try:
        package = Package(data)
        wrong = wrong_kind(package)
        if wrong:
            return (Fault(name, 0, "", wrong),)
        parts = [part for part in sorted(package.names) if _PARTS.fullmatch(part)]
        roots = [package.xml(part) for part in parts]
        faults = [Fault(name, 0, "", problem) for problem in what_word_left(package)]
    except (Damaged, TooLarge) as error:
        return (Fault(name, 0, "", f"is not a Word template that can be read: {error}"),)
    if "word/document.xml" not in parts:
        return (Fault(name, 0, "", "is not a Word template: it has no document"),)
    for root in roots:
        faults += _Part(name, _texts(root), _root(view, named)).faults()
    return tuple(dict.fromkeys(faults))


def _texts(root: etree._Element) -> list[str]:
    """Text of each paragraph in order; a tag in an attribute (a title, a description) stands where its element does."""
    texts: list[str] = []
    for element in root.iter(etree.Element):
        if element.tag == f"{{{W}}}p":
            runs = element.iter(f"{{{W}}}t", f"{{{W}}}instrText")
            texts.append("".join(run.text or "" for run in runs if _paragraph_of(run) is element))
        texts += [str(value) for value in element.attrib.values() if "{{" in str(value) or "{%" in str(value)]
    return texts


def _paragraph_of(run: etree._Element) -> etree._Element | None:
    return next(run.iterancestors(f"{{{W}}}p"), None)


class _Part:
    def __init__(self, name: str, texts: list[str], root: _Names) -> None:
        self.name = name
        self.texts = [_straight(text.replace("\n", " ")) for text in texts]
        self.root = root
        self.found: list[Fault] = []

    def faults(self) -> list[Fault]:
        for text in self.texts:
            rest = _TAG.sub("", text)
            if "{" in rest or "}" in rest:
                self._fault(rest.strip(), "is not a whole tag: write {{ name }}, {{r name }} or {% … %}")
        source = "\n".join(_TAG.sub(_plain_jinja, text) for text in self.texts)
        try:
            environment = Environment(autoescape=True)
            environment.filters[_CONTROL] = str
            tree = environment.parse(source)
        except TemplateSyntaxError as error:
            self._fault(self._tag(error.lineno), f"cannot be understood: {error.message}")
            return self.found
        self._visit(tree.body, {})
        return self.found

    def _fault(self, tag: str, problem: str) -> None:
        self.found.append(Fault(self.name, 0, tag, problem))

    def _tag(self, line: int) -> str:
        text = self.texts[min(line, len(self.texts)) - 1]
        return " ".join(match.group(0) for match in _TAG.finditer(text)) or text

    def _visit(self, body: list[nodes.Node], scope: dict[str, Any]) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                for part in node.nodes:
                    if not isinstance(part, nodes.TemplateData):
                        self._value(part, scope)
            elif isinstance(node, nodes.For):
                self._loop(node, scope)
            elif isinstance(node, nodes.If):
                self._infer(node.test, scope)
                for branch in (node.body, node.elif_, node.else_):
                    self._visit(list(branch), scope)
            else:
                self._fault(self._tag(node.lineno), "is not used in templates: only values, for and if are")

    def _loop(self, node: nodes.For, scope: dict[str, Any]) -> None:
        items = self._infer(node.iter, scope)
        if items is not _UNKNOWN and typing.get_origin(items) is not tuple:
            self._fault(self._tag(node.lineno), "is not a list: nothing to repeat")
            items = _UNKNOWN
        item = _UNKNOWN if items is _UNKNOWN else typing.get_args(items)[0]
        name = node.target.name if isinstance(node.target, nodes.Name) else ""
        if node.test is not None:
            self._infer(node.test, {**scope, name: item})
        if _REF in _members(item) and not _prints(node, name, _REF):
            missing = f"{{{{ {name}.{_REF} }}}}"
            self._fault(self._tag(node.lineno), f"repeats rows without their ref: put {missing} back into the row")
        self._visit(list(node.body), {**scope, name: item})
        self._visit(list(node.else_), scope)

    def _value(self, node: nodes.Node, scope: dict[str, Any]) -> None:
        as_control = _as_control(node)
        kind = self._infer(as_control or node, scope)
        if kind is not _UNKNOWN:
            problem = _misused(kind, as_control=as_control is not None)
            if problem:
                self._fault(self._tag(node.lineno), problem)

    def _infer(self, node: nodes.Node, scope: dict[str, Any]) -> Any:
        """The type of an expression, or _UNKNOWN once a fault is told."""
        if isinstance(node, nodes.Name):
            return scope[node.name] if node.name in scope else self._member(self.root, node.name, node.lineno)
        if isinstance(node, nodes.Getattr):
            owner = self._infer(node.node, scope)
            return _UNKNOWN if owner is _UNKNOWN else self._member(owner, node.attr, node.lineno)
        if isinstance(node, nodes.Getitem) and _is_number(node.arg):
            owner = self._infer(node.node, scope)
            if owner is not _UNKNOWN and typing.get_origin(owner) is tuple:
                return typing.get_args(owner)[0]
        if isinstance(node, nodes.Not):
            return self._infer(node.node, scope)
        self._fault(self._tag(node.lineno), "cannot be followed: use plain names, such as row.label")
        return _UNKNOWN

    def _member(self, owner: Any, name: str, line: int) -> Any:
        members = _members(owner)
        if name in members:
            return members[name]
        near = difflib.get_close_matches(name, members, n=1)
        hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(sorted(members)) or 'nothing'}"
        self._fault(self._tag(line), f"{name} is not known here; {hint}")
        return _UNKNOWN


def _prints(loop: nodes.For, name: str, attribute: str) -> bool:
    """True where a tag in the loop prints this attribute of its item."""
    printed = (node for part in loop.body for output in _outputs(part) for node in output.find_all(nodes.Getattr))
    return any(
        node.attr == attribute and isinstance(node.node, nodes.Name) and node.node.name == name for node in printed
    )


def _outputs(node: nodes.Node) -> Iterator[nodes.Output]:
    if isinstance(node, nodes.Output):
        yield node
    yield from node.find_all(nodes.Output)


def _as_control(node: nodes.Node) -> nodes.Node | None:
    """The expression that a tag inserts as a control or a picture; None where it inserts text."""
    return node.node if isinstance(node, nodes.Filter) and node.name == _CONTROL else None


def _misused(kind: object, *, as_control: bool) -> str:
    """What is wrong with inserting a value of this type, as a run of its own or as text; empty where nothing is."""
    if as_control:
        return "" if kind in _PUT_IN else "is text, not a control: write {{ … }} without r"
    if kind in _PUT_IN:
        return f"is {_PUT_IN[kind]}: write {{{{r … }}}}"
    return "" if kind in (str, int) else "is not a value that can be printed"


def _is_number(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and isinstance(node.value, int)


def _root(view: type[msgspec.Struct], named: Mapping[str, Collection[str]]) -> _Names:
    """What a tag may begin with: the view's fields, texts by name as names of their own."""
    members = _members(view)
    return _Names(members | {field: _Names(dict.fromkeys(names, str)) for field, names in named.items()})


class _Names:
    """Names with the types of what they stand for, where no type of Python's holds them."""

    def __init__(self, members: dict[str, Any]) -> None:
        self.members = members


@cache
def _members(owner: Any) -> dict[str, Any]:
    if isinstance(owner, _Names):
        return owner.members
    if isinstance(owner, type) and issubclass(owner, msgspec.Struct) and owner not in _PUT_IN:
        return typing.get_type_hints(owner)
    return {}


def _straight(text: str) -> str:
    return text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})


def _plain_jinja(match: re.Match[str]) -> str:
    control, value, statement = match.groups()
    if value is not None:
        return "{{ (" + value + f")|{_CONTROL} }}}}" if control else "{{" + value + "}}"
    return "{%" + statement + "%}"
