"""Write a first draft of the templates of the training documents: house style and arrangement, no wording.

Usage: python scripts/draft_handouts.py [--force]

As with the forms, the templates are the source from then on. Both take the same view and set close, for two sides that are to hold much.
Every handout is made from the one template.
"""

from __future__ import annotations

import sys
from pathlib import Path

from house_style import ACCENT, RULE, box, spacing, style, styles
from word_parts import cell, footer, header_row, loop_row, package, paragraph, row, run, section, table, when

ROOT = Path(__file__).resolve().parents[1]
A4_WIDTH = 11906

#: LibreOffice takes the size of a character style for nothing, so it stands in the run too.
SIZE = '/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>'


def pieces(name: str) -> str:
    """The pieces of a printed line."""
    number = run(f"{{{{ {name}.number }}}}", "FormNumber").replace("/></w:rPr>", SIZE)
    return (
        run(f"{{{{ {name}.lead }}}}", "Strong")
        + run(f"{{{{ {name}.text }}}}")
        + number
        + run(f"{{{{ {name}.marks }}}}", "FormCaption")
    )


#: A printed line, and the further pieces of the same paragraph.
LINE = pieces("line") + run("{%r for more in line.more %}") + pieces("more") + run("{%r endfor %}")


def each(lines: str, style_name: str) -> str:
    """A paragraph for each line of a list of lines; one of several that belong to the line above has a bullet."""
    return (
        paragraph(f"{{%p for line in {lines} %}}")
        + paragraph("{%p if line.item %}")
        + paragraph(LINE, "FormItem")
        + paragraph("{%p else %}")
        + paragraph(LINE, style_name)
        + paragraph("{%p endif %}")
        + paragraph("{%p endfor %}")
    )


def tables(name: str, widths: list[int], total: int) -> str:
    """The tables of so many columns: the first cell of a row says what the row is about."""
    cells = "".join(
        cell(width, each(f"row.cells[{index}]", "FormLine" if index else "FormRow"), shade=index == 0)
        for index, width in enumerate(widths)
    )
    rows = (
        header_row("table", widths)
        + loop_row("{%tr for row in table.rows %}", len(widths), total)
        + row(cells)
        + loop_row("{%tr endfor %}", len(widths), total)
    )
    return (
        paragraph(f"{{%p for table in part.{name} %}}")
        + table("table", widths, rows, total)
        + paragraph("{%p endfor %}")
    )


def new_page(text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Heading2"/><w:pageBreakBefore/>{spacing(0, 50, 240)}</w:pPr>{run(text)}</w:p>'


def body(total: int, two: int, three: int) -> str:
    """``two`` and ``three`` are the widths of the first column in tables of two and three."""
    half = (total - three) // 2
    heading = (
        paragraph("{%p if part.new_page %}")
        + new_page("{{ part.heading }}")
        + paragraph("{%p else %}")
        + when("part.heading", paragraph("{{ part.heading }}", "Heading2"))
        + paragraph("{%p endif %}")
    )
    part = (
        heading
        + when("part.text", paragraph(run("{{ part.text }}") + run("{{ part.marks }}", "FormCaption"), "FormIntro"))
        + each("part.notices", "FormBar")
        + each("part.paragraphs", "FormLine")
        + each("part.items", "FormItem")
        + tables("two", [two, total - two], total)
        + tables("three", [three, half, total - three - half], total)
        + when("part.not_verified", paragraph("{{ part.not_verified }}", "FormNote"))
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


def template(*, two: int, kept: bool) -> bytes:
    """``two`` is the width of the first column; ``kept``: items of a list stand on one side with what follows."""
    side, after, line = 624, 20, 236
    total = A4_WIDTH - 2 * side
    own = (
        style("paragraph", "FormFace", "Form Face", "Normal", f'{box(RULE, 6)}{spacing(0, after, line)}<w:ind w:left="120" w:right="120"/>')
        + style("paragraph", "FormLine", "Form Line", "Normal", spacing(0, after, line))
        + style("paragraph", "FormIntro", "Form Intro", "FormLine", "<w:keepNext/>")
        + style("paragraph", "FormRow", "Form Row", "Normal", spacing(0, after, line), "<w:b/><w:bCs/>")
        + style("paragraph", "FormBar", "Form Bar", "Normal", f'{box(ACCENT, 36, ("left",))}{spacing(0, after, line)}<w:ind w:left="200"/>')
        + style("paragraph", "FormAgency", "Form Agency", "Normal", spacing(80, after, line), "<w:b/><w:bCs/>")
        + style("paragraph", "FormItem", "Form Item", "FormPrompt", "<w:keepNext/><w:keepLines/>" if kept else "<w:keepLines/>")
        + style("paragraph", "FormNote", "Form Note", "Normal", spacing(after * 2, after, line))
        + style("paragraph", "FormEnd", "Form End", "Normal", spacing(after * 2, 0, line), "<w:b/><w:bCs/>")
        + style("character", "FormNumber", "Form Number", "DefaultParagraphFont", run_look='<w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/>')
    )  # fmt: skip
    look = styles(
        width=total,
        heading=spacing(110, 50, 240),
        item=spacing(0, after, line),
        head=spacing(20, 20, line),
        cell=26,
        extra=own,
    )
    page = section(header=False, top=360, side=side, bottom=680, foot=300)
    return package(body(total, two, 2200) + page, look, footer=footer("{{ stamp }}"))


def main() -> int:
    """Write both drafts; refuse to write over a template that is there, unless forced."""
    for name, two, kept in (("quick-reference", 2400, True), ("handout", 2350, False)):
        path = ROOT / "templates" / f"{name}.docx"
        if path.exists() and "--force" not in sys.argv[1:]:
            print(f"{path.name} is there already: nothing written. With --force it is written over.", file=sys.stderr)
            return 1
        path.write_bytes(template(two=two, kept=kept))
        print(f"written: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
