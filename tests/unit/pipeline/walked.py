"""A program that reads a folder, then walks its own process and counts texts of a sender that are still there.

usage: python -m tests.unit.pipeline.walked FOLDER json|report|held. The texts have a mark, which is put together here.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from hsbdocs.content.locate import find_roots
from hsbdocs.model.line import as_text
from hsbdocs.pipeline.parse import Parser
from hsbdocs.report.taking import Report
from hsbdocs.report.terminal import report
from hsbdocs.report.view import View
from tests.unit.pipeline.mark import mark


def _everything() -> Iterator[object]:
    """Every object that can be reached, texts and what caches hold included, each once."""
    waiting: list[object] = gc.get_objects()
    seen: set[int] = {id(waiting)}
    seen.add(id(seen))
    while waiting:
        found = waiting.pop()
        if id(found) not in seen:
            seen.add(id(found))
            yield found
            waiting += gc.get_referents(found)


def still_there() -> list[str]:
    """The types of the texts and bytes that hold the mark, whatever their capitals."""
    gc.collect()
    text = mark()
    raw = text.encode()
    found = []
    for each in _everything():
        if (isinstance(each, str) and each is not text and text in each.lower()) or (
            isinstance(each, bytes | bytearray) and each is not raw and raw in bytes(each).lower()
        ):
            found.append(type(each).__name__)
    return found


def as_json(folder: Path) -> int:
    """Read all; how often the mark stood in the lines."""
    parser = Parser(find_roots(), date(2026, 6, 1))
    return sum(as_text(read.line).lower().count(mark()) for read in parser.parse([folder]))


def as_view(folder: Path) -> View:
    """Read all into a report."""
    parser = Parser(find_roots(), date(2026, 6, 1))
    taken = Report(parser.words, parser.places, parser.changes)
    for read in parser.parse([folder]):
        taken.add(read.line, read.statements, parser.form_of(read.line))
    return taken.view()


def main() -> None:
    """Read, walk, and print what was found as JSON."""
    folder, how = Path(sys.argv[1]), sys.argv[2]
    result: dict[str, object] = {}
    if how == "report":
        view = as_view(folder)
        result["entries"] = len(view.entries)
        result["printed"] = sum(line.text.lower().count(mark()) for line in report(view))
        del view  # as the command lets it go once it is printed
    else:
        result["read"] = as_json(folder)
    held = [mark().upper(), {"a": (mark().encode() + b" was here",)}] if how == "held" else []
    result["still there"] = still_there()
    result["held"] = len(held)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
