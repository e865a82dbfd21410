"""Draw the rooms of src/hsbdocs and what each imports, to docs/images/rooms.svg.

Usage: python scripts/draw_rooms.py [--check]

With --check nothing is written; the exit status is 1 where the picture is out of date.

The arrows are the imports that stand in the code. `lint-imports` holds that all of them run downwards.
"""

from __future__ import annotations

import ast
import sys
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "images" / "rooms.svg"

#: The floors of pyproject.toml's import rules, and in each the rooms from left to right.
FLOORS = (
    ("cli",),
    ("pipeline",),
    ("content", "documents", "intake", "reading", "register", "rules", "report", "review", "store"),
    ("formats.word", "formats", "formats.excel"),
    ("model",),
)
_WIDTH, _BOX, _HIGH, _FLOOR, _TOP = 1000, (112, 40), 22, 96, 20
_INK, _RULE, _TINT = "#1A1A1A", "#1B4B66", "#E6EEF2"


def imports(source: Path) -> dict[tuple[str, str], int]:
    """How often each room imports each other one."""
    found: dict[tuple[str, str], int] = {}
    for path in sorted((source / "hsbdocs").rglob("*.py")):
        here = _room(".".join(path.relative_to(source).with_suffix("").parts))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("hsbdocs."):
                there = _room(node.module or "")
                if here != there and here in _ROOMS and there in _ROOMS:
                    found[here, there] = found.get((here, there), 0) + 1
    return found


_ROOMS = [room for floor in FLOORS for room in floor]


def _room(module: str) -> str:
    parts = module.split(".")[1:]
    return ".".join(parts[:2]) if parts[:1] == ["formats"] and ".".join(parts[:2]) in _ROOMS else parts[0]


def picture(source: Path) -> str:
    """The rooms and arrows as SVG; arrows to the model, which every room uses, are left out."""
    arrows = imports(source)
    used = {room for pair in arrows for room in pair}
    floors = [[room for room in floor if room in used] for floor in FLOORS]
    at: dict[str, tuple[float, float]] = {}
    for level, floor in enumerate(floors):
        for number, room in enumerate(floor):
            at[room] = (_WIDTH * (number + 0.5) / len(floor), _TOP + level * _FLOOR)
    high = _TOP * 2 + (len(floors) - 1) * _FLOOR + _BOX[1]
    names = "; ".join(f"{a} imports {b}" for a, b in sorted(arrows) if b != "model")
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {high}" role="img" '
        f'font-family="Arial, Liberation Sans, sans-serif" font-size="16">',
        "<title>Rooms of the program, each above what it uses</title>",
        f"<desc>{names}. Every room uses model.</desc>",
        '<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0 8 4 0 8z" fill="{_RULE}"/></marker></defs>',
        f'<rect width="{_WIDTH}" height="{high}" fill="#FFFFFF"/>',
    ]
    for (a, b), count in sorted(arrows.items()):
        if b == "model":
            continue
        (x, y), (u, v) = at[a], at[b]
        level = y == v
        start = (x + (_BOX[0] / 2 if u > x else -_BOX[0] / 2), y + _HIGH) if level else (x, y + _BOX[1])
        end = (u + (-_BOX[0] / 2 if u > x else _BOX[0] / 2), v + _HIGH) if level else (u, v)
        route = [start, *_between(floors, at, y, v, (x + 3 * u) / 4), end]
        points = " ".join(f"{left:g},{top:g}" for left, top in route)
        lines.append(
            f'<polyline points="{points}" stroke="{_RULE}" stroke-width="{1 if count < 3 else 1.6}" fill="none" '
            'marker-end="url(#a)"/>'
        )
    for room, (x, y) in at.items():
        wide = _WIDTH - 40 if room == "model" else _BOX[0]
        lines.append(
            f'<rect x="{x - wide / 2:g}" y="{y}" width="{wide}" height="{_BOX[1]}" rx="4" fill="{_TINT}" '
            f'stroke="{_RULE}"/>'
        )
        label = {"formats": "package …", "formats.word": "word", "formats.excel": "excel"}.get(room, room)
        lines.append(f'<text x="{x:g}" y="{y + 26:g}" text-anchor="middle" fill="{_INK}">{label}</text>')
    return "\n".join([*lines, "</svg>"]) + "\n"


def _between(
    floors: list[list[str]], at: dict[str, tuple[float, float]], start: float, end: float, wanted: float
) -> list[tuple[float, float]]:
    """Where an arrow passes the floors between its rooms: through the gap that is nearest to ``wanted``."""
    route = []
    for floor in floors:
        top = at[floor[0]][1] if floor else end
        if start < top < end:
            middles = [at[room][0] for room in floor]
            gaps = [(a + b) / 2 for a, b in pairwise(middles)] or [middles[0] - _BOX[0], middles[0] + _BOX[0]]
            gap = min(gaps, key=lambda x: abs(x - wanted))
            route += [(gap, top - 6), (gap, top + _BOX[1] + 6)]
    return route


if __name__ == "__main__":
    drawn = picture(ROOT / "src")
    if "--check" in sys.argv[1:]:
        sys.exit(PICTURE.read_text(encoding="utf-8") != drawn)
    PICTURE.write_text(drawn, encoding="utf-8")
    print(PICTURE.relative_to(ROOT))
