"""Puts a fault into modules that are already imported, or into one as it is imported."""

from __future__ import annotations

import ast
import functools
import sys
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

PACKAGE = "hsbdocs"


def module_name(path: Path, src: Path) -> str:
    """The name under which a source file is imported."""
    parts = path.relative_to(src).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def into_function(name: str, function: str, tree: ast.Module, path: Path) -> None:
    """Give the function (or method) of a module, wherever it was imported to, the code that the tree has for it."""
    live = _plain(functools.reduce(_inside, function.split("."), sys.modules[name]))
    live.__code__ = _code_of(compile(tree, str(path), "exec"), function.split("."))


def into_module(name: str, tree: ast.Module, path: Path, line: int) -> None:
    """Make what the module gives names to anew, from the changed line on; other modules get what they imported."""
    module = sys.modules[name]
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign) and (statement.end_lineno or 0) >= line:
            before = dict(vars(module))
            exec(compile(ast.Module([statement], []), str(path), "exec"), vars(module))
            for known, value in vars(module).items():
                if known in before and before[known] is not value:
                    _hand_on(known, before[known], value)


def on_import(tree: ast.Module, path: Path) -> None:
    """Let the module be imported with the fault."""
    get_code = SourceFileLoader.get_code

    def changed(loader: SourceFileLoader, name: str) -> CodeType | None:
        wanted = Path(loader.get_filename(name)).resolve() == path.resolve()
        return compile(tree, str(path), "exec") if wanted else get_code(loader, name)

    SourceFileLoader.get_code = changed  # type: ignore[method-assign,assignment]


def forget() -> None:
    """Empty everything that the program keeps from one call to the next."""
    for module in _ours():
        for value in vars(module).values():
            clear = getattr(value, "cache_clear", None)
            if clear and getattr(value, "__module__", "").startswith((f"{PACKAGE}.reading", f"{PACKAGE}.rules")):
                clear()
    index = sys.modules.get(f"{PACKAGE}.reading.index")
    if index is not None:
        vars(index)["_MADE"].clear()


def make_ready() -> None:
    """Load the content once, and not for every fault; with it comes what the rules know beside a record."""
    from tests.support import forms

    forms.parser()


def make_unready() -> None:
    """Let the content be loaded again, through the rules."""
    from tests.support import forms

    forms.parser.cache_clear()


def _ours() -> Iterator[ModuleType]:
    yield from [module for name, module in list(sys.modules.items()) if name.split(".")[0] == PACKAGE]


def _hand_on(name: str, old: object, new: object) -> None:
    for module in _ours():
        if vars(module).get(name) is old:
            vars(module)[name] = new


def _inside(outer: Any, name: str) -> Any:
    return vars(outer)[name]


def _plain(found: Any) -> FunctionType:
    function = found.fget if isinstance(found, property) else getattr(found, "__wrapped__", found)
    assert isinstance(function, FunctionType)
    return function


def _code_of(code: CodeType, names: list[str]) -> CodeType:
    for name in names:
        code = next(each for each in code.co_consts if isinstance(each, CodeType) and each.co_name == name)
    return code
