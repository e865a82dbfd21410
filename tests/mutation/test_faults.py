"""The faults themselves: that each changes the code, and that the code stays code."""

import ast

import pytest

from tests.mutation.faults import Level, faults_of, with_fault
from tests.mutation.patterns import faulty

_SOURCE = r'''
"""A module."""
import re
_MANY = 3
_WORD = re.compile(r"[ab]+\d|(?<!x)y{1,2}", re.IGNORECASE)

class Thing:
    """Says what it is."""
    size: int = 1

    def grow(self, by=2):
        """Grow."""
        if self.size > by and not by:
            return None
        self.size += by
        return self.size

@register("x")
def kind(text: str) -> str:
    for word in text.split():
        if word:
            raise ValueError("nothing to change here")
    return "" if any(word.startswith("a") for word in text) else text[1:]
'''


def changed(level: Level) -> set[tuple[str, str, str]]:
    """Function, before and after of every fault."""
    return {(each.function, each.before, each.after) for each in faults_of(_SOURCE) if each.level is level}


def test_every_fault_is_another_code() -> None:
    whole = ast.unparse(ast.parse(_SOURCE))
    sources = [ast.unparse(with_fault(_SOURCE, each.number)) for each in faults_of(_SOURCE)]
    assert len(sources) > 40
    assert whole not in sources
    for source in sources:
        compile(source, "source", "exec")


def test_faults_in_functions() -> None:
    found = changed(Level.FUNCTION)
    assert ("Thing.grow", "self.size > by", "self.size >= by") in found
    assert ("Thing.grow", "self.size > by and (not by)", "self.size > by or not by") in found
    assert ("Thing.grow", "not by", "by") in found
    assert ("Thing.grow", "self.size += by", "pass") in found
    assert ("kind", "''", "'XXXX'") in found
    assert ("kind", "1:", ":") in found
    assert ("kind", "text.split()", "text") in found
    assert "'nothing to change here'" not in {before for _, before, _ in found}


def test_faults_that_are_seen_at_import() -> None:
    assert ("", "3", "4") in changed(Level.MODULE)
    assert ("Thing", "1", "2") in changed(Level.ANEW)
    assert ("Thing.grow", "2", "1") in changed(Level.ANEW)
    assert any(function == "kind" and "register" not in after for function, _, after in changed(Level.ANEW))


def test_the_same_fault_twice_is_told_apart() -> None:
    found = faults_of("def f(a):\n    return a(1) + a(1)\n")
    assert [each.twin for each in found if (each.before, each.after) == ("1", "2")] == [0, 1]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("a+", ["a"]),
        ("a*b?", ["a+b?", "a*b"]),
        (r"\d\b", [r"\D\b", r"\d"]),
        ("(?<!x)y", ["(?<=x)y"]),
        ("^a$", ["a$", "^a"]),
        ("a{2,3}", ["a{3,3}", "a{2,2}"]),
        ("a{2}", ["a{3}"]),
        ("a|b|c", ["b|c", "a|c", "a|b"]),
        ("(?:a|b)c", ["(?:b)c", "(?:a)c"]),
        ("[ab]", ["[^ab]", "[b]", "[a]"]),
        ("[^a-c\\d]", ["[a-c\\d]", "[^\\d]", "[^a-c]"]),
        (r"\(a\)", []),
    ],
)
def test_faults_in_patterns(pattern: str, expected: list[str]) -> None:
    assert sorted(faulty(pattern)) == sorted(expected)
