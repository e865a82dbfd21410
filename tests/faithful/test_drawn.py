"""Content has the numbers, addresses, Acts, ages and sections of the source: no more, no fewer, on the same lines.

The expected sets (drawn.json) were drawn from the source by draw.py, which knows nothing of this program.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from hsbdocs.model.guidance import AgeRule, Block, Contact, Guidance, PointKind, places_of
from tests.faithful.draw import ACT, as_json
from tests.support.frozen import FROZEN

Drawn = dict[str, list[list[Any]]]


def _pairs(drawn: Drawn, name: str) -> list[tuple[Any, ...]]:
    return [tuple(entry) for entry in drawn[name]]


def _points(guidance: Guidance, *kinds: PointKind) -> list[tuple[int, str]]:
    points = [p for c in guidance.contacts for p in c.points if p.kind in kinds and p.value]
    return sorted((point.source, point.value) for point in points if isinstance(point.source, int))


def _line(place: str) -> int:
    return int(place.rpartition("L")[2])


def _lines(entry: Any) -> set[int]:
    found: set[int] = set()
    for place in entry.source:
        match = re.search(r"L(\d+)(?:-(\d+))?$", place)
        assert match is not None, (entry.id, place)
        found.update(range(int(match[1]), int(match[2] or match[1]) + 1))
    return found


def _figures(rule: AgeRule) -> set[int]:
    figures = (figure for b in rule.bounds for figure in (b.start, b.over, b.to, b.under, b.gap_over))
    return {figure for figure in figures if figure is not None}


# ---- The sets themselves ------------------------------------------------------------------------


def test_the_sets_are_what_the_source_gives(source: Path) -> None:
    assert (FROZEN / "drawn.json").read_text(encoding="utf-8") == as_json(source)


# ---- Entries ------------------------------------------------------------------------------------


def test_telephone_numbers(guidance: Guidance, drawn: Drawn) -> None:
    found = [(n, value.replace(" ", "")) for n, value in _points(guidance, PointKind.PHONE, PointKind.TEXT)]
    assert sorted(found) == _pairs(drawn, "phones")


def test_e_mail_addresses(guidance: Guidance, drawn: Drawn) -> None:
    assert _points(guidance, PointKind.EMAIL) == _pairs(drawn, "emails")


def test_postcodes(guidance: Guidance, drawn: Drawn) -> None:
    found = [(n, value.rpartition(", ")[2]) for n, value in _points(guidance, PointKind.ADDRESS)]
    assert sorted(found) == _pairs(drawn, "postcodes")


def test_links_with_their_texts_and_targets(guidance: Guidance, drawn: Drawn) -> None:
    found = [(_line(places_of(link.source)[0]), link.text, link.target) for link in guidance.links if link.text]
    assert sorted(found) == sorted(_pairs(drawn, "links"))


def test_bare_addresses_on_the_web(guidance: Guidance, drawn: Drawn) -> None:
    bare = [link for link in guidance.links if not link.text]
    places = {(_line(place), link.target) for link in bare for place in places_of(link.source)}
    assert len(bare) == len(_pairs(drawn, "urls"))
    assert set(_pairs(drawn, "urls")) <= places
    footnotes = {(_line(places_of(f.source)[-1]), f.text) for f in guidance.footnotes if f.text.startswith("http")}
    assert len(footnotes) == 3
    assert footnotes <= set(_pairs(drawn, "urls"))


def test_acts(guidance: Guidance, drawn: Drawn) -> None:
    named = {act for law in guidance.laws for act in ACT.findall(law.name)}
    assert named == {act for _, act in _pairs(drawn, "acts")}


def test_every_line_that_names_an_act_is_the_place_of_a_law(guidance: Guidance, drawn: Drawn) -> None:
    places = {line for law in guidance.laws for line in _lines(law)}
    assert {line for line, _ in _pairs(drawn, "acts")} <= places


def test_sections_of_acts(guidance: Guidance, drawn: Drawn) -> None:
    named = [(line, law.name) for law in guidance.laws for line in _lines(law)]
    for line, section in _pairs(drawn, "sections_of_acts"):
        assert any(line == at and re.search(rf"(?<!\d){section}\b", name) for at, name in named), (line, section)
    of_laws = {n for _, name in named for n in re.findall(r"s\.([\w-]+)|Section (\d+)", name) for n in n if n}
    assert of_laws == {section for _, section in _pairs(drawn, "sections_of_acts")}


def test_sections_with_their_titles_and_lines(guidance: Guidance, drawn: Drawn) -> None:
    assert [(s.source, s.number, s.title) for s in guidance.sections] == _pairs(drawn, "sections")


def test_the_contents_list(guidance: Guidance, drawn: Drawn) -> None:
    found = [(s.contents.source, s.number, s.contents.title, s.contents.page or 0) for s in guidance.sections]
    assert found == _pairs(drawn, "contents")


def test_ages(counted: Guidance, drawn: Drawn) -> None:
    """Of what was counted; the rest is in test_later.py."""
    printed: dict[int, set[int]] = defaultdict(set)
    for line, age in _pairs(drawn, "ages"):
        printed[line].add(age)
    figures = {rule.id: _figures(rule) for rule in counted.ages}
    assert set().union(*figures.values()) == set().union(*printed.values())
    for rule in counted.ages:
        on_its_lines: set[int] = set().union(*(printed[line] for line in _lines(rule)))
        assert figures[rule.id] <= on_its_lines, rule.id


# ---- Blocks -------------------------------------------------------------------------------------


def _by_line(guidance: Guidance) -> dict[int, list[Block]]:
    found: dict[int, list[Block]] = defaultdict(list)
    for block in guidance.blocks():
        for line in block.source:
            found[line].append(block)
    return found


def _said(block: Block, guidance: Guidance) -> str:
    """Everything that a block says by itself and through the entries that it names."""
    refs = [guidance.by_id[ref] for ref in block.refs]
    numbers = [point.value for ref in refs if isinstance(ref, Contact) for point in ref.points]
    numbers += [getattr(ref, "value", "") for ref in refs]
    return " ".join([block.title, block.text, *block.parts, *numbers])


def test_every_age_stands_in_the_block_of_its_line(blocks: Guidance, drawn: Drawn) -> None:
    at = _by_line(blocks)
    lacking = []
    for line, age in _pairs(drawn, "ages"):
        of_line = [block for block in at[line] if not block.form]
        words = " ".join(_said(block, blocks) for block in of_line)
        spelt = {2: r"|\btwo\b", 18: r"|\beighteenth\b|\b18th\b"}.get(age, "")
        if of_line and not re.search(rf"(?<!\d){age}(?!\d){spelt}", words):
            lacking.append((line, age))
    assert lacking == []


def test_every_number_and_address_stands_in_or_behind_the_block_of_its_line(blocks: Guidance, drawn: Drawn) -> None:
    at = _by_line(blocks)
    lacking = []
    for name in ("phones", "emails"):
        for line, value in _pairs(drawn, name):
            words = " ".join(_said(block, blocks) for block in at[line]).replace(" ", "")
            if value not in words:
                lacking.append((line, value))
    assert lacking == []


def test_every_link_is_named_by_a_block_of_its_line(blocks: Guidance) -> None:
    at = _by_line(blocks)
    footnotes = {line for footnote in blocks.footnotes for line in _lines(footnote)}
    lacking = []
    for link in blocks.links:
        line = _line(places_of(link.source)[0])
        named = {ref for block in at[line] for ref in block.refs}
        contacts = [blocks.by_id[ref] for ref in named if isinstance(blocks.by_id[ref], Contact)]
        behind = {point.link for contact in contacts for point in contact.points}
        behind |= {getattr(blocks.by_id[ref], "link", "") for ref in named}
        behind |= {ref for name in named for ref in getattr(blocks.by_id[name], "refs", ())}
        form = any(block.form for block in at[line])
        if line not in footnotes and not form and link.id not in named | behind:
            lacking.append((line, link.id))
    assert lacking == []


def test_every_act_is_named_by_a_block_of_its_line(blocks: Guidance, drawn: Drawn) -> None:
    at = _by_line(blocks)
    laws = {law.id for law in blocks.laws}
    footnotes = {line for footnote in blocks.footnotes for line in _lines(footnote)}
    lacking = [
        (line, act)
        for line, act in _pairs(drawn, "acts")
        if line not in footnotes and not any(laws & set(block.refs) or block.form for block in at[line])
    ]
    assert lacking == []


def test_every_reference_to_a_section_is_named_by_a_block_of_its_line(blocks: Guidance, drawn: Drawn) -> None:
    at = _by_line(blocks)
    lacking = [
        (line, number)
        for line, number in _pairs(drawn, "references")
        if not any(number in block.refs for block in at[line])
    ]
    assert lacking == []


def test_every_line_with_text_is_in_a_block(blocks: Guidance, source: Path) -> None:
    """From the first heading on, but for headings, footnotes, and rows of tables."""
    at = _by_line(blocks)
    headings = {section.source for section in blocks.sections}
    footnotes = {line for footnote in blocks.footnotes for line in _lines(footnote)}
    lines = source.read_text(encoding="utf-8").split("\n")
    lacking = [
        number
        for number, text in enumerate(lines, start=1)
        if number >= 48 and text.strip() and "\t" not in text and number not in headings | footnotes and not at[number]
    ]
    assert lacking == []
