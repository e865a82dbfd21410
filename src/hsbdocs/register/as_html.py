"""The register as one page that needs nothing else: no network, no other file. It can be searched and sorted.

Tables have captions and head cells, the heads are buttons that say how they are sorted (WAI-ARIA Authoring Practices,
sortable table), and a line tells how many rows are shown. Nothing in the page can be run but its own script.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from html import escape

from hsbdocs.model.cell import Cell
from hsbdocs.model.report import ReportWords
from hsbdocs.register.view import SheetView

_STYLE = """
:root { color-scheme: light; }
body { font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #1a1a1a; background: #fff; margin: 1.5rem; }
h1 { color: #1b4b66; font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { color: #1b4b66; font-size: 1.2rem; margin: 2rem 0 .5rem; }
.first { border-left: .4rem solid #1b4b66; padding-left: .8rem; font-weight: bold; }
label { font-weight: bold; }
input { font: inherit; padding: .35rem .5rem; border: 1px solid #5b6f7c; min-width: 14rem; max-width: 100%; }
.wide { overflow-x: auto; border: 1px solid #5b6f7c; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .4rem .6rem; }
caption span { position: sticky; left: .6rem; display: inline-block; max-width: calc(100vw - 6rem); }
.whole { white-space: nowrap; }
th, td { border: 1px solid #b5c2ca; padding: .35rem .6rem; text-align: left; vertical-align: top; }
thead th { background: #e6eef2; position: sticky; top: 0; }
th button { font: inherit; font-weight: bold; color: #1b4b66; background: none; border: 0; padding: 0; cursor: pointer;
  text-align: left; }
th button:focus-visible, input:focus-visible, .wide:focus-visible { outline: 3px solid #1b4b66; outline-offset: 2px; }
th[aria-sort=ascending] button::after { content: " \\25B2"; }
th[aria-sort=descending] button::after { content: " \\25BC"; }
@page { size: A4 landscape; margin: 12mm; }
@media print { .find { display: none; } .wide { overflow: visible; } thead th { position: static; }
  tr { break-inside: avoid; } }
"""

_SCRIPT = """
(function () {
  "use strict";
  var find = document.getElementById("find"), shown = document.getElementById("shown");
  var bodies = Array.prototype.slice.call(document.querySelectorAll("tbody"));
  function search() {
    var wanted = find.value.toLowerCase().split(/\\s+/).filter(Boolean), count = 0, all = 0;
    bodies.forEach(function (body) {
      Array.prototype.forEach.call(body.rows, function (row) {
        var text = row.textContent.toLowerCase();
        row.hidden = !wanted.every(function (word) { return text.indexOf(word) >= 0; });
        all += 1; count += row.hidden ? 0 : 1;
      });
    });
    shown.textContent = count + " of " + all + " rows shown";
  }
  function sort(head) {
    var table = head.closest("table"), body = table.tBodies[0], at = head.cellIndex;
    var down = head.getAttribute("aria-sort") === "ascending";
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (each) { each.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    var key = function (row) { return row.cells[at].getAttribute("data-sort") || row.cells[at].textContent; };
    Array.prototype.slice.call(body.rows).sort(function (a, b) {
      var one = key(a), other = key(b);
      if (!one || !other) { return one ? -1 : other ? 1 : 0; }
      return (down ? -1 : 1) * one.localeCompare(other, "en-GB", { numeric: true });
    }).forEach(function (row) { body.appendChild(row); });
  }
  Array.prototype.forEach.call(document.querySelectorAll("th button"), function (button) {
    button.addEventListener("click", function () { sort(button.parentNode); });
  });
  find.addEventListener("input", search);
  search();
}());
"""

#: Text of so many signs is not broken: a version, a day, a reference.
_WHOLE = 12


def as_html(title: str, views: Sequence[SheetView], words: ReportWords) -> Iterator[bytes]:
    """The page with a table for each sheet, line by line."""
    yield from (f"{line}\n".encode() for line in _lines(title, views, words))


def _lines(title: str, views: Sequence[SheetView], words: ReportWords) -> Iterator[str]:
    digest = base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; "
        "form-action 'none'"
    )
    yield from (
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escape(title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{escape(title)}</h1>",
        f'<p class="first">{escape(words.first)}</p>',
        f"<p>{escape(words.read_all)}</p>",
        '<p class="find"><label for="find">Show rows with</label> <input id="find" type="search" autocomplete="off"> '
        '<span id="shown" role="status"></span></p>',
    )
    for view in views:
        yield from _table(view)
    yield from (f"<p>{escape(words.last)}</p>", "</main>", f"<script>{_SCRIPT}</script>", "</body>", "</html>")


def _table(view: SheetView) -> Iterator[str]:
    name, count = escape(view.name), sum(1 for _ in view.rows())
    key = name.lower().replace(" ", "-")
    yield f'<h2 id="{key}">{name}</h2>'
    yield f'<div class="wide" tabindex="0" role="region" aria-labelledby="{key}">'
    yield f"<table><caption><span>{name}: {count} rows. The heads are buttons that sort.</span></caption>"
    yield "<thead><tr>"
    yield from (f'<th scope="col"><button type="button">{escape(column)}</button></th>' for column in view.columns)
    yield "</tr></thead><tbody>"
    for _, cells in view.rows():
        yield f"<tr>{''.join(_cell(number, cells.get(column)) for number, column in enumerate(view.columns))}</tr>"
    yield "</tbody></table></div>"


def _cell(number: int, cell: Cell | None) -> str:
    text = "" if cell is None else escape(_shown(cell.date or cell.text))
    order = "" if cell is None or not cell.date else f' data-sort="{escape(cell.date)}"'
    whole = ' class="whole"' if 0 < len(text) <= _WHOLE else ""
    kind = 'th scope="row"' if number == 0 else "td"
    return f"<{kind}{order}{whole}>{text}</{kind.split(maxsplit=1)[0]}>"


def _shown(text: str) -> str:
    """A day as people here write it; anything else as it is."""
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    if len(year) == 4 and len(month) == 2 and len(day) == 2 and (year + month + day).isdigit():
        return f"{day}/{month}/{year}"
    return text
