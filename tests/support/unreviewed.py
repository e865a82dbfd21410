"""Content as it was issued: without what a review or a ring-round records in it from day to day.

Tests that plant a decision, a check or an addition begin from here; whoever records one for real breaks none of them.
"""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from hsbdocs.content.locate import find_roots
from hsbdocs.pipeline.made import bring_up_to_date

ROOT = Path(__file__).resolve().parents[2]
#: What a review records, wherever it stands.
_RECORDED = frozenset({"decisions", "last_verified", "reviewed", "signed"})
#: Where one of them, or an addition, may stand.
_MARK = re.compile(rf"^[^#\n]*\b(?:{'|'.join(sorted(_RECORDED))}|added):", re.MULTILINE)
_Span = tuple[int, int]


def unreview(content: Path) -> None:
    """Takes what a review recorded out of a copy of the content folder."""
    for path in _files(content):
        text = path.read_text(encoding="utf-8")
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        for start, end in sorted(_recorded(root, text), reverse=True):
            text = text[:start] + text[end:]
        path.write_text(text, encoding="utf-8", newline="")


def _files(content: Path) -> list[Path]:
    return [content / "hsbdocs.yaml", *sorted((content / "guidance").rglob("*.yaml"))]


def _recorded(node: yaml.Node | None, text: str) -> Iterator[_Span]:
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            if _is_added(item):
                yield _span(text, node, item, item, first=number == 0)
            else:
                yield from _recorded(item, text)
    if isinstance(node, yaml.MappingNode):
        for number, (key, value) in enumerate(node.value):
            if key.value in _RECORDED:
                yield _span(text, node, key, value, first=number == 0)
            else:
                yield from _recorded(value, text)


def _is_added(item: yaml.Node) -> bool:
    """Whether the partnerships added this entry."""
    pairs = item.value if isinstance(item, yaml.MappingNode) else []
    source = {key.value: value for key, value in pairs}.get("source")
    return isinstance(source, yaml.MappingNode)


def _span(text: str, holder: yaml.CollectionNode, first_node: yaml.Node, last: yaml.Node, *, first: bool) -> _Span:
    """From where to where something goes: whole lines where it stands on its own, else with its comma."""
    start, end = first_node.start_mark.index, last.end_mark.index
    if not holder.flow_style:
        start = text.rindex("\n", 0, start) + 1
        end = start + len(text[start:end].rstrip()) + 1
        return start, end
    if first:
        return start, end + len(text[end:]) - len(text[end:].lstrip(", "))
    return text.rindex(",", 0, start), end


@cache
def issued() -> Path:
    """A project's folder whose content has nothing recorded in it: the project's own where nothing is.

    Nothing may be written there.
    """
    texts = [path.read_text(encoding="utf-8") for path in _files(ROOT / "content")]
    if not any(_MARK.search(text) for text in texts):
        return ROOT
    folder = Path(tempfile.mkdtemp(prefix="hsbdocs-issued-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    unreview(folder / "content")
    bring_up_to_date(find_roots(folder))
    return folder
