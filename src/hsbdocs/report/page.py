"""docs/findings.md: every finding as a page for people, made from the ruleset."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from hsbdocs.model.finding import THE_FORM, CatalogueEntry, Code, Otherwise
from hsbdocs.model.ruleset import Ruleset
from hsbdocs.model.settings import in_months

_WIDTH = 116

FAMILIES = {
    "FILE": "The file",
    "FORM": "The form",
    "CHILD": "The child's details",
    "ANSWER": "The twelve considerations",
    "AGE": "Age",
    "OUTCOME": "Summary and outcome",
    "ACTION": "Actions",
    "SIGN": "Completion and signatures",
    "CHECKLIST": "The checklist",
    "RECORD": "How the record is handled",
}

_HOW_TO_READ = (
    "Made from content/findings/ by `make content`; change it there.",
    "A finding says what software saw in a form. It never says what a child's situation is, and a form without "
    "findings may still need a person's judgement. Software only sees whether something is written, what is ticked, "
    "dates, and a few fixed lists of names (content/names/). What people write in their own words it does not weigh.",
    "Each finding below has:",
)
_PARTS = (
    "a code, by which a settings file can name it ([settings.md](settings.md)), and a short name;",
    "how serious it is. **Missing or unclear** (error): missing, unreadable or contradictory, or a recorded duty has "
    "no matching record. **Please explain** (warning): departs from what is expected, or needs a reason. **To "
    "consider** (advice): a prompt only. **Ring today**: telephone the sender's safeguarding lead the same day;",
    "the place in the guidance of {issued} that it rests on. `toolkit` is this program's own;",
    "what is **said** to whoever checks the form, and what **to do**;",
    "the **note** to the sender. It names a row, never a child, an age, an outcome or anything that was written.",
)
NEVER = (
    "choose, suggest, score or change an outcome, or count points;",
    "say whether consent was free, or somebody had capacity or was under pressure;",
    "decide Gillick competency or whether the Fraser guidelines are met;",
    "say whether harm is significant or comes at once;",
    "see an imbalance of power, or who is before puberty;",
    "look for grooming, exploitation, domestic abuse, self-harm or substances in what people wrote;",
    "say what is typical at this child's age or stage;",
    "weigh a reason for not telling parents or carers, or for breaking a confidence;",
    "say who was harmed and who did harm, or whom to believe;",
    "say whether a crime was committed or how to respond to one;",
    "judge a safety plan, the support, or the writer's beliefs;",
    "send, hold back or delay a referral, or close a case;",
    "fill in an age, a gender, an ethnic origin, a language or an outcome that is missing;",
    "call a written reason good or bad, or take a person's name out of what was written.",
)


def findings_page(ruleset: Ruleset) -> str:
    """The page: how to read it, the notes' frame, every finding by family, and what software never does."""
    lines = ["# Every finding", ""]
    for text in _HOW_TO_READ:
        lines += [*_wrap(text), ""]
    for text in _PARTS:
        lines += _wrap(text.replace("{issued}", ruleset.edition.issued), "- ")
    lines += ["", "The notes to a sender stand between these two paragraphs, each after its row and label:", ""]
    lines += [*_wrap(ruleset.note.opening, "> "), ">", *_wrap(ruleset.note.closing, "> ")]
    order = list(Code)
    family = ""
    for entry in sorted(ruleset.findings, key=lambda entry: order.index(entry.code)):
        if family != entry.code.value.split("-")[0]:
            family = entry.code.value.split("-")[0]
            lines += ["", f"## {FAMILIES[family]}"]
        lines += ["", *_entry(entry, ruleset)]
    lines += ["", "## What software never does here", ""]
    for text in NEVER:
        lines += _wrap(text, "- ")
    lines += ["", "## What is not checked", "", *_wrap(ruleset.report.not_checked)]
    return "\n".join(lines) + "\n"


def _entry(entry: CatalogueEntry, ruleset: Ruleset) -> Iterator[str]:
    def filled(text: str) -> str:
        due = ruleset.edition.review_due
        values = {"label": "(The row's label)", "ref": "(the row)", "place": "where", "count": "how many", "due": due}
        return text.format_map(
            {**values, "limit": "so many", "seen": "what stands there", "period": in_months(entry.months or 0)}
        )

    yield f"### {entry.code.value}: {entry.name}"
    yield ""
    serious = _serious(entry, ruleset)
    more = "; ".join("the section that prints the form" if s == THE_FORM else s for s in entry.source)
    extras = []
    if entry.read_form:
        extras.append("A person must read the form.")
    if entry.once:
        extras.append("Said once a batch.")
    if entry.months is not None:
        extras.append(f"Its period, {in_months(entry.months)}, can be set.")
    if entry.fixed:
        extras.append("Cannot be turned off.")
    if entry.off_because:
        extras.append(f"**Off.** {entry.off_because}")
    yield from _wrap(" ".join([f"{serious}. Source: {more}.", *extras]))
    yield ""
    yield from _wrap(f"Said: {filled(entry.message)}", "- ")
    for word, case in (("graver", entry.grave), ("slighter", entry.slight)):
        if case is not None:
            yield from _wrap(f"In the {word} case ({_serious(case, ruleset)}): {filled(case.message)}", "- ")
    yield from _wrap(f"To do: {filled(entry.hint)}", "- ")
    yield from _wrap(f"Note: {filled(entry.note)}", "- ")


def _serious(case: CatalogueEntry | Otherwise, ruleset: Ruleset) -> str:
    return f"**{ruleset.report.of(case.severity)}**" + (". **Ring today**" if case.ring_today else "")


def _wrap(text: str, start: str = "") -> list[str]:
    """Wrapped for Markdown; ``start`` opens a list item or a quotation."""
    follow = "> " if start == "> " else " " * len(start)
    return textwrap.wrap(text, _WIDTH, initial_indent=start, subsequent_indent=follow, break_on_hyphens=False)
