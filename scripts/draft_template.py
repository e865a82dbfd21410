"""Write a first draft of the Word templates: house style and arrangement, no wording.

Usage: python scripts/draft_template.py [--force]

The templates under templates/ are the source from then on: open them in Word to restyle them. This script makes
the draft that they started from, and does not write over one that is there unless it is told to.
"""

from __future__ import annotations

import sys
from pathlib import Path

from house_style import ACCENT, INK, MUTED, NS, WIDTH, box, colour, spacing, style, styles
from word_parts import (
    cell,
    cell_tag,
    footer,
    header_row,
    loop_row,
    package,
    paragraph,
    row,
    run,
    section,
    shared_cell,
    table,
    when,
)

ROOT = Path(__file__).resolve().parents[1]

#: What stands on the first page before the form: whom to ring stands beside a bar, all of it one block.
_BAR = f'{box(ACCENT, 36, ("left",))}{{room}}<w:ind w:left="200"/>'
STYLES = styles(
    item=spacing(0, 40, 240),
    extra="".join(
        (
            style("paragraph", "FormLogo", "Form Logo", "Normal", spacing(0, 60, 240)),
            style("paragraph", "FormShort", "Form Short", "Normal", spacing(0, 80, 240), f"<w:b/>{colour(MUTED)}"),
            style("paragraph", "FormUrgent", "Form Urgent", "Normal", _BAR.format(room=spacing(0, 40, 240))),
            style("paragraph", "FormUrgentEnd", "Form Urgent End", "Normal", _BAR.format(room=spacing(0, 80, 240))),
            style("paragraph", "FormHow", "Form How", "Normal", spacing(0, 40, 240)),
            style("character", "FormNumber", "Form Number", "DefaultParagraphFont", run_look=f"<w:b/>{colour(INK)}"),
        )
    ),
).replace("<w:numPr>", "<w:keepLines/><w:widowControl/><w:numPr>")  # a prompt is not parted by the end of a page

PARTS = (
    paragraph("{%p for part in row.parts %}")
    + paragraph(
        run("{{ part.before }}", "FormCaption") + run("{{r part.control }}") + run("{{ part.after }}"), "FormAnswer"
    )
    + paragraph("{%p endfor %}")
)
INSTRUCTION = (
    paragraph("{%p if row.instruction %}")
    + paragraph("{{ row.instruction }}", "FormInstruction")
    + paragraph("{%p endif %}")
)
PROMPTS = (
    paragraph("{%p for prompt in row.prompts %}") + paragraph("{{ prompt }}", "FormPrompt") + paragraph("{%p endfor %}")
)
REF = paragraph("{{ row.ref }}", "FormRef")
LABEL = paragraph("{{ row.label }}", "FormLabel")


def rows_of(layout: str, widths: list[int], cells: str, height: int) -> str:
    """The table of a section: its header row, and a row for each of the layout's."""
    return table(
        "section",
        widths,
        header_row("section", widths)
        + loop_row(f"{{%tr for row in section.{layout} %}}", len(widths))
        + row(cells, height=height)
        + loop_row("{%tr endfor %}", len(widths)),
    )


def labelled(widths: list[int], height: int, *, prompts: bool = False, split: bool = False) -> str:
    """Rows of label and answer; with ``split`` a row may go on over the page."""
    label = LABEL + INSTRUCTION + (PROMPTS if prompts else "")
    cells = cell(widths[0], REF, shade=True) + cell(widths[1], label, shade=True) + cell(widths[2], PARTS)
    rows = rows_of("label_answer", widths, cells, height)
    whole = f'<w:cantSplit/><w:trHeight w:val="{height}"'
    return rows.replace(whole, whole.removeprefix("<w:cantSplit/>")) if split else rows


def one_cell(*, prompts: bool) -> str:
    widths = [640, WIDTH - 640]
    cells = cell(widths[0], REF, shade=True) + cell(
        widths[1], LABEL + INSTRUCTION + (PROMPTS if prompts else "") + PARTS
    )
    return rows_of("one_cell", widths, cells, 1800)


def yes_no_details(*, prompts: bool) -> str:
    label = LABEL + INSTRUCTION + (PROMPTS if prompts else "")
    widths = [640, 4224, 700, 700, 3600]
    boxes = "".join(
        cell(width, paragraph(run(f"{{{{r row.{name} }}}}"), style))
        for width, name, style in ((700, "yes", "FormBox"), (700, "no", "FormBox"), (3600, "details", "FormAnswer"))
    )
    cells = cell(640, REF, shade=True) + cell(4224, label, shade=True) + boxes
    return rows_of("yes_no_details", widths, cells, 860)


def in_columns(*, prompts: bool) -> str:
    """A table with as many columns as its section has headings: the last ones share what is left of the width."""
    widths = [700, 2400, WIDTH - 3100]
    head = row(
        cell(700, paragraph("{{ section.columns[0] }}", "FormHead"), shade=True)
        + cell(2400, paragraph("{{ section.columns[1] }}", "FormHead"), shade=True)
        + cell_tag("{%tc for heading in section.further %}")
        + shared_cell(paragraph("{{ heading }}", "FormHead"), shade=True)
        + cell_tag("{%tc endfor %}"),
        header=True,
    )
    cells = (
        cell(700, REF, shade=True)
        + cell(2400, LABEL + INSTRUCTION + (PROMPTS if prompts else ""), shade=True)
        + cell_tag("{%tc for cell in row.cells %}")
        + cell_tag("{%tc if cell.printed %}")
        + shared_cell(paragraph("{{ cell.printed }}", "FormAnswer"), shade=True)
        + cell_tag("{%tc else %}")
        + shared_cell(PARTS.replace("row.parts", "cell.parts"))
        + cell_tag("{%tc endif %}")
        + cell_tag("{%tc endfor %}")
    )
    loop = loop_row("{%tr for row in section.in_columns %}", 3) + row(cells, height=860) + loop_row("{%tr endfor %}", 3)
    return table("section", widths, head + loop)


def titled_link(address: str, title: str) -> str:
    """A link as a field: its words say where it leads, the address stands behind them."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> HYPERLINK "{address}" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(title, "Hyperlink")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def repeated(loop: str, content: str) -> str:
    """Whole paragraphs for each item of a list."""
    return paragraph(f"{{%p for {loop} %}}") + content + paragraph("{%p endfor %}")


def printed(line: str, lead: str = "Strong") -> str:
    """The runs of a line of the guidance."""
    return (
        run(f"{{{{ {line}.lead }}}}", lead)
        + run(f"{{{{ {line}.text }}}}")
        + run(f"{{{{ {line}.number }}}}", "FormNumber")
        + run(f"{{{{ {line}.marks }}}}", "FormCaption")
    )


def letterhead() -> str:
    """Logo and name of the agency on one line, where a document has one."""
    logo = run("{%r if letterhead.logo %}") + run("{{r letterhead.logo }}") + run("\u00a0\u00a0 ") + run("{%r endif %}")
    return when("letterhead.name", paragraph(logo + run("{{ letterhead.name }}", "Strong"), "FormLogo"))


def urgent() -> str:
    """Danger, the rule for children under 13, and whom to ring."""
    short = (
        run("{{ line.lead }}", "Strong")
        + run("{%r for each in line.said %}")
        + printed("each", "")
        + run("{%r endfor %}")
    )
    part = (
        when("part.heading", paragraph(run("{{ part.heading }}", "Strong"), "FormUrgent"))
        + when("part.text", paragraph(run("{{ part.text }}", "Strong"), "FormUrgent"))
        + "".join(
            repeated(f"line in part.{shape}", paragraph(printed("line", ""), "FormUrgent"))
            for shape in ("notices", "paragraphs", "items")
        )
        + repeated("line in part.lines", paragraph(short, "FormUrgent"))
    )
    return (
        repeated("part in front.parts", part)
        + when("front.not_verified", paragraph(run("{{ front.not_verified }}", "FormCaption"), "FormUrgent"))
        + repeated("line in letterhead.lines", paragraph("{{ line }}", "FormUrgent"))
        + paragraph(run("{{ captions.consult }}", "Strong") + run(" {{ captions.consult_whom }}"), "FormUrgentEnd")
    )


def instructions() -> str:
    """How to fill it in, and where it goes."""
    return (
        paragraph("{{ captions.how }} {{ captions.pictures }} {{ captions.use }}", "FormHow")
        + paragraph(
            run("{{ captions.continuum }} ")
            + titled_link("{{ captions.continuum_address }}", "{{ captions.continuum_link }}"),
            "FormHow",
        )
        + "".join(
            when(f"letterhead.{name}", paragraph(run(f"{{{{ letterhead.{name} }}}}"), "FormHow"))
            for name in ("return_to", "owner")
        )
    )


def explained() -> str:
    """In a marked copy, what is in doubt."""
    line = paragraph(printed("line"), "FormHow")
    return when(
        "front.explained", paragraph("{{ front.queries }}", "Heading2") + repeated("line in front.explained", line)
    )


def body(*, guided: bool) -> str:
    wide = [640, 5224, 4000] if guided else [640, 3764, 5460]
    narrow = [640, 4164, 5060]
    face = (
        letterhead()
        + paragraph("{{ title }}", "Heading1")
        + when("short", paragraph("{{ short }}", "FormShort"))
        + paragraph(run("{{ captions.status }}", "Strong") + run(" {{ captions.review }}"), "FormStatus")
        + paragraph(run("{{ captions.danger }}", "Strong") + run(" {{ captions.act_first }}"), "FormUrgent")
        + urgent()
        + instructions()
    )
    label_answer = (
        paragraph("{%p if section.roomy %}")
        + labelled(wide, 1150, prompts=guided, split=guided)
        + paragraph("{%p elif section.signed %}")
        + labelled(narrow, 520, prompts=guided)
        + paragraph("{%p else %}")
        + labelled(narrow, 470, prompts=guided)
        + paragraph("{%p endif %}")
    )
    return (
        face
        + paragraph("{%p for section in sections %}")
        + paragraph("{{ section.heading }}", "Heading2")
        + (when("section.prompted", paragraph("{{ captions.guided }}")) if guided else "")
        + when("section.label_answer", label_answer)
        + when("section.one_cell", one_cell(prompts=guided))
        + when("section.yes_no_details", yes_no_details(prompts=guided))
        + when("section.in_columns", in_columns(prompts=guided))
        + paragraph("{%p endfor %}")
        + explained()
        + paragraph("{{ captions.end }} {{ stamp }}", "FormStamp")
    )


HEADER = f"<w:hdr {NS}>{paragraph('{{ document_title }}', 'Header')}{paragraph(run('{{ handling_mark }}', 'Strong'), 'Header')}</w:hdr>"


def template(*, guided: bool) -> bytes:
    return package(
        body(guided=guided) + section(header=True, top=1304, bottom=964),
        STYLES,
        header=HEADER,
        footer=footer("{{ foot }}"),
    )


def main() -> int:
    """Write both drafts; refuse to write over a template that is there, unless forced."""
    for guided in (False, True):
        path = ROOT / "templates" / f"risk-assessment{'-guided' if guided else ''}.docx"
        if path.exists() and path.stat().st_size and "--force" not in sys.argv[1:]:
            print(f"{path.name} is there already: nothing written. With --force it is written over.", file=sys.stderr)
            return 1
        path.write_bytes(template(guided=guided))
        print(f"written: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
