"""Write a first draft of the template of the quiz and its answers: house style and arrangement, no wording.

Usage: python scripts/draft_quiz.py [--force]

It is the handouts' template with two more ways to look: a question with boxes to tick, and one with its answer. A
question stays on one page with all its options.
"""

from __future__ import annotations

import sys

from draft_handouts import A4_WIDTH, ROOT, each, new_page
from house_style import ACCENT, RULE, box, spacing, style, styles
from word_parts import footer, package, paragraph, run, section, when

SIDE, AFTER, LINE = 900, 30, 248
BOX = "\u2610"


def option(words: str) -> str:
    return run(BOX, "TickBox") + run(f"\u00a0 {words}")


def questions() -> str:
    """A paragraph for the question, and one for each option with a box before it; the last lets the page end."""
    stem = run("{{ question.number }}\u00a0 {{ question.stem }}")
    return (
        paragraph("{%p for question in part.questions %}")
        + paragraph(stem, "FormQuestion")
        + paragraph("{%p for option in question.options %}")
        + paragraph(option("{{ option }}"), "FormOption")
        + paragraph("{%p endfor %}")
        + paragraph(option("{{ question.last }}"), "FormLastOption")
        + paragraph("{%p endfor %}")
    )


def answers() -> str:
    """The question, what is right in bold, why, and the entries that say so."""
    return (
        paragraph("{%p for answer in part.answers %}")
        + paragraph(run("{{ answer.number }}\u00a0 {{ answer.stem }}"), "FormQuestion")
        + paragraph("{%p for right in answer.right %}")
        + paragraph(run("{{ right }}", "Strong"), "FormOption")
        + paragraph("{%p endfor %}")
        + paragraph("{{ answer.why }}", "FormOption")
        + each("answer.rests_on", "FormItem")
        + paragraph("{%p endfor %}")
    )


def body() -> str:
    part = (
        paragraph("{%p if part.new_page %}")
        + new_page("{{ part.heading }}")
        + paragraph("{%p else %}")
        + when("part.heading", paragraph("{{ part.heading }}", "Heading2"))
        + paragraph("{%p endif %}")
        + when("part.text", paragraph(run("{{ part.text }}") + run("{{ part.marks }}", "FormCaption"), "FormLine"))
        + each("part.notices", "FormBar")
        + each("part.paragraphs", "FormLine")
        + each("part.items", "FormItem")
        + questions()
        + answers()
        + when("part.not_verified", paragraph("{{ part.not_verified }}", "FormLine"))
    )
    logo = run("{%r if letterhead.logo %}") + run("{{r letterhead.logo }}") + run("\u00a0\u00a0 ") + run("{%r endif %}")
    agency = paragraph(logo + run("{{ letterhead.name }}"), "FormAgency")
    own = (
        paragraph("{%p for line in letterhead.lines %}")
        + paragraph("{{ line }}", "FormLine")
        + paragraph("{%p endfor %}")
    )
    queries = paragraph("{{ queries }}", "Heading2") + each("explained", "FormPrompt")
    return (
        paragraph("{{ title }}", "Heading1")
        + paragraph(run("{{ status }} {{ review }}", "Strong") + run(" {{ edition }}"), "FormFace")
        + when("letterhead.name", agency + own)
        + paragraph("{%p for part in parts %}")
        + part
        + paragraph("{%p endfor %}")
        + when("queries", queries)
        + paragraph("{{ end }}", "FormEnd")
    )


def template() -> bytes:
    total = A4_WIDTH - 2 * SIDE
    own = (
        style("paragraph", "FormFace", "Form Face", "Normal", f'{box(RULE, 6)}{spacing(0, AFTER, LINE)}<w:ind w:left="120" w:right="120"/>')
        + style("paragraph", "FormLine", "Form Line", "Normal", spacing(0, AFTER, LINE))
        + style("paragraph", "FormBar", "Form Bar", "Normal", f'{box(ACCENT, 36, ("left",))}{spacing(0, AFTER, LINE)}<w:ind w:left="200"/>')
        + style("paragraph", "FormAgency", "Form Agency", "Normal", spacing(80, AFTER, LINE), "<w:b/><w:bCs/>")
        + style("paragraph", "FormItem", "Form Item", "FormPrompt", "<w:keepLines/>")
        + style("paragraph", "FormQuestion", "Form Question", "Normal", f'<w:keepNext/><w:keepLines/>{spacing(120, AFTER, LINE)}<w:ind w:left="454" w:hanging="454"/>', "<w:b/><w:bCs/>")
        + style("paragraph", "FormOption", "Form Option", "Normal", f'<w:keepNext/><w:keepLines/>{spacing(0, AFTER, LINE)}<w:ind w:left="908" w:hanging="454"/>')
        + style("paragraph", "FormLastOption", "Form Last Option", "FormOption", '<w:keepNext w:val="0"/>')
        + style("paragraph", "FormEnd", "Form End", "Normal", spacing(160, 0, LINE), "<w:b/><w:bCs/>")
        + style("character", "FormNumber", "Form Number", "DefaultParagraphFont", run_look='<w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/>')
    )  # fmt: skip
    look = styles(
        width=total, heading=spacing(240, 60, LINE), item=spacing(0, AFTER, LINE), head=spacing(20, 20, LINE), extra=own
    )
    page = section(header=False, top=720, side=SIDE, bottom=900, foot=400)
    return package(body() + page, look, footer=footer("{{ stamp }}"))


def main() -> int:
    """Write the draft; refuse to write over a template that is there, unless forced."""
    path = ROOT / "templates" / "quiz.docx"
    if path.exists() and "--force" not in sys.argv[1:]:
        print(f"{path.name} is there already: nothing written. With --force it is written over.", file=sys.stderr)
        return 1
    path.write_bytes(template())
    print(f"written: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
