"""Patterns over what senders wrote take no more than linear time; so far held for the rules."""

import importlib
import pkgutil
import re

import pytest

from hsbdocs import rules
from tests.support.repeats import slow_shapes

MODULES = [importlib.import_module(found.name) for found in pkgutil.iter_modules(rules.__path__, "hsbdocs.rules.")]


@pytest.mark.parametrize("text", [r"(a+)+b", r"a*a*", r"\s*,?\s*x", r"(\w+\s+)*x", r"(?:\w+\s?)+", r"(?:a|b*)*c"])
def test_slow_shapes_are_found(text: str) -> None:
    assert slow_shapes(re.compile(text))


@pytest.mark.parametrize("text", [r"(a|b)*c", r"\d{1,3}\s*x", r"\w+ \w+", r"a{2,8}a{2,8}", r"[a-c]+[d-f]+"])
def test_others_are_not(text: str) -> None:
    assert not slow_shapes(re.compile(text))


def test_what_is_looked_for_anywhere_begins_with_no_repeat() -> None:
    assert slow_shapes(re.compile(r"\S+@\S+"), searched=True)
    assert not slow_shapes(re.compile(r"\S+@\S+"))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_no_pattern_of_the_rules_is_slow(module: object) -> None:
    for name, value in vars(module).items():
        if isinstance(value, re.Pattern):
            assert slow_shapes(value, searched=True) == [], name
