"""What reading content costs, as a count that is the same on every machine: each file is parsed once."""

from collections import Counter
from typing import Any

import pytest
import yaml

from hsbdocs.content import source
from hsbdocs.content.guidance import load_guidance
from hsbdocs.content.load import load_content
from hsbdocs.content.locate import find_roots
from hsbdocs.pipeline.check import check
from hsbdocs.pipeline.kinds import ASKS
from tests.unit.content.planting import ROOT

FILES = sorted((ROOT / "content").rglob("*.yaml"))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each text was parsed, by a process that remembers none."""
    counter: Counter[str] = Counter()
    compose = yaml.compose

    def counted(text: str, Loader: Any) -> Any:  # noqa: N803 - the library's own name
        counter[text] += 1
        return compose(text, Loader=Loader)

    monkeypatch.setattr(yaml, "compose", counted)
    monkeypatch.setattr(source, "_parsed", source._parsed.__wrapped__)
    return counter


def test_loading_parses_each_file_once(parsed: Counter[str]) -> None:
    content = load_content(ROOT / "content", ROOT / "templates", ASKS)
    load_guidance(ROOT / "content", content.forms, content.edition)
    assert parsed == Counter(path.read_text(encoding="utf-8") for path in FILES)


def test_checking_parses_each_file_once_and_finds_every_line_in_what_was_read(parsed: Counter[str]) -> None:
    assert check(find_roots(ROOT))
    assert parsed == Counter(path.read_text(encoding="utf-8") for path in FILES)
