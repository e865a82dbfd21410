"""How many decisions a function takes, counted much as radon does.

Each of these is one more: if, elif and the short if, for, while, except, assert, each `and` and `or`, each loop
and condition of a comprehension, each case of a match; an else is none. A function starts with one, and those inside it
count for themselves.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

_ONE = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.Assert, ast.match_case)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Function(NamedTuple):
    """A function, where it stands, and how many decisions it takes."""

    decisions: int
    place: str


def functions(paths: Iterable[Path]) -> list[Function]:
    """Every function of the files, methods and functions inside functions too."""
    return [each for path in sorted(paths) for each in _of(path.name, path.read_text(encoding="utf-8"))]


def decisions(source: str) -> dict[str, int]:
    """The decisions of each function of a source text, by name."""
    return {each.place.rsplit(" ", 1)[-1]: each.decisions for each in _of("", source)}


def _of(name: str, source: str) -> Iterator[Function]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, _FUNCTIONS):
            yield Function(1 + sum(map(_weight, _own(node))), f"{name}:{node.lineno} {node.name}")


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in a function, without the functions inside it."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, _FUNCTIONS):
            yield child
            yield from _own(child)


def _weight(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    return int(isinstance(node, _ONE))
