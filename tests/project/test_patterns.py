"""Patterns over what senders wrote: all in one module, and none takes more than linear time."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hsbdocs.model import patterns
from tests.support.forms import ROOT
from tests.support.repeats import slow_shapes

SOURCE = ROOT / "src" / "hsbdocs"
#: Rooms that handle what somebody sent; templates and settings are the team's own.
ROOMS = ("formats", "intake", "model", "reading", "rules")
OWN = {"formats/word/own_check.py", "formats/word/template_check.py"}
FILES = [path for path in SOURCE.rglob("*.py") if path.relative_to(SOURCE).parts[0] in ROOMS]
ALL = {name: value for name, value in vars(patterns).items() if isinstance(value, re.Pattern)}
#: Only of texts no longer than LONGEST_VALUE, which their readers see to.
OF_SHORT_TEXT = {"REMARK"}
SEARCHING = {"search", "sub", "subn", "split", "findall", "finditer"}


def _calls(path: Path) -> Iterator[tuple[str, str]]:
    """Each call of a method of a name, as name and method."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
        ):
            yield node.func.value.id, node.func.attr


CALLS = [call for path in FILES for call in _calls(path)]


@pytest.mark.parametrize("text", [r"(a+)+b", r"a*a*", r"\s*,?\s*x", r"(\w+\s+)*x", r"(?:\w+\s?)+", r"(?:a|b*)*c"])
def test_slow_shapes_are_found(text: str) -> None:
    assert slow_shapes(re.compile(text))


@pytest.mark.parametrize("text", [r"(a|b)*c", r"\d{1,3}\s*x", r"\w+ \w+", r"a{2,8}a{2,8}", r"[a-c]+[d-f]+"])
def test_others_are_not(text: str) -> None:
    assert not slow_shapes(re.compile(text))


@pytest.mark.parametrize("text", [r"\S+@\S+", r"\([^)]*\)", r"-++>", r"(?:x|\[[^\]]*\])", r"a?\s*b"])
def test_what_is_slow_where_it_is_looked_for(text: str) -> None:
    assert slow_shapes(re.compile(text), searched=True)
    assert not slow_shapes(re.compile(text))


@pytest.mark.parametrize("text", [r"\([^()]*\)", r"(?<!-)-++>", r'"[^"]*"', r"\w+", r"a\s*b"])
def test_what_is_not(text: str) -> None:
    assert not slow_shapes(re.compile(text), searched=True)


@pytest.mark.parametrize("name", sorted(ALL))
def test_no_pattern_is_slow(name: str) -> None:
    searched = any(pattern == name and method in SEARCHING for pattern, method in CALLS)
    pattern = ALL[name]
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("ascii")
    shapes = slow_shapes(re.compile(text, pattern.flags & re.IGNORECASE), searched=searched)
    assert not shapes or name in OF_SHORT_TEXT, shapes


def test_those_of_short_text_are_needed() -> None:
    assert set(ALL) >= OF_SHORT_TEXT
    assert [name for name in OF_SHORT_TEXT if not slow_shapes(ALL[name], searched=True)] == []


@pytest.mark.parametrize(
    "label", ["7. What is known of the context?", "D.O.B. / Age", "4", "Is the parent/carer aware"]
)
def test_no_pattern_made_from_print_is_slow(label: str) -> None:
    made = (patterns.label_pattern, patterns.option_pattern, patterns.caption_pattern, patterns.printed_pattern)
    for make in made:
        assert slow_shapes(make(label), searched=True) == [], make.__name__


def test_no_pattern_stands_elsewhere() -> None:
    for path in FILES:
        name = path.relative_to(SOURCE).as_posix()
        if name in OWN or name == "model/patterns.py":
            continue
        used = [method for owner, method in _calls(path) if owner == "re"]
        assert used == [], name


def test_each_is_used() -> None:
    everywhere = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    for name in ALL:
        assert len(re.findall(rf"\b{name}\b", everywhere)) > 1, name
