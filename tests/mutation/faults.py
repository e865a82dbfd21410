"""The faults that are put into Python code: one changed place each, in the order of the source."""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from tests.mutation.patterns import faulty, looks_like_a_pattern

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_CALLED = {
    "any": "all",
    "all": "any",
    "min": "max",
    "max": "min",
    "sorted": "list",
    "startswith": "endswith",
    "endswith": "startswith",
    "lstrip": "rstrip",
    "rstrip": "lstrip",
    "fullmatch": "match",
    "match": "search",
    "search": "match",
}
#: Methods that only tidy a text: what if they were forgotten?
_TIDYING = {"strip", "lstrip", "rstrip", "lower", "casefold", "capitalize", "split"}
_PLAIN_TYPE = (ast.Name, ast.Subscript, ast.Tuple, ast.BinOp, ast.BitOr, ast.Load, ast.Constant, ast.List)


class Level(StrEnum):
    """When the changed place runs: when its function is called, or when its module is imported. There, what is given
    a name can be made anew alone; classes, decorators and defaults need the whole module."""

    FUNCTION = "function"
    MODULE = "module"
    ANEW = "anew"


class Fault(NamedTuple):
    """One changed place: its number among those of the file, the function or class that it stands in, what is there
    before and after, and which it is of several that read the same."""

    number: int
    line: int
    function: str
    kind: str
    before: str
    after: str
    level: Level
    twin: int = 0


class _Place(NamedTuple):
    """Where a node hangs, so that another can be put there."""

    parent: ast.AST
    name: str
    at: int | None

    def put(self, node: ast.AST) -> None:
        if self.at is None:
            setattr(self.parent, self.name, node)
        else:
            getattr(self.parent, self.name)[self.at] = node


class _Change(NamedTuple):
    place: _Place
    old: ast.AST
    new: ast.AST
    kind: str
    function: str
    level: Level


def faults_of(source: str) -> list[Fault]:
    """Every fault that can be put into the source."""
    found: list[Fault] = []
    twins: Counter[tuple[str, ...]] = Counter()
    for number, change in enumerate(_changes(ast.parse(source))):
        before, after = _shown(change.old), _shown(change.new)
        line = getattr(change.old, "lineno", 0) or getattr(change.place.parent, "lineno", 0)
        name = (change.function, change.kind, before, after)
        found.append(Fault(number, line, *name, change.level, twins[name]))
        twins[name] += 1
    return found


def _shown(node: ast.AST) -> str:
    return ast.unparse(ast.fix_missing_locations(copy.deepcopy(node)))


def with_fault(source: str, number: int) -> ast.Module:
    """The source's tree with the fault of this number."""
    tree = ast.parse(source)
    change = next(change for at, change in enumerate(_changes(tree)) if at == number)
    change.place.put(ast.copy_location(change.new, change.old))
    return ast.fix_missing_locations(tree)


def _changes(tree: ast.Module) -> Iterator[_Change]:
    yield from _Walker().block(tree, "body")


class _Walker:
    """Goes through a tree; ``_names`` is the way to where it stands. A function inside another counts as that one."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._level = Level.MODULE

    def block(self, parent: ast.AST, name: str) -> Iterator[_Change]:
        for index, node in enumerate(getattr(parent, name)):
            if index == 0 and _is_text(node) and isinstance(parent, ast.Module | ast.ClassDef | ast.FunctionDef):
                continue
            yield from self._visit(node, _Place(parent, name, index))

    def _visit(self, node: ast.AST, place: _Place) -> Iterator[_Change]:
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Raise | ast.Pass) or _is_type_or_list_of_names(node):
            return
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield from self._definition(node, place)
            return
        for new, kind in _instead_of(node, place):
            gone = self._level is Level.MODULE and isinstance(new, ast.Pass)
            yield _Change(place, node, new, kind, ".".join(self._names), Level.ANEW if gone else self._level)
        for name, value in ast.iter_fields(node):
            if name == "annotation" or (isinstance(node, ast.FormattedValue) and name == "format_spec"):
                continue
            if isinstance(value, list):
                for index, child in enumerate(value):
                    if isinstance(child, ast.AST):
                        yield from self._visit(child, _Place(node, name, index))
            elif isinstance(value, ast.AST):
                yield from self._visit(value, _Place(node, name, None))

    def _definition(self, node: ast.FunctionDef | ast.ClassDef, place: _Place) -> Iterator[_Change]:
        outer = self._level
        if outer is Level.FUNCTION:
            yield from self.block(node, "body")
            return
        self._names.append(node.name)
        self._level = Level.ANEW
        if isinstance(node, ast.FunctionDef):
            if any("cache" not in ast.unparse(each) for each in node.decorator_list):
                bare = copy.copy(node)
                bare.decorator_list = []
                yield _Change(place, node, bare, "decorator", ".".join(self._names), self._level)
            yield from self._visit(node.args, _Place(node, "args", None))
            self._level = Level.FUNCTION
        yield from self.block(node, "body")
        self._level = outer
        self._names.pop()


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _is_type_or_list_of_names(node: ast.AST) -> bool:
    """``__all__``, and a name for a type."""
    if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
        return False
    if node.targets[0].id == "__all__":
        return True
    named = isinstance(node.value, ast.Subscript | ast.BinOp)
    return named and all(isinstance(each, _PLAIN_TYPE) for each in ast.walk(node.value))


def _instead_of(node: ast.AST, place: _Place) -> Iterator[tuple[ast.AST, str]]:
    """What could stand there by mistake."""
    for known, kind, make in _KINDS:
        if isinstance(node, known):
            for new in make(node, place):
                yield new, kind


def _compared(node: ast.Compare, _: _Place) -> Iterator[ast.AST]:
    for index, sign in enumerate(node.ops):
        for other in _COMPARED[type(sign)]:
            signs = [*node.ops[:index], other(), *node.ops[index + 1 :]]
            yield ast.Compare(node.left, signs, node.comparators)


def _joined(node: ast.BoolOp, _: _Place) -> Iterator[ast.AST]:
    yield ast.BoolOp(ast.And() if isinstance(node.op, ast.Or) else ast.Or(), node.values)
    for index in range(len(node.values)):
        rest = [*node.values[:index], *node.values[index + 1 :]]
        yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)


def _counted(node: ast.BinOp, _: _Place) -> Iterator[ast.AST]:
    if type(node.op) in _COUNTED:
        yield ast.BinOp(node.left, _COUNTED[type(node.op)](), node.right)


def _counted_on(node: ast.AugAssign, _: _Place) -> Iterator[ast.AST]:
    yield ast.Assign([node.target], node.value)
    if type(node.op) in _COUNTED and not isinstance(node.value, ast.List | ast.ListComp):
        yield ast.AugAssign(node.target, _COUNTED[type(node.op)](), node.value)
    yield ast.Pass()


def _signed(node: ast.UnaryOp, _: _Place) -> Iterator[ast.AST]:
    if isinstance(node.op, ast.Not | ast.USub):
        yield node.operand


def _asked(node: ast.If | ast.While | ast.IfExp, _: _Place) -> Iterator[ast.AST]:
    if not isinstance(node.test, ast.Compare | ast.BoolOp | ast.UnaryOp):
        new = copy.copy(node)
        new.test = ast.UnaryOp(ast.Not(), node.test)
        yield new


def _filtered(node: ast.comprehension, _: _Place) -> Iterator[ast.AST]:
    for index in range(len(node.ifs)):
        yield ast.comprehension(node.target, node.iter, [*node.ifs[:index], *node.ifs[index + 1 :]], node.is_async)


def _constant(node: ast.Constant, place: _Place) -> Iterator[ast.AST]:
    value = node.value
    if value is True or value is False:
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield ast.Constant(value + 1)
        yield ast.Constant(value - 1)
    elif isinstance(value, str):
        if _is_pattern(value, place):
            yield from (ast.Constant(changed) for changed in faulty(value))
        else:
            yield ast.Constant(f"XX{value}XX")


def _is_pattern(value: str, place: _Place) -> bool:
    parent = place.parent
    if (
        isinstance(parent, ast.Call)
        and place.name == "args"
        and place.at == 0
        and ast.unparse(parent.func)[:3] == "re."
    ):
        return True
    return looks_like_a_pattern(value)


def _jumped(node: ast.Break | ast.Continue, _: _Place) -> Iterator[ast.AST]:
    yield ast.Continue() if isinstance(node, ast.Break) else ast.Break()


def _returned(node: ast.Return, _: _Place) -> Iterator[ast.AST]:
    if node.value is not None and not (isinstance(node.value, ast.Constant) and not isinstance(node.value.value, str)):
        yield ast.Return(ast.Constant(None))


def _stated(node: ast.Expr, _: _Place) -> Iterator[ast.AST]:
    yield ast.Pass()


def _assigned(node: ast.Assign | ast.AnnAssign, _: _Place) -> Iterator[ast.AST]:
    simple = node.value is None or isinstance(node.value, ast.Constant | ast.Tuple)
    if not simple:
        new = copy.copy(node)
        new.value = ast.Constant(None)
        yield new


def _looped(node: ast.For, _: _Place) -> Iterator[ast.AST]:
    new = copy.copy(node)
    new.iter = ast.List([], ast.Load())
    yield new


def _sliced(node: ast.Slice, _: _Place) -> Iterator[ast.AST]:
    if node.lower is not None:
        yield ast.Slice(None, node.upper, node.step)
    if node.upper is not None:
        yield ast.Slice(node.lower, None, node.step)


def _called(node: ast.Call, _: _Place) -> Iterator[ast.AST]:
    function = node.func
    if isinstance(function, ast.Name) and function.id in _CALLED:
        yield ast.Call(ast.Name(_CALLED[function.id], ast.Load()), node.args, node.keywords)
    if isinstance(function, ast.Attribute):
        if function.attr in _CALLED:
            yield ast.Call(ast.Attribute(function.value, _CALLED[function.attr], ast.Load()), node.args, node.keywords)
        if function.attr in _TIDYING:
            yield function.value
    for index, argument in enumerate(node.args):
        if index and ast.unparse(argument).startswith("re."):
            yield ast.Call(function, [*node.args[:index], *node.args[index + 1 :]], node.keywords)
    for index, keyword in enumerate(node.keywords):
        if keyword.arg is not None:
            yield ast.Call(function, node.args, [*node.keywords[:index], *node.keywords[index + 1 :]])


#: What is looked for, the name of the fault, and what makes it.
_KINDS: tuple[tuple[type[ast.AST] | tuple[type[ast.AST], ...], str, Callable[..., Iterator[ast.AST]]], ...] = (
    (ast.Compare, "comparison", _compared),
    (ast.BoolOp, "and, or", _joined),
    (ast.BinOp, "arithmetic", _counted),
    (ast.AugAssign, "statement", _counted_on),
    (ast.UnaryOp, "not, minus", _signed),
    ((ast.If, ast.While, ast.IfExp), "condition", _asked),
    (ast.comprehension, "condition", _filtered),
    (ast.Constant, "constant", _constant),
    ((ast.Break, ast.Continue), "loop", _jumped),
    (ast.Return, "return", _returned),
    (ast.Expr, "statement", _stated),
    ((ast.Assign, ast.AnnAssign), "statement", _assigned),
    (ast.For, "loop", _looped),
    (ast.Slice, "slice", _sliced),
    (ast.Call, "call", _called),
)
