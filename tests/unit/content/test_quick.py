"""The fast reading gives what YAML's own loader gives, or says that it has to be looked at closely."""

import math
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hsbdocs.content.quick import NeedsCare, plain
from tests.unit.content.planting import ROOT

FILES = sorted((ROOT / "content").rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_content_file_is_read_as_by_the_library(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert plain(text) == yaml.safe_load(text)


@pytest.mark.parametrize(
    "text",
    ["", "# nothing\n", "~", "a: [1, 0x1f, 010, 1_000, 1.5, .inf, yes, No, null, ~, '1', \"\"]", "- {a: {b: [c]}}",
     "a: >-\n  two\n  lines\nb: |\n  as\n  they are\n", "[]", "{}", "a:\n- 1:30\n- 1e3\n- 09\n"],
)  # fmt: skip
def test_values_are_those_of_the_library(text: str) -> None:
    assert plain(text) == yaml.safe_load(text)


@pytest.mark.parametrize(
    "text",
    ["a: 1\na: 2", "a: &x 1", "a: &x [1]", "[&x 1, *x]", "a: !!str 1", "a: !thing {}", "1: a", "~: a", "yes: a",
     "[1]: a", "{a: 1}: b", "d: 2026-11-25", "<<: {a: 1}", "a\n---\nb\n", "a: =", "a: 0b_"],
)  # fmt: skip
def test_what_may_be_a_mistake_is_looked_at_closely(text: str) -> None:
    with pytest.raises(NeedsCare):
        plain(text)


@given(st.text(alphabet="ab1: -[]{},\n'\"#&*!|>?~.", max_size=40))
def test_any_text_is_read_as_by_the_library_or_not_at_all(text: str) -> None:
    try:
        found = plain(text)
    except (NeedsCare, yaml.YAMLError):
        return
    wanted = yaml.safe_load(text)
    assert found == wanted or (isinstance(found, float) and math.isnan(found))
