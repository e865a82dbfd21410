"""What reading content costs, as a count that is the same on every machine: each file is parsed once."""

from collections import Counter
from typing import Any

import pytest
import yaml

from hsbdocs.content.guidance import load_guidance
from hsbdocs.content.load import load_content
from tests.unit.content.planting import ROOT


def test_each_file_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: Counter[str] = Counter()
    compose = yaml.compose

    def counted(text: str, Loader: Any) -> Any:  # noqa: N803 - the library's own name
        parsed[text] += 1
        return compose(text, Loader=Loader)

    monkeypatch.setattr(yaml, "compose", counted)
    content = load_content(ROOT / "content", ROOT / "templates")
    load_guidance(ROOT / "content", content.forms)

    assert parsed == Counter(path.read_text(encoding="utf-8") for path in (ROOT / "content").rglob("*.yaml"))
