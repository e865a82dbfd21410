"""The review for people at a terminal: where it stands, and what came of workbooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hsbdocs.report.text import Line, Tone, wrapped


def standing_report(
    facts: Sequence[tuple[str, str]], blocks: Sequence[str], waiting: Mapping[str, Sequence[str]]
) -> Iterator[Line]:
    """One screen: a line for each fact, then what blocks an issue."""
    widest = max(len(name) for name, _ in facts)
    for name, text in facts:
        yield from wrapped(f"{name:{widest}}  {text}", follow=" " * (widest + 2))
    if waiting:
        yield Line()
        yield Line("Decided and not yet carried out", Tone.STRONG)
        for name, entries in waiting.items():
            yield from wrapped(f"{name}: {', '.join(entries)} still says what it said", indent="  ", follow="    ")
    yield Line()
    yield Line("Before anything can be issued", Tone.STRONG)
    for text in blocks:
        yield from wrapped(text, indent="  - ", follow="    ")


def applied_report(
    *,
    changes: Sequence[str],
    conflicts: Sequence[Sequence[str]],
    problems: Sequence[str],
    comments: Sequence[str],
    words: Sequence[str] = (),
    files: Sequence[str],
    dry_run: bool,
) -> Iterator[Line]:
    """What was put in (or would be), what partners do not agree on, what was not taken, and comments."""
    heading = "Would be put into content" if dry_run else "Put into content"
    yield from _part(f"{heading}: {len(changes) or 'nothing'}", changes, Tone.STRONG)
    for number, sides in enumerate(conflicts, 1):
        yield from _part(f"Not agreed, {number}: nothing was chosen", sides, Tone.ERROR)
    if problems:
        yield from _part("Not taken: a person has to look", problems, Tone.WARNING)
    if comments:
        yield from _part("Comments (they stay in the files)", comments, Tone.STRONG)
    if words:
        yield from _part("Other words proposed in copies: a person puts them in", words, Tone.WARNING)
    if files:
        yield from _part("Files that would change" if dry_run else "Files changed", files, Tone.STRONG)


def _part(heading: str, lines: Sequence[str], tone: Tone) -> Iterator[Line]:
    yield Line(heading, tone)
    for text in lines:
        yield from wrapped(text, indent="  - ", follow="    ")
    yield Line()
