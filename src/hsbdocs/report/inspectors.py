"""``for-inspectors.html``: what the software reads, keeps and never does, which rules it has, and which are off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hsbdocs.formats.web import bullets, heading, paragraph, table, web_page
from hsbdocs.model.finding import CatalogueEntry, Code
from hsbdocs.model.form import Form
from hsbdocs.model.ruleset import Ruleset
from hsbdocs.report.page import FAMILIES, NEVER

_TITLE = "For inspectors: what this software does, and what it never does"
_READS = (
    "Completed forms and checklists as Word and Excel files, from the folder that somebody names, on that computer. "
    "The files are never changed, copied or moved, and no network connection is made.",
    "In them: which boxes are ticked, dates, ages, whether something is written, and a few fixed lists of names. What "
    "people write in their own words is not weighed.",
    "Not read: PDFs, pictures, scans and old Word files. They are named, and a person reads the original.",
    "A value that cannot be read with certainty is left empty and said. Nothing is guessed.",
    "A training copy is told from a form, and counted nowhere.",
)
#: As in docs/data-protection.md, word for word: a test holds one against the other.
KEPT_COLUMNS = ("What", "without --out", "--out DIR", "--out DIR --full")
KEPT = (
    (
        "on the screen",
        "the report: file names, organisation, role, practitioner, what to ask about, short quotations",
        "the same",
        "the same",
    ),
    ("child's name, date of birth, NHS number, address, GP, school", "no", "no", "yes"),
    (
        "age",
        "no",
        "in a band (under 13, 13-15, 16-17, 18 or more), in records.jsonl and the ledger",
        "yes",
    ),
    ("free text (the 12 considerations, summary, details)", "no", "no", "yes"),
    (
        "coded answers (outcome, yes and no), date of the form",
        "no",
        "in records.jsonl and the ledger; never in the register",
        "yes",
    ),
    ("organisation", "no", "only one that stands on the team's own list (sheet Organisations)", "yes"),
    ("role", "no", "only one that stands on the program's list of roles", "yes"),
    ("practitioner", "no", "no", "yes"),
    ("file name", "no", "the start of the file's hash in its place", "yes"),
    ("findings", "no", "their codes, sentences and notes: nothing in them was written in the form", "the same"),
    ("what your team writes in the register (Rung, Spoke to, Note ...)", "no", "yes, as written", "yes"),
    (
        "notes to senders (--notes)",
        "no",
        "reference, organisation as listed, rows and questions; no answer",
        "the same",
    ),
    (
        "what your team writes in corrections.xlsx",
        "no",
        "who, when and basis; a date of birth or age as its band; other personal values not; what was refused stays in "
        "the sheet as it was typed, until somebody takes it out",
        "yes",
    ),
    (
        "of a form that was forgotten",
        "no",
        "its file's hash, its reference, and a receipt: days, who authorised it, why",
        "the same",
    ),
)
_OFF = "A team can turn other rules on and off in its settings; each report says what was changed."


class Versions(msgspec.Struct, frozen=True, kw_only=True):
    """Of the program, of the content with its hash, and of the rules."""

    program: str
    content: str
    hash: str
    rules: str


def inspectors_page(ruleset: Ruleset, releases: Sequence[Form], versions: Versions, frame: Sequence[str]) -> bytes:
    """The page; ``frame`` are lines that every document says of itself."""
    return web_page(_TITLE, _body(ruleset, releases, versions, frame))


def _body(ruleset: Ruleset, releases: Sequence[Form], versions: Versions, frame: Sequence[str]) -> Iterator[str]:
    order = list(Code)
    entries = sorted(ruleset.findings, key=lambda entry: order.index(entry.code))
    yield '<div class="frame">'
    yield from map(paragraph, frame)
    yield paragraph(ruleset.report.last)
    yield "</div>"
    yield heading("What it reads", "reads")
    yield from bullets(_READS)
    yield heading("What it never does", "never")
    yield from bullets(_sentence(text) for text in NEVER)
    yield heading("What it does not check", "unchecked")
    yield paragraph(ruleset.report.not_checked)
    yield heading("Rules that are switched off", "off")
    yield from _off(entries)
    yield heading("What is kept", "kept")
    yield from table("What is kept, by how it is run", "kept-table", KEPT_COLUMNS, KEPT)
    yield heading("Which rules there are", "rules")
    yield from table(
        f"All {len(entries)} rules: what is said where one finds something", "rules-table", _COLUMNS,
        (_row(entry, ruleset) for entry in entries),
    )  # fmt: skip
    yield heading("Versions", "versions")
    forms = ", ".join(f"{form.id} {form.version}" for form in releases)
    yield from bullets(
        (
            f"Program: hsbdocs {versions.program}",
            f"Content: {ruleset.edition.id} {versions.content}, from the guidance of {ruleset.edition.issued}",
            f"Hash of the content: {versions.hash}",
            f"Rules: {versions.rules}",
            f"Forms that it knows: {forms}",
        )
    )


def _off(entries: Sequence[CatalogueEntry]) -> Iterator[str]:
    off = [entry for entry in entries if entry.off_because]
    yield from bullets(f"{entry.code.value}, {entry.name}. {entry.off_because}" for entry in off)
    yield paragraph(_OFF)


_COLUMNS = ("Code and name", "About", "How serious", "What is said")


def _row(entry: CatalogueEntry, ruleset: Ruleset) -> tuple[str, ...]:
    serious = [ruleset.report.of(entry.severity)]
    if entry.ring_today or any(case.ring_today for case in entry.cases):
        serious.append("ring today" if entry.ring_today else "ring today in its graver case")
    if entry.off_because:
        serious.append("off")
    family = FAMILIES[entry.code.value.partition("-")[0]]
    said = entry.message.replace("{due}", ruleset.edition.review_due).replace("{", "(").replace("}", ")")
    return f"{entry.code.value}: {entry.name}", family, "; ".join(serious), said


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:].rstrip(';.')}."
