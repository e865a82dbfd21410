"""An SVG to a PNG, for programs that do not draw SVG: by resvg, with one font file and no font of the system."""

from __future__ import annotations

from importlib.resources import as_file, files

#: Dots to a point: 216 to the inch.
DOTS = 3


def png(svg: bytes) -> bytes:
    """The picture, on white. The same SVG gives the same bytes on one version of resvg and of the font."""
    import resvg_py

    font = files("fontpkg_arimo") / "files" / "Arimo[wght].ttf"
    with as_file(font) as path:
        data = resvg_py.svg_to_bytes(
            svg_string=svg.decode("utf-8"),
            background="white",
            skip_system_fonts=True,
            font_files=[str(path)],
            font_family="Arimo",
            sans_serif_family="Arimo",
            dpi=72,  # a point of the SVG is a dot, before it is made larger
            zoom=DOTS,
        )
    return bytes(data)
