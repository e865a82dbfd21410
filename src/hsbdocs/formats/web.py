"""A page for a browser that needs nothing else: no network, no script, no other file."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

#: Nothing is loaded and nothing runs; pictures stand in the page itself.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light; }
body { font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #1a1a1a; background: #fff; margin: 1.5rem auto;
  max-width: 62rem; padding: 0 1rem; overflow-wrap: break-word; }
h1 { color: #1b4b66; font-size: 1.7rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { color: #1b4b66; font-size: 1.25rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 0; }
a { color: #0b4f7d; }
a:focus-visible, .wide:focus-visible { outline: 3px solid #1b4b66; outline-offset: 2px; }
.frame { border-left: .4rem solid #1b4b66; padding: .2rem .9rem; background: #f5f8fa; }
.frame p { margin: .3rem 0; }
ol.hour { list-style: none; padding: 0; margin: 0; counter-reset: hour; }
ol.hour > li { display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; border-top: 1px solid #b5c2ca; padding: .8rem 0;
  counter-increment: hour; }
ol.hour > li > div { flex: 1 1 18rem; min-width: 0; }
ol.hour h3::before { content: counter(hour) ". "; }
ol.hour p { margin: .2rem 0; }
ol.hour img { border: 1px solid #5b6f7c; width: 7rem; height: auto; align-self: flex-start; }
figure { margin: 1rem 0; }
figure svg { max-width: 100%; height: auto; }
.wide { overflow-x: auto; border: 1px solid #5b6f7c; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .4rem .6rem; font-weight: bold; }
th, td { border: 1px solid #b5c2ca; padding: .35rem .6rem; text-align: left; vertical-align: top; min-width: 6rem; }
thead th { background: #e6eef2; }
@page { size: A4; margin: 14mm; }
@media print { body { margin: 0; max-width: none; } .wide { overflow: visible; }
  tr, ol.hour > li { break-inside: avoid; } }
"""


def web_page(title: str, body: Iterable[str]) -> bytes:
    """The page; ``body`` are lines of HTML that stand in its main part below the title."""
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escape(title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>{escape(title)}</h1>",
        *body,
        "</main>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines).encode("utf-8")


def paragraph(text: str) -> str:
    """A paragraph of plain text."""
    return f"<p>{escape(text)}</p>"


def heading(text: str, key: str) -> str:
    """A heading of the second level that can be linked to."""
    return f'<h2 id="{key}">{escape(text)}</h2>'


def bullets(texts: Iterable[str]) -> Iterable[str]:
    """A list of plain texts."""
    yield "<ul>"
    yield from (f"<li>{escape(text)}</li>" for text in texts)
    yield "</ul>"


def table(caption: str, key: str, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterable[str]:
    """A table with a caption, head cells, and a first cell that heads its row; it can be scrolled by itself."""
    yield f'<div class="wide" tabindex="0" role="region" aria-labelledby="{key}">'
    yield f'<table><caption id="{key}">{escape(caption)}</caption><thead><tr>'
    yield from (f'<th scope="col">{escape(column)}</th>' for column in columns)
    yield "</tr></thead><tbody>"
    for first, *others in rows:
        cells = "".join(f"<td>{escape(text)}</td>" for text in others)
        yield f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
    yield "</tbody></table></div>"
