"""Draws from the source of the guidance what can be counted and compared, with its lines. Knows nothing of hsbdocs.

Usage: python tests/faithful/draw.py SOURCE > tests/faithful/2023.06-1/drawn.json

SOURCE is the text of the guidance of June 2023. Only numbers, addresses, names of Acts and headings come out of it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

FIRST_BODY, LAST_CONTENTS = 48, 46

_PHONE = re.compile(r"(?<!\d)(?:0\d(?: ?\d){8,9}|999)(?!\d)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(r"\[(?P<text>(?:\\.|[^\]\\])*)\]\((?P<target>[^)]*)\)")
_BARE = re.compile(r"<(?P<url>https?://[^>]+)>")
_WWW = re.compile(r"(?<![/\w])www\.[\w./-]+")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b")
ACT = re.compile(r"(?:[A-Z][a-z]+|\([A-Z][a-z]+\))(?: (?:of|and|[A-Z][a-z]+|\([A-Z][a-z]+\)))* Act \d{4}")
_SECTION_OF_ACT = re.compile(r"\bs\.(\d+\w?(?:-\d+)?)|\bSection (\d{2})\b")
_HEADING = re.compile(r"(?P<number>[1-5](?:\.\d){0,2})\.? (?P<title>\S[^\t]*)")
_CONTENTS = re.compile(r"(?P<number>[1-5](?:\.\d){0,2})\.?\t(?P<title>[^\t]+)\t(?P<page>\d*)")
_REFERENCE = re.compile(r"(?:\bsection |\(|\bat )(?P<number>[1-5](?:\.\d)+|5)\b", re.IGNORECASE)

#: Numbers that are no ages, taken out before ages are looked for.
_NO_AGES = (
    re.compile(r"\[(?:\\.|[^\]\\])*\]\([^)]*\)"),
    re.compile(r"<[^>]*>"),
    _PHONE,
    _REFERENCE,
    re.compile(r"^\s*\d{1,2}\. |\(under 18s?\)"),
    re.compile(r"\b\d{4}\b|\bs\.[\w-]+|\bSection \d+|\b\d\)|\bAIM ?\d|\d+ hours|\dam\b|\dpm\b|option \d"),
)
_WORDS = {"two years": 2, "eighteenth birthday": 18}


def _lines(path: Path) -> dict[int, str]:
    return dict(enumerate(path.read_text(encoding="utf-8").split("\n"), start=1))


def _ages(text: str) -> Iterator[int]:
    for pattern in _NO_AGES:
        text = pattern.sub(" ", text)
    for words, age in _WORDS.items():
        if words in text:
            yield age
    yield from (int(number) for number in re.findall(r"(?<![\w.])\d{1,2}(?![\d%])", text))


def drawn(path: Path) -> dict[str, list[list[object]]]:
    """Everything that is drawn, each as a sorted list of [line, what]."""
    lines = _lines(path)
    found: dict[str, list[list[object]]] = {
        name: []
        for name in (
            "phones",
            "emails",
            "postcodes",
            "links",
            "urls",
            "ages",
            "acts",
            "sections_of_acts",
            "sections",
            "contents",
            "references",
        )
    }
    for number, line in lines.items():
        text = re.sub(r"[⁰¹²³⁴-⁹]", "", line)
        if number <= LAST_CONTENTS and (entry := _CONTENTS.match(line)):
            found["contents"].append([number, entry["number"], entry["title"], int(entry["page"] or 0)])
            continue
        if number >= FIRST_BODY and (heading := _HEADING.fullmatch(text)):
            found["sections"].append([number, heading["number"], heading["title"]])
            continue
        found["phones"] += [[number, phone.replace(" ", "")] for phone in _PHONE.findall(line)]
        found["emails"] += [[number, email] for email in _EMAIL.findall(line)]
        found["postcodes"] += [[number, postcode] for postcode in _POSTCODE.findall(line)]
        for link in _LINK.finditer(line):
            words = re.sub(r"\\(.)", r"\1", link["text"])
            found["links"].append([number, words, "lost" if link["target"] == "#" else link["target"]])
        rest = _LINK.sub(" ", line)
        found["urls"] += [[number, bare["url"]] for bare in _BARE.finditer(rest)]
        found["urls"] += [[number, www] for www in _WWW.findall(_BARE.sub(" ", rest))]
        if FIRST_BODY <= number < 534 or number == 9:
            found["ages"] += [[number, age] for age in sorted(set(_ages(text)))]
        found["acts"] += [[number, act.removeprefix("The ")] for act in ACT.findall(line)]
        found["sections_of_acts"] += [[number, a or b] for a, b in _SECTION_OF_ACT.findall(line)]
        if number >= FIRST_BODY:
            found["references"] += [[number, ref["number"]] for ref in _REFERENCE.finditer(text)]
    return {name: sorted(values, key=lambda value: (value[0], str(value[1]))) for name, values in found.items()}


def as_json(path: Path) -> str:
    """The file drawn.json: one line for each thing."""
    parts = []
    for name, values in drawn(path).items():
        entries = ",\n".join(f"    {json.dumps(value, ensure_ascii=False)}" for value in values)
        parts.append(f'  "{name}": [\n{entries}\n  ]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    sys.stdout.write(as_json(Path(sys.argv[1])))
